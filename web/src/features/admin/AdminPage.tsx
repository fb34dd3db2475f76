import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { viewRoles } from '../../api/contract';
import { useSignedIn } from '../../api/session';
import { Segmented } from '../../kit/Segmented';
import './admin.css';
import { AccountsPart } from './AccountsPart';
import { ImportPart } from './ImportPart';
import { PoliciesPart } from './PoliciesPart';

// 管理: the numbers the bank works by, the network's sheets, and who may sign in.
export function AdminPage() {
  const { t } = useTranslation();
  const { part = 'policies' } = useSearch({ from: '/admin' });
  const navigate = useNavigate({ from: '/admin' });
  const session = useSignedIn();
  const seesAccounts = viewRoles.accounts.some((role) => role === session.role);
  return (
    <div className="admin">
      <Segmented
        label={t('nav.admin')}
        value={part}
        onChange={(next) => void navigate({ search: (old) => ({ ...old, part: next }) })}
        choices={[
          { value: 'policies', text: t('admin.policies') },
          { value: 'import', text: t('admin.import') },
          ...(seesAccounts ? [{ value: 'accounts' as const, text: t('admin.accounts') }] : []),
          { value: 'api', text: t('admin.api') },
        ]}
      />
      {part === 'policies' && <PoliciesPart />}
      {part === 'import' && <ImportPart />}
      {part === 'accounts' && <AccountsPart />}
      {part === 'api' && <ApiPart />}
    </div>
  );
}

function ApiPart() {
  const { t } = useTranslation();
  return (
    <section className="card">
      <header>
        <h2>{t('admin.api')}</h2>
      </header>
      <div className="body api">
        <p>{t('api.text')}</p>
        <p>
          <a className="button primary" href="/api/docs">
            {t('api.browse')}
          </a>
        </p>
      </div>
    </section>
  );
}
