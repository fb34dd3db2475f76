// What the pages of both entries ask of a checklist's line.
import type { ChecklistLine } from '../api/contract';

type Titled = Pick<ChecklistLine, 'title_zh' | 'title_en'>;

// Titles are the province's own words, in both languages; the catalogue says which one it is.
export const titleIn = (line: Titled, t: (key: string) => string) =>
  t('check.title-language') === 'en' ? line.title_en : line.title_zh;

export const isSettled = ({ state, mandatory }: ChecklistLine) =>
  state === 'passed' || state === 'overridden' || (!mandatory && state !== 'open');

// Only an upper level can settle it now.
export const waitsForOverride = ({ state, mandatory, known }: ChecklistLine) =>
  mandatory && !known && (state === 'failed' || state === 'cannot');
