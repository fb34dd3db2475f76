import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { VanRunRow, VanRuns } from '../../api/contract';
import { useView } from '../../api/hooks';
import { clock, day as dayOf, dayAfter, money, monthAndDay, whole } from '../../kit/format';
import { KpiCard } from '../../kit/KpiCard';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { PlanRun } from './PlanRun';
import { RunDetail } from './RunDetail';
import { WindowBar } from './WindowBar';
import './vans.css';

// 运钞任务: where is each van of the day, what does it carry, and which window was missed?
export function VansPage() {
  const { t } = useTranslation();
  const { scope, day, run } = useSearch({ from: '/vans' });
  const runs = useView('van-runs', { scope, day });
  return (
    <Screen query={runs} skeleton={<Skeleton rows={8} />}>
      {(view) => {
        const chosen = run ?? (view.rows.find(under) ?? view.rows[0])?.run;
        return (
          <div className="vans-page">
            <DayBar view={view} />
            {view.rows.length === 0 && <Empty>{t('vans.empty')}</Empty>}
            {view.rows.length > 0 && <Figures view={view} />}
            {view.rows.length > 0 && <Board view={view} chosen={chosen} />}
            {chosen && <RunDetail run={chosen} />}
          </div>
        );
      }}
    </Screen>
  );
}

// Runs are planned the day before, so the next day is one step away.
function DayBar({ view }: { view: VanRuns }) {
  const { t } = useTranslation();
  const { scope } = useSearch({ from: '/vans' });
  const today = dayOf(view.now, view.time_zone);
  return (
    <div className="vans-bar">
      <h2>{t('vans.runs-of', { day: monthAndDay(view.day) })}</h2>
      <Link className="button" to="/vans" search={{ scope, day: dayAfter(view.day, -1) }}>
        {t('vans.day-before')}
      </Link>
      <Link className="button" to="/vans" search={{ scope, day: dayAfter(view.day, 1) }}>
        {t('vans.day-after')}
      </Link>
      <span className="push">
        <PlanRun key={view.day} scope={scope} day={view.day < today ? today : view.day} />
      </span>
    </div>
  );
}

const under = ({ stage }: VanRunRow) => !['planned', 'returned', 'cancelled'].includes(stage);

function Figures({ view }: { view: VanRuns }) {
  const { t, i18n } = useTranslation();
  const sum = (of: (row: VanRunRow) => number) => view.rows.reduce((all, row) => all + of(row), 0);
  const windows = view.rows.flatMap((row) => row.windows);
  const undecided = sum((row) => row.missed);
  const missed = windows.filter((w) => w.missed).length;
  const late = view.rows.filter((row) => row.minutes_late > 0);
  const dirty = sum((row) => row.dirty);
  return (
    <div className="van-figures">
      <KpiCard
        title={t('vans.under-way')}
        value={whole(view.rows.filter(under).length)}
        unit={t('vans.of-runs', { n: view.rows.length })}
        severity="normal"
      >
        {t('vans.returned', { n: view.rows.filter((row) => row.stage === 'returned').length })}
      </KpiCard>
      <KpiCard
        title={t('vans.missed')}
        value={whole(missed)}
        unit={t('vans.of-windows', { n: windows.length })}
        severity={undecided > 0 ? 'alarm' : missed > 0 ? 'warning' : 'normal'}
      >
        {missed === 0
          ? t('vans.none-missed')
          : undecided > 0
            ? t('vans.undecided', { n: undecided })
            : t('vans.all-decided')}
      </KpiCard>
      <KpiCard
        title={t('vans.late')}
        value={whole(Math.max(0, ...late.map((row) => row.minutes_late)))}
        unit={t('vans.minutes')}
        severity={late.length > 0 ? 'warning' : 'normal'}
      >
        {late[0] ? late[0].plate : t('vans.on-time')}
      </KpiCard>
      <KpiCard
        title={t('vans.load')}
        value={whole(Math.floor((sum((row) => row.clean) + dirty) / 100))}
        unit={t('cash.yuan')}
        severity="normal"
      >
        {t('vans.load-dirty', { money: money(dirty, i18n.language) })}
      </KpiCard>
    </div>
  );
}

function Board({ view, chosen }: { view: VanRuns; chosen?: string }) {
  const { t, i18n } = useTranslation();
  const { scope, day } = useSearch({ from: '/vans' });
  const zone = view.time_zone;
  return (
    <section className="card" aria-labelledby="vans-title">
      <header>
        <h2 id="vans-title">{t('vans.title')}</h2>
        <span className="note">{t('vans.rule')}</span>
      </header>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('vans.title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('vans.van')}</th>
              <th scope="col">{t('vans.stage')}</th>
              <th scope="col">{t('vans.next')}</th>
              <th scope="col">{t('vans.windows-of-day')}</th>
              <th scope="col" className="numeric">
                {t('vans.late')}
              </th>
              <th scope="col" className="numeric">
                {t('compartment.clean')}
              </th>
              <th scope="col" className="numeric">
                {t('compartment.dirty')}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <tr key={row.run} aria-current={row.run === chosen || undefined}>
                <th scope="row">
                  <Link to="/vans" search={{ scope, day, run: row.run }}>
                    {row.plate}
                  </Link>{' '}
                  <span className="note">{row.run}</span>{' '}
                  {row.kind === 'emergency' && (
                    <span className="chip warning">{t('run-kind.emergency')}</span>
                  )}
                </th>
                <td>
                  <StageChip row={row} />
                </td>
                <td>
                  <Next row={row} zone={zone} />
                </td>
                <td>
                  <WindowBar row={row} now={view.now} zone={zone} />
                </td>
                <td className="numeric">{row.minutes_late > 0 ? whole(row.minutes_late) : '–'}</td>
                <td className="numeric">{money(row.clean, i18n.language)}</td>
                <td className="numeric">{money(row.dirty, i18n.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function StageChip({ row }: { row: VanRunRow }) {
  const { t } = useTranslation();
  const tone = row.missed > 0 || row.stage === 'turned_back' ? 'chip alarm' : 'chip info';
  return <span className={tone}>{t(`run-stage.${row.stage}`)}</span>;
}

function Next({ row, zone }: { row: VanRunRow; zone: string }) {
  const { t } = useTranslation();
  const next = row.next === null || row.next === undefined ? undefined : row.windows[row.next];
  if (!next) return <>–</>;
  return (
    <>
      {next.title}{' '}
      <span className="note">
        {clock(next.from, zone)}–{clock(next.to, zone)}
      </span>{' '}
      {next.missed && (
        <span className="chip alarm">
          {next.plan_b ? t(`remedy.${next.plan_b}`) : t('vans.wants-plan-b')}
        </span>
      )}
    </>
  );
}
