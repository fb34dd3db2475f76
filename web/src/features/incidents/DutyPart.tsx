import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyRow, DutyTable, DutyWatch } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { ChoiceInput, FigureInput } from '../../kit/fields';
import { clock } from '../../kit/format';
import { Empty, Screen, Skeleton } from '../../kit/Screen';

// 值班表: who answers at which hours, and whom something here would call now.
export function DutyPart() {
  const { t } = useTranslation();
  const may = useAuthority();
  const { scope } = useSearch({ from: '/incidents' });
  const duty = useView('duty.roster', { scope });
  return (
    <section className="card" aria-labelledby="duty-title">
      <header>
        <h2 id="duty-title">{t('duty.title')}</h2>
        <span className="note">{t('duty.rule')}</span>
        {duty.data && may('duty.publish') && (
          <span className="push">
            <PublishDuty key={duty.data.at} view={duty.data} />
          </span>
        )}
      </header>
      <Screen query={duty} skeleton={<Skeleton rows={4} />}>
        {(view) => (
          <>
            <Path view={view} />
            {view.rows.length === 0 ? (
              <Empty>{t('duty.none')}</Empty>
            ) : (
              <ul className="duty-rows">
                {view.rows.map((row) => (
                  <Roster key={row.at} row={row} />
                ))}
              </ul>
            )}
          </>
        )}
      </Screen>
    </section>
  );
}

function Path({ view }: { view: DutyTable }) {
  const { t } = useTranslation();
  return (
    <div className="duty-path">
      <h3>{t('duty.now')}</h3>
      {view.path.length === 0 && <p className="strong">{t('incident.calls-nobody')}</p>}
      <ol className="incident-calls">
        {view.path.map((call) => (
          <li key={call.account}>
            <strong>{call.account}</strong>{' '}
            <span className="note">
              {t(call.deputy ? 'duty.deputy' : 'duty.on')} · {call.at || t('level.province')} ·{' '}
              {clock(call.from, view.time_zone)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Roster({ row }: { row: DutyRow }) {
  const { t } = useTranslation();
  return (
    <li>
      <h3>
        {row.title || t('level.province')}{' '}
        <span className="note">{t('duty.answer', { minutes: row.answer_minutes })}</span>{' '}
        {row.dead_end && <span className="chip alarm">{t('duty.dead', { at: row.dead_end })}</span>}
      </h3>
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t('duty.hours')}</th>
            <th scope="col">{t('duty.on')}</th>
            <th scope="col">{t('duty.deputy')}</th>
          </tr>
        </thead>
        <tbody>
          {row.watches.map((watch, index) => (
            <tr key={index}>
              <td>
                {watch.from}–{watch.until}
              </td>
              <td data-label={t('duty.on')}>
                <span>{watch.on_duty}</span>
              </td>
              <td data-label={t('duty.deputy')}>
                <span>{watch.deputy}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  );
}

// A new roster begins with the one that holds; a day of one watch is 00:00–24:00.
function PublishDuty({ view }: { view: DutyTable }) {
  const { t } = useTranslation();
  const before = view.rows.find((row) => row.at === view.at);
  const [first = '', second = first] = view.may_answer;
  const fresh: DutyWatch = { from: '00:00', until: '24:00', on_duty: first, deputy: second };
  const [watches, setWatches] = useState(before?.watches ?? [fresh]);
  const [answer_minutes, setMinutes] = useState(before?.answer_minutes ?? 10);
  const publish = useCommand('duty.publish', () => ({ at: view.at, watches, answer_minutes }));
  const change = (index: number, part: Partial<DutyWatch>) =>
    setWatches(watches.map((watch, i) => (i === index ? { ...watch, ...part } : watch)));
  return (
    <ActionDialog
      title={t('duty.publish-title', { place: view.at || t('level.province') })}
      trigger={t('duty.publish')}
      intent={publish}
      width={720}
      primary
    >
      {watches.map((watch, index) => (
        <WatchFields
          key={index}
          number={index + 1}
          watch={watch}
          accounts={view.may_answer}
          change={(part) => change(index, part)}
          remove={
            watches.length > 1 ? () => setWatches(watches.filter((_, i) => i !== index)) : undefined
          }
        />
      ))}
      <button
        type="button"
        className="button"
        onClick={() => setWatches([...watches, { ...fresh, from: watches.at(-1)!.until }])}
      >
        {t('duty.add')}
      </button>
      <FigureInput
        label={t('duty.answer-minutes')}
        value={answer_minutes}
        set={setMinutes}
        min={1}
        max={60}
      />
      <p className="note">{t('duty.publish-means')}</p>
    </ActionDialog>
  );
}

interface Fields {
  number: number;
  watch: DutyWatch;
  accounts: string[];
  change: (part: Partial<DutyWatch>) => void;
  remove?: () => void;
}

function WatchFields({ number, watch, accounts, change, remove }: Fields) {
  const { t } = useTranslation();
  const hour = (name: 'from' | 'until') => (
    <label className="field">
      <span>{t(`duty.${name}`)}</span>
      <input
        className="input"
        required
        pattern="([01][0-9]|2[0-3]):[0-5][0-9]|24:00"
        value={watch[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </label>
  );
  return (
    <fieldset className="duty-watch">
      <legend>{t('duty.watch', { n: number })}</legend>
      {hour('from')}
      {hour('until')}
      <ChoiceInput
        label={t('duty.on')}
        value={watch.on_duty}
        set={(on_duty) => change({ on_duty })}
        words={accounts}
      />
      <ChoiceInput
        label={t('duty.deputy')}
        value={watch.deputy}
        set={(deputy) => change({ deputy })}
        words={accounts}
      />
      {remove && (
        <button type="button" className="button" onClick={remove}>
          {t('duty.remove')}
        </button>
      )}
    </fieldset>
  );
}
