import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import './door.css';
import type { Display, Shown } from './display';

// Once, with a keyboard or the remote control: which display this is.
export function Door({ shown, display }: { shown: Shown; display: Display }) {
  const { t } = useTranslation();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const { session, problem, stage } = shown;
  const enter = (event: FormEvent) => {
    event.preventDefault();
    display.enter({ account: account.trim(), password });
  };
  if (stage === 'no-outlet') {
    return (
      <main className="alone">
        <h1>{t('display.title')}</h1>
        <p>{t('display.no-outlet')}</p>
      </main>
    );
  }
  const crew = (session?.personas ?? []).filter((one) => one.scope.includes('/'));
  return (
    <main className="alone">
      <h1>{t('display.title')}</h1>
      <p>{t('display.door')}</p>
      {problem && (
        <p role="alert" className="no">
          {t(problem.code === 'sign-in.wrong' ? 'code.sign-in.wrong' : 'display.refused', {
            code: problem.code,
          })}
        </p>
      )}
      <form onSubmit={enter}>
        <label>
          {t('display.account')}
          <input
            required
            autoComplete="off"
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          />
        </label>
        <label>
          {t('display.password')}
          <input
            required
            type="password"
            autoComplete="off"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <button type="submit">{t('display.show')}</button>
      </form>
      {crew.length > 0 && (
        <>
          <h2>{t('display.demo')}</h2>
          <ul className="personas">
            {crew.slice(0, 12).map((one) => (
              <li key={one.account}>
                <button type="button" onClick={() => void display.persona(one.account)}>
                  {one.title}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}
