// @vitest-environment node
import { expect, it } from 'vitest';
import type { DisinfectionClock, RoundsPage } from '../../api/contract';
import { byDue, surfaces } from '../../kit/clocks';
import { momentOf } from '../parts/MomentField';
import { asRounds, count, everything } from './surfaces';

const page = {
  machines: 2,
  duties: ['counter', 'pen', 'atm_slot', 'atm_keypad'].map((touch_point) => ({ touch_point })),
} as RoundsPage;

it('ticks all that the plan names, the machines by their numbers', () => {
  expect(everything(page)).toEqual({ points: ['counter', 'pen'], machines: [1, 2] });
  expect(count(everything(page))).toBe(6);
});

it('is one round over everything, and one more for each machine where some are left out', () => {
  const all = everything(page);
  expect(asRounds(all, 2)).toEqual([
    { touch_points: ['counter', 'pen', 'atm_keypad', 'atm_slot'] },
  ]);
  expect(asRounds({ ...all, machines: [2] }, 2)).toEqual([
    { touch_points: ['counter', 'pen'] },
    { touch_points: ['atm_keypad', 'atm_slot'], machine: 2 },
  ]);
  expect(asRounds({ points: [], machines: [1] }, 2)).toHaveLength(1);
  expect(asRounds({ points: ['pen'], machines: [] }, 2)).toEqual([{ touch_points: ['pen'] }]);
});

const clockOf = (touch_point: string, due: string, machine?: number) =>
  ({ touch_point, due, machine }) as DisinfectionClock;
const t = (key: string) => (key === 'list.comma' ? ', ' : key.replace('touch.', ''));

it('puts what is due in the same minute together, and numbers only some of the machines', () => {
  const groups = byDue([
    clockOf('pen', '2021-01-08T02:00:10Z'),
    clockOf('atm_slot', '2021-01-08T02:00:40Z', 2),
    clockOf('seat', '2021-01-08T03:00:00Z'),
  ]);
  expect(groups.map((g) => g.clocks.length)).toEqual([2, 1]);
  expect(surfaces(groups[0]!.clocks, 2, t)).toBe('pen, atm_slot 2');
  expect(surfaces([clockOf('atm_slot', '', 1), clockOf('atm_slot', '', 2)], 2, t)).toBe('atm_slot');
});

it('reads the clock on the wall of the outlet, of today or a day before', () => {
  const now = '2021-01-08T04:30:20Z'; // 12:30 in Shenyang.
  expect(momentOf('', now, 'Asia/Shanghai')).toEqual({});
  expect(momentOf('2021-01-08T09:05', now, 'Asia/Shanghai')).toEqual({
    occurred_at: '2021-01-08T01:05:00.000Z',
  });
  expect(momentOf('2021-01-07T23:59', now, 'Asia/Shanghai')).toEqual({
    occurred_at: '2021-01-07T15:59:00.000Z',
  });
});
