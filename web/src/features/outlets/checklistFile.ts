// A checklist as it is written for the command line, examples/checklist.json: {"from", "items"}.
import type { ChecklistItem, ChecklistPhase, Day } from '../../api/contract';

const phases: readonly unknown[] = [
  'before_opening',
  'during_hours',
  'after_closing',
] satisfies ChecklistPhase[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isItem = (value: unknown) =>
  isObject(value) &&
  phases.includes(value.phase) &&
  [value.item, value.title_zh, value.title_en].every((text) => typeof text === 'string');

// So much of its form as the page needs to show it; whether the list stands is the server's to say.
export function listIn(text: string): { from?: Day; items: ChecklistItem[] } | undefined {
  try {
    const list: unknown = JSON.parse(text);
    if (!isObject(list) || !Array.isArray(list.items) || !list.items.every(isItem))
      return undefined;
    const from = typeof list.from === 'string' ? list.from : undefined;
    return { from, items: list.items as ChecklistItem[] };
  } catch {
    return undefined;
  }
}
