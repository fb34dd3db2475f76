import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type People,
  type PersonRow,
  type QuarantineContactKind,
  type QuarantineTestResult,
} from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { CalendarAddress } from '../../kit/CalendarAddress';
import { dayAfter, monthAndDay } from '../../kit/format';
import { DeclareLoop, EndMeasure, Erase } from './PersonOrders';

// What the viewer may do for a person; what would be refused is not offered.
export function PersonActions({ row, view }: { row: PersonRow; view: People }) {
  const may = useAuthority();
  const under = row.measure && row.measure.until >= view.today;
  const owesTest = row.tests.some(({ state }) => state === 'missed');
  return (
    <div className="person-actions">
      {may('staff.volunteer') && row.may_volunteer === 'yes' && <Volunteer row={row} />}
      {may('quarantine.start') && !under && view.schemes.length > 0 && (
        <StartMeasure row={row} view={view} />
      )}
      {may('quarantine.end') && row.measure && (under || owesTest) && <EndMeasure row={row} />}
      {may('quarantine.record-test') && <RecordTest row={row} />}
      <Further row={row} />
    </div>
  );
}

// What is seldom done stands behind a word, so that a hundred rows stay readable.
function Further({ row }: { row: PersonRow }) {
  const { t } = useTranslation();
  const may = useAuthority();
  const serves = Boolean(row.volunteered_on || row.posted_to);
  const offers = [
    may('quarantine.declare-loop') && serves && <DeclareLoop key="loop" row={row} />,
    may('quarantine.start') && row.posted_to && (
      <CalendarAddress
        key="calendar"
        of={{ person: row.person }}
        label={t('people.calendar-of', { person: nameOf(row) })}
      />
    ),
    may('staff.erase') && <Erase key="erase" row={row} />,
  ].filter(Boolean);
  if (offers.length === 0) return null;
  return (
    <details className="further">
      <summary>{t('people.further')}</summary>
      <div className="person-actions">{offers}</div>
    </details>
  );
}

const nameOf = (row: PersonRow) => row.name ?? row.person;

// 请战书: one tap, because the page has asked the rule beforehand.
function Volunteer({ row }: { row: PersonRow }) {
  const { t } = useTranslation();
  const volunteer = useCommand(
    'staff.volunteer',
    () => ({ person: row.person, zone: row.zone! }),
    row.version,
  );
  return (
    <button
      type="button"
      className="button primary"
      disabled={volunteer.busy}
      aria-label={t('people.volunteer-title', { person: nameOf(row) })}
      onClick={() => void volunteer.give()}
    >
      {t('people.volunteer')}
    </button>
  );
}

function StartMeasure({ row, view }: { row: PersonRow; view: People }) {
  const { t } = useTranslation();
  const [name, setName] = useState(view.schemes[0]!.scheme);
  const scheme = view.schemes.find((s) => s.scheme === name) ?? view.schemes[0]!;
  const [chosen, setContact] = useState<QuarantineContactKind>();
  const rule = scheme.rules.find((r) => r.contact === chosen) ?? scheme.rules[0]!;
  const [from, setFrom] = useState(view.today);
  const length = rule.phases.reduce((sum, phase) => sum + phase.days, 0);
  const start = useCommand(
    'quarantine.start',
    () => ({ person: row.person, scheme: scheme.scheme, from, contact: rule.contact }),
    row.health_version,
  );
  return (
    <ActionDialog
      title={t('people.start-title', { person: nameOf(row) })}
      trigger={t('people.start')}
      intent={start}
    >
      <label className="field">
        <span>{t('people.scheme')}</span>
        <select
          className="input"
          value={scheme.scheme}
          onChange={(event) => setName(event.target.value)}
        >
          {view.schemes.map((s) => (
            <option key={s.scheme}>{s.scheme}</option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t('people.contact')}</span>
        <select
          className="input"
          value={rule.contact}
          onChange={(event) => setContact(event.target.value as QuarantineContactKind)}
        >
          {scheme.rules.map(({ contact }) => (
            <option key={contact} value={contact}>
              {t(`contact.${contact}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t('people.from')}</span>
        <input
          className="input"
          type="date"
          required
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      {from && (
        <p className="note">
          {t('people.until-then', {
            n: length,
            day: monthAndDay(dayAfter(from, length - 1)),
            tests: rule.phases.reduce((sum, phase) => sum + phase.test_days.length, 0),
          })}
        </p>
      )}
    </ActionDialog>
  );
}

// The clocks of the reader's place, as a field of date and time wants them.
function localNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function RecordTest({ row }: { row: PersonRow }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(localNow);
  const [result, setResult] = useState<QuarantineTestResult>('negative');
  const record = useCommand(
    'quarantine.record-test',
    () => ({ person: row.person, sampled_at: new Date(at).toISOString(), result }),
    row.health_version,
  );
  return (
    <ActionDialog
      title={t('people.test-title', { person: nameOf(row) })}
      trigger={t('people.test')}
      intent={record}
    >
      <label className="field">
        <span>{t('people.sampled')}</span>
        <input
          className="input"
          type="datetime-local"
          required
          value={at}
          onChange={(event) => setAt(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{t('people.result')}</span>
        <select
          className="input"
          value={result}
          onChange={(event) => setResult(event.target.value as QuarantineTestResult)}
        >
          <option value="negative">{t('test-result.negative')}</option>
          <option value="positive">{t('test-result.positive')}</option>
        </select>
      </label>
    </ActionDialog>
  );
}
