import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { enrol, signIn } from '../api/client';
import type { Session } from '../api/contract';
import { ApiProblem, unreachable } from '../api/problem';
import { changeLanguage } from '../i18n';
import { Refusal } from '../kit/Refusal';
import { Segmented } from '../kit/Segmented';

type Way = 'sign-in' | 'enrol';

// The door: an account and its password, or the first password with a one-time code. A
// demonstration opens by choosing whom to act as.
export function SignInPage({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const [way, setWay] = useState<Way>('sign-in');
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <main className="alone">
      <section className="card sign-in">
        <header>
          <img src="/icon.svg" alt="" width="32" height="32" />
          <h1>{t('app.title')}</h1>
          <button
            type="button"
            className="button push"
            lang={other}
            onClick={() => void changeLanguage(other)}
          >
            {t('language.other')}
          </button>
        </header>
        <div className="body">
          <p className="note">{t('app.purpose')}</p>
          {session.demo ? (
            <Personas session={session} />
          ) : (
            <>
              <Segmented
                label={t('session.way')}
                value={way}
                onChange={setWay}
                choices={[
                  { value: 'sign-in', text: t('session.sign-in') },
                  { value: 'enrol', text: t('session.enrol') },
                ]}
              />
              <Door key={way} way={way} />
            </>
          )}
        </div>
      </section>
    </main>
  );
}

function useDoor() {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const enter = async (open: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await open();
      await queries.invalidateQueries();
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error : unreachable());
    }
    setBusy(false);
  };
  return { problem, busy, enter };
}

function Door({ way }: { way: Way }) {
  const { t } = useTranslation();
  const { problem, busy, enter } = useDoor();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [account, password] = [String(form.get('account')), String(form.get('password'))];
    void enter(async () => {
      if (way === 'enrol') await enrol(String(form.get('code')).trim(), account, password);
      await signIn({ account, password });
    });
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      {way === 'enrol' && (
        <label className="field">
          <span>{t('session.code')}</span>
          <input className="input" name="code" required autoComplete="one-time-code" />
        </label>
      )}
      <label className="field">
        <span>{t('session.account')}</span>
        <input className="input" name="account" required autoComplete="username" />
      </label>
      <label className="field">
        <span>{t(way === 'enrol' ? 'session.new-password' : 'session.password')}</span>
        <input
          className="input"
          name="password"
          type="password"
          required
          autoComplete={way === 'enrol' ? 'new-password' : 'current-password'}
        />
      </label>
      {problem && <Refusal problem={problem} />}
      <button type="submit" className="button primary" disabled={busy}>
        {t(way === 'enrol' ? 'session.do-enrol' : 'session.do-sign-in')}
      </button>
    </form>
  );
}

function Personas({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { problem, busy, enter } = useDoor();
  return (
    <>
      <p className="strong">{t('demo.choose')}</p>
      <ul className="personas">
        {session.personas.map((persona) => (
          <li key={persona.account}>
            <button
              type="button"
              className="button"
              disabled={busy}
              onClick={() => void enter(() => signIn({ persona: persona.account }))}
            >
              <strong>{persona.title}</strong> {t(`role.${persona.role}`)}
            </button>
          </li>
        ))}
      </ul>
      {problem && <Refusal problem={problem} />}
    </>
  );
}
