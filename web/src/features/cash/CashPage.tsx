import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CashRow, CashTable } from '../../api/contract';
import { useView } from '../../api/hooks';
import { money, whole } from '../../kit/format';
import { KpiCard } from '../../kit/KpiCard';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { Segmented } from '../../kit/Segmented';
import { BagPart } from './BagPart';
import { DayPart } from './DayPart';
import { KeysPart } from './KeysPart';
import { OrdersPart } from './OrdersPart';
import { OutletCash } from './OutletCash';
import { Runway } from './Runway';
import './cash.css';
import './rooms.css';

const parts = ['flow', 'orders', 'sheet', 'bags', 'keys'] as const;

// 现金: which cash is untreated, held or releasable; what outlets order; the day's sheet; every bag's
// trail; and who has acted together with whom.
export function CashPage() {
  const { t } = useTranslation();
  const { scope, part = 'flow' } = useSearch({ from: '/cash' });
  const navigate = useNavigate({ from: '/cash' });
  const cash = useView('cash', { scope });
  return (
    <div className="cash-page">
      <div className="cash-parts">
        <Segmented
          label={t('cash.part')}
          value={part}
          onChange={(next) => void navigate({ search: (old) => ({ ...old, part: next }) })}
          choices={parts.map((value) => ({ value, text: t(`cash-part.${value}`) }))}
        />
      </div>
      <Screen
        query={cash}
        skeleton={<Skeleton rows={8} />}
        isEmpty={(view) => view.rows.length === 0}
        empty={<Empty>{t('cash.empty')}</Empty>}
      >
        {(view) => (
          <>
            {part === 'flow' && <FlowPart view={view} />}
            {part === 'orders' && <OrdersPart rows={view.rows} />}
            {part === 'sheet' && <DayPart rows={view.rows} />}
            {part === 'bags' && <BagPart rows={view.rows} />}
            {part === 'keys' && <KeysPart rows={view.rows} />}
          </>
        )}
      </Screen>
    </div>
  );
}

// 现金闭环: when is each bag money again?
function FlowPart({ view }: { view: CashTable }) {
  const { outlet } = useSearch({ from: '/cash' });
  const chosen = outlet ?? view.rows[0].outlet;
  return (
    <>
      <Figures view={view} />
      <Runway chosen={chosen} />
      <Outlets rows={view.rows} chosen={chosen} />
      <OutletCash outlet={chosen} />
    </>
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
        <table className="table cards">
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
                <td className="numeric" data-label={t('cash.clean')}>
                  {money(row.clean, i18n.language)}
                </td>
                <td className="numeric" data-label={t('cash.held')}>
                  {money(row.held, i18n.language)}
                </td>
                <td className="numeric" data-label={t('cash.limit')}>
                  {row.limit ? money(row.limit, i18n.language) : '–'}
                </td>
                <td className="numeric" data-label={t('cash.bags')}>
                  {whole(row.bags)}
                </td>
                <td className="numeric" data-label={t('cash.waiting')}>
                  {whole(row.waiting)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
