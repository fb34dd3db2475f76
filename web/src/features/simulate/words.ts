import type { TFunction } from 'i18next';
import type { WhatIfDayChange, WhatIfFigure, WhatIfVariant } from '../../api/contract';

// Figures come in whole thousandths.
export const number = (thousandths: number, digits = 1) =>
  (thousandths / 1000).toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
export const percent = (thousandths: number) => `${Math.round(thousandths / 10)} %`;

export const figureOf = (variant: WhatIfVariant, name: string): WhatIfFigure =>
  variant.figures.find((one) => one.name === name)?.figure ?? { mean: 0, low: 0, high: 0 };

// "2 windows, 30 % booked"; without a change it is the outlet as it is.
export function wayOf(change: WhatIfDayChange, t: TFunction): string {
  const parts = [
    typeof change.windows === 'number' && t('simulate.way-windows', { n: change.windows }),
    typeof change.cap === 'number' && t('simulate.way-cap', { n: change.cap }),
    typeof change.pay_out_machines === 'number' &&
      t('simulate.way-pay-out', { n: change.pay_out_machines }),
    change.booked_percent > 0 && t('simulate.way-booked', { n: change.booked_percent }),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(t('list.comma')) : t('simulate.way-same');
}
