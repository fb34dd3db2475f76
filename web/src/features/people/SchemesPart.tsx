import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { QuarantineScheme, QuarantineSchemePhase } from '../../api/contract';
import { useView } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { PublishScheme } from './PublishScheme';

// 隔离方案: which stages follow each other for whom, and on which of their days a test is due.
export function SchemesPart() {
  const { t } = useTranslation();
  const may = useAuthority();
  const { scope } = useSearch({ from: '/people' });
  const people = useView('people', { scope });
  return (
    <section className="card" aria-labelledby="schemes-title">
      <header>
        <h2 id="schemes-title">{t('schemes.title')}</h2>
        <span className="note">{t('schemes.means')}</span>
        {may('quarantine.publish-scheme') && people.data && (
          <span className="push">
            <PublishScheme known={people.data.schemes} today={people.data.today} />
          </span>
        )}
      </header>
      <Screen
        query={people}
        skeleton={<Skeleton rows={4} />}
        isEmpty={(view) => view.schemes.length === 0}
        empty={<Empty>{t('schemes.empty')}</Empty>}
      >
        {(view) => <Schemes schemes={view.schemes} />}
      </Screen>
    </section>
  );
}

function Schemes({ schemes }: { schemes: QuarantineScheme[] }) {
  const { t } = useTranslation();
  const heads = ['name', 'contact', 'stages', 'days', 'source'];
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t('schemes.title')}>
      <table className="table cards">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`schemes.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {schemes.flatMap((scheme) =>
            scheme.rules.map((rule) => (
              <tr key={`${scheme.scheme} ${rule.contact}`}>
                <td data-label={t('schemes.name')}>
                  <strong>{scheme.scheme}</strong>
                  <div className="note">{t('schemes.from', { day: scheme.valid_from })}</div>
                </td>
                <td data-label={t('schemes.contact')}>{t(`contact.${rule.contact}`)}</td>
                <td data-label={t('schemes.stages')}>
                  <Stages phases={rule.phases} />
                </td>
                <td data-label={t('schemes.days')}>
                  {rule.phases.reduce((sum, { days }) => sum + days, 0)}
                </td>
                <td data-label={t('schemes.source')}>
                  {scheme.source}
                  <div className="note">{t(`grade.${scheme.grade}`)}</div>
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

// A day by day line of the stages: a dot is a day of test.
function Stages({ phases }: { phases: QuarantineSchemePhase[] }) {
  const { t } = useTranslation();
  const length = phases.reduce((sum, { days }) => sum + days, 0);
  const starts = phases.map((_, n) => phases.slice(0, n).reduce((sum, { days }) => sum + days, 0));
  const said = phases
    .map(({ kind, days, test_days }) =>
      t(test_days.length > 0 ? 'schemes.stage' : 'schemes.stage-untested', {
        kind: t(`measure.${kind}`),
        n: days,
        tests: test_days.join(t('list.comma')),
      }),
    )
    .join(t('list.semicolon'));
  return (
    <div className="measure">
      <div className="measure-line" aria-hidden="true">
        {phases.map((phase, n) => (
          <span key={n} className={`phase ${phase.kind}`} style={{ flexGrow: phase.days }} />
        ))}
        {phases.flatMap((phase, n) =>
          phase.test_days.map((test) => (
            <span
              key={`${n} ${test}`}
              className="test"
              style={{ left: `${(100 * (starts[n]! + test - 0.5)) / length}%` }}
            />
          )),
        )}
      </div>
      <div>{said}</div>
    </div>
  );
}
