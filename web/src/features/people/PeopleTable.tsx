import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { People, PersonRow } from '../../api/contract';
import { dayAndClock, monthAndDay } from '../../kit/format';
import { useSentence } from '../../kit/Refusal';
import { MeasureCell } from './MeasureCell';
import { PersonActions } from './PersonActions';

// Fit volunteers who live inside a seal first: they are who a plan can be made of.
const rank = (row: PersonRow) =>
  (row.zone ? 0 : 4) + (row.volunteered_on ? 0 : 2) + (row.fit ? 0 : 1);

// A page of a large branch: the filters find the rest.
const most = 300;

export function PeopleTable({ view }: { view: People }) {
  const { t } = useTranslation();
  const heads = ['person', 'fitness', 'tomorrow', 'skills', 'residence', 'measure', 'last'];
  const sorted = [...view.rows].sort((a, b) => rank(a) - rank(b));
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
            <Row key={row.person} row={row} view={view} />
          ))}
        </tbody>
      </table>
      {sorted.length > most && <p className="note more">{t('people.more', { n: most })}</p>}
    </div>
  );
}

function Row({ row, view }: { row: PersonRow; view: People }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td data-label={t('people.person')}>
        <strong>{row.erased ? t('people.erased') : (row.name ?? row.person)}</strong>
        <div className="note">{[row.person, row.phone].filter(Boolean).join(' · ')}</div>
        <div className="note">{row.home_title}</div>
        {!row.erased && <PersonActions row={row} view={view} />}
      </td>
      <td data-label={t('people.fitness')}>
        <Fitness fit={row.fit} reasons={row.reasons} good={t('people.fit')} />
      </td>
      <td data-label={t('people.tomorrow')}>
        <Fitness
          fit={row.fit_tomorrow}
          reasons={row.reasons_tomorrow}
          good={t('people.may-tomorrow')}
        />
        {!row.fit_tomorrow && !row.erased && (
          <div className="strong">
            {row.free_on
              ? t('people.free-on', { day: monthAndDay(row.free_on) })
              : t('people.free-unknown')}
          </div>
        )}
      </td>
      <td data-label={t('people.skills')}>
        {row.skills.map((skill) => t(`skill.${skill}`)).join(t('list.comma'))}
        <Volunteering row={row} />
      </td>
      <td data-label={t('people.residence')}>
        <div>
          {row.zone && <span className="chip sealed">{t('map.inside')}</span>}{' '}
          <span className="whole">{row.residence_title || '–'}</span>
          <Posted row={row} />
        </div>
      </td>
      <td data-label={t('people.measure')}>
        {row.measure ? <MeasureCell row={row} today={view.today} /> : '–'}
      </td>
      <td data-label={t('people.last')}>
        <span className="moments">
          {t('people.checked')} {row.checked_at ? dayAndClock(row.checked_at) : '–'}
          <br />
          {t('people.tested')} {row.tested_at ? dayAndClock(row.tested_at) : '–'}
        </span>
      </td>
    </tr>
  );
}

function Fitness({ fit, reasons, good }: { fit: boolean; reasons: string[]; good: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <>
      <span className={fit ? 'chip good' : 'chip warning'}>
        {fit ? `✓ ${good}` : `✕ ${t('people.unfit')}`}
      </span>
      {reasons.length > 0 && (
        <div className="note">
          {reasons.map((code) => sentence(code)).join(t('list.semicolon'))}
        </div>
      )}
    </>
  );
}

function Posted({ row }: { row: PersonRow }) {
  const { t } = useTranslation();
  if (!row.posted_to) return null;
  return (
    <div className="note">
      {t('people.posted')}{' '}
      <Link to="/outlets/$outlet" params={{ outlet: row.posted_to }}>
        {row.posted_to}
      </Link>
    </div>
  );
}

// Who has asked to serve, and of the others why they could not.
function Volunteering({ row }: { row: PersonRow }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (row.volunteered_on) {
    return (
      <div className="note">
        {t('people.volunteered', { day: monthAndDay(row.volunteered_on) })}
      </div>
    );
  }
  if (!row.zone || !row.may_volunteer || row.may_volunteer === 'yes') return null;
  const why = row.volunteer_missing.length > 0 ? row.volunteer_missing : [row.may_volunteer];
  return (
    <div className="note">
      {t('people.cannot-volunteer')}
      {t('list.semicolon')}
      {why.map((code) => sentence(code, [{ name: 'id', value: row.person }])).join(t('list.comma'))}
    </div>
  );
}
