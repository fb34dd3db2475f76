import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  commandRoles,
  type BackupPerson,
  type BackupRow,
  type Backups,
  type CommandName,
  type Day,
} from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useSignedIn } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { useSentence } from '../../kit/Refusal';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { NameBackups } from './NameBackups';

// 岗位备份: for each post who stands in, in order, whether they could now, and when it was last tried.
export function BackupsPart() {
  const { t } = useTranslation();
  const { scope } = useSearch({ from: '/people' });
  const backups = useView('backups', { scope });
  const may = useMay();
  return (
    <section className="card" aria-labelledby="backups-title">
      <header>
        <h2 id="backups-title">{t('backups.title')}</h2>
        {backups.data && backups.data.rows.length > 0 && <Single view={backups.data} />}
        {may('backup.rank') && (
          <span className="push">
            <NameBackups scope={scope} />
          </span>
        )}
      </header>
      <Screen
        query={backups}
        skeleton={<Skeleton rows={8} />}
        isEmpty={(view) => view.rows.length === 0}
        empty={<Empty>{t('backups.empty')}</Empty>}
      >
        {(view) => <Posts view={view} />}
      </Screen>
    </section>
  );
}

function Single({ view }: { view: Backups }) {
  const { t } = useTranslation();
  return (
    <span className={view.single_points > 0 ? 'chip alarm' : 'chip good'}>
      {view.single_points > 0
        ? `◆ ${t('backups.single', { n: view.single_points })}`
        : `✓ ${t('backups.none-single')}`}
    </span>
  );
}

function Posts({ view }: { view: Backups }) {
  const { t } = useTranslation();
  return (
    <div className="table-frame tall" tabIndex={0} role="region" aria-label={t('backups.title')}>
      <table className="table cards">
        <thead>
          <tr>
            {['post', 'holder', 'order'].map((head) => (
              <th key={head} scope="col">
                {t(`backups.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <Post key={`${row.at} ${row.post}`} row={row} today={view.today} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useMay() {
  const { role } = useSignedIn();
  return (name: CommandName) => commandRoles[name].some((allowed) => allowed === role);
}

function Post({ row, today }: { row: BackupRow; today: Day }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <tr>
      <td data-label={t('backups.post')}>
        <strong>{t(`backed.${row.post}`)}</strong>{' '}
        <span className={row.single_point ? 'chip alarm' : 'chip good'}>
          {row.single_point ? `◆ ${t('backups.single-one')}` : `✓ ${t('backups.covered')}`}
        </span>
        <div className="note">{row.title}</div>
        {row.from_plan && <div className="note">{t('backups.from-plan')}</div>}
        {may('backup.rank') && <Rank row={row} />}
      </td>
      <td data-label={t('backups.holder')}>{row.holder ? <Who person={row.holder} /> : '–'}</td>
      <td data-label={t('backups.order')}>
        {row.substitutes.length === 0 && '–'}
        <ol className="substitutes">
          {row.substitutes.map((person) => (
            <li key={person.person}>
              <Who person={person} />
              <Tried person={person} />
              {!row.from_plan && may('backup.record-drill') && (
                <Drill row={row} person={person} today={today} />
              )}
            </li>
          ))}
        </ol>
      </td>
    </tr>
  );
}

function Who({ person }: { person: BackupPerson }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <span>
      <strong>{person.name ?? person.person}</strong>{' '}
      <span className={person.fit ? 'chip good' : 'chip warning'}>
        {person.fit ? `✓ ${t('people.fit')}` : `✕ ${t('people.unfit')}`}
      </span>
      {person.reasons.length > 0 && (
        <span className="note">
          {' '}
          {person.reasons.map((code) => sentence(code)).join(t('list.semicolon'))}
        </span>
      )}
    </span>
  );
}

function Tried({ person }: { person: BackupPerson }) {
  const { t } = useTranslation();
  if (!person.tested_on) return <span className="note">{t('backups.untried')}</span>;
  return (
    <span className="note">
      {t(person.passed ? 'backups.tried' : 'backups.failed', { day: person.tested_on })}
      {person.passed && person.test_overdue && ` · ${t('backups.overdue')}`}
    </span>
  );
}

function Drill({ row, person, today }: { row: BackupRow; person: BackupPerson; today: Day }) {
  const { t } = useTranslation();
  const [on, setOn] = useState(today);
  const [passed, setPassed] = useState(true);
  const drill = useCommand('backup.record-drill', () => ({
    at: row.at,
    post: row.post,
    person: person.person,
    on,
    passed,
  }));
  return (
    <ActionDialog
      title={t('backups.drill-title', { person: person.name ?? person.person })}
      trigger={t('backups.drill')}
      intent={drill}
    >
      <label className="field">
        <span>{t('backups.on')}</span>
        <input
          className="input"
          type="date"
          required
          max={today}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{t('backups.passed')}</span>
        <select
          className="input"
          value={passed ? 'yes' : 'no'}
          onChange={(event) => setPassed(event.target.value === 'yes')}
        >
          <option value="yes">{t('backups.yes')}</option>
          <option value="no">{t('backups.no')}</option>
        </select>
      </label>
    </ActionDialog>
  );
}

function Rank({ row }: { row: BackupRow }) {
  const { t } = useTranslation();
  const [holder, setHolder] = useState(row.holder?.person ?? '');
  const [numbers, setNumbers] = useState(row.substitutes.map((p) => p.person).join('\n'));
  const rank = useCommand('backup.rank', () => ({
    at: row.at,
    post: row.post,
    holder: holder.trim() || undefined,
    substitutes: numbers
      .split(/\s+/)
      .map((line) => line.trim())
      .filter(Boolean),
  }));
  return (
    <div className="person-actions">
      <ActionDialog
        title={t('backups.rank-title', { post: t(`backed.${row.post}`) })}
        trigger={t('backups.rank')}
        intent={rank}
      >
        <label className="field">
          <span>{t('backups.holder-number')}</span>
          <input
            className="input"
            value={holder}
            onChange={(event) => setHolder(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{t('backups.numbers')}</span>
          <textarea
            className="input"
            rows={5}
            value={numbers}
            onChange={(event) => setNumbers(event.target.value)}
          />
        </label>
      </ActionDialog>
    </div>
  );
}
