import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignIn } from '../../api/contract';
import { ApiProblem, unreachable } from '../../api/problem';
import { Refusal } from '../../kit/Refusal';
import { useSnapshot, useTablet } from '../context';
import { Mark } from '../parts/Mark';
import { LanguageSwitch, TypeSwitch } from '../TopBar';

// The door of the tablet. What waits to be sent is named here too, so that nobody forgets whose it
// is.
export function DoorPage({ title, purpose }: { title?: string; purpose?: string }) {
  const { t } = useTranslation();
  const { session, reach, entries } = useSnapshot();
  const [problem, setProblem] = useState<ApiProblem>();
  const tablet = useTablet();
  const enter = async (who: SignIn) => {
    setProblem(undefined);
    try {
      await tablet.enter(who);
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error : unreachable());
    }
  };
  const waiting = entries.filter((e) => e.state === 'waiting' || e.state === 'conflict');
  const writers = [...new Set(waiting.map((e) => e.account))];
  return (
    <main className="alone">
      <section className="card door">
        <header>
          <img src="/icon.svg" alt="" width="40" height="40" />
          <h1>{title ?? t('tablet.title')}</h1>
          <span className="push">
            <TypeSwitch /> <LanguageSwitch />
          </span>
        </header>
        <p className="note">{purpose ?? t('tablet.purpose')}</p>
        {reach === 'cut' && (
          <p className="warning-line" role="status">
            <span aria-hidden="true">◌</span> {t('tablet.door-offline')}
          </p>
        )}
        {writers.map((account) => (
          <p key={account} className="warning-line">
            <Mark sign="waiting" /> {t('outbox.of-another', { account })}
          </p>
        ))}
        {session?.demo ? <Personas enter={enter} /> : <Password enter={enter} />}
        {problem && <Refusal problem={problem} />}
      </section>
    </main>
  );
}

type Enter = (who: SignIn) => Promise<void>;

function Personas({ enter }: { enter: Enter }) {
  const { t } = useTranslation();
  const { session } = useSnapshot();
  return (
    <>
      <h2>{t('demo.choose')}</h2>
      <ul className="personas">
        {session!.personas.map((persona) => (
          <li key={persona.account}>
            <button
              type="button"
              className="button"
              onClick={() => void enter({ persona: persona.account })}
            >
              {persona.title}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Password({ enter }: { enter: Enter }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    await enter({ account: String(form.get('account')), password: String(form.get('password')) });
    setBusy(false);
  };
  return (
    <form className="write-form" onSubmit={(event) => void submit(event)}>
      <label className="text-field">
        {t('session.account')}
        <input className="input" name="account" required autoComplete="username" />
      </label>
      <label className="text-field">
        {t('session.password')}
        <input
          className="input"
          name="password"
          type="password"
          required
          autoComplete="current-password"
        />
      </label>
      <button type="submit" className="button primary" disabled={busy}>
        {t('session.do-sign-in')}
      </button>
      <p className="note">{t('tablet.first-time')}</p>
    </form>
  );
}
