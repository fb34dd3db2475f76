import type { TFunction } from 'i18next';
import type { CashRunwayRow, Time } from '../api/contract';
import { dayAndClock } from './format';

// Whole percent; what is small but not nothing is said so.
export function chance(basisPoints: number): string {
  if (basisPoints === 0) return '0 %';
  if (basisPoints < 100) return '< 1 %';
  return basisPoints > 9900 ? '> 99 %' : `${Math.round(basisPoints / 100)} %`;
}

// Until when the clean cash lasts but for the chance that the policy warns of.
export function until(
  row: CashRunwayRow,
  view: { now: Time; time_zone: string },
  t: TFunction,
): string {
  if (!row.paying) return t('runway.not-paying');
  if (row.basis === 'none') return t('runway.unknown');
  if (row.clean === 0) return t('runway.dry');
  return row.safe_until ? dayAndClock(row.safe_until, view.time_zone) : t('runway.lasts');
}
