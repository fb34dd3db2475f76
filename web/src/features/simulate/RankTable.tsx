import { useTranslation } from 'react-i18next';
import type { WhatIfOutlook, WhatIfVariant } from '../../api/contract';
import { monthAndDay } from '../../kit/format';
import { figureOf, number, percent, wayOf } from './words';

const shown = ['lost', 'wait_q50', 'wait_q90', 'lobby_peak', 'outside_peak'] as const;

// Which way is best, with what certainty, and what else it would bring. Best first.
export function RankTable({ outlook }: { outlook: WhatIfOutlook }) {
  const { t } = useTranslation();
  const ways = outlook.variants
    .map((variant, n) => ({ variant, n }))
    .sort(
      (a, b) =>
        Number(b.variant.best) - Number(a.variant.best) ||
        a.variant.goal.mean - b.variant.goal.mean,
    );
  const best = ways[0]!.variant;
  const most = Math.max(1, ...ways.map(({ variant }) => variant.goal.high));
  return (
    <section className="card" aria-labelledby="rank-title">
      <header>
        <h2 id="rank-title">
          {t('simulate.answer', { title: outlook.title, day: monthAndDay(outlook.day) })}
        </h2>
      </header>
      <p className="simulate-verdict" role="status">
        <strong>{wayOf(best.change, t)}</strong>{' '}
        {t(outlook.proven ? 'simulate.proven' : 'simulate.undecided', {
          confidence: outlook.confidence_percent,
          within: number(outlook.indifference),
          goal: t(`simulate.goal.${outlook.goal}`),
          days: outlook.days_ranked,
        })}
      </p>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('simulate.rank')}>
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">{t('simulate.way-head')}</th>
              <th scope="col">{t(`simulate.goal.${outlook.goal}`)}</th>
              <th scope="col">{t('simulate.difference')}</th>
              {shown.map((name) => (
                <th key={name} scope="col" className="numeric">
                  {t(`simulate.figure.${name}`)}
                </th>
              ))}
              <th scope="col" className="numeric">
                {t('simulate.figure.window_utilisation')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ways.map(({ variant, n }) => (
              <tr key={n} className={variant.best ? 'best' : undefined}>
                <th scope="row">
                  {wayOf(variant.change, t)}
                  {variant.best && <span className="best-mark">{t('simulate.best')}</span>}
                </th>
                <td data-label={t(`simulate.goal.${outlook.goal}`)}>
                  <Bar variant={variant} most={most} />
                </td>
                <td data-label={t('simulate.difference')}>
                  {n === 0 ? '—' : signed(variant.difference.mean)}
                </td>
                {shown.map((name) => (
                  <td key={name} className="numeric" data-label={t(`simulate.figure.${name}`)}>
                    {number(figureOf(variant, name).mean)}
                  </td>
                ))}
                <td className="numeric" data-label={t('simulate.figure.window_utilisation')}>
                  {percent(figureOf(variant, 'window_utilisation').mean)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note simulate-foot">{t('simulate.foot', { days: outlook.days_of_figures })}</p>
    </section>
  );
}

const signed = (thousandths: number) => `${thousandths > 0 ? '+' : ''}${number(thousandths)}`;

// A dot at the mean on the line of its 95 % interval; the numbers stand beside it.
function Bar({ variant, most }: { variant: WhatIfVariant; most: number }) {
  const { mean, low, high } = variant.goal;
  const at = (value: number) => `${(100 * Math.max(0, value)) / most}%`;
  return (
    <div className="goal-bar">
      <span className="goal-line" aria-hidden="true">
        <span className="fill" style={{ width: at(mean) }} />
        <span className="interval" style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />
      </span>
      <span>
        {number(mean)}{' '}
        <span className="note">
          {number(low)}–{number(high)}
        </span>
      </span>
    </div>
  );
}
