import { expect, it } from 'vitest';
import { isReadable, packsOf, piecesOf, sumOf, together } from './cash';

it('adds up whole pieces by denomination', () => {
  const packs = packsOf({ yuan_100: '3', jiao_5: '1', yuan_20: '', yuan_10: '0' });
  expect(packs).toEqual([
    { denomination: 'yuan_100', count: 3 },
    { denomination: 'jiao_5', count: 1 },
  ]);
  expect(sumOf(packs)).toBe(30_050);
  expect(piecesOf(packs)).toEqual({ yuan_100: '3', jiao_5: '1' });
});

it('knows what is not a number of pieces', () => {
  expect(isReadable({ yuan_100: '12', yuan_50: '' })).toBe(true);
  for (const text of ['1.5', '-1', 'x', '123456789'])
    expect(isReadable({ yuan_100: text })).toBe(false);
});

it('takes a part from a heap', () => {
  const heap = packsOf({ yuan_100: '5', yuan_50: '2' });
  expect(together(heap, packsOf({ yuan_100: '5', yuan_50: '1' }), -1)).toEqual([
    { denomination: 'yuan_50', count: 1 },
  ]);
  expect(sumOf(together(heap, heap))).toBe(2 * sumOf(heap));
});
