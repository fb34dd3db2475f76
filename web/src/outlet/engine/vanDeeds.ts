// What the outlet writes when a van comes: the check at the door, its side of each deed, and the
// line of the handover book. The crew's side may arrive later; each waits for its other half.
import type { VanRunCarriage, VanRunDetail, VanRunStop, VanStops } from '../../api/contract';
import { clock } from '../../kit/format';
import { deed, type AnyDeed, type Mark, type Translate } from './deed';

export const commands = ['van-run.arrive', 'cash.confirm', 'van-run.hand-over'] as const;

const stopIn = (view: VanStops, run: string): VanRunStop | undefined =>
  view.runs.find((it) => it.run === run)?.stops[0];

const withStop = (
  view: VanStops,
  mine: (run: VanRunDetail) => boolean,
  change: (stop: VanRunStop) => VanRunStop,
): VanStops => ({
  ...view,
  runs: view.runs.map((run) => (mine(run) ? { ...run, stops: run.stops.map(change) } : run)),
});

type About = { run: string; outlet: string };

const ofStop = {
  view: 'van-stops',
  dated: true,
  stream: ({ run }: About) => `van-run/${run}`,
  thing: ({ run, outlet }: About) => `van-run/${run}/${outlet}`,
  version: (view: VanStops, { run }: About) => view.runs.find((it) => it.run === run)?.version,
} as const;

const arrive = deed<'van-run.arrive', 'van-stops'>({
  ...ofStop,
  command: 'van-run.arrive',
  awaits: ['van-run.wrong-stage'],
  state: (view, { run }) => stopIn(view, run)?.check?.at ?? null,
  foresee: (view, { run, plate, crew }, { at, by }) =>
    withStop(
      view,
      (it) => it.run === run,
      (stop) => ({ ...stop, check: { plate, crew, by, at } }),
    ),
  say: ({ plate, crew }, t) => t('van.said-arrive', { plate, n: crew.length }),
  tell: (at, t) => (at ? t('van.stands-checked', { at: clock(at as string) }) : t('van.stands-no')),
});

const carriageOf = (act: string): VanRunCarriage => (act.endsWith('-in') ? 'deliver' : 'collect');
const isAct = (stop: VanRunStop, act: string) => stop.act_in === act || stop.act_out === act;

function countersigned(stop: VanRunStop, act: string, { at, by }: Mark): VanRunStop {
  const carriage = carriageOf(act);
  const first = stop.signatures.find((s) => s.carriage === carriage);
  return {
    ...stop,
    signatures: [
      ...stop.signatures.filter((s) => s.carriage !== carriage),
      { carriage, first_by: '', first_at: at, ...first, second_by: by, second_at: at },
    ],
  };
}

const confirm = deed<'cash.confirm', 'van-stops'>({
  command: 'cash.confirm',
  mine: ({ act }) => /-(in|out)$/.test(act), // As the run names the deeds of its stops.
  view: 'van-stops',
  dated: true,
  awaits: ['cash.act-unknown'],
  stream: ({ outlet }) => `cash/${outlet}`,
  thing: ({ act }) => `cash/${act}`,
  version: () => undefined, // The deed itself says what moves; it is compared with the books.
  state: (view, { act }) =>
    view.runs
      .flatMap(({ stops }) => stops)
      .find((stop) => isAct(stop, act))
      ?.signatures.find((s) => s.carriage === carriageOf(act))?.second_at ?? null,
  foresee: (view, { act }, mark) =>
    withStop(
      view,
      (run) => run.stops.some((stop) => isAct(stop, act)),
      (stop) => countersigned(stop, act, mark),
    ),
  say: ({ act }, t) => t(carriageOf(act) === 'deliver' ? 'van.said-take' : 'van.said-give'),
  tell: (at: unknown, t: Translate) =>
    at ? t('van.stands-signed', { at: clock(at as string) }) : t('van.stands-no'),
});

const handOver = deed<'van-run.hand-over', 'van-stops'>({
  ...ofStop,
  command: 'van-run.hand-over',
  awaits: ['van-run.not-moved', 'van-run.not-at-stop'],
  state: (view, { run }) => stopIn(view, run)?.handed?.at ?? null,
  foresee: (view, { run, crew, house, exceptions, reason }, { at, by }) =>
    withStop(
      view,
      (it) => it.run === run,
      (stop) => ({
        ...stop,
        handed: { crew, house, acts: [], exceptions, reason, by, at },
      }),
    ),
  say: ({ exceptions }, t) =>
    exceptions.length > 0
      ? t('van.said-book-except', { n: exceptions.length })
      : t('van.said-book'),
  tell: (at, t) => (at ? t('van.stands-signed', { at: clock(at as string) }) : t('van.stands-no')),
});

export const deeds: AnyDeed[] = [arrive, confirm, handOver];
