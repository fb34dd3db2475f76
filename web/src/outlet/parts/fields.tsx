import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Figure {
  label: string;
  unit?: string;
  value: string; // As typed: what is not yet a number stays what it is.
  set: (value: string) => void;
  step?: number;
  min?: number;
  max?: number;
  hint?: ReactNode;
}

// A figure for gloved fingers: typed, or stepped by two large buttons.
export function FigureField({ label, unit, value, set, step = 1, min = 0, max, hint }: Figure) {
  const { t } = useTranslation();
  const id = useId();
  const digits = step < 1 ? 1 : 0;
  const by = (direction: 1 | -1) => {
    const next = (Number(value) || 0) + direction * step;
    set(Math.min(max ?? Infinity, Math.max(min, next)).toFixed(digits));
  };
  return (
    <div className="figure-field">
      <label htmlFor={id}>
        {label}
        {unit && <span className="note"> {unit}</span>}
      </label>
      <span className="stepper">
        <button type="button" aria-label={t('tablet.less', { what: label })} onClick={() => by(-1)}>
          −
        </button>
        <input
          id={id}
          inputMode={step < 1 ? 'decimal' : 'numeric'}
          autoComplete="off"
          required
          pattern={step < 1 ? '[0-9]+([.][0-9])?' : '[0-9]+'}
          value={value}
          onChange={(event) => set(event.target.value.trim())}
        />
        <button type="button" aria-label={t('tablet.more', { what: label })} onClick={() => by(1)}>
          +
        </button>
      </span>
      {hint}
    </div>
  );
}

interface Text {
  label: string;
  value: string;
  set: (value: string) => void;
  type?: 'text' | 'date';
  required?: boolean;
  suggestions?: string[];
}

export function TextField({ label, value, set, type = 'text', required, suggestions }: Text) {
  const id = useId();
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type={type}
        required={required}
        autoComplete="off"
        list={suggestions && `${id}-known`}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
      {suggestions && (
        <datalist id={`${id}-known`}>
          {suggestions.map((text) => (
            <option key={text} value={text}>
              {text}
            </option>
          ))}
        </datalist>
      )}
    </div>
  );
}

interface Choices {
  label: string;
  value: string;
  set: (value: string) => void;
  choices: { value: string; text: string }[];
}

export function ChoiceField({ label, value, set, choices }: Choices) {
  const id = useId();
  return (
    <div className="text-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => set(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface Form {
  label?: string;
  verb: string;
  disabled?: boolean;
  danger?: boolean;
  send: () => Promise<unknown>;
  children?: ReactNode;
}

// Fields and one verb. The write is on the tablet when the button comes back.
export function WriteForm({ label, verb, disabled, danger, send, children }: Form) {
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    await send().finally(() => setBusy(false));
  };
  return (
    <form className="write-form" aria-label={label} onSubmit={(event) => void submit(event)}>
      {children}
      <button
        type="submit"
        className={danger ? 'button danger' : 'button primary'}
        disabled={disabled || busy}
      >
        {verb}
      </button>
    </form>
  );
}
