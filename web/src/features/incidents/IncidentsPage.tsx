import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IncidentList } from '../../api/contract';
import { useView } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { whole } from '../../kit/format';
import { KpiCard } from '../../kit/KpiCard';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { Segmented } from '../../kit/Segmented';
import { DutyPart } from './DutyPart';
import { IncidentDetail } from './IncidentDetail';
import './incidents.css';
import { IncidentTable } from './IncidentTable';
import { RaiseIncident } from './RaiseIncident';

// 事件处置: what has happened, which clock runs out first, and who is called?
export function IncidentsPage() {
  const { t } = useTranslation();
  const may = useAuthority();
  const { part = 'open' } = useSearch({ from: '/incidents' });
  const navigate = useNavigate({ from: '/incidents' });
  return (
    <div className="incidents-page">
      <div className="incidents-bar">
        <Segmented
          label={t('incidents.part')}
          value={part}
          onChange={(next) => void navigate({ search: ({ scope }) => ({ scope, part: next }) })}
          choices={[
            { value: 'open', text: t('incidents.open') },
            { value: 'closed', text: t('incidents.closed') },
            { value: 'duty', text: t('incidents.duty') },
          ]}
        />
        {part !== 'duty' && may('incident.raise') && (
          <span className="push">
            <RaiseIncident />
          </span>
        )}
      </div>
      {part === 'duty' ? <DutyPart /> : <ListPart closed={part === 'closed'} />}
    </div>
  );
}

function ListPart({ closed }: { closed: boolean }) {
  const { t } = useTranslation();
  const { scope, incident } = useSearch({ from: '/incidents' });
  const list = useView('incident.list', { scope, closed });
  return (
    <Screen query={list} skeleton={<Skeleton rows={8} />}>
      {(view) => {
        const chosen = incident ?? view.rows[0]?.incident;
        return (
          <>
            {!closed && <Figures view={view} />}
            <section className="card" aria-labelledby="incidents-title">
              <header>
                <h2 id="incidents-title">
                  {t(closed ? 'incidents.closed' : 'incidents.open')} {view.rows.length}
                </h2>
                <span className="note">
                  {t(closed ? 'incidents.closed-order' : 'incidents.order')}
                </span>
              </header>
              {view.rows.length === 0 ? (
                <Empty>{t(closed ? 'incidents.none-closed' : 'incidents.none-open')}</Empty>
              ) : (
                <IncidentTable view={view} chosen={chosen} />
              )}
            </section>
            {chosen && <IncidentDetail incident={chosen} />}
          </>
        );
      }}
    </Screen>
  );
}

// Drills stand on the list and in no figure.
function Figures({ view }: { view: IncidentList }) {
  const { t } = useTranslation();
  const { open, overdue, closed } = view.figures;
  const drills = view.rows.filter((row) => row.drill).length;
  const unanswered = view.rows.filter((row) => !row.drill && !row.acknowledged).length;
  return (
    <div className="incident-figures">
      <KpiCard
        title={t('incidents.running')}
        value={whole(open)}
        unit={t('incidents.unit')}
        severity="normal"
      >
        {t('incidents.and-drills', { drills, closed })}
      </KpiCard>
      <KpiCard
        title={t('incidents.overdue')}
        value={whole(overdue)}
        unit={t('incidents.unit')}
        severity={overdue > 0 ? 'alarm' : 'normal'}
      >
        {t(overdue > 0 ? 'incidents.overdue-means' : 'incidents.none-overdue')}
      </KpiCard>
      <KpiCard
        title={t('incidents.unanswered')}
        value={whole(unanswered)}
        unit={t('incidents.unit')}
        severity={unanswered > 0 ? 'warning' : 'normal'}
      >
        {t(unanswered > 0 ? 'incidents.unanswered-means' : 'incidents.none-unanswered')}
      </KpiCard>
    </div>
  );
}
