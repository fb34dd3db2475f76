import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { signIn } from '../api/client';
import { useSignedIn } from '../api/session';

// A demonstration says so on each page, and lets the visitor act as any of its accounts.
export function DemoBanner() {
  const { t } = useTranslation();
  const session = useSignedIn();
  const queries = useQueryClient();
  if (!session.demo) return null;
  const become = async (persona: string) => {
    await signIn({ persona });
    await queries.invalidateQueries();
  };
  return (
    <aside className="demo" aria-label={t('demo.word')}>
      <strong>{t('demo.word')}</strong>
      <span className="demo-text">{t('demo.text')}</span>
      <label>
        <span>{t('demo.act-as')}</span>
        <select
          className="input"
          value={session.account ?? ''}
          onChange={(event) => void become(event.target.value)}
        >
          {session.personas.map((persona) => (
            <option key={persona.account} value={persona.account}>
              {persona.title} · {t(`role.${persona.role}`)}
            </option>
          ))}
        </select>
      </label>
    </aside>
  );
}
