// When a thing happened, if that was not now: a time of today or of a day before.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Time } from '../../api/contract';
import { dayAndClock, instantAt } from '../../kit/format';

interface Moment {
  label: string;
  value: string; // "2021-01-08T09:30", or nothing: now.
  set: (value: string) => void;
}

export function MomentField({ label, value, set }: Moment) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="text-field">
      <label htmlFor={id}>
        {label} <span className="note">{t('tablet.empty-is-now')}</span>
      </label>
      <input
        id={id}
        className="input"
        type="datetime-local"
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </div>
  );
}

// The clock on the wall of the outlet, as an instant: as far from now as the two readings are.
export function momentOf(typed: string, now: Time, zone: string): { occurred_at?: Time } {
  if (!typed) return {};
  return { occurred_at: instantAt(typed, now, zone) };
}

export const saidMoment = (occurred_at: Time | null | undefined) =>
  occurred_at ? ` · ${dayAndClock(occurred_at)}` : '';
