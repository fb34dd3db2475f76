// A round that is begun: its contact time runs down by the server's clock, and it can be finished
// when that is over.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundsPage, RoundUnderWay } from '../../api/contract';
import { clock } from '../../kit/format';
import { useTablet } from '../context';
import { FigureField, TextField, WriteForm } from '../parts/fields';

export function UnderWay({ page }: { page: RoundsPage }) {
  const { t } = useTranslation();
  if (page.open.length === 0) return null;
  return (
    <section className="card under-way" aria-labelledby="under-way-title">
      <h2 id="under-way-title">{t('round.under-way')}</h2>
      {page.open.map((open) => (
        <OpenRound key={open.round.round} open={open} page={page} />
      ))}
    </section>
  );
}

function useSeconds(until: string) {
  const tablet = useTablet();
  const left = () => Math.ceil((Date.parse(until) - Date.parse(tablet.now())) / 1000);
  const [seconds, set] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => set(left), 500);
    return () => clearInterval(timer);
  });
  return Math.max(0, seconds);
}

const two = (n: number) => String(n).padStart(2, '0');

function OpenRound({ open: { round, ready_at }, page }: { open: RoundUnderWay; page: RoundsPage }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const seconds = useSeconds(ready_at);
  const [wipes, setWipes] = useState('0');
  const [exception, setException] = useState('');
  const finish = () =>
    tablet.write('disinfection.finish', {
      outlet: page.outlet,
      round: round.round,
      wipes_used: Number(wipes),
      exception: exception || null,
    });
  return (
    <article className="open-round" aria-label={t('round.under-way')}>
      <p className="countdown">
        <span role="timer" aria-label={t('round.left')}>
          {Math.floor(seconds / 60)}:{two(seconds % 60)}
        </span>
        <span className="note">
          {seconds > 0
            ? t('round.ready-at', { at: clock(ready_at, page.time_zone) })
            : t('round.ready')}
        </span>
      </p>
      <p className="note">
        {round.kind === 'terminal' && <span className="chip alarm">{t('round.terminal')}</span>}{' '}
        {round.machine ? `${t('round.machine', { n: round.machine })} · ` : ''}
        {round.touch_points.map((point) => t(`touch.${point}`)).join(t('list.comma'))} ·{' '}
        {round.concentration} {round.agent === 'chlorine' ? 'mg/L' : '%'} · {round.batch} ·{' '}
        {t('round.begun', { at: clock(round.begun_at, page.time_zone), by: round.by })}
      </p>
      <WriteForm verb={t('round.finish')} disabled={seconds > 0} send={finish}>
        <div className="fields">
          <FigureField label={t('round.wipes')} value={wipes} set={setWipes} />
          <TextField label={t('round.exception')} value={exception} set={setException} />
        </div>
      </WriteForm>
      <Abandon outlet={page.outlet} round={round.round} />
    </article>
  );
}

function Abandon({ outlet, round }: { outlet: string; round: string }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [reason, setReason] = useState('');
  return (
    <details>
      <summary>{t('round.abandon')}</summary>
      <WriteForm
        verb={t('round.abandon')}
        danger
        send={() => tablet.write('disinfection.abandon', { outlet, round, reason })}
      >
        <p className="note">{t('round.abandon-means')}</p>
        <TextField label={t('round.reason')} required value={reason} set={setReason} />
      </WriteForm>
    </details>
  );
}
