import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, clockWithSeconds } from './format';

export const staleAfterSeconds = 60;
export const lostAfterSeconds = 300;

export function freshness(ageSeconds: number): 'live' | 'stale' | 'lost' {
  if (ageSeconds > lostAfterSeconds) return 'lost';
  return ageSeconds > staleAfterSeconds ? 'stale' : 'live';
}

// How old the figures on the page are. A stale number is never shown as live. `heardAt` is when
// the server last confirmed them, by this machine's clock; `ahead` is how far the server's clock
// is from it.
export function AgeChip({ heardAt, ahead }: { heardAt: number; ahead: number }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const state = freshness((now - heardAt) / 1000);
  const dress = { live: 'chip', stale: 'chip warning', lost: 'chip alarm' }[state];
  const text =
    state === 'live'
      ? t('age.live', { time: clockWithSeconds(now + ahead) })
      : t('age.stopped', { time: clock(heardAt + ahead) });
  return (
    <span className={`${dress} age`} data-state={state}>
      <i aria-hidden="true" />
      {text}
    </span>
  );
}
