import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ReportDay } from '../../api/contract';
import { useView } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { dayAfter, monthAndDay, whole } from '../../kit/format';
import { KpiCard } from '../../kit/KpiCard';
import { Screen, Skeleton } from '../../kit/Screen';
import { ReportSheet } from './ReportSheet';
import { ReportTable } from './ReportTable';
import { SetHour } from './SendReport';
import './reports.css';

// 日报: who has told of the day, who is silent, and what is in it.
export function ReportsPage() {
  const { scope, day, at } = useSearch({ from: '/reports' });
  const reports = useView('report-day', { scope, day });
  return (
    <Screen query={reports} skeleton={<Skeleton rows={10} />}>
      {(view) => {
        const chosen = view.rows.find((row) => row.at === at) ?? view.rows[0];
        return (
          <div className="reports-page">
            <DayBar view={view} />
            <Standing view={view} />
            <ReportTable view={view} chosen={chosen.at} />
            <ReportSheet key={`${chosen.at} ${view.day}`} at={chosen.at} day={view.day} />
          </div>
        );
      }}
    </Screen>
  );
}

function DayBar({ view }: { view: ReportDay }) {
  const { t } = useTranslation();
  const { scope, at } = useSearch({ from: '/reports' });
  const navigate = useNavigate({ from: '/reports' });
  const may = useAuthority();
  const go = (day: string) => ({ scope, at, day });
  return (
    <div className="reports-bar unprinted">
      <h2>{t('reports.of', { day: monthAndDay(view.day) })}</h2>
      <Link className="button" to="/reports" search={go(dayAfter(view.day, -1))}>
        {t('reports.day-before')}
      </Link>
      <input
        className="input"
        type="date"
        aria-label={t('reports.day')}
        value={view.day}
        onChange={(event) =>
          void navigate({ search: (old) => ({ ...old, day: event.target.value || undefined }) })
        }
      />
      <Link className="button" to="/reports" search={go(dayAfter(view.day, 1))}>
        {t('reports.day-after')}
      </Link>
      <span className="push reports-acts">
        {may('daily-report.set-hour') && <SetHour from={view.from} minutes={view.minutes} />}
        <a className="button" href={`/api/export/reports.xlsx?day=${view.day}`} download>
          Excel
        </a>
      </span>
    </div>
  );
}

function Standing({ view }: { view: ReportDay }) {
  const { t } = useTranslation();
  const sent = view.rows.filter((row) => row.state === 'sent');
  const owed = view.rows.filter((row) => row.state !== 'not_owed');
  const changed = sent.filter((row) => row.below_changed || row.figures.some((f) => f.changed));
  const names = (scopes: string[]) =>
    view.rows
      .filter((row) => scopes.includes(row.at))
      .map((row) => row.title || t(`level.${row.level}`));
  const first = (all: string[]) =>
    all.length > 3 ? `${all.slice(0, 3).join(t('list.comma'))} …` : all.join(t('list.comma'));
  return (
    <div className="report-standing unprinted">
      <KpiCard
        title={t('reports.sent')}
        value={whole(sent.length)}
        unit={t('reports.of-all', { n: owed.length })}
        severity="normal"
      >
        {t('reports.zero', { n: sent.filter((row) => row.zero).length })}
      </KpiCard>
      <KpiCard
        title={t('reports.missing')}
        value={whole(view.missing.length)}
        unit={t('reports.places')}
        severity="normal"
      >
        {first(names(view.missing)) || t('reports.nobody')}
      </KpiCard>
      <KpiCard
        title={t('reports.overdue')}
        value={whole(view.overdue.length)}
        unit={t('reports.places')}
        severity={view.overdue.length > 0 ? 'alarm' : 'normal'}
      >
        {first(names(view.overdue)) || t('reports.nobody')}
      </KpiCard>
      <KpiCard
        title={t('reports.changed')}
        value={whole(changed.length)}
        unit={t('reports.places')}
        severity={changed.length > 0 ? 'warning' : 'normal'}
      >
        {t('reports.changed-means')}
      </KpiCard>
    </div>
  );
}
