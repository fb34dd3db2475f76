import { expect, it } from 'vitest';
import type { QueuePage, WindowNow } from '../api/contract';
import { announced } from './calls';

const at = (window: number, ticket?: string, calls = 1, serving = false): WindowNow => ({
  window,
  state: 'open',
  services: ['cash'],
  ticket,
  serving,
  calls,
  why_nobody: '',
});
const page = (...windows: WindowNow[]) => ({ outlet: 'O', windows }) as unknown as QueuePage;

it('announces nothing when it starts, so that the morning is not called again', () => {
  expect(announced(undefined, page(at(1, 'A1')))).toEqual([]);
});

it('announces each call once, and a call that is repeated once more', () => {
  const idle = page(at(1), at(2, 'A2', 1, true));
  const called = page(at(1, 'A1'), at(2, 'A2', 1, true));
  const again = page(at(1, 'A1', 2), at(2, 'A2', 1, true));
  expect(announced(idle, called)).toEqual([{ ticket: 'A1', window: 1 }]);
  expect(announced(called, called)).toEqual([]);
  expect(announced(called, again)).toEqual([{ ticket: 'A1', window: 1 }]);
});

it('announces two windows in one reading, and nobody who is being served', () => {
  const before = page(at(1, 'A1', 1, true), at(2));
  const now = page(at(1, 'A3'), at(2, 'A4'), at(3, 'A5', 1, true));
  expect(announced(before, now).map((one) => one.ticket)).toEqual(['A3', 'A4']);
});

it('does not announce the calls of another outlet', () => {
  const other = { ...page(at(1)), outlet: 'P' };
  expect(announced(other, page(at(1, 'A1')))).toEqual([]);
});
