// What the tablet writes about supplies, and how its pages look once it is done.
import type { OutletPage, ShelfPage, SupplyItem, SupplyLot, TransferRow } from '../../api/contract';
import { day, whole } from '../../kit/format';
import { deed, type Translate } from '../engine/deed';
import { saidMoment } from '../parts/MomentField';

type About = { outlet: string; item: SupplyItem };
const lineOf = (page: OutletPage, item: string) => page.stock.find((l) => l.item === item);

// After a count nothing can be entered from before it: once more means now.
const forNow = <Body extends { occurred_at?: string | null }>(body: Body): Body => ({
  ...body,
  occurred_at: undefined,
});

// ---- How the two pages change: the sums of the outlet's, the lots of the shelf's.

function withStock(page: OutletPage, item: string, change: (stock: number) => number): OutletPage {
  const stock = page.stock.map((line) => {
    if (line.item !== item) return line;
    const left = change(line.stock);
    const days = line.daily_use > 0 ? Math.floor(left / line.daily_use) : line.days;
    return { ...line, stock: left, days };
  });
  return { ...page, stock };
}

const placed = (lots: SupplyLot[], more: SupplyLot): SupplyLot[] => {
  const same = lots.find((l) => l.item === more.item && l.lot === more.lot);
  const rest = lots.filter((l) => l !== same);
  const quantity = (same?.quantity ?? 0) + more.quantity;
  return quantity > 0 ? [...rest, { ...more, quantity }] : rest;
};

// First expired first out, as the server will; what is expired stays.
function taken(page: ShelfPage, item: SupplyItem, quantity: number, lot?: string | null) {
  let left = quantity;
  const today = day(page.now);
  const lots = page.lots.map((l) => {
    const meant = l.item === item && (lot ? l.lot === lot : !l.expires_on || l.expires_on >= today);
    const out = meant ? Math.min(left, l.quantity) : 0;
    left -= out;
    return { ...l, quantity: l.quantity - out };
  });
  return { ...page, lots: lots.filter((l) => l.quantity > 0) };
}

const ofShelf = {
  view: 'outlet',
  dated: true,
  again: forNow,
  stream: ({ outlet }: About) => `supply/${outlet}`,
  thing: ({ outlet, item }: About) => `supply/${outlet}/${item}`,
  version: (page: OutletPage) => page.supply_version,
  state: (page: OutletPage, { item }: About) => lineOf(page, item)?.stock ?? 0,
  tell: (stock: unknown, t: Translate, { item }: About) =>
    t('shelf.stands', { item: t(`item.${item}`), n: whole(stock as number) }),
} as const;

const receive = deed<'supply.receive', 'outlet'>({
  ...ofShelf,
  command: 'supply.receive',
  foresee: (page, { item, quantity }) => withStock(page, item, (n) => n + quantity),
  also: {
    shelf: (page, { item, lot, quantity, expires_on }) => ({
      ...page,
      lots: placed(page.lots, { item, lot, quantity, expires_on: expires_on ?? undefined }),
    }),
  },
  say: ({ item, quantity, lot, occurred_at }, t) =>
    t('shelf.said-receive', { item: t(`item.${item}`), n: whole(quantity), lot }) +
    saidMoment(occurred_at),
});

const issue = deed<'supply.issue', 'outlet'>({
  ...ofShelf,
  command: 'supply.issue',
  foresee: (page, { item, quantity }) => withStock(page, item, (n) => n - quantity),
  also: { shelf: (page, { item, quantity, lot }) => taken(page, item, quantity, lot) },
  say: ({ item, quantity, occurred_at }, t) =>
    t('shelf.said-issue', { item: t(`item.${item}`), n: whole(quantity) }) +
    saidMoment(occurred_at),
});

const count = deed<'supply.count', 'outlet'>({
  ...ofShelf,
  command: 'supply.count',
  // The count of one lot is only a part of the sum, and of an expired one none of it.
  foresee: (page, { item, counted, lot }) => (lot ? page : withStock(page, item, () => counted)),
  also: {
    shelf: (page, { item, counted, lot }) =>
      lot
        ? {
            ...page,
            lots: page.lots
              .map((l) => (l.item === item && l.lot === lot ? { ...l, quantity: counted } : l))
              .filter((l) => l.quantity > 0),
          }
        : page,
  },
  say: ({ item, counted, lot, occurred_at }, t) =>
    t('shelf.said-count', { item: t(`item.${item}`) + (lot ? ` ${lot}` : ''), n: whole(counted) }) +
    saidMoment(occurred_at),
});

// ---- Transfers, and who keeps the shelf.

const incoming = (page: ShelfPage, transfer: string): TransferRow | undefined =>
  page.incoming.find((row) => row.transfer === transfer);

const send = deed<'supply.send', 'shelf'>({
  command: 'supply.send',
  view: 'shelf',
  dated: true,
  again: forNow,
  stream: ({ from_outlet }) => `supply/${from_outlet}`,
  thing: ({ transfer }) => `supply/${transfer}`,
  version: (page) => page.version,
  state: () => null,
  foresee: (page, { lines }) =>
    lines.reduce((left, { item, quantity, lot }) => taken(left, item, quantity, lot), page),
  also: {
    outlet: (page, { lines }) =>
      lines.reduce((seen, { item, quantity }) => withStock(seen, item, (n) => n - quantity), page),
  },
  say: ({ to_outlet, lines }, t, kept) =>
    t('transfer.said-send', {
      to: kept.shelf?.places.find((p) => p.outlet === to_outlet)?.title ?? to_outlet,
      what: lines.map((l) => `${t(`item.${l.item}`)} ${whole(l.quantity)}`).join(t('list.comma')),
    }),
  tell: (_, t) => t('transfer.not-sent'),
});

const accept = deed<'supply.accept', 'shelf'>({
  command: 'supply.accept',
  view: 'shelf',
  dated: true,
  again: forNow,
  stream: ({ outlet }) => `supply/${outlet}`,
  thing: ({ transfer }) => `supply/${transfer}`,
  version: (page) => page.version,
  state: (page, { transfer }) => incoming(page, transfer) !== undefined,
  foresee: (page, { transfer, lines }) => {
    const row = incoming(page, transfer);
    const lots = lines.reduce((all, { item, lot, counted }) => {
      const sent = row?.lines.find((l) => l.item === item && l.lot === lot);
      return placed(all, { item, lot, quantity: counted, expires_on: sent?.expires_on });
    }, page.lots);
    return { ...page, lots, incoming: page.incoming.filter((r) => r !== row) };
  },
  also: {
    outlet: (page, { lines }) =>
      lines.reduce((seen, { item, counted }) => withStock(seen, item, (n) => n + counted), page),
  },
  say: ({ lines, reason }, t) =>
    t('transfer.said-accept', {
      what: lines.map((l) => `${t(`item.${l.item}`)} ${whole(l.counted)}`).join(t('list.comma')),
    }) + (reason && ` · ${reason}`),
  tell: (waits, t) => t(waits ? 'transfer.waits' : 'transfer.is-accepted'),
});

const appoint = deed<'supply.appoint-keeper', 'shelf'>({
  command: 'supply.appoint-keeper',
  view: 'shelf',
  stream: ({ outlet }) => `supply/${outlet}`,
  thing: ({ outlet }) => `supply/${outlet}/keeper`,
  version: (page) => page.version,
  state: (page) => page.keeper ?? null,
  foresee: (page, { keeper }) => ({
    ...page,
    keeper,
    keeper_title: page.keepers.find((k) => k.account === keeper)?.title ?? keeper,
  }),
  say: ({ keeper }, t, kept) =>
    t('keeper.said', {
      who: kept.shelf?.keepers.find((k) => k.account === keeper)?.title ?? keeper,
    }),
  tell: (keeper, t) => (keeper ? t('keeper.is', { who: keeper }) : t('keeper.none')),
});

export const deeds = [receive, issue, count, send, accept, appoint];
export const commands = [
  'supply.receive',
  'supply.issue',
  'supply.count',
  'supply.send',
  'supply.accept',
  'supply.appoint-keeper',
] as const;
