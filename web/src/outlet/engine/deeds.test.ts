// @vitest-environment node
import { expect, it } from 'vitest';
import type { OutletPage, PolicySet, StockLine } from '../../api/contract';
import { sections } from '../sections';
import { Deeds } from './deeds';
import type { Entry } from './entry';
import { asked } from './policy';

const outlet = '102221004264';
const stock: StockLine = {
  item: 'suit',
  stock: 100,
  daily_use: 10,
  people: 5,
  minimum_days: 14,
  severity: 'normal',
};
const page = {
  outlet,
  zone: 'Z',
  time_zone: 'Asia/Shanghai',
  facts: { state: 'open', self_service: true, windows_open: 1 },
  shown_state: 'open',
  gate_unmet: ['gate.disinfection-missing'],
  stock: [stock],
  rounds: [{ at: '2021-01-08T03:00:00Z' }],
  rounds_ever: 2,
  next_round_due: '2021-01-08T05:00:00Z',
  version: 6,
  supply_version: 5,
  disinfection_version: 3,
  as_of_seq: 10,
} as unknown as OutletPage;

const deeds = new Deeds(sections.flatMap((s) => s.deeds));
const entry = (command: string, body: object, more: Partial<Entry> = {}) =>
  ({
    command,
    body: { outlet, ...body },
    account: 'M',
    at: '2021-01-08T04:00:00Z',
    state: 'waiting',
    ...more,
  }) as Entry;
const foreseen = (...entries: Entry[]) => deeds.foreseen({ outlet: page }, entries).outlet!;

const issue = (more: Partial<Entry>) => entry('supply.issue', { item: 'suit', quantity: 30 }, more);
const reply = (seq: number) => ({ seq, event: '', stream: '', version: 1, at: '' });
const order = (value: number, where: object, from = '2021-01-02') => ({ value, from, ...where });
const set = (overrides: object[]) =>
  ({ rows: [{ key: 'chlorine_min_mg_per_litre', value: 500, overrides }] }) as never as PolicySet;

it('finds the sections in their folder, in their order', () => {
  expect(sections.map((s) => s.name)).toEqual([
    'health',
    'opening',
    'hall',
    'disinfection',
    'supplies',
  ]);
});

it('shows what waits as if it were recorded, one write on top of the other', () => {
  const receive = entry('supply.receive', { item: 'suit', quantity: 5, lot: 'L' });
  expect(foreseen(issue({}), receive).stock[0]).toMatchObject({ stock: 75, days: 7 });
});

it('shows neither a conflict nor what was dropped, nor what the view has in it already', () => {
  const settled = [
    issue({ state: 'conflict' }),
    issue({ state: 'dropped' }),
    issue({ state: 'done', reply: reply(10) }),
  ];
  expect(foreseen(...settled).stock[0]!.stock).toBe(100);
  expect(foreseen(issue({ state: 'done', reply: reply(11) })).stock[0]!.stock).toBe(70);
});

it('puts the next round one rhythm after a round that waits, and opens its gate', () => {
  const round = entry('disinfection.record', { touch_points: ['floor'], wipes_used: 0 });
  const seen = foreseen(round);
  expect(seen.next_round_due).toBe('2021-01-08T06:00:00.000Z');
  expect(seen.gate_unmet).toEqual([]);
  expect(seen.rounds_ever).toBe(3);
});

it('tells things of one stream apart, so that only the same thing is a conflict', () => {
  const count = deeds.of('supply.count');
  const on = { outlet, item: 'suit', counted: 1, reason: '' };
  expect(count.stream(on)).toBe(`supply/${outlet}`);
  expect(count.thing(on)).not.toBe(count.thing({ ...on, item: 'mask' }));
  const turn = deeds.of('outlet.switch-self-service');
  const limit = deeds.of('outlet.restrict');
  expect(turn.stream({ outlet })).toBe(limit.stream({ outlet }));
  expect(turn.thing({ outlet })).not.toBe(limit.thing({ outlet }));
});

it('asks for what the outlet was ordered, else its zone, else the default', () => {
  const now = '2021-01-08T04:00:00Z';
  const least = (...overrides: object[]) =>
    asked(set(overrides), 'chlorine_min_mg_per_litre', page, now);
  expect(least()).toBe(500);
  expect(least(order(700, { zone: 'Z' }), order(900, { zone: 'Other' }))).toBe(700);
  expect(least(order(700, { zone: 'Z' }), order(1000, { outlet }))).toBe(1000);
  expect(least(order(1000, { outlet }, '2021-02-01'))).toBe(500);
  expect(asked(undefined, 'chlorine_min_mg_per_litre', page, now)).toBeUndefined();
});
