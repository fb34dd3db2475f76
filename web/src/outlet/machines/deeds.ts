// What the tablet writes about machines. A stop and a reading are taken at any time; what two
// people do expires, so it needs the line: an order that is confirmed late opens no cassette.
import type { CommandName, Commands, MachineRow, Machines } from '../../api/contract';
import { deed, type AnyDeed, type Mark, type Translate } from '../engine/deed';

type Own = Extract<CommandName, `machine.${string}` | 'cash.confirm'>;
type Body = { outlet: string; machine?: string; act?: string };

const machineOf = (view: Machines, id?: string) =>
  view.sites[0]?.machines.find((m) => m.machine === id);

const edited = (view: Machines, id: string, change: Partial<MachineRow>): Machines => ({
  ...view,
  sites: view.sites.map((site) => ({
    ...site,
    machines: site.machines.map((m) => (m.machine === id ? { ...m, ...change } : m)),
  })),
});

interface Said<Name extends Own> {
  expires?: true;
  room?: 'cash';
  foresee?: (view: Machines, body: Commands[Name], mark: Mark) => Machines;
  say: (body: Commands[Name], t: Translate) => string;
}

const ofMachine = <Name extends Own>(command: Name, own: Said<Name>): AnyDeed =>
  deed<Name, 'machines'>({
    command,
    view: 'machines',
    moment: own.expires ? 'expires' : 'told',
    stream: ({ outlet }) => `${own.room ?? 'machine'}/${outlet}`,
    thing: (body) => {
      const { outlet, machine, act } = body as Body;
      return `machine/${outlet}/${machine ?? act}`;
    },
    version: () => undefined,
    state: (view, body) => machineOf(view, (body as Body).machine)?.serves ?? null,
    foresee: own.foresee ?? ((view) => view),
    say: own.say,
    tell: (serves, t) => t(serves ? 'machine.serves' : 'machine.stands'),
  });

const twoPeople = { expires: true, room: 'cash' } as const;

export const deeds: AnyDeed[] = [
  ofMachine('machine.stop', {
    foresee: (view, { machine, reason }, { at }) =>
      edited(view, machine, { serves: false, reason, since: at, counters_read: false }),
    say: ({ machine, reason }, t) =>
      t('machine.said.stop', { machine, why: t(`machine.reason.${reason}`) }),
  }),
  ofMachine('machine.report', {
    foresee: (view, { machine, mode, cassettes }, { at }) => {
      const row = machineOf(view, machine);
      if (!row) return view;
      return edited(view, machine, {
        confirmed: mode,
        drifts: Boolean(row.mode && row.mode !== mode),
        reported_at: at,
        counters_read: !row.serves,
        cassettes: row.cassettes.map((c) => {
          const read = cassettes.find((one) => one.cassette === c.cassette);
          if (!read) return c;
          const sign = c.direction === 'takes_in' ? 1 : -1;
          const held = Math.max(0, c.held + sign * (read.moved - c.counter));
          return { ...c, held, counter: read.moved, sensed: read.held };
        }),
      });
    },
    say: ({ machine }, t) => t('machine.said.report', { machine }),
  }),
  ofMachine('machine.test-dispense', {
    foresee: (view, { machine, passed }) => edited(view, machine, { test_due: !passed }),
    say: ({ machine, passed }, t) =>
      t(passed ? 'machine.said.tested' : 'machine.said.failed', { machine }),
  }),
  ofMachine('machine.resume', {
    foresee: (view, { machine }, { at }) => edited(view, machine, { serves: true, since: at }),
    say: ({ machine }, t) => t('machine.said.resume', { machine }),
  }),
  ofMachine('machine.switch-mode', {
    ...twoPeople,
    say: ({ switches }, t) =>
      t('machine.said.switch', {
        what: switches
          .map((s) => `${s.machine} ${t(`machine.mode.${s.mode}`)}`)
          .join(t('list.comma')),
      }),
  }),
  ofMachine('machine.load', {
    ...twoPeople,
    say: ({ machine, bags }, t) =>
      t('machine.said.load', { machine, bags: bags.join(t('list.comma')) }),
  }),
  ofMachine('machine.settle', {
    ...twoPeople,
    say: ({ machine }, t) => t('machine.said.settle', { machine }),
  }),
  ofMachine('cash.confirm', {
    ...twoPeople,
    say: ({ act }, t) => t('machine.said.confirm', { act: act.slice(-6) }),
  }),
];

export const commands = deeds.map((one) => one.command);
