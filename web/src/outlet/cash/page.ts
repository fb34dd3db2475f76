// How the page of the house's cash changes by what this tablet has written and the log has not yet
// told.
import type { CashBagRow, CashDeed, CashHolding, CashPack, CashPage } from '../../api/contract';
import { sumOf, together } from '../../kit/cash';
import type { Mark } from '../engine/deed';

type Account = Pick<CashHolding, 'place' | 'line' | 'stage' | 'source'>;

export const drawerOf = (source: CashHolding['source']): Account => ({
  place: 'window',
  line: 'paid_in',
  stage: 'received',
  source,
});

const isOf = (one: Account, other: Account) =>
  one.place === other.place && one.stage === other.stage && one.source === other.source;

export const notesIn = (page: CashPage, account: Account): CashPack[] =>
  page.stages.find((held) => isOf(held, account))?.notes ?? [];

export function moved(page: CashPage, account: Account, notes: CashPack[], sign: 1 | -1): CashPage {
  const left = together(notesIn(page, account), notes, sign);
  const rest = page.stages.filter((held) => !isOf(held, account));
  if (left.length === 0) return { ...page, stages: rest };
  return { ...page, stages: [...rest, { ...account, notes: left, amount: sumOf(left) }] };
}

export const held = (page: CashPage, by: number): CashPage => ({ ...page, held: page.held + by });

export function paid(page: CashPage, box: string, notes: CashPack[]): CashPage {
  const sum = sumOf(notes);
  const teller_boxes = page.teller_boxes.map((known) =>
    known.teller_box === box
      ? { ...known, amount: known.amount - sum, notes: together(known.notes, notes, -1) }
      : known,
  );
  return { ...held(page, -sum), clean: page.clean - sum, teller_boxes };
}

export function staged(page: CashPage, bags: string[], stage: CashBagRow['stage']): CashPage {
  const change = (row: CashBagRow) => (bags.includes(row.bag) ? { ...row, stage } : row);
  return { ...page, bags: page.bags.map(change) };
}

export function putForward(page: CashPage, act: string, deed: CashDeed, mark: Mark): CashPage {
  const expires_at = new Date(Date.parse(mark.at) + 30 * 60_000).toISOString();
  return { ...page, waiting: [...page.waiting, { act, deed, by: mark.by, expires_at }] };
}

export const settled = (page: CashPage, act: string): CashPage => ({
  ...page,
  waiting: page.waiting.filter((known) => known.act !== act),
});

export const bagRow = (page: CashPage, bag: string) => page.bags.find((row) => row.bag === bag);
