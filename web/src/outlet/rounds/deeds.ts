// What the tablet writes about disinfection, and how its pages look once it is done.
import type {
  Commands,
  DisinfectionRound,
  DisinfectionTouchPoint,
  OutletPage,
  RoundsPage,
} from '../../api/contract';
import { dayAndClock } from '../../kit/format';
import { deed, type Mark, type Translate } from '../engine/deed';

type Surfaces = { touch_points: DisinfectionTouchPoint[]; machine?: number | null };

const streamOf = ({ outlet }: { outlet: string }) => `disinfection/${outlet}`;
const roundOf = ({ outlet, round }: { outlet: string; round: string }) =>
  `disinfection/${outlet}/${round}`;

export const how = (
  round: Pick<DisinfectionRound, 'agent' | 'concentration' | 'contact_minutes'>,
  t: Translate,
) =>
  t(`agent.${round.agent}`, { concentration: round.concentration, minutes: round.contact_minutes });

// One machine's surface is not another's; a round without a number was of all of them.
const touches = (round: Surfaces, point: DisinfectionTouchPoint, machine?: number | null) =>
  round.touch_points.includes(point) &&
  (round.machine === undefined || round.machine === null || round.machine === machine);

const treats =
  (round: Surfaces) => (s: { touch_point: DisinfectionTouchPoint; machine?: number | null }) =>
    touches(round, s.touch_point, s.machine);

function treated(view: RoundsPage, round: Surfaces, at: string): RoundsPage {
  const touched = treats(round);
  const interval = (point: DisinfectionTouchPoint) =>
    view.duties.find((duty) => duty.touch_point === point)?.interval_minutes ?? 0;
  const clocks = view.clocks
    .map((c) =>
      touched(c)
        ? {
            ...c,
            last: at,
            due: new Date(Date.parse(at) + interval(c.touch_point) * 60_000).toISOString(),
          }
        : c,
    )
    .toSorted((a, b) => a.due.localeCompare(b.due));
  return { ...view, clocks, untreated: view.untreated.filter((s) => !touched(s)) };
}

// The gate falls open only when nothing that it asks for is left.
function shown(page: OutletPage, round: DisinfectionRound): OutletPage {
  const untreated = page.untreated.filter((s) => !treats(round)(s));
  return {
    ...page,
    rounds: [round, ...page.rounds],
    rounds_ever: page.rounds_ever + 1,
    next_round_due: nextDue(page, round.at),
    round_overdue: false,
    untreated,
    gate_unmet:
      untreated.length > 0
        ? page.gate_unmet
        : page.gate_unmet.filter((code) => code !== 'gate.disinfection-missing'),
  };
}

// One round later in the rhythm of the last ones, until the server says it.
function nextDue({ next_round_due, rounds }: OutletPage, at: string): string | undefined {
  const last = rounds[0];
  if (!next_round_due || !last) return undefined;
  const rhythm = Date.parse(next_round_due) - Date.parse(last.at);
  return new Date(Date.parse(at) + rhythm).toISOString();
}

// ---- Begin, finish, abandon.

const contactOf = (view: RoundsPage, agent: string) =>
  view.rules.find((rule) => rule.agent === agent)?.contact_minutes ?? 0;

const underWay = (view: RoundsPage, round: string) =>
  view.open.find((o) => o.round.round === round);

const ofRound = {
  view: 'rounds',
  dated: true,
  stream: streamOf,
  thing: roundOf,
  version: (view: RoundsPage) => view.version,
  state: (view: RoundsPage, { round }: { round: string }) => Boolean(underWay(view, round)),
  tell: (open: unknown, t: Translate) => t(open ? 'round.is-open' : 'round.is-not-open'),
} as const;

const opened = (body: Commands['disinfection.begin'], { at, by }: Mark) => ({
  round: body.round,
  begun_at: body.occurred_at ?? at,
  by,
  agent: body.agent,
  batch: body.batch,
  concentration: body.concentration,
  touch_points: body.touch_points,
  kind: body.kind,
  machine: body.machine,
});

const begin = deed<'disinfection.begin', 'rounds'>({
  ...ofRound,
  command: 'disinfection.begin',
  foresee: (view, body, mark) => {
    const round = opened(body, mark);
    const minutes = contactOf(view, body.agent);
    const ready_at = new Date(Date.parse(round.begun_at) + minutes * 60_000).toISOString();
    return { ...view, open: [...view.open, { round, ready_at }] };
  },
  also: {
    outlet: (page, body, mark) => ({
      ...page,
      open_rounds: [...page.open_rounds, opened(body, mark)],
    }),
  },
  say: (body, t) =>
    t('round.said-begin', { n: body.touch_points.length, batch: body.batch }) + ofMachine(body, t),
});

const ofMachine = ({ machine }: { machine?: number | null }, t: Translate) =>
  machine ? ` · ${t('round.machine', { n: machine })}` : '';

const finish = deed<'disinfection.finish', 'rounds'>({
  ...ofRound,
  command: 'disinfection.finish',
  foresee: (view, { round, occurred_at }, { at }) => {
    const open = underWay(view, round);
    const rest = { ...view, open: view.open.filter((o) => o !== open) };
    if (!open) return rest;
    const ended = treated(rest, open.round, occurred_at ?? at);
    return open.round.kind === 'terminal' ? { ...ended, terminal_outstanding: false } : ended;
  },
  also: {
    outlet: (page, { round, occurred_at }, { at, by }) => {
      const open = page.open_rounds.find((o) => o.round === round);
      const rest = { ...page, open_rounds: page.open_rounds.filter((o) => o !== open) };
      if (!open) return rest;
      const ended = occurred_at ?? at;
      const contact_minutes = Math.floor((Date.parse(ended) - Date.parse(open.begun_at)) / 60_000);
      const { begun_at: _begun, round: _round, ...what } = open;
      return shown(rest, { ...what, at: ended, by, contact_minutes });
    },
  },
  say: ({ wipes_used }, t) => t('round.said-finish', { wipes: wipes_used }),
});

const abandon = deed<'disinfection.abandon', 'rounds'>({
  ...ofRound,
  dated: undefined,
  command: 'disinfection.abandon',
  foresee: (view, { round }) => ({
    ...view,
    open: view.open.filter((o) => o.round.round !== round),
  }),
  also: {
    outlet: (page, { round }) => ({
      ...page,
      open_rounds: page.open_rounds.filter((o) => o.round !== round),
    }),
  },
  say: ({ reason }, t) => t('round.said-abandon', { reason }),
});

// ---- What was done already, and the airing.

interface LastRound {
  rounds: number;
  at?: string;
  by?: string;
}

const record = deed<'disinfection.record', 'outlet'>({
  command: 'disinfection.record',
  view: 'outlet',
  dated: true,
  stream: streamOf,
  thing: streamOf,
  version: (page) => page.disinfection_version,
  state: ({ rounds_ever, rounds }): LastRound => ({
    rounds: rounds_ever,
    at: rounds[0]?.at,
    by: rounds[0]?.by,
  }),
  foresee: (page, body, { at, by }) => ({
    ...shown(page, { ...body, at: body.occurred_at ?? at, by }),
    stock: page.stock.map((line) =>
      line.item === 'wipe' ? { ...line, stock: line.stock - body.wipes_used } : line,
    ),
  }),
  also: { rounds: (view, body, { at }) => treated(view, body, body.occurred_at ?? at) },
  say: (body, t) =>
    t('round.said', { n: body.touch_points.length, how: how(body, t), batch: body.batch }),
  tell: (state, t) => {
    const { rounds, at, by } = state as LastRound;
    if (!at) return t('rounds.empty');
    return t('round.stands', { n: rounds, at: dayAndClock(at), by: by ?? '' });
  },
});

const ventilate = deed<'disinfection.ventilate', 'rounds'>({
  command: 'disinfection.ventilate',
  view: 'rounds',
  dated: true,
  stream: streamOf,
  thing: ({ outlet }) => `disinfection/${outlet}/airing`,
  version: (view) => view.version,
  state: (view) => view.airings.done,
  foresee: (view) => ({
    ...view,
    airings: { ...view.airings, done: view.airings.done + 1, next: undefined },
  }),
  say: ({ minutes }, t) => t('airing.said', { minutes }),
  tell: (done, t) => t('airing.stands', { n: done }),
});

export const deeds = [begin, finish, abandon, record, ventilate];
export const commands = [
  'disinfection.begin',
  'disinfection.finish',
  'disinfection.abandon',
  'disinfection.record',
  'disinfection.ventilate',
] as const;
