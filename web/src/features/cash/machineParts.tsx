import type { MachineKind, MachineMode, MachineReason } from '../../api/contract';

// The words of the contract that a person chooses from.
export const modes: MachineMode[] = ['deposit_only', 'withdraw_only', 'recycling'];
export const modesOf: Record<MachineKind, MachineMode[]> = {
  recycler: modes,
  atm: ['withdraw_only'],
  deposit_machine: ['deposit_only'],
};
export const reasons: MachineReason[] = [
  'replenishment',
  'settlement',
  'disinfection',
  'cassette_empty',
  'cassette_full',
  'dispenser_fault',
  'acceptor_fault',
  'network_fault',
  'power_fault',
  'ordered',
];
export const kinds: MachineKind[] = ['recycler', 'atm', 'deposit_machine'];

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
}

export function TextInput({ label, value, set }: Text) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        required
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
}
