import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PolicyGrade, PolicyOverride, PolicyRow } from '../../api/contract';
import { useView } from '../../api/hooks';
import { whole } from '../../kit/format';
import { Empty, Screen, Skeleton } from '../../kit/Screen';

const grades: PolicyGrade[] = ['L', 'G', 'N', 'T', 'W', 'S', 'A'];

// Every number with the grade of its source. A is our own assumption and says so.
export function PoliciesPart() {
  const { t } = useTranslation();
  const { search = '' } = useSearch({ from: '/admin' });
  const navigate = useNavigate({ from: '/admin' });
  const policies = useView('policies', {});
  const matches = (row: PolicyRow) =>
    `${row.key} ${t(`policy.${row.key}`)} ${row.source}`
      .toLowerCase()
      .includes(search.toLowerCase());
  return (
    <section className="card" aria-labelledby="policies-title">
      <header>
        <h2 id="policies-title">{t('policies.title')}</h2>
        {policies.data && (
          <span className="note">{t('policies.version', { n: policies.data.policy_version })}</span>
        )}
        <input
          className="input push search"
          type="search"
          aria-label={t('policies.search')}
          placeholder={t('policies.search')}
          defaultValue={search}
          onChange={(event) =>
            void navigate({
              search: (old) => ({ ...old, search: event.target.value || undefined }),
              replace: true,
            })
          }
        />
      </header>
      <ul className="grades" aria-label={t('policies.grades')}>
        {grades.map((grade) => (
          <li key={grade}>
            <Grade grade={grade} /> {t(`grade.${grade}`)}
          </li>
        ))}
      </ul>
      <Screen
        query={policies}
        skeleton={<Skeleton rows={12} />}
        isEmpty={(view) => !view.rows.some(matches)}
        empty={<Empty>{t('policies.none-match')}</Empty>}
      >
        {(view) => <Rows rows={view.rows.filter(matches)} />}
      </Screen>
    </section>
  );
}

const Grade = ({ grade }: { grade: PolicyGrade }) => (
  <span className={`grade ${grade}`}>{grade}</span>
);

function Rows({ rows }: { rows: PolicyRow[] }) {
  const { t, i18n } = useTranslation();
  const unit = (word: string) =>
    i18n.exists(`measure-unit.${word}`) ? t(`measure-unit.${word}`) : word;
  const sorted = [...rows].sort((a, b) => b.overrides.length - a.overrides.length);
  const heads = ['name', 'value', 'grade', 'source', 'overrides'];
  return (
    <div className="table-frame tall" tabIndex={0} role="region" aria-label={t('policies.title')}>
      <table className="table cards">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`policies.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.key}>
              <td data-label={t('policies.name')}>
                {t(`policy.${row.key}`)}
                <div className="note">{row.key}</div>
              </td>
              <td data-label={t('policies.value')}>
                <strong>{whole(row.value)}</strong> <span className="note">{unit(row.unit)}</span>
              </td>
              <td data-label={t('policies.grade')}>
                <Grade grade={row.grade} />
              </td>
              <td data-label={t('policies.source')}>{row.source || '–'}</td>
              <td data-label={t('policies.overrides')}>
                {row.overrides.length === 0
                  ? '–'
                  : row.overrides.map((one) => (
                      <Override key={one.since + one.from} override={one} />
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Override({ override }: { override: PolicyOverride }) {
  const { t } = useTranslation();
  const where = override.outlet ?? override.zone ?? t('scope.province');
  return (
    <p className="override">
      <strong>{whole(override.value)}</strong> <Grade grade={override.grade} /> {where}{' '}
      <span className="note">
        {t('policies.from', { day: override.from, by: override.by })} · {override.source}
      </span>
    </p>
  );
}
