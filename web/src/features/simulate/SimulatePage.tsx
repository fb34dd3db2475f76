import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutletRow, WhatIfDayChange, WhatIfGoal, WhatIfOutlook } from '../../api/contract';
import type { WhatIfQuestion } from '../../api/contract';
import { askWhatIf } from '../../api/client';
import { useView } from '../../api/hooks';
import { ApiProblem, unreachable } from '../../api/problem';
import { useSignedIn } from '../../api/session';
import { ChoiceInput, TextInput } from '../../kit/fields';
import { day, dayAfter } from '../../kit/format';
import { Refusal } from '../../kit/Refusal';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { Changes } from './Changes';
import { Hours } from './Hours';
import { RankTable } from './RankTable';
import './simulate.css';

const goals: WhatIfGoal[] = ['lost', 'window_wait_minutes', 'contact_minutes', 'overtime_minutes'];

// 推演: what happens on a day to come if…, and which of the ways is best?
export function SimulatePage() {
  const { t } = useTranslation();
  const { scope, outlet } = useSearch({ from: '/simulate' });
  const outlets = useView('outlets', { scope });
  return (
    <div className="simulate-page">
      <Screen
        query={outlets}
        skeleton={<Skeleton rows={6} />}
        isEmpty={(view) => withCounter(view.rows).length === 0}
        empty={<Empty>{t('simulate.no-outlet')}</Empty>}
      >
        {(view) => {
          const rows = withCounter(view.rows);
          const first =
            rows.find((row) => row.outlet === outlet) ?? rows.find(isSealed) ?? rows[0]!;
          return <Question key={first.outlet} outlets={rows} first={first} />;
        }}
      </Screen>
    </div>
  );
}

const withCounter = (rows: OutletRow[]) => rows.filter((row) => row.windows > 0);
const isSealed = (row: OutletRow) => Boolean(row.zone);

// The questions that the first morning asked: one window or two, and with appointments?
const firstChanges = ({ windows, windows_open }: OutletRow): WhatIfDayChange[] => {
  const now = windows_open || windows;
  return [
    { windows: now, booked_percent: 0 },
    { windows: now + 1, booked_percent: 0 },
    { windows: now, booked_percent: 20 },
  ];
};

function Question({ outlets, first }: { outlets: OutletRow[]; first: OutletRow }) {
  const { t } = useTranslation();
  const session = useSignedIn();
  const [outlet, setOutlet] = useState(first.outlet);
  const [date, setDate] = useState(dayAfter(day(session.clock), 1));
  const [goal, setGoal] = useState<WhatIfGoal>('lost');
  const [pension, setPension] = useState(false);
  const [visits, setVisits] = useState('');
  const [changes, setChanges] = useState(() => firstChanges(first));
  const ask = useMutation<WhatIfOutlook, Error, WhatIfQuestion>({ mutationFn: askWhatIf });
  const chosen = outlets.find((row) => row.outlet === outlet) ?? first;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    ask.mutate({
      outlet,
      day: date,
      goal,
      pension_day: pension,
      visits: visits ? Number(visits) : null,
      changes,
    });
  };
  const problem = ask.error instanceof ApiProblem ? ask.error : ask.error && unreachable();
  return (
    <>
      <section className="card" aria-labelledby="simulate-title">
        <header>
          <h2 id="simulate-title">{t('simulate.title')}</h2>
          <span className="note">{t('simulate.means')}</span>
        </header>
        <form className="simulate-form" onSubmit={submit}>
          <div className="simulate-what">
            <ChoiceInput
              label={t('simulate.outlet')}
              value={outlet}
              set={setOutlet}
              words={outlets.map((row) => row.outlet)}
              say={(id) => outlets.find((row) => row.outlet === id)?.title ?? id}
            />
            <TextInput label={t('simulate.day')} type="date" value={date} set={setDate} required />
            <ChoiceInput
              label={t('simulate.goal')}
              value={goal}
              set={setGoal}
              words={goals}
              say={(word) => t(`simulate.goal.${word}`)}
            />
            <label className="field">
              <span>{t('simulate.visits')}</span>
              <input
                className="input"
                type="number"
                min={1}
                max={1280}
                placeholder={t('simulate.by-record')}
                value={visits}
                onChange={(event) => setVisits(event.target.value)}
              />
            </label>
            <label className="check">
              <input
                type="checkbox"
                checked={pension}
                onChange={(event) => setPension(event.target.checked)}
              />
              {t('simulate.pension')}
            </label>
          </div>
          <Changes outlet={chosen} changes={changes} set={setChanges} />
          <div className="simulate-do">
            <button
              type="submit"
              className="button primary"
              disabled={ask.isPending || changes.length < 2}
            >
              {t(ask.isPending ? 'simulate.busy' : 'simulate.do')}
            </button>
            <span className="note">{t('simulate.nothing-changes')}</span>
          </div>
        </form>
      </section>
      {ask.isPending && <Skeleton rows={5} />}
      {problem && <Refusal problem={problem} />}
      {ask.data && <Answer outlook={ask.data} />}
    </>
  );
}

function Answer({ outlook }: { outlook: WhatIfOutlook }) {
  const { t } = useTranslation();
  return (
    <>
      <RankTable outlook={outlook} />
      <Hours outlook={outlook} />
      <section className="card" aria-labelledby="inputs-title">
        <header>
          <h2 id="inputs-title">{t('simulate.inputs')}</h2>
          <span className="note">{t('simulate.inputs-mean')}</span>
        </header>
        <details className="simulate-inputs">
          <summary>{t('simulate.inputs-show', { n: outlook.inputs.length })}</summary>
          <table className="table">
            <thead>
              <tr>
                {['input', 'value', 'source'].map((head) => (
                  <th key={head} scope="col">
                    {t(`simulate.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {outlook.inputs.map((row) => (
                <tr key={row.name}>
                  <td>{t(`simulate.input.${row.name}`, { defaultValue: row.name })}</td>
                  <td className="numeric">{row.value}</td>
                  <td>{row.source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </section>
    </>
  );
}
