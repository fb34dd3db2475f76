import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/hooks';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { Segmented } from '../../kit/Segmented';
import { BackupsPart } from './BackupsPart';
import { DirectivesPart } from './DirectivesPart';
import './people.css';
import { PeopleTable } from './PeopleTable';
import { SchemesPart } from './SchemesPart';

// 人员与隔离: who may work tomorrow, who comes free when, and who stands in for whom?
export function PeoplePage() {
  const { t } = useTranslation();
  const { part = 'roster' } = useSearch({ from: '/people' });
  const navigate = useNavigate({ from: '/people' });
  return (
    <div className="people-page">
      <Segmented
        label={t('people.part')}
        value={part}
        onChange={(next) => void navigate({ search: (old) => ({ ...old, part: next }) })}
        choices={[
          { value: 'roster', text: t('people.roster') },
          { value: 'backups', text: t('people.backups') },
          { value: 'schemes', text: t('people.schemes') },
          { value: 'directives', text: t('people.directives') },
        ]}
      />
      {part === 'roster' && <RosterPart />}
      {part === 'backups' && <BackupsPart />}
      {part === 'schemes' && <SchemesPart />}
      {part === 'directives' && <DirectivesPart />}
    </div>
  );
}

function RosterPart() {
  const { t } = useTranslation();
  const { scope, zone, fit } = useSearch({ from: '/people' });
  const people = useView('people', { scope, zone, fit: fit && fit === 'yes' });
  return (
    <section className="card" aria-labelledby="people-title">
      <header>
        <h2 id="people-title">
          {t('people.title')} {people.data?.rows.length}
        </h2>
        <span className="note">
          {people.data && t(people.data.names_open ? 'people.open' : 'people.masked')}
        </span>
        <Filters />
      </header>
      <Screen
        query={people}
        skeleton={<Skeleton rows={12} />}
        isEmpty={(view) => view.rows.length === 0}
        empty={
          <Empty
            action={
              <Link to="/admin" search={{ part: 'import' }}>
                {t('people.import')}
              </Link>
            }
          >
            {t('people.empty')}
          </Empty>
        }
      >
        {(view) => <PeopleTable view={view} />}
      </Screen>
    </section>
  );
}

function Filters() {
  const { t } = useTranslation();
  const { scope, zone, fit } = useSearch({ from: '/people' });
  const navigate = useNavigate({ from: '/people' });
  const zones = useView('zones', { scope });
  return (
    <div className="filters push">
      <select
        className="input"
        aria-label={t('people.live-in')}
        value={zone ?? ''}
        onChange={(event) =>
          void navigate({ search: (old) => ({ ...old, zone: event.target.value || undefined }) })
        }
      >
        <option value="">{t('people.everywhere')}</option>
        {zones.data?.rows.map((row) => (
          <option key={row.zone} value={row.zone}>
            {t('people.inside', { zone: row.title })}
          </option>
        ))}
      </select>
      <Segmented
        label={t('people.fitness')}
        value={fit ?? 'all'}
        onChange={(next) =>
          void navigate({ search: (old) => ({ ...old, fit: next === 'all' ? undefined : next }) })
        }
        choices={[
          { value: 'all', text: t('people.all') },
          { value: 'yes', text: t('people.fit') },
          { value: 'no', text: t('people.unfit') },
        ]}
      />
    </div>
  );
}
