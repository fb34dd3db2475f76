import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ChecklistCount, ChecklistRow, ChecklistTable } from '../../api/contract';
import { useView } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { DueChip } from '../../kit/DueChip';
import { day } from '../../kit/format';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { Segmented } from '../../kit/Segmented';
import { StateTag } from '../../kit/StateTag';
import { PublishChecklist } from './PublishChecklist';

const isBehind = (row: ChecklistRow) => Boolean(row.behind) || row.waiting.length > 0;

// Which outlets are behind with the lists of the day, and since when: for the inspector and the
// city's desk. Who waits for an override comes first.
export function ChecklistsPart() {
  const { t } = useTranslation();
  const { scope, behind, search } = useSearch({ from: '/outlets' });
  const navigate = useNavigate({ from: '/outlets' });
  const may = useAuthority();
  const table = useView('checklists', { scope });
  const late = table.data?.rows.filter(isBehind).length ?? 0;
  const words = search?.trim();
  const rows = (table.data?.rows ?? []).filter(
    (row) =>
      (!behind || isBehind(row)) &&
      (!words || row.title.includes(words) || row.outlet.includes(words)),
  );
  return (
    <section className="card" aria-labelledby="checklists-title">
      <header>
        <h2 id="checklists-title">{t('checks.today')}</h2>
        {table.data && table.data.rows.length > 0 && (
          <span className={late > 0 ? 'chip alarm' : 'chip good'}>
            {late > 0 ? `◆ ${t('checks.behind-n', { n: late })}` : `✓ ${t('checks.none-behind')}`}
          </span>
        )}
        <div className="filters push">
          <input
            className="input"
            type="search"
            aria-label={t('outlets.search')}
            placeholder={t('outlets.search')}
            defaultValue={search}
            onChange={(event) =>
              void navigate({
                search: (old) => ({ ...old, search: event.target.value || undefined }),
                replace: true,
              })
            }
          />
          <Segmented
            label={t('checks.which')}
            value={behind ?? 'all'}
            onChange={(next) =>
              void navigate({
                search: (old) => ({ ...old, behind: next === 'yes' ? 'yes' : undefined }),
              })
            }
            choices={[
              { value: 'all', text: t('people.all') },
              { value: 'yes', text: t('checks.behind') },
            ]}
          />
          {may('checklist.publish') && table.data && (
            <PublishChecklist today={day(table.data.now)} />
          )}
        </div>
      </header>
      <Screen
        query={table}
        skeleton={<Skeleton rows={12} />}
        isEmpty={() => rows.length === 0}
        empty={<Empty>{t(behind || words ? 'checks.none-match' : 'checks.nobody')}</Empty>}
      >
        {(view) => <Rows rows={rows} view={view} />}
      </Screen>
    </section>
  );
}

function Rows({ rows, view }: { rows: ChecklistRow[]; view: ChecklistTable }) {
  const { t } = useTranslation();
  const phases = view.rows[0]?.counts.map(({ phase }) => phase) ?? [];
  const heads = [
    t('outlet.title'),
    t('outlet.state'),
    t('checks.standing'),
    ...phases.map((phase) => t(`check.phase.${phase}`)),
  ];
  return (
    <div className="table-frame tall" tabIndex={0} role="region" aria-label={t('checks.today')}>
      <table className="table cards">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.outlet}>
              <td data-label={heads[0]}>
                <Link to="/outlets/$outlet" params={{ outlet: row.outlet }}>
                  {row.title}
                </Link>
                <div className="note">{row.outlet}</div>
              </td>
              <td data-label={heads[1]}>
                <StateTag state={row.shown_state} />
              </td>
              <td data-label={heads[2]}>
                <Standing row={row} now={view.now} />
              </td>
              {row.counts.map((count) => (
                <td key={count.phase} data-label={t(`check.phase.${count.phase}`)}>
                  <Count count={count} late={row.behind === count.phase} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Standing({ row, now }: { row: ChecklistRow; now: string }) {
  const { t } = useTranslation();
  if (!isBehind(row)) return <span className="chip good">✓ {t('checks.in-time')}</span>;
  return (
    <>
      {row.behind && (
        <div>
          <span className="chip alarm">
            ◆ {t('checks.late', { phase: t(`check.phase.${row.behind}`) })}
          </span>{' '}
          {row.since && <DueChip deadline={row.since} now={now} />}
        </div>
      )}
      {row.waiting.length > 0 && (
        <div className="strong">{t('checks.waits', { n: row.waiting.length })}</div>
      )}
    </>
  );
}

function Count({ count, late }: { count: ChecklistCount; late: boolean }) {
  const { t } = useTranslation();
  if (count.asked === 0) return <>–</>;
  const dress = count.complete ? 'chip good' : late ? 'chip alarm' : 'chip';
  return (
    <span className={dress}>
      {count.complete && '✓ '}
      {t('check.of', { n: count.settled, of: count.asked })}
    </span>
  );
}
