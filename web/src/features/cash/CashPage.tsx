import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CashRow, CashTable } from '../../api/contract';
import { useView } from '../../api/hooks';
import { money, whole } from '../../kit/format';
import { KpiCard } from '../../kit/KpiCard';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { OutletCash } from './OutletCash';
import { Runway } from './Runway';
import './cash.css';

// 现金闭环: which cash is untreated, held or releasable, and when is each bag money again?
export function CashPage() {
  const { t } = useTranslation();
  const { scope, outlet } = useSearch({ from: '/cash' });
  const cash = useView('cash', { scope });
  return (
    <Screen
      query={cash}
      skeleton={<Skeleton rows={8} />}
      isEmpty={(view) => view.rows.length === 0}
      empty={<Empty>{t('cash.empty')}</Empty>}
    >
      {(view) => (
        <div className="cash-page">
          <Figures view={view} />
          <Runway chosen={outlet ?? view.rows[0].outlet} />
          <Outlets rows={view.rows} chosen={outlet ?? view.rows[0].outlet} />
          <OutletCash outlet={outlet ?? view.rows[0].outlet} />
        </div>
      )}
    </Screen>
  );
}

const sum = (rows: CashRow[], of: (row: CashRow) => number) =>
  rows.reduce((all, row) => all + of(row), 0);

const inYuan = (fen: number) => whole(Math.floor(fen / 100));

function Figures({ view }: { view: CashTable }) {
  const { t, i18n } = useTranslation();
  const waiting = sum(view.rows, (row) => row.waiting);
  const open = sum(view.rows, (row) => row.discrepancies);
  const first = view.rows.find((row) => row.discrepancies > 0);
  const dry = view.rows.filter((row) => row.clean === 0);
  return (
    <div className="cash-figures">
      <KpiCard
        title={t('cash.held')}
        value={inYuan(view.held)}
        unit={t('cash.yuan')}
        severity="normal"
      >
        {t('cash.at-outlets', { n: view.rows.length })}
      </KpiCard>
      <KpiCard
        title={t('cash.clean')}
        value={inYuan(view.clean)}
        unit={t('cash.yuan')}
        severity={dry.length > 0 ? 'warning' : 'normal'}
      >
        {dry.length > 0
          ? t('cash.dry', { outlet: dry[0].title, n: dry.length })
          : t('cash.not-yet', { money: money(view.held - view.clean, i18n.language) })}
      </KpiCard>
      <KpiCard
        title={t('cash.waiting')}
        value={whole(waiting)}
        unit={t('cash.deeds')}
        severity="normal"
      >
        {t('cash.waiting-hint')}
      </KpiCard>
      <KpiCard
        title={t('cash.discrepancies')}
        value={whole(open)}
        unit={t('cash.bags-unit')}
        severity={open > 0 ? 'alarm' : 'normal'}
      >
        {first ? first.title : t('cash.none-open')}
      </KpiCard>
    </div>
  );
}

function Outlets({ rows, chosen }: { rows: CashRow[]; chosen: string }) {
  const { t, i18n } = useTranslation();
  const { scope } = useSearch({ from: '/cash' });
  const heads = ['clean', 'held', 'limit', 'bags', 'waiting'];
  return (
    <section className="card" aria-labelledby="cash-title">
      <header>
        <h2 id="cash-title">{t('cash.title')}</h2>
        <span className="note">{t('cash.rule')}</span>
      </header>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('cash.title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('cash.outlet')}</th>
              {heads.map((head) => (
                <th key={head} scope="col" className="numeric">
                  {t(`cash.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.outlet} aria-current={row.outlet === chosen || undefined}>
                <th scope="row">
                  <Link to="/cash" search={{ scope, outlet: row.outlet }}>
                    {row.title}
                  </Link>{' '}
                  {row.sealed && <span className="chip">{t('cash.sealed')}</span>}{' '}
                  {row.discrepancies > 0 && (
                    <span className="chip alarm">{t('cash.open', { n: row.discrepancies })}</span>
                  )}
                </th>
                <td className="numeric">{money(row.clean, i18n.language)}</td>
                <td className="numeric">{money(row.held, i18n.language)}</td>
                <td className="numeric">{row.limit ? money(row.limit, i18n.language) : '–'}</td>
                <td className="numeric">{whole(row.bags)}</td>
                <td className="numeric">{whole(row.waiting)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
