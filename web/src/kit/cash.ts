// Notes and coins by denomination, as people count them: whole pieces, and a sum that follows.
import type { CashDenomination, CashPack } from '../api/contract';

export const denominations = [
  ['yuan_100', 10_000],
  ['yuan_50', 5_000],
  ['yuan_20', 2_000],
  ['yuan_10', 1_000],
  ['yuan_5', 500],
  ['yuan_1', 100],
  ['coin_1', 100],
  ['jiao_5', 50],
  ['jiao_1', 10],
] as const satisfies readonly (readonly [CashDenomination, number])[];

// As typed: what is not yet a number stays what it is.
export type Pieces = Partial<Record<CashDenomination, string>>;

const isWhole = (text: string) => /^\d{1,8}$/.test(text);

export const packsOf = (pieces: Pieces): CashPack[] =>
  denominations
    .map(([denomination]) => ({ denomination, count: Number(pieces[denomination] ?? '') }))
    .filter((pack) => pack.count > 0);

export const piecesOf = (packs: readonly CashPack[]): Pieces =>
  Object.fromEntries(packs.map((pack) => [pack.denomination, String(pack.count)]));

export const isReadable = (pieces: Pieces) =>
  Object.values(pieces).every((text) => text === '' || isWhole(text));

export const sumOf = (packs: readonly CashPack[]) =>
  packs.reduce((sum, { denomination, count }) => sum + count * valueOf(denomination), 0);

const valueOf = (denomination: CashDenomination) =>
  denominations.find(([name]) => name === denomination)![1];

const countOf = (packs: readonly CashPack[], of: CashDenomination) =>
  packs.find((pack) => pack.denomination === of)?.count ?? 0;

// Two heaps together, or one without a part of it; what is then nothing is left out.
export function together(all: readonly CashPack[], more: readonly CashPack[], sign: 1 | -1 = 1) {
  return denominations
    .map(([denomination]) => ({
      denomination,
      count: countOf(all, denomination) + sign * countOf(more, denomination),
    }))
    .filter((pack) => pack.count !== 0);
}
