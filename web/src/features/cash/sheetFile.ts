// The day sheet as a file that spreadsheets open: what stands on the paper, in its order.
import type { TFunction } from 'i18next';
import type { CashDayFlowKind, CashDayPage } from '../../api/contract';
import { clock, day } from '../../kit/format';

const comingIn: readonly CashDayFlowKind[] = ['received', 'taken_in', 'taken_over', 'surplus'];
export const comesIn = (kind: CashDayFlowKind) => comingIn.includes(kind);

export const totals = ({ sheet }: CashDayPage) => {
  const sum = (into: boolean) =>
    sheet.lines.reduce((all, line) => (comesIn(line.kind) === into ? all + line.amount : all), 0);
  return { into: sum(true), out: sum(false) };
};

const plain = (fen: number) => (fen / 100).toFixed(2);

export function sheetRows(page: CashDayPage, t: TFunction): string[][] {
  const { sheet } = page;
  const both = totals(page);
  const at = page.signed_at
    ? `${day(page.signed_at, page.time_zone)} ${clock(page.signed_at, page.time_zone)}`
    : '';
  return [
    [t('daysheet.title'), page.title, page.outlet, sheet.day],
    [t('daysheet.state'), t(`daysheet-state.${page.state}`)],
    [t('daysheet.drawn-by'), page.drawn_up_by ?? ''],
    [t('daysheet.signed-by'), page.signed_by ?? '', at],
    [],
    [t('daysheet.line'), t('daysheet.times'), t('daysheet.in'), t('daysheet.out')],
    [t('daysheet.opening'), '', plain(sheet.opening)],
    ...sheet.lines.map(({ kind, amount, times }) => [
      t(`flow-kind.${kind}`),
      String(times),
      ...(comesIn(kind) ? [plain(amount), ''] : ['', plain(amount)]),
    ]),
    [t('daysheet.total'), '', plain(both.into), plain(both.out)],
    [t('daysheet.others'), '', plain(sheet.others)],
    [t('daysheet.closing'), '', plain(sheet.closing)],
    [t('daysheet.since'), '', plain(sheet.since)],
    [],
    [t('cash.place'), t('cash.stage'), t('cash.notes'), t('cash.amount')],
    ...sheet.held.map((held) => [
      t(`place.${held.place}`),
      t(`stage.${held.stage}`),
      held.notes
        .map((pack) => `${t(`denomination.${pack.denomination}`)} × ${pack.count}`)
        .join('; '),
      plain(held.amount),
    ]),
    [t('daysheet.discrepancies'), String(sheet.discrepancies_open)],
  ];
}

// UTF-8 with a byte order mark, which Excel needs; what would be a formula is made text.
export const toCsv = (rows: string[][]) =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

function cell(text: string): string {
  const harmless = /^[=+@]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
