import { describe, expect, it } from 'vitest';
import type { CashRunwayRow } from '../api/contract';
import { chance, until } from './runway';

const view = { now: '2021-01-08T02:00:00Z', time_zone: 'Asia/Shanghai' };
const t = ((key: string) => key) as unknown as Parameters<typeof until>[2];
const row = (of: Partial<CashRunwayRow>) =>
  ({ paying: true, basis: 'declared', clean: 100, safe_until: null, ...of }) as CashRunwayRow;

describe('the chance of running out', () => {
  it('is a whole percent, and never nothing where it is small', () => {
    expect(chance(0)).toBe('0 %');
    expect(chance(1)).toBe('< 1 %');
    expect(chance(99)).toBe('< 1 %');
    expect(chance(850)).toBe('9 %');
    expect(chance(9900)).toBe('99 %');
    expect(chance(9901)).toBe('> 99 %');
  });
});

describe('until when the clean cash lasts', () => {
  it('is the hour of the warning, by the clock of the outlet', () => {
    expect(until(row({ safe_until: '2021-01-08T06:45:00Z' }), view, t)).toBe('01-08 14:45');
    expect(until(row({}), view, t)).toBe('runway.lasts');
  });
  it('is said in words where there is no cash, no payout or no forecast', () => {
    expect(until(row({ clean: 0 }), view, t)).toBe('runway.dry');
    expect(until(row({ paying: false }), view, t)).toBe('runway.not-paying');
    expect(until(row({ basis: 'none', clean: 0 }), view, t)).toBe('runway.unknown');
  });
});
