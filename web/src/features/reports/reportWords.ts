// How the figures of a report are written: money in yuan, all others as whole numbers.
import type { DailyReportFigureKey, ReportFigure } from '../../api/contract';
import { whole, yuan } from '../../kit/format';

const isMoney = (key: DailyReportFigureKey) => key.endsWith('_fen');

export const inWords = (key: DailyReportFigureKey, value: number | null | undefined) =>
  value === null || value === undefined ? '—' : isMoney(key) ? yuan(value) : whole(value);

// What stands on the paper: as it was sent, and before that as the rooms have it now.
export const shown = (figure: ReportFigure) => figure.sent ?? figure.now;

// Against the day before, with its sign; nothing where one of the two is not known.
export function difference(figure: ReportFigure): number | undefined {
  const now = shown(figure);
  const before = figure.day_before;
  if (now === null || now === undefined || before === null || before === undefined)
    return undefined;
  return now - before;
}

export function signed(key: DailyReportFigureKey, change: number | undefined): string {
  if (change === undefined) return '';
  if (change === 0) return '±0';
  return `${change > 0 ? '+' : '−'}${inWords(key, Math.abs(change))}`;
}

export const figureOf = (figures: ReportFigure[], key: DailyReportFigureKey) =>
  figures.find((figure) => figure.key === key);
