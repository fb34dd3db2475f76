interface Figure {
  label: string;
  value: number;
  set: (value: number) => void;
  min?: number;
  max?: number;
}

export function FigureInput({ label, value, set, min = 0, max }: Figure) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        type="number"
        required
        min={min}
        max={max}
        value={value}
        onChange={(event) => set(Number(event.target.value))}
      />
    </label>
  );
}

interface Text {
  label: string;
  value: string;
  set: (value: string) => void;
  type?: 'text' | 'date';
  required?: boolean;
}

export function TextInput({ label, value, set, type = 'text', required }: Text) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        type={type}
        required={required}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
}
