import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CashRunway, CashRunwayRow } from '../../api/contract';
import { useView } from '../../api/hooks';
import { dayAndClock, money } from '../../kit/format';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { StateGlyph } from '../../kit/StateGlyph';
import { chance, until } from '../../kit/runway';
import './runway.css';

// 备付: when the clean cash of each outlet runs out, worst first.
export function Runway({ chosen }: { chosen?: string }) {
  const { t } = useTranslation();
  const { scope } = useSearch({ from: '/cash' });
  const runway = useView('cash-runway', { scope });
  return (
    <section className="card" aria-labelledby="runway-title">
      <header>
        <h2 id="runway-title">{t('runway.title')}</h2>
        <span className="note">{t('runway.rule')}</span>
      </header>
      <Screen
        query={runway}
        skeleton={<Skeleton rows={4} />}
        isEmpty={(view) => view.rows.length === 0}
        empty={<Empty>{t('runway.empty')}</Empty>}
      >
        {(view) => (
          <>
            <Summary view={view} />
            <RunwayTable view={view} chosen={chosen} />
          </>
        )}
      </Screen>
    </section>
  );
}

function Summary({ view }: { view: CashRunway }) {
  const { t } = useTranslation();
  return (
    <p className="runway-summary">
      {view.urgent > 0 ? (
        <>
          <StateGlyph state="alert" /> <strong>{t('runway.urgent', { n: view.urgent })}</strong>
        </>
      ) : (
        t('runway.all-last')
      )}{' '}
      {view.without_forecast > 0 && (
        <span className="note">{t('runway.without', { n: view.without_forecast })}</span>
      )}
    </p>
  );
}

function RunwayTable({ view, chosen }: { view: CashRunway; chosen?: string }) {
  const { t } = useTranslation();
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t('runway.title')}>
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t('cash.outlet')}</th>
            <th scope="col" className="numeric">
              {t('cash.clean')}
            </th>
            <th scope="col">{t('runway.until')}</th>
            <th scope="col">{t('runway.out')}</th>
            <th scope="col">{t('runway.next-van')}</th>
            <th scope="col" className="numeric">
              {t('runway.risk')}
            </th>
            <th scope="col">{t('runway.advice')}</th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <Row key={row.outlet} row={row} view={view} chosen={row.outlet === chosen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: { row: CashRunwayRow; view: CashRunway; chosen: boolean }) {
  const { row, view } = props;
  const { t, i18n } = useTranslation();
  const { scope } = useSearch({ from: '/cash' });
  const known = row.paying && row.basis !== 'none';
  return (
    <tr aria-current={props.chosen || undefined}>
      <th scope="row">
        {row.severity !== 'normal' && (
          <StateGlyph state={row.severity === 'alarm' ? 'alert' : 'limited'} />
        )}{' '}
        <Link to="/cash" search={{ scope, outlet: row.outlet }}>
          {row.title}
        </Link>{' '}
        {row.sealed && <span className="chip sealed">{t('cash.sealed')}</span>}
      </th>
      <td className="numeric" data-label={t('cash.clean')}>
        {money(row.clean, i18n.language)}
      </td>
      <td data-label={t('runway.until')}>
        <strong>{until(row, view, t)}</strong>
      </td>
      <td data-label={t('runway.out')}>
        {known && row.runs_out_at ? dayAndClock(row.runs_out_at, view.time_zone) : '–'}
      </td>
      <td data-label={t('runway.next-van')}>
        {row.visits.next ? dayAndClock(row.visits.next, view.time_zone) : t('runway.no-van')}
        <div className="note">{t(`visit-basis.${row.visits.basis}`)}</div>
      </td>
      <td className="numeric" data-label={t('runway.risk')}>
        {known ? (
          <span className={`chip ${row.severity === 'normal' ? '' : row.severity}`}>
            {chance(row.risk_next_van)}
          </span>
        ) : (
          '–'
        )}
      </td>
      <td data-label={t('runway.advice')}>
        <AdviceInShort row={row} zone={view.time_zone} />
      </td>
    </tr>
  );
}

function AdviceInShort({ row, zone }: { row: CashRunwayRow; zone: string }) {
  const { t, i18n } = useTranslation();
  const { bring, leave_by, too_late, urgent, limit } = row.advice;
  if (!row.paying) return <>{t('runway.not-paying')}</>;
  if (row.basis === 'none') return <>{t('runway.declare')}</>;
  if (!urgent && bring === 0) return <>{t('runway.enough')}</>;
  const sum = money(bring, i18n.language);
  return (
    <>
      {urgent && leave_by
        ? t(too_late ? 'runway.bring-at-once' : 'runway.bring-by', {
            sum,
            at: dayAndClock(leave_by, zone),
          })
        : t('runway.bring-next', { sum })}
      {limit !== 'none' && <div className="note">{t(`bring-limit.${limit}`)}</div>}
    </>
  );
}
