import { expect, test } from 'vitest';
import { difference, inWords, shown, signed } from './reportWords';

test('money is in yuan, what is not known is a dash and never nought', () => {
  expect(inWords('cash_held_fen', 1_234_500)).toBe('12,345.00');
  expect(inWords('rounds_done', 3)).toBe('3');
  expect(inWords('rounds_done', 0)).toBe('0');
  expect(inWords('rounds_done', null)).toBe('—');
});

test('what was sent stands before what the rooms say now', () => {
  const figure = { key: 'rounds_done', sent: 0, now: 2, day_before: 3, changed: true } as const;
  expect(shown(figure)).toBe(0);
  expect(signed('rounds_done', difference(figure))).toBe('−3');
  expect(shown({ ...figure, sent: null })).toBe(2);
});

test('there is no difference to a day that nobody reported', () => {
  const figure = { key: 'entered', sent: 5, now: 5, day_before: null, changed: false } as const;
  expect(difference(figure)).toBeUndefined();
  expect(signed('entered', difference(figure))).toBe('');
  expect(signed('entered', 0)).toBe('±0');
});
