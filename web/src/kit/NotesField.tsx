// So many of each denomination, and the sum as it grows: what is counted is typed, never a sum
// alone.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { denominations, isReadable, packsOf, sumOf, type Pieces } from './cash';
import { money } from './format';
import './notes.css';

interface Grid {
  value: Pieces;
  set: (value: Pieces) => void;
  digits: number; // Most of one denomination.
}

export function PiecesGrid({ value, set, digits }: Grid) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="notes-grid">
      {denominations.map(([denomination]) => (
        <div key={denomination} className="notes-line">
          <label htmlFor={`${id}-${denomination}`}>{t(`denomination.${denomination}`)}</label>
          <input
            id={`${id}-${denomination}`}
            className="input"
            inputMode="numeric"
            pattern={`[0-9]{0,${digits}}`}
            autoComplete="off"
            placeholder="0"
            value={value[denomination] ?? ''}
            onChange={(event) => set({ ...value, [denomination]: event.target.value.trim() })}
          />
        </div>
      ))}
    </div>
  );
}

interface Notes {
  label: string;
  value: Pieces;
  set: (value: Pieces) => void;
}

export function NotesField({ label, value, set }: Notes) {
  const { t, i18n } = useTranslation();
  const sum = sumOf(packsOf(value));
  return (
    <fieldset className="notes-field">
      <legend>{label}</legend>
      <PiecesGrid value={value} set={set} digits={8} />
      <output className="notes-sum" aria-live="polite">
        {t('till.sum')} <strong>{isReadable(value) ? money(sum, i18n.language) : '–'}</strong>
      </output>
    </fieldset>
  );
}
