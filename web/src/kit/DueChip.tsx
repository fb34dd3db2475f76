import { useTranslation } from 'react-i18next';
import type { Time } from '../api/contract';
import { day, clock, dayAndClock } from './format';

// Until when, counted down near the end; relative time stands only beside the absolute one.
export function DueChip({ deadline, now }: { deadline: Time; now: Time }) {
  const { t } = useTranslation();
  const minutes = Math.round((Date.parse(deadline) - Date.parse(now)) / 60_000);
  const sameDay = day(deadline) === day(now);
  const at = sameDay ? t('due.today', { time: clock(deadline) }) : dayAndClock(deadline);
  if (Math.abs(minutes) >= 24 * 60) {
    const days = Math.floor(Math.abs(minutes) / 1440);
    if (minutes < 0) return <span className="due late">{t('due.late-days', { days, at })}</span>;
    return <span className="due">{at}</span>;
  }
  const hours = Math.floor(Math.abs(minutes) / 60);
  const span =
    hours > 0
      ? t('due.hours-minutes', { hours, minutes: Math.abs(minutes) % 60 })
      : t('due.minutes', { minutes: Math.abs(minutes) });
  if (minutes < 0) return <span className="due late">{t('due.late', { span, at })}</span>;
  return <span className={minutes <= 120 ? 'due soon' : 'due'}>{t('due.left', { span, at })}</span>;
}
