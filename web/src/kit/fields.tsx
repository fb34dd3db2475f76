// One labelled input of a form, as the dialogs of every room have it.

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

interface Choice<Word extends string> {
  label: string;
  value: Word;
  set: (value: Word) => void;
  words: readonly Word[];
  say?: (value: Word) => string; // Without it they stand as they are.
}

export function ChoiceInput<Word extends string>(props: Choice<Word>) {
  const { label, value, set, words, say } = props;
  return (
    <label className="field">
      <span>{label}</span>
      <select className="input" value={value} onChange={(event) => set(event.target.value as Word)}>
        {words.map((word) => (
          <option key={word} value={word}>
            {say ? say(word) : word}
          </option>
        ))}
      </select>
    </label>
  );
}
