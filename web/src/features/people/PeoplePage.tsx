import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../api/contract';
import { useView } from '../../api/hooks';
import { dayAndClock, monthAndDay } from '../../kit/format';
import { useSentence } from '../../kit/Refusal';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { Segmented } from '../../kit/Segmented';
import './people.css';

// 人员与隔离: who may work today, who comes free when?
export function PeoplePage() {
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
        {(view) => <Rows rows={view.rows} />}
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

// Fit volunteers who live inside a seal first: they are who a plan can be made of.
const rank = (row: PersonRow) =>
  (row.zone ? 0 : 4) + (row.volunteered_on ? 0 : 2) + (row.fit ? 0 : 1);

// A page of a large branch: the filters find the rest.
const most = 300;

function Rows({ rows }: { rows: PersonRow[] }) {
  const { t } = useTranslation();
  const heads = ['person', 'fitness', 'skills', 'residence', 'home', 'measure', 'last', 'posted'];
  const sorted = [...rows].sort((a, b) => rank(a) - rank(b));
  return (
    <div className="table-frame tall" tabIndex={0} role="region" aria-label={t('people.title')}>
      <table className="table cards">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`people.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, most).map((row) => (
            <Row key={row.person} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length > most && <p className="note more">{t('people.more', { n: most })}</p>}
    </div>
  );
}

function Row({ row }: { row: PersonRow }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <tr>
      <td data-label={t('people.person')}>
        <strong>{row.erased ? t('people.erased') : (row.name ?? row.person)}</strong>
        <div className="note">{[row.person, row.phone].filter(Boolean).join(' · ')}</div>
      </td>
      <td data-label={t('people.fitness')}>
        <span className={row.fit ? 'chip good' : 'chip warning'}>
          {row.fit ? `✓ ${t('people.fit')}` : `✕ ${t('people.unfit')}`}
        </span>
        {row.reasons.length > 0 && (
          <div className="note">
            {row.reasons.map((code) => sentence(code)).join(t('list.semicolon'))}
          </div>
        )}
      </td>
      <td data-label={t('people.skills')}>
        {row.skills.map((skill) => t(`skill.${skill}`)).join(t('list.comma'))}
        {row.volunteered_on && (
          <div className="note">
            {t('people.volunteered', { day: monthAndDay(row.volunteered_on) })}
          </div>
        )}
      </td>
      <td data-label={t('people.residence')}>
        {row.zone && <span className="chip sealed">{t('map.inside')}</span>}{' '}
        {row.residence_title || '–'}
      </td>
      <td data-label={t('people.home')}>{row.home_title}</td>
      <td data-label={t('people.measure')}>
        {row.measure
          ? `${t(`measure.${row.measure.kind}`)} ${monthAndDay(row.measure.from)} – ${monthAndDay(row.measure.until)}`
          : '–'}
        {row.measure && <div className="note">{row.measure.scheme}</div>}
      </td>
      <td data-label={t('people.last')}>
        <span>
          {t('people.checked')} {row.checked_at ? dayAndClock(row.checked_at) : '–'}
          <br />
          {t('people.tested')} {row.tested_at ? dayAndClock(row.tested_at) : '–'}
        </span>
      </td>
      <td data-label={t('people.posted')}>
        {row.posted_to ? (
          <Link to="/outlets/$outlet" params={{ outlet: row.posted_to }}>
            {row.posted_to}
          </Link>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}
