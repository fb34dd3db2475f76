import { useTranslation } from 'react-i18next';
import type { Severity } from '../api/contract';

interface Supply {
  title: string;
  days: number | null | undefined; // None: nothing is used.
  minimum: number; // What the policy asks for, drawn as a tick.
  scale: number; // Days at the right end.
  severity: Severity;
}

// Days that the stock lasts, against the days that the policy asks for.
export function SupplyBar({ title, days, minimum, scale, severity }: Supply) {
  const { t } = useTranslation();
  const part = (value: number) => `${Math.min(100, (value / scale) * 100)}%`;
  return (
    <li className={`supply ${severity}`}>
      <span className="supply-title">{title}</span>
      <span className="supply-track" aria-hidden="true">
        <i style={{ width: part(days ?? 0) }} />
        <b style={{ left: part(minimum) }} />
      </span>
      <span className="supply-days">
        {days === null || days === undefined ? t('supply.unused') : t('days.n', { n: days })}
        <span className="unseen">{t('supply.minimum', { n: minimum })}</span>
      </span>
    </li>
  );
}
