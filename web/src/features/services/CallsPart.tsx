import { useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  viewRoles,
  type CallBackRow,
  type ContactlessList,
  type ContactlessResult,
  type DiversionRow,
} from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useAuthority, useSignedIn } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { DueChip } from '../../kit/DueChip';
import { ChoiceInput } from '../../kit/fields';
import { monthAndDay, whole } from '../../kit/format';
import { KpiCard } from '../../kit/KpiCard';
import { PeopleList, PersonField } from '../../kit/PersonField';
import { Empty, Screen, Skeleton } from '../../kit/Screen';

// 等回电: who is to be called, until when, and how many need not come.
export function CallsPart() {
  const { t } = useTranslation();
  const { scope } = useSearch({ from: '/services' });
  const calls = useView('contactless', { scope });
  return (
    <Screen query={calls} skeleton={<Skeleton rows={8} />}>
      {(view) => (
        <>
          <Figures view={view} />
          <section className="card" aria-labelledby="calls-title">
            <header>
              <h2 id="calls-title">{t('contactless.title')}</h2>
              <span className="note">{t('contactless.means')}</span>
            </header>
            {view.requests.length === 0 ? (
              <Empty>{t('contactless.empty')}</Empty>
            ) : (
              <Requests view={view} />
            )}
          </section>
          {view.days.length > 0 && <Days rows={view.days} />}
        </>
      )}
    </Screen>
  );
}

function Figures({ view }: { view: ContactlessList }) {
  const { t } = useTranslation();
  const late = view.requests.filter((row) => row.overdue).length;
  const count = (stage: CallBackRow['stage']) =>
    view.requests.filter((row) => row.stage === stage).length;
  const saved = view.days.reduce((all, row) => all + row.need_not_come, 0);
  return (
    <div className="services-figures">
      <KpiCard
        title={t('contactless.waiting')}
        value={whole(count('waiting'))}
        unit={t('contactless.requests')}
        severity={late > 0 ? 'alarm' : 'normal'}
      >
        {late > 0 ? t('contactless.late', { n: late }) : t('contactless.none-late')}
      </KpiCard>
      <KpiCard
        title={t('contactless.taken')}
        value={whole(count('taken'))}
        unit={t('contactless.requests')}
        severity="normal"
      >
        {t('contactless.taken-means')}
      </KpiCard>
      <KpiCard
        title={t('contactless.saved')}
        value={whole(saved)}
        unit={t('contactless.times')}
        severity="normal"
      >
        {t('contactless.saved-means')}
      </KpiCard>
    </div>
  );
}

function Requests({ view }: { view: ContactlessList }) {
  const { t } = useTranslation();
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t('contactless.title')}>
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">{t('contactless.number')}</th>
            <th scope="col">{t('contactless.about')}</th>
            <th scope="col">{t('contactless.when')}</th>
            <th scope="col">{t('contactless.state')}</th>
            <th scope="col">{t('contactless.deed')}</th>
          </tr>
        </thead>
        <tbody>
          {view.requests.map((row) => (
            <tr key={row.outlet + row.request}>
              <th scope="row">
                {row.request.slice(11)} <span className="note">{row.title}</span>
              </th>
              <td data-label={t('contactless.about')}>
                {t(`contactless.kind.${row.kind}`)}{' '}
                <span className="note">{t(`contactless.segment.${row.segment}`)}</span>
              </td>
              <td data-label={t('contactless.when')}>
                {monthAndDay(row.day)} {row.from}–{row.till}{' '}
                {!row.result && row.stage !== 'withdrawn' && (
                  <DueChip deadline={row.call_by} now={view.now} />
                )}
              </td>
              <td data-label={t('contactless.state')}>
                <Stage row={row} />
              </td>
              <td data-label={t('contactless.deed')}>
                <Deed row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Stage({ row }: { row: CallBackRow }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={row.overdue ? 'chip alarm' : 'chip info'}>
        {row.result ? t(`contactless.result.${row.result}`) : t(`contactless.stage.${row.stage}`)}
      </span>{' '}
      {row.adviser && (
        <span className="note">
          {row.adviser} {row.from_home && t('contactless.from-home')}
        </span>
      )}{' '}
      {row.contact && <strong className="call-contact">{row.contact}</strong>}
    </>
  );
}

function Deed({ row }: { row: CallBackRow }) {
  const may = useAuthority();
  if (row.stage === 'waiting' && may('contactless.take')) return <TakeCall row={row} />;
  if (row.stage === 'taken' && may('contactless.answer')) return <AnswerCall row={row} />;
  return <>–</>;
}

function TakeCall({ row }: { row: CallBackRow }) {
  const { t } = useTranslation();
  const list = useId();
  const { role } = useSignedIn();
  const { scope } = useSearch({ from: '/services' });
  const readsPeople = viewRoles.people.some((allowed) => allowed === role);
  const people = useView('people', { scope }, readsPeople).data?.rows ?? [];
  const [adviser, setAdviser] = useState('');
  const [from_home, setFromHome] = useState(false);
  const take = useCommand('contactless.take', () => ({
    outlet: row.outlet,
    request: row.request,
    adviser: adviser.trim(),
    from_home,
  }));
  return (
    <ActionDialog
      primary
      title={t('contactless.take-title', { number: row.request.slice(11) })}
      trigger={t('contactless.take')}
      intent={take}
    >
      <PeopleList id={list} people={people} />
      <PersonField
        label={t('contactless.adviser')}
        value={adviser}
        set={setAdviser}
        list={list}
        people={people}
        required
      />
      <label className="check">
        <input
          type="checkbox"
          checked={from_home}
          onChange={(event) => setFromHome(event.target.checked)}
        />
        <span>{t('contactless.works-from-home')}</span>
      </label>
      <p className="note">{t('contactless.take-means')}</p>
    </ActionDialog>
  );
}

const results: ContactlessResult[] = ['solved', 'needs_to_come', 'not_reached'];

function AnswerCall({ row }: { row: CallBackRow }) {
  const { t } = useTranslation();
  const [result, setResult] = useState(results[0]!);
  const answer = useCommand('contactless.answer', () => ({
    outlet: row.outlet,
    request: row.request,
    result,
  }));
  return (
    <ActionDialog
      primary
      title={t('contactless.answer-title', { number: row.request.slice(11) })}
      trigger={t('contactless.answer')}
      intent={answer}
    >
      <ChoiceInput
        label={t('contactless.came-of-it')}
        value={result}
        set={setResult}
        words={results}
        say={(word) => t(`contactless.result.${word}`)}
      />
      <p className="note">{t('contactless.answer-means')}</p>
    </ActionDialog>
  );
}

const figures = ['asked', 'solved', 'diverted', 'needs_to_come', 'not_reached'] as const;

function Days({ rows }: { rows: DiversionRow[] }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="days-title">
      <header>
        <h2 id="days-title">{t('contactless.days')}</h2>
      </header>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('contactless.days')}>
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">{t('contactless.day')}</th>
              <th scope="col">{t('stations.outlet')}</th>
              {figures.map((name) => (
                <th key={name} scope="col" className="numeric">
                  {t(`contactless.figure.${name}`)}
                </th>
              ))}
              <th scope="col" className="numeric">
                {t('contactless.saved')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.on + row.outlet}>
                <th scope="row">{monthAndDay(row.on)}</th>
                <td data-label={t('stations.outlet')}>{row.title}</td>
                {figures.map((name) => (
                  <td key={name} data-label={t(`contactless.figure.${name}`)} className="numeric">
                    {whole(row[name])}
                  </td>
                ))}
                <td data-label={t('contactless.saved')} className="numeric">
                  <strong>{whole(row.need_not_come)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
