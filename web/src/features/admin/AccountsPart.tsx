import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/hooks';
import { Empty, Screen } from '../../kit/Screen';

export function AccountsPart() {
  const { t } = useTranslation();
  const { scope } = useSearch({ from: '/admin' });
  const accounts = useView('accounts', { scope });
  const heads = ['account', 'title', 'role', 'scope', 'state'];
  return (
    <section className="card" aria-labelledby="accounts-title">
      <header>
        <h2 id="accounts-title">{t('admin.accounts')}</h2>
        <span className="note">{t('accounts.hint')}</span>
      </header>
      <Screen
        query={accounts}
        isEmpty={(view) => view.rows.length === 0}
        empty={<Empty>{t('accounts.empty')}</Empty>}
      >
        {(view) => (
          <div className="table-frame">
            <table className="table cards">
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {t(`accounts.${head}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {view.rows.map((row) => (
                  <tr key={row.account}>
                    <td data-label={t('accounts.account')}>{row.account}</td>
                    <td data-label={t('accounts.title')}>{row.title}</td>
                    <td data-label={t('accounts.role')}>{t(`role.${row.role}`)}</td>
                    <td data-label={t('accounts.scope')}>{row.scope || t('scope.province')}</td>
                    <td data-label={t('accounts.state')}>
                      {t(row.disabled ? 'accounts.disabled' : 'accounts.enabled')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Screen>
    </section>
  );
}
