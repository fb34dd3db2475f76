// @vitest-environment node
import { expect, it } from 'vitest';
import type { OutletPage, PolicySet, RoundsPage, ShelfPage, StockLine } from '../../api/contract';
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
  open_rounds: [],
  untreated: [{ touch_point: 'floor' }, { touch_point: 'atm_slot', machine: 2 }],
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
    'team',
    'van',
    'checklists',
    'opening',
    'hall',
    'disinfection',
    'cash',
    'supplies',
    'machines',
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

it('puts the next round one rhythm after a round that waits, and opens its gate when all is done', () => {
  const floor = entry('disinfection.record', { touch_points: ['floor'], wipes_used: 0 });
  const slot = (machine: number) =>
    entry('disinfection.record', { touch_points: ['atm_slot'], machine, wipes_used: 0 });
  const seen = foreseen(floor, slot(2));
  expect(seen.next_round_due).toBe('2021-01-08T06:00:00.000Z');
  expect(seen.gate_unmet).toEqual([]);
  expect(seen.rounds_ever).toBe(4);
  expect(foreseen(floor, slot(1)).gate_unmet).toEqual(['gate.disinfection-missing']);
});

const at = (minute: number) => `2021-01-08T04:${String(minute).padStart(2, '0')}:00Z`;
const rounds = {
  outlet,
  machines: 2,
  duties: [{ touch_point: 'floor', interval_minutes: 120, per_customer: false }],
  clocks: [
    { touch_point: 'floor', due: '2021-01-08T03:00:00Z', per_customer: false },
    { touch_point: 'seat', due: '2021-01-08T05:00:00Z', per_customer: false },
  ],
  untreated: [{ touch_point: 'floor' }],
  open: [],
  rules: [{ agent: 'chlorine', kind: 'routine', least: 500, contact_minutes: 30 }],
  airings: { done: 0, due: 1, per_day: 3 },
  terminal_outstanding: true,
  version: 3,
  as_of_seq: 10,
} as unknown as RoundsPage;

it('shows a round that was begun without a line, and its clocks once it is finished', () => {
  const body = { round: 'R', agent: 'chlorine', touch_points: ['floor'], kind: 'terminal' };
  const begun = entry('disinfection.begin', body, { at: at(0) });
  const finished = entry('disinfection.finish', { round: 'R', wipes_used: 0 }, { at: at(30) });
  const under = deeds.foreseen({ outlet: page, rounds }, [begun]);
  expect(under.rounds!.open[0]!.ready_at).toBe('2021-01-08T04:30:00.000Z');
  expect(under.outlet!.open_rounds).toHaveLength(1);
  const done = deeds.foreseen({ outlet: page, rounds }, [begun, finished]);
  expect(done.rounds!.open).toEqual([]);
  expect(done.rounds!.clocks.map((c) => c.touch_point)).toEqual(['seat', 'floor']);
  expect(done.rounds!.clocks[1]!.due).toBe('2021-01-08T06:30:00.000Z');
  expect(done.rounds!.terminal_outstanding).toBe(false);
  expect(done.outlet!.rounds[0]).toMatchObject({ contact_minutes: 30, at: at(30) });
});

const lot = (name: string, quantity: number, expires_on?: string) => ({
  item: 'suit',
  lot: name,
  quantity,
  expires_on,
});

it('takes the first lots to expire, and has what was sent on its way until it is counted in', () => {
  const shelf = {
    outlet,
    rows: [],
    lots: [lot('old', 5, '2021-01-07'), lot('a', 20, '2021-02-01'), lot('b', 30)],
    incoming: [{ transfer: 'T', lines: [lot('c', 10, '2021-03-01')] }],
    places: [],
    keepers: [],
    now: at(0),
    version: 5,
    as_of_seq: 10,
  } as unknown as ShelfPage;
  const arrived = entry('supply.accept', {
    transfer: 'T',
    lines: [{ item: 'suit', lot: 'c', counted: 8 }],
    reason: 'two torn',
  });
  const seen = deeds.foreseen({ outlet: page, shelf }, [issue({}), arrived]);
  expect(seen.shelf!.lots.map((l) => `${l.lot} ${l.quantity}`)).toEqual(['old 5', 'b 20', 'c 8']);
  expect(seen.shelf!.incoming).toEqual([]);
  expect(seen.outlet!.stock[0]!.stock).toBe(78);
});

it('tells things of one stream apart, so that only the same thing is a conflict', () => {
  const count = deeds.of('supply.count', {});
  const on = { outlet, item: 'suit', counted: 1, reason: '' };
  expect(count.stream(on)).toBe(`supply/${outlet}`);
  expect(count.thing(on)).not.toBe(count.thing({ ...on, item: 'mask' }));
  const turn = deeds.of('outlet.switch-self-service', {});
  const limit = deeds.of('outlet.restrict', {});
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

it('lets a signature about a van wait for the other side, and one about notes expire', () => {
  const ofVan = deeds.of('cash.confirm', { outlet: 'o', act: 'VR-0114-o-in' });
  expect(ofVan).toMatchObject({ view: 'van-stops', awaits: ['cash.act-unknown'] });
  expect(ofVan.moment).toBeUndefined();
  const ofNotes = deeds.of('cash.confirm', { outlet: 'o', act: '01EVE000000000000000000001' });
  expect(ofNotes).toMatchObject({ view: 'cash-outlet', moment: 'expires' });
});
