import { expect, it } from 'vitest';
import type { CashDayPage } from '../../api/contract';
import { bundlesOf, packsOfBundles } from './BundlesField';
import { sheetRows, toCsv, totals } from './sheetFile';

const page = {
  outlet: '102221004264',
  title: '向工街支行',
  state: 'drawn_up',
  drawn_up_by: 'SY-4264-teller',
  sheet: {
    day: '2021-01-08',
    opening: 800_000_00,
    lines: [
      { kind: 'received', amount: 4_300_50, times: 2 },
      { kind: 'surplus', amount: 100_00, times: 1 },
      { kind: 'paid', amount: 300_00, times: 1 },
    ],
    others: 0,
    closing: 804_100_50,
    since: 0,
    held: [],
    discrepancies_open: 1,
  },
  time_zone: 'Asia/Shanghai',
} as unknown as CashDayPage;

it('adds up what came in and what went out', () => {
  const { into, out } = totals(page);
  expect({ into, out }).toEqual({ into: 4_400_50, out: 300_00 });
  expect(page.sheet.opening + into - out + page.sheet.others).toBe(page.sheet.closing);
});

it('writes each line into its own column, to the fen', () => {
  const rows = sheetRows(page, ((key: string) => key) as never);
  expect(rows).toContainEqual(['flow-kind.received', '2', '4300.50', '']);
  expect(rows).toContainEqual(['flow-kind.paid', '1', '', '300.00']);
  expect(rows).toContainEqual(['daysheet.closing', '', '804100.50']);
});

it('quotes what would break a row, and makes no formula', () => {
  expect(toCsv([['a,b', 'say "x"'], ['=1+1']])).toBe('\uFEFF"a,b","say ""x"""\r\n\'=1+1\r\n');
});

it('orders in whole bundles: a thousand notes, five hundred coins', () => {
  const packs = packsOfBundles({ yuan_100: '2', coin_1: '3', yuan_5: '' });
  expect(packs).toEqual([
    { denomination: 'yuan_100', count: 2000 },
    { denomination: 'coin_1', count: 1500 },
  ]);
  expect(bundlesOf(packs)).toEqual({ yuan_100: '2', coin_1: '3' });
});
