// What the tablet writes about cash. What customers gave and took is a fact that waits for a person
// if it is refused; all else is told, and done anew.
import type { CashDeed, CashPage, CommandName, Commands } from '../../api/contract';
import { sumOf } from '../../kit/cash';
import { whole } from '../../kit/format';
import { deed, type Mark, type Translate } from '../engine/deed';
import { bagRow, drawerOf, held, moved, paid, putForward, settled, staged } from './page';

const view = 'cash-outlet';
const ofHouse = {
  view,
  stream: ({ outlet }: { outlet: string }) => `cash/${outlet}`,
  version: (page: CashPage) => page.version,
} as const;
const nothing = { state: () => null, tell: (_: unknown, t: Translate) => t('till.as-was') };
const ofBag = {
  ...ofHouse,
  moment: 'told',
  thing: ({ bag }: { bag: string }) => `cash/bag/${bag}`,
  state: (page: CashPage, { bag }: { bag: string }) => bagRow(page, bag)?.stage ?? null,
  tell: (stage: unknown, t: Translate) =>
    stage ? t('till.bag-is', { stage: t(`stage.${stage as string}`) }) : t('till.no-bag'),
} as const;
const ofRun = {
  ...ofHouse,
  moment: 'told',
  thing: ({ outlet, run }: { outlet: string; run: string }) => `cash/${outlet}/run/${run}`,
  state: (page: CashPage, { run }: { run: string }) => page.runs.some((known) => known.run === run),
  tell: (runs: unknown, t: Translate) => t(runs ? 'till.run-runs' : 'till.run-over'),
} as const;

const sum = (fen: number) =>
  `¥${whole(Math.trunc(fen / 100))}${fen % 100 === 0 ? '' : `.${String(fen % 100).padStart(2, '0')}`}`;

// ---- At the counter.

const receive = deed<'cash.receive', typeof view>({
  ...ofHouse,
  ...nothing,
  command: 'cash.receive',
  dated: true,
  thing: ({ outlet, window, source }) => `cash/${outlet}/drawer/${window}/${source}`,
  foresee: (page, { source, notes, total }) => held(moved(page, drawerOf(source), notes, 1), total),
  say: ({ window, source, total }, t) =>
    t('till.said-receive', { window, source: t(`source.${source}`), sum: sum(total) }),
});

const pay = deed<'cash.pay', typeof view>({
  ...ofHouse,
  ...nothing,
  command: 'cash.pay',
  dated: true,
  thing: ({ outlet, teller_box }) => `cash/${outlet}/box/${teller_box}`,
  foresee: (page, { teller_box, notes }) => paid(page, teller_box, notes),
  say: ({ teller_box, total }, t) => t('till.said-pay', { box: teller_box, sum: sum(total) }),
});

const bag = deed<'cash.bag', typeof view>({
  ...ofBag,
  command: 'cash.bag',
  dated: true,
  foresee: (page, { bag: id, window, source, notes, seal }, mark) => {
    const left = moved(page, drawerOf(source), notes, -1);
    const row = {
      bag: id,
      source,
      stage: 'bagged' as const,
      place: 'window' as const,
      at: window,
      amount: 0,
      notes: [],
      seal,
      since: mark.at,
      key_area: false,
      not_yet: 'cash.not-counted',
    };
    return { ...left, bags: [...left.bags, row] };
  },
  say: ({ bag: id, source, total }, t) =>
    t('till.said-bag', { bag: id, source: t(`source.${source}`), sum: sum(total) }),
});

// ---- The cabinet. How long a run takes the log says; until it does, the usual minutes are shown.

const usualMinutes = { cabinet: 90, uv_pass: 30 };

const begin = deed<'cash.begin-sanitising', typeof view>({
  ...ofRun,
  command: 'cash.begin-sanitising',
  foresee: (page, { run, cabinet, method, bags }, { at }) => {
    const done_at = new Date(Date.parse(at) + usualMinutes[method] * 60_000).toISOString();
    const runs = [...page.runs, { run, cabinet, method, since: at, done_at, bags }];
    return { ...staged(page, bags, 'sanitising'), runs };
  },
  say: ({ cabinet, bags }, t) => t('till.said-begin', { cabinet, n: bags.length }),
});

const over = (page: CashPage, run: string, stage: 'bagged' | 'sanitised') => {
  const bags = page.runs.find((known) => known.run === run)?.bags ?? [];
  const runs = page.runs.filter((known) => known.run !== run);
  return { ...staged(page, bags, stage), runs };
};

const finish = deed<'cash.finish-sanitising', typeof view>({
  ...ofRun,
  command: 'cash.finish-sanitising',
  foresee: (page, { run }) => over(page, run, 'sanitised'),
  say: (_, t) => t('till.said-finish'),
});

const abandon = deed<'cash.abandon-sanitising', typeof view>({
  ...ofRun,
  command: 'cash.abandon-sanitising',
  foresee: (page, { run }) => over(page, run, 'bagged'),
  say: ({ reason }, t) => t('till.said-abandon', { reason }),
});

// ---- Counting, and what it found.

const count = deed<'cash.count', typeof view>({
  ...ofBag,
  command: 'cash.count',
  foresee: (page) => page,
  say: ({ bag: id, notes }, t) => t('till.said-count', { bag: id, sum: sum(sumOf(notes)) }),
});

const recount = deed<'cash.recount', typeof view>({
  ...ofBag,
  command: 'cash.recount',
  foresee: (page) => page,
  say: ({ bag: id, notes }, t) => t('till.said-recount', { bag: id, sum: sum(sumOf(notes)) }),
});

const close = deed<'cash.close-discrepancy', typeof view>({
  ...ofBag,
  command: 'cash.close-discrepancy',
  foresee: (page, { bag: id }) => ({
    ...page,
    discrepancies: page.discrepancies.filter((known) => known.bag !== id),
  }),
  say: ({ bag: id, finding }, t) => t('till.said-close', { bag: id, finding }),
});

// ---- What two people do.

const ofAct = {
  ...ofHouse,
  thing: ({ outlet, act }: { outlet: string; act: string }) => `cash/${outlet}/act/${act}`,
  state: (page: CashPage, { act }: { act: string }) =>
    page.waiting.some((known) => known.act === act),
  tell: (waits: unknown, t: Translate) => t(waits ? 'till.act-waits' : 'till.act-over'),
} as const;

export type Joint =
  | 'cash.take-in'
  | 'cash.store'
  | 'cash.release'
  | 'cash.draw'
  | 'cash.put-back'
  | 'cash.sort-out'
  | 'cash.hand-over'
  | 'cash.take-over';

const joint = <Name extends Joint>(command: Name, deedOf: (body: Commands[Name]) => CashDeed) =>
  deed<Name, typeof view>({
    ...ofAct,
    moment: 'told',
    command,
    foresee: (page: CashPage, body: Commands[Name], mark: Mark) =>
      putForward(page, body.act, deedOf(body), mark),
    say: (body: Commands[Name], t: Translate) => {
      const { kind, bags, filling } = deedOf(body);
      const what = bags.length > 0 ? bags.join(t('list.comma')) : (filling?.into ?? '');
      return t('till.said-propose', { deed: t(`deed.${kind}`), what });
    },
  } as unknown as Parameters<typeof deed<Name, typeof view>>[0]);

const confirm = deed<'cash.confirm', typeof view>({
  ...ofAct,
  moment: 'expires',
  command: 'cash.confirm',
  foresee: (page, { act }) => settled(page, act),
  say: (_, t) => t('till.said-confirm'),
});

const withdraw = deed<'cash.withdraw', typeof view>({
  ...ofAct,
  moment: 'told',
  command: 'cash.withdraw',
  foresee: (page, { act }) => settled(page, act),
  say: (_, t) => t('till.said-withdraw'),
});

const refuse = deed<'cash.refuse', typeof view>({
  ...ofAct,
  moment: 'expires',
  command: 'cash.refuse',
  foresee: (page, { act }) => settled(page, act),
  say: ({ reason }, t) => t('till.said-refuse', { reason }),
});

export const deeds = [
  receive,
  pay,
  bag,
  begin,
  finish,
  abandon,
  count,
  recount,
  close,
  joint('cash.take-in', ({ filling, source, document }) => ({
    kind: 'take_in',
    bags: [],
    filling,
    source,
    document,
  })),
  joint('cash.store', ({ bags }) => ({ kind: 'store', bags })),
  joint('cash.release', ({ bags }) => ({ kind: 'release', bags })),
  joint('cash.draw', ({ bags, teller_box }) => ({ kind: 'draw', bags, teller_box })),
  joint('cash.put-back', ({ filling, teller_box }) => ({
    kind: 'put_back',
    bags: [],
    filling,
    teller_box,
  })),
  joint('cash.sort-out', ({ bag: from, filling }) => ({ kind: 'sort_out', bags: [from], filling })),
  joint('cash.hand-over', ({ bags, van, compartment, seals, order }) => ({
    kind: 'hand_over',
    bags,
    van,
    compartment,
    seals,
    order,
  })),
  joint('cash.take-over', ({ bags, van, seals, order }) => ({
    kind: 'take_over',
    bags,
    van,
    seals,
    order,
  })),
  confirm,
  refuse,
  withdraw,
];

export const commands: CommandName[] = deeds.map((known) => known.command);
