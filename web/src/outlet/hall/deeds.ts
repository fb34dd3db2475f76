// What the hall writes, and what of it needs the line.
//   - What has happened is taken at any time: somebody came in or left, a temperature, a suspected
//     case, an evacuation, somebody stands at the window, is finished, a window pauses or closes.
//   - What the server decides for the whole outlet needs the line: whose turn it is, which number a
//     ticket gets, whether a band still has room. Two tablets that decided by themselves would call
//     or give the same number twice.
import type { CommandName, Commands, QueuePage, TicketShown, WindowNow } from '../../api/contract';
import { shortTicket as short } from '../../kit/queue';
import { deed, type AnyDeed, type Mark, type Translate } from '../engine/deed';

const windowOf = (view: QueuePage, window: number) => view.windows.find((w) => w.window === window);

const edited = (view: QueuePage, window: number, change: Partial<WindowNow>): QueuePage => ({
  ...view,
  windows: view.windows.map((w) => (w.window === window ? { ...w, ...change } : w)),
});
const withTicket = (view: QueuePage, id: string, change: Partial<TicketShown>): QueuePage => ({
  ...view,
  tickets: view.tickets.map((one) => (one.ticket === id ? { ...one, ...change } : one)),
});
const without = (view: QueuePage, id?: string | null): QueuePage => ({
  ...view,
  tickets: view.tickets.filter((one) => one.ticket !== id),
});

// ---- The lobby. Its counts add up whoever counts, so no version is asked for.

type Lobby = Extract<CommandName, `lobby.${string}`>;
interface OfLobby<Name extends Lobby> {
  foresee?: (view: QueuePage, body: Commands[Name], mark: Mark) => QueuePage;
  say: (body: Commands[Name], t: Translate) => string;
}
const ofLobby = <Name extends Lobby>(command: Name, own: OfLobby<Name>) =>
  deed<Name, 'queue'>({
    command,
    view: 'queue',
    moment: 'told',
    stream: ({ outlet }) => `lobby/${outlet}`,
    thing: ({ outlet }) => `lobby/${outlet}/${command}`,
    version: () => undefined,
    state: (view) => view.lobby.inside,
    foresee: own.foresee ?? ((view) => view),
    say: own.say,
    tell: (inside, t) => t('hall.stands-inside', { n: inside }),
  });

function entered(view: QueuePage, { people = 1, ticket }: Commands['lobby.enter']): QueuePage {
  const known = view.tickets.find((one) => one.ticket === ticket);
  const coming = known?.stage === 'called' && !known.inside ? 1 : 0;
  const { lobby, counts } = view;
  return {
    ...(ticket ? withTicket(view, ticket, { inside: true }) : view),
    lobby: { ...lobby, inside: lobby.inside + people, coming: lobby.coming - coming },
    counts: { ...counts, entered: counts.entered + people },
  };
}

const inside = (view: QueuePage, people: number): QueuePage => ({
  ...view,
  lobby: { ...view.lobby, inside: Math.max(0, people) },
});

const lobby: AnyDeed[] = [
  ofLobby('lobby.enter', {
    foresee: entered,
    say: ({ ticket }, t) =>
      ticket ? t('hall.said.enter-ticket', { ticket: short(ticket) }) : t('hall.said.enter'),
  }),
  ofLobby('lobby.leave', {
    foresee: (view, { people = 1 }) => inside(view, view.lobby.inside - people),
    say: (_, t) => t('hall.said.leave'),
  }),
  ofLobby('lobby.count', {
    foresee: (view, { counted }) => inside(view, counted),
    say: ({ counted }, t) => t('hall.said.count', { n: counted }),
  }),
  ofLobby('lobby.check-door', {
    say: ({ temperature_tenths, masked, symptoms }, t) =>
      t(
        symptoms ? 'hall.said.door-symptoms' : masked ? 'hall.said.door' : 'hall.said.door-no-mask',
        {
          degrees: (temperature_tenths / 10).toFixed(1),
        },
      ),
  }),
  ofLobby('lobby.isolate', {
    foresee: (view, { found_at }) =>
      found_at === 'inside' ? inside(view, view.lobby.inside - 1) : view,
    say: ({ found_at }, t) => t(`hall.isolated-as.${found_at ?? 'door'}`),
  }),
  ofLobby('lobby.release-isolation', {
    foresee: (view, { suspect }) => ({
      ...view,
      isolated: view.isolated.filter((one) => one.suspect !== suspect),
    }),
    say: ({ suspect, outcome }, t) =>
      t(`hall.released-as.${outcome ?? 'cleared'}`, { suspect: suspect.slice(11) }),
  }),
  ofLobby('lobby.evacuate', {
    foresee: (view, { reason }) => ({ ...inside(view, 0), evacuated: true, evacuated_for: reason }),
    say: ({ reason }, t) => t('hall.said.evacuate', { reason }),
  }),
  ofLobby('lobby.reopen', {
    foresee: (view) => ({ ...view, evacuated: false, evacuated_for: '' }),
    say: (_, t) => t('hall.said.reopen'),
  }),
];

// ---- A window, and who stands there. A colleague may have called somebody else there meanwhile:
// then "served" must not be said of the wrong ticket, so the version is asked for.

type AtWindow = 'queue.recall' | 'queue.miss' | 'queue.serve' | 'queue.finish' | 'queue.park';
type OfWindows = AtWindow | 'queue.call' | 'queue.transfer' | Settings;
type Settings = 'queue.open-window' | 'queue.pause-window' | 'queue.close-window';
interface OfWindow<Name extends OfWindows> {
  moment?: 'told' | 'expires';
  blind?: true; // The rules decide by themselves whether it can be.
  foresee?: (view: QueuePage, body: Commands[Name]) => QueuePage;
}
const numberOf = (body: { window?: number }) => body.window ?? 1;
const ofWindow = <Name extends OfWindows>(command: Name, own: OfWindow<Name> = {}) =>
  deed<Name, 'queue'>({
    command,
    view: 'queue',
    moment: own.moment ?? 'expires',
    stream: ({ outlet }) => `queue/${outlet}`,
    thing: (body) => `queue/${body.outlet}/${numberOf(body)}`,
    version: (view) => (own.blind ? undefined : view.version),
    state: (view, body) => {
      const at = windowOf(view, numberOf(body));
      return at ? [at.state, at.ticket ?? '', at.serving, at.calls] : null;
    },
    foresee: own.foresee ?? ((view) => view),
    say: (body, t) => t(`hall.said.${command.slice(6)}`, { window: numberOf(body) }),
    tell: (state, t) => {
      const [is, ticket] = (state ?? ['closed', '']) as string[];
      return ticket ? t('hall.stands-ticket', { ticket: short(ticket) }) : t(`hall.window.${is}`);
    },
  });

const windows: AnyDeed[] = [
  ofWindow('queue.call', { blind: true }),
  ofWindow('queue.recall'),
  ofWindow('queue.miss'),
  ofWindow('queue.park'),
  ofWindow('queue.transfer'),
  ofWindow('queue.serve', {
    moment: 'told',
    foresee: (view, body) => {
      const id = windowOf(view, numberOf(body))?.ticket;
      const served = edited(view, numberOf(body), { serving: true });
      return id ? withTicket(served, id, { stage: 'serving' }) : served;
    },
  }),
  ofWindow('queue.finish', {
    moment: 'told',
    foresee: (view, body) => {
      const left = without(view, windowOf(view, numberOf(body))?.ticket);
      const { figures } = view;
      return {
        ...edited(left, numberOf(body), { ticket: undefined, serving: false, calls: 0 }),
        figures: { ...figures, served: figures.served + 1 },
      };
    },
  }),
  ofWindow('queue.open-window', { blind: true }),
  ofWindow('queue.pause-window', {
    moment: 'told',
    blind: true,
    foresee: (view, body) =>
      edited(view, numberOf(body), { state: 'paused', paused_for: body.reason ?? 'rest' }),
  }),
  ofWindow('queue.close-window', {
    moment: 'told',
    blind: true,
    foresee: (view, body) => edited(view, numberOf(body), { state: 'closed', services: [] }),
  }),
];

// ---- Tickets, appointments and the day: numbers and places are given by the server alone.

type OfQueue =
  | 'queue.take'
  | 'queue.cancel'
  | 'queue.resume'
  | 'queue.correct-priority'
  | 'queue.close-day'
  | 'queue.book'
  | 'queue.cancel-booking'
  | 'queue.arrive'
  | 'queue.forget';
interface OfTicket<Name extends OfQueue> {
  thing: (body: Commands[Name]) => string;
  say: (body: Commands[Name], t: Translate) => string;
}
const ofQueue = <Name extends OfQueue>(command: Name, own: OfTicket<Name>) =>
  deed<Name, 'queue'>({
    command,
    view: 'queue',
    moment: 'expires',
    stream: ({ outlet }) => `queue/${outlet}`,
    thing: (body) => `queue/${body.outlet}/${own.thing(body)}`,
    version: () => undefined,
    state: (view) => view.tickets.length,
    foresee: (view) => view,
    say: own.say,
    tell: (n, t) => t('hall.stands-waiting', { n }),
  });

const tickets: AnyDeed[] = [
  ofQueue('queue.take', {
    thing: () => 'take',
    say: ({ service }, t) =>
      t('hall.said.take', { service: t(`hall.service.${service ?? 'cash'}`) }),
  }),
  ofQueue('queue.cancel', {
    thing: ({ ticket }) => ticket,
    say: ({ ticket }, t) => t('hall.said.cancel', { ticket: short(ticket) }),
  }),
  ofQueue('queue.resume', {
    thing: ({ ticket }) => ticket,
    say: ({ ticket }, t) => t('hall.said.resume', { ticket: short(ticket) }),
  }),
  ofQueue('queue.correct-priority', {
    thing: ({ ticket }) => ticket,
    say: ({ ticket, priority }, t) =>
      t('hall.said.correct-priority', {
        ticket: short(ticket),
        priority: t(`hall.priority.${priority}`),
      }),
  }),
  ofQueue('queue.close-day', { thing: () => 'day', say: (_, t) => t('hall.said.close-day') }),
  ofQueue('queue.book', {
    thing: ({ booking }) => booking,
    say: ({ booking, band }, t) => t('hall.said.book', { booking, band }),
  }),
  ofQueue('queue.cancel-booking', {
    thing: ({ booking }) => booking,
    say: ({ booking }, t) => t('hall.said.cancel-booking', { booking }),
  }),
  ofQueue('queue.arrive', {
    thing: ({ booking }) => booking,
    say: ({ booking }, t) => t('hall.said.arrive', { booking }),
  }),
  ofQueue('queue.forget', {
    thing: ({ person }) => person,
    say: ({ person }, t) => t('hall.said.forget', { person }),
  }),
];

export const deeds = [...lobby, ...windows, ...tickets];
