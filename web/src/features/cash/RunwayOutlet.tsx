import { useTranslation } from 'react-i18next';
import type { CashRunwayPage } from '../../api/contract';
import { useView } from '../../api/hooks';
import { dayAndClock, money, whole } from '../../kit/format';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { RunwayChart } from './RunwayChart';
import { chance, until } from '../../kit/runway';
import './runway.css';

// How long the clean cash of one outlet lasts: the curve, what to bring, and what it rests on.
export function RunwayOutlet({ outlet }: { outlet: string }) {
  const { t } = useTranslation();
  const page = useView('cash-runway-outlet', { outlet });
  return (
    <section className="card runway" aria-labelledby="runway-outlet">
      <Screen query={page} skeleton={<Skeleton rows={6} />}>
        {(view) => (
          <>
            <header>
              <h2 id="runway-outlet">{t('runway.of', { outlet: view.row.title })}</h2>
              {view.row.paying && (
                <span className="note">
                  {t('runway.headline', { at: until(view.row, view, t) })}
                </span>
              )}
            </header>
            {view.curve.length === 0 ? (
              <Empty>{t(view.row.paying ? 'runway.no-basis' : 'runway.not-paying-why')}</Empty>
            ) : (
              <div className="runway-body">
                <RunwayChart page={view} />
                <div className="runway-halves">
                  <Bring page={view} />
                  <Reserves page={view} />
                </div>
                <Formula page={view} />
              </div>
            )}
          </>
        )}
      </Screen>
    </section>
  );
}

function Bring({ page }: { page: CashRunwayPage }) {
  const { t, i18n } = useTranslation();
  const { advice } = page.row;
  const at = (time: string | null | undefined) => (time ? dayAndClock(time, page.time_zone) : '–');
  if (advice.bundles.length === 0)
    return (
      <div>
        <h3>{t('runway.advice')}</h3>
        <p>{t(advice.limit === 'none' ? 'runway.enough' : `bring-limit.${advice.limit}`)}</p>
      </div>
    );
  return (
    <div>
      <h3>{t(advice.urgent ? 'runway.emergency' : 'runway.with-next-van')}</h3>
      <p>
        <strong className="runway-sum">{money(advice.bring, i18n.language)}</strong>{' '}
        {advice.urgent && (
          <span className={advice.too_late ? 'chip alarm' : 'chip warning'}>
            {t(advice.too_late ? 'runway.too-late' : 'runway.leave-by', {
              at: at(advice.leave_by),
            })}
          </span>
        )}
      </p>
      <ul className="runway-bundles">
        {advice.bundles.map((line) => (
          <li key={line.denomination}>
            <span>{t(`denomination.${line.denomination}`)}</span>
            <span>{t('runway.bundles', { bundles: line.bundles, straps: line.straps })}</span>
            <span className="numeric">{money(line.amount, i18n.language)}</span>
          </li>
        ))}
      </ul>
      <p className="note">
        {t(advice.pension_day_ahead ? 'runway.small-pension' : 'runway.small', {
          n: advice.small_percent,
        })}
        {advice.limit !== 'none' && ` ${t(`bring-limit.${advice.limit}`)}`}
      </p>
      <p>
        {t('runway.refused', {
          without: chance(advice.risk_if_not),
          with: chance(advice.risk_if_brought),
        })}
      </p>
    </div>
  );
}

function Reserves({ page }: { page: CashRunwayPage }) {
  const { t, i18n } = useTranslation();
  return (
    <div>
      <h3>{t('runway.reserve')}</h3>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('runway.lasts-with')}</th>
            <th scope="col" className="numeric">
              {t('runway.to-next')}
            </th>
            <th scope="col" className="numeric">
              {t('runway.to-missed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.reserves.map((reserve) => (
            <tr key={reserve.left_over_basis_points}>
              <th scope="row">{(10000 - reserve.left_over_basis_points) / 100} %</th>
              <td className="numeric">{money(reserve.next_van, i18n.language)}</td>
              <td className="numeric">{money(reserve.missed_van, i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">
        {page.becoming.length > 0
          ? t('runway.becoming', {
              n: page.becoming.length,
              sum: money(
                page.becoming.reduce((all, bag) => all + bag.amount, 0),
                i18n.language,
              ),
              at: dayAndClock(page.becoming[0].at, page.time_zone),
            })
          : t('runway.nothing-becomes')}
      </p>
    </div>
  );
}

// The sums in words, each figure by its name, so that anyone can check and doubt them.
function Formula({ page }: { page: CashRunwayPage }) {
  const { t, i18n } = useTranslation();
  const a = page.assumptions;
  const sum = (fen: number) => money(fen, i18n.language);
  const lines = [
    t('runway.formula'),
    t(`runway.basis-${a.daily.basis}`, { sum: sum(a.daily.average), days: a.daily.days_seen }),
    t('runway.variance', {
      payment: sum(a.payment),
      dispersion: a.dispersion_basis_points / 100,
    }),
    a.pension_day_of_month > 0
      ? t('runway.pension', { day: a.pension_day_of_month, factor: a.pension_factor_percent / 100 })
      : t('runway.no-pension'),
    t('runway.vans', {
      basis: t(`visit-basis.${page.row.visits.basis}`),
      days: a.van_interval_days,
    }),
    t('runway.deadline', { drive: a.drive_minutes, gate: a.gate_minutes }),
    t('runway.limits', { warning: whole(a.warning_basis_points / 100) }),
  ];
  return (
    <div className="formula">
      <h3>{t('runway.how')}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
