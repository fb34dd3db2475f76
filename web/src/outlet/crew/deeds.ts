// What a crew writes: the way of its run, and its own side of each handover. The other side signs
// on a device of its own; the server brings the two together by the name of the deed.
import type {
  RunMoment,
  VanCrew,
  VanRunCarriage,
  VanRunDetail,
  VanRunRunStage,
  VanRunStop,
} from '../../api/contract';
import { clock } from '../../kit/format';
import { deed, type AnyDeed, type Mark, type Translate } from '../engine/deed';

const runIn = (view: VanCrew, id: string) => view.runs.find(({ run }) => run === id);

const withRun = (
  view: VanCrew,
  id: string,
  change: (run: VanRunDetail) => VanRunDetail,
): VanCrew => ({
  ...view,
  runs: view.runs.map((run) => (run.run === id ? change(run) : run)),
});

const stopIn = (view: VanCrew, outlet: string) =>
  view.runs.flatMap(({ stops }) => stops).find((stop) => stop.outlet === outlet);

type About = { run: string };

const went = (run: VanRunDetail, stage: VanRunRunStage, what: RunMoment, { at, by }: Mark) => ({
  ...run,
  stage,
  happened: [...run.happened, { what, at, by, title: '', detail: '' }],
});

const ofRun = {
  view: 'van-crew',
  dated: true,
  stream: ({ run }: About) => `van-run/${run}`,
  thing: ({ run }: About) => `van-run/${run}/way`,
  version: (view: VanCrew, { run }: About) => runIn(view, run)?.version,
  tell: (stage: unknown, t: Translate) =>
    t('crew.stands', { stage: t(`run-stage.${stage as VanRunRunStage}`) }),
  state: (view: VanCrew, { run }: About) => runIn(view, run)?.stage,
} as const;

const depart = deed<'van-run.depart', 'van-crew'>({
  ...ofRun,
  command: 'van-run.depart',
  foresee: (view, { run }, mark) =>
    withRun(view, run, (it) => went(it, 'departed', 'departed', mark)),
  say: (_, t) => t('crew.said-depart'),
});

const passGate = deed<'van-run.pass-gate', 'van-crew'>({
  ...ofRun,
  command: 'van-run.pass-gate',
  foresee: (view, { run }, mark) => withRun(view, run, (it) => went(it, 'inside', 'at_gate', mark)),
  say: (_, t) => t('crew.said-gate'),
});

const turnBack = deed<'van-run.turn-back', 'van-crew'>({
  ...ofRun,
  command: 'van-run.turn-back',
  foresee: (view, { run }, mark) =>
    withRun(view, run, (it) => went(it, 'turned_back', 'refused_at_gate', mark)),
  say: ({ reason }, t) => t('crew.said-turn-back', { reason: t(`gate-reason.${reason}`) }),
});

const giveBack = deed<'van-run.return', 'van-crew'>({
  ...ofRun,
  command: 'van-run.return',
  foresee: (view, { run }, mark) =>
    withRun(view, run, (it) => went(it, 'returned', 'returned', mark)),
  say: (_, t) => t('crew.said-return'),
});

// The outlet's own words about the stop may still lie on its tablet: leaving waits for them.
const leave = deed<'van-run.leave', 'van-crew'>({
  ...ofRun,
  command: 'van-run.leave',
  awaits: ['van-run.not-handed-over', 'van-run.wrong-stage'],
  thing: ({ run, outlet }) => `van-run/${run}/${outlet}`,
  state: (view, { outlet }) => stopIn(view, outlet)?.left_at ?? null,
  foresee: (view, { run, outlet }, { at }) =>
    withRun(view, run, (it) => ({
      ...it,
      stage: it.zone ? 'inside' : 'departed',
      stops: it.stops.map((stop) => (stop.outlet === outlet ? { ...stop, left_at: at } : stop)),
    })),
  say: ({ outlet }, t, kept) =>
    t('crew.said-leave', { outlet: stopIn(kept['van-crew']!, outlet)?.title ?? outlet }),
  tell: (at, t) => t(at ? 'crew.stands-left' : 'crew.stands-here'),
});

// ---- Cash: our side of the deed.

const signedBy = (stop: VanRunStop, carriage: VanRunCarriage, { at, by }: Mark): VanRunStop => ({
  ...stop,
  signatures: [
    ...stop.signatures.filter((s) => s.carriage !== carriage),
    { carriage, first_by: by, first_at: at },
  ],
});

type Handing = { outlet: string; act: string; bags: string[] };

const handing = (carriage: VanRunCarriage) =>
  ({
    view: 'van-crew',
    dated: true,
    // The outlet's tablet confirms, and its own stock moves in between: no version is compared, the
    // seals and the books are.
    stream: ({ outlet }: Handing) => `cash/${outlet}`,
    thing: ({ act }: Handing) => `cash/${act}`,
    version: () => undefined,
    state: (view: VanCrew, { outlet }: Handing) =>
      stopIn(view, outlet)?.signatures.find((s) => s.carriage === carriage)?.first_at ?? null,
    foresee: (view: VanCrew, { outlet }: Handing, mark: Mark): VanCrew => ({
      ...view,
      runs: view.runs.map((run) => ({
        ...run,
        stops: run.stops.map((stop) =>
          stop.outlet === outlet ? signedBy(stop, carriage, mark) : stop,
        ),
      })),
    }),
    tell: (at: unknown, t: Translate) =>
      at ? t('crew.stands-signed', { at: clock(at as string) }) : t('crew.stands-unsigned'),
  }) as const;

const bring = deed<'cash.take-over', 'van-crew'>({
  ...handing('deliver'),
  command: 'cash.take-over',
  say: ({ bags }, t) => t('crew.said-bring', { n: bags.length }),
});

const fetch = deed<'cash.hand-over', 'van-crew'>({
  ...handing('collect'),
  command: 'cash.hand-over',
  say: ({ bags }, t) => t('crew.said-fetch', { n: bags.length }),
});

export const deeds: AnyDeed[] = [depart, passGate, turnBack, leave, giveBack, bring, fetch];
