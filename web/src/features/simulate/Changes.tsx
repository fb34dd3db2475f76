import { useTranslation } from 'react-i18next';
import type { OutletRow, WhatIfDayChange } from '../../api/contract';

const least = 2;
const most = 6;

interface Shown {
  outlet: OutletRow;
  changes: WhatIfDayChange[];
  set: (changes: WhatIfDayChange[]) => void;
}

// The ways to compare, a row each; what is left empty stays as the outlet's record says.
export function Changes({ outlet, changes, set }: Shown) {
  const { t } = useTranslation();
  const change = (at: number, part: Partial<WhatIfDayChange>) =>
    set(changes.map((one, n) => (n === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="changes">
      <legend>{t('simulate.ways')}</legend>
      <p className="note">{t('simulate.as-it-is', { windows: outlet.windows })}</p>
      {changes.map((one, n) => (
        <div
          key={n}
          className="change-row"
          role="group"
          aria-label={t('simulate.way', { n: n + 1 })}
        >
          <strong aria-hidden="true">{n + 1}</strong>
          <Number
            label={t('simulate.windows')}
            value={one.windows}
            max={10}
            min={1}
            set={(windows) => change(n, { windows })}
          />
          <Number
            label={t('simulate.cap')}
            value={one.cap}
            max={96}
            min={1}
            set={(cap) => change(n, { cap })}
          />
          <Number
            label={t('simulate.pay-out')}
            value={one.pay_out_machines}
            max={10}
            min={0}
            set={(pay_out_machines) => change(n, { pay_out_machines })}
          />
          <Number
            label={t('simulate.booked')}
            value={one.booked_percent || null}
            max={80}
            min={0}
            set={(percent) => change(n, { booked_percent: percent ?? 0 })}
          />
          <button
            type="button"
            className="button"
            disabled={changes.length <= least}
            aria-label={t('simulate.drop', { n: n + 1 })}
            onClick={() => set(changes.filter((_, at) => at !== n))}
          >
            ✕
          </button>
        </div>
      ))}
      {changes.length < most && (
        <button
          type="button"
          className="button"
          onClick={() => set([...changes, { windows: outlet.windows, booked_percent: 0 }])}
        >
          {t('simulate.add')}
        </button>
      )}
    </fieldset>
  );
}

interface Field {
  label: string;
  value?: number | null;
  min: number;
  max: number;
  set: (value: number | null) => void;
}

function Number({ label, value, min, max, set }: Field) {
  const { t } = useTranslation();
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        type="number"
        min={min}
        max={max}
        placeholder={t('simulate.same')}
        value={value ?? ''}
        onChange={(event) => set(event.target.value === '' ? null : event.target.valueAsNumber)}
      />
    </label>
  );
}
