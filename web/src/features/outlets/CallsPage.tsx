import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readCalls, type CallRow } from '../../api/client';
import type { QueueCallingRule, QueuePage } from '../../api/contract';
import { useView } from '../../api/hooks';
import { day } from '../../kit/format';
import { shortTicket } from '../../kit/queue';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import './outlets.css';

// The calling rule as it hangs on the wall, and a day's calls held against it, out of the log.
export function CallsPage() {
  const { outlet } = useParams({ from: '/outlets/$outlet/calls' });
  const queue = useView('queue', { outlet });
  return (
    <Screen query={queue} skeleton={<Skeleton rows={12} />}>
      {(view) => (
        <div className="outlet calls">
          <Rule rule={view.rule} view={view} />
          <Calls view={view} />
        </div>
      )}
    </Screen>
  );
}

function Rule({ rule, view }: { rule: QueueCallingRule; view: QueuePage }) {
  const { t } = useTranslation();
  const ahead = rule.head_starts.filter((one) => one.minutes > 0);
  const terms = [
    t('calls.cap-rule', { n: rule.cap.by_rule }),
    rule.cap.by_area != null && t('calls.cap-area', { n: rule.cap.by_area }),
    rule.cap.by_seats != null && t('calls.cap-seats', { n: rule.cap.by_seats }),
    t('calls.cap-windows', { n: rule.cap.by_windows }),
  ].filter(Boolean);
  return (
    <section className="card" aria-labelledby="rule-title">
      <header>
        <div>
          <p className="note">
            <Link to="/outlets">{t('nav.outlets')}</Link> ▸{' '}
            <Link to="/outlets/$outlet" params={{ outlet: view.outlet }}>
              {view.title}
            </Link>
          </p>
          <h2 id="rule-title">{t('calls.rule', { title: view.title })}</h2>
        </div>
        <button type="button" className="button push" onClick={() => window.print()}>
          {t('calls.print')}
        </button>
      </header>
      <ol className="body rule-lines">
        <li>{t('calls.rule-order')}</li>
        <li>
          {t('calls.rule-ahead', {
            who: ahead
              .map((one) =>
                t('calls.ahead', {
                  who: t(`hall.priority.${one.priority}`),
                  n: one.minutes,
                }),
              )
              .join(t('list.comma')),
            booked: rule.appointment_minutes,
          })}
        </li>
        <li>{t('calls.rule-bound', { n: rule.longest_head_start_minutes })}</li>
        <li>
          {t('calls.rule-gate', { cap: rule.cap.people, terms: terms.join(t('list.comma')) })}
        </li>
        <li>
          {t('calls.rule-missed', {
            calls: rule.calls,
            places: rule.back_places,
            returns: rule.returns,
          })}
        </li>
        <li>{t('calls.rule-end')}</li>
      </ol>
      <p className="note body">{t('calls.rule-version', { version: rule.version })}</p>
    </section>
  );
}

function Calls({ view }: { view: QueuePage }) {
  const { t } = useTranslation();
  const { outlet } = view;
  const search = useSearch({ from: '/outlets/$outlet/calls' });
  const navigate = useNavigate({ from: '/outlets/$outlet/calls' });
  const asked = search.day ?? day(view.now, view.time_zone);
  const calls = useQuery({
    queryKey: ['view', 'calls', outlet, asked],
    queryFn: ({ signal }) => readCalls(outlet, asked, signal),
  });
  const file = (ext: string) => `/api/export/calls.${ext}?outlet=${outlet}&day=${asked}`;
  return (
    <section className="card" aria-labelledby="calls-title">
      <header>
        <h2 id="calls-title">{t('calls.title')}</h2>
        <label className="push">
          <span className="unseen">{t('calls.day')}</span>
          <input
            className="input"
            type="date"
            value={asked}
            onChange={(event) => {
              const to = event.target.value;
              if (to) void navigate({ search: (was) => ({ ...was, day: to }) });
            }}
          />
        </label>
        <a className="button" href={file('csv')} download>
          CSV
        </a>
        <a className="button" href={file('xlsx')} download>
          XLSX
        </a>
      </header>
      <Screen
        query={calls}
        isEmpty={(rows) => rows.length === 0}
        empty={<Empty>{t('calls.empty')}</Empty>}
      >
        {(rows) => <Proof rows={rows} today={asked} />}
      </Screen>
    </section>
  );
}

const heads = ['at', 'window', 'ticket', 'from', 'turn', 'lobby', 'version', 'kept'] as const;

function Proof({ rows, today }: { rows: CallRow[]; today: string }) {
  const { t } = useTranslation();
  const broken = rows.filter((row) => row.rule_kept !== 'yes').length;
  return (
    <>
      <p className="body">
        <span className={broken > 0 ? 'chip alarm' : 'chip good'}>
          {broken > 0
            ? t('calls.broken', { n: broken, of: rows.length })
            : `✓ ${t('calls.all-kept', { n: rows.length })}`}
        </span>{' '}
        <span className="note">{t('calls.proof')}</span>
      </p>
      <div className="table-frame">
        <table className="table cards">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`calls.head.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Call key={row.seq} row={row} today={today} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const time = (text: string) => text.slice(11, 19);

function Call({ row, today }: { row: CallRow; today: string }) {
  const { t } = useTranslation();
  const kept = row.rule_kept === 'yes';
  return (
    <tr>
      <td>
        {time(row.called_at)} <span className="note">#{row.seq}</span>
      </td>
      <td>{row.window}</td>
      <td>
        <strong>{shortTicket(row.ticket, today)}</strong>{' '}
        <span className="note">
          {t(`hall.service.${row.service}`)}
          {row.priority !== 'ordinary' && ` · ${t(`hall.priority.${row.priority}`)}`}
        </span>
      </td>
      <td>{time(row.taken_at)}</td>
      <td>
        {time(row.virtual_arrival)}{' '}
        <span className="note">{t('calls.of-waiting', { n: row.waiting })}</span>
      </td>
      <td>
        {row.lobby_inside}+{row.lobby_coming} / {row.lobby_cap}{' '}
        {row.holder_inside === 'yes' && <span className="note">{t('hall.inside')}</span>}
      </td>
      <td>{row.rule_version}</td>
      <td>
        <span className={kept ? 'chip good' : 'chip alarm'}>
          {kept
            ? `✓ ${t('calls.kept')}`
            : `✕ ${t('calls.instead', { ticket: shortTicket(row.next_by_rule, today) || '—' })}`}
        </span>
      </td>
    </tr>
  );
}
