import { useTranslation } from 'react-i18next';
import type { IncidentEntry, IncidentPage } from '../../api/contract';
import { useView } from '../../api/hooks';
import { DueChip } from '../../kit/DueChip';
import { clock, dayAndClock, whole } from '../../kit/format';
import { useSentence } from '../../kit/Refusal';
import { Screen, Skeleton } from '../../kit/Screen';
import { ClassChip } from './IncidentTable';
import { MainAction } from './MainAction';
import { MoreActions } from './MoreActions';

// One incident: its clocks and steps, whom it calls, and the timeline that the review is read from.
export function IncidentDetail({ incident }: { incident: string }) {
  const page = useView('incident.page', { incident });
  return (
    <Screen query={page} skeleton={<Skeleton rows={6} />}>
      {(view) => (
        <div className={view.row.drill ? 'incident-detail drill' : 'incident-detail'}>
          <Head view={view} />
          {view.steps.length > 0 && <Steps view={view} />}
          <Calls view={view} />
          {(view.trace ?? view.backups) && <Findings view={view} />}
          <Timeline view={view} />
        </div>
      )}
    </Screen>
  );
}

function Head({ view }: { view: IncidentPage }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { row } = view;
  return (
    <section className="card incident-head" aria-labelledby="incident-title">
      <header>
        <h2 id="incident-title">
          {row.title || t('level.province')} · {t(`incident.kind.${row.kind}`)}
        </h2>
        <ClassChip of={row} />
        {row.drill && <span className="chip drill-chip">{t('incident.drill')}</span>}
        {row.cleared && <span className="chip good">{t('incident.cleared')}</span>}
        <span className="note">{row.incident}</span>
        <span className="push incident-actions">
          <MoreActions row={row} />
          {row.mine && <MainAction row={row} primary />}
        </span>
      </header>
      <p className="incident-what">{row.what}</p>
      {row.dues.length > 0 && (
        <ul className="incident-dues" aria-label={t('incidents.clock')}>
          {row.dues.map((due) => (
            <li key={due.kind}>
              {t(`incident.due.${due.kind}`)} <DueChip deadline={due.by} now={view.now} />
            </li>
          ))}
        </ul>
      )}
      {view.unfinished.length > 0 && (
        <p className="note">
          {t('incident.before-closing')}
          {view.unfinished.map((code) => sentence(code)).join(' ')}
        </p>
      )}
      {view.after_action && (
        <div className="incident-review">
          <h3>{t('incident.after-action')}</h3>
          <p>{view.after_action}</p>
        </div>
      )}
    </section>
  );
}

// In their order; what is done carries its time, what comes next is marked.
function Steps({ view }: { view: IncidentPage }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="steps-title">
      <header>
        <h2 id="steps-title">{t('incident.steps')}</h2>
        <span className="note">{t('incident.steps-rule')}</span>
      </header>
      <ol className="incident-steps">
        {view.steps.map((step) => {
          const done = view.taken.find((one) => one.step === step);
          const next = view.row.next_step === step;
          return (
            <li key={step} className={done ? 'done' : next ? 'next' : undefined}>
              <strong>{t(`incident.step.${step}`)}</strong>
              <span>
                {done
                  ? t('incident.step-at', {
                      at: clock(done.at, view.time_zone),
                      by: done.by,
                    })
                  : t(next ? 'incident.step-next' : 'incident.step-later')}
              </span>
              {done?.late && <span className="chip alarm">{t('incident.late')}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Calls({ view }: { view: IncidentPage }) {
  const { t } = useTranslation();
  const stopped = view.row.acknowledged || Boolean(view.row.closed_at);
  return (
    <section className="card" aria-labelledby="calls-title">
      <header>
        <h2 id="calls-title">{t('incident.calls')}</h2>
        <span className="note">{t(stopped ? 'incident.calls-over' : 'incident.calls-rule')}</span>
      </header>
      {view.calls.length === 0 && <p className="strong">{t('incident.calls-nobody')}</p>}
      <ol className="incident-calls">
        {view.calls.map((call) => {
          const called = !stopped && call.from <= view.now;
          return (
            <li key={call.account} className={called ? 'called' : undefined}>
              <strong>{call.account}</strong>{' '}
              <span className="note">
                {t(call.deputy ? 'duty.deputy' : 'duty.on')} · {call.at || t('level.province')} ·{' '}
                {clock(call.from, view.time_zone)}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Findings({ view }: { view: IncidentPage }) {
  const { t } = useTranslation();
  const { trace, backups } = view;
  return (
    <section className="card" aria-labelledby="findings-title">
      <header>
        <h2 id="findings-title">{t('incident.findings')}</h2>
        {trace && <span className="note">{t('incident.trace-rule')}</span>}
      </header>
      <dl className="incident-facts">
        {trace && (
          <>
            <div>
              <dt>{t('incident.trace-people', { n: trace.people.length })}</dt>
              <dd>{trace.people.join(t('list.comma')) || '–'}</dd>
            </div>
            <div>
              <dt>{t('incident.trace-tickets', { n: trace.tickets.length })}</dt>
              <dd>{trace.tickets.join(t('list.comma')) || '–'}</dd>
            </div>
            <div>
              <dt>{t('incident.trace-entered')}</dt>
              <dd>{whole(trace.entered)}</dd>
            </div>
          </>
        )}
        {backups && (
          <>
            {(['business', 'people', 'service', 'management'] as const).map((one) => (
              <div key={one}>
                <dt>{t(`incident.backup.${one}`)}</dt>
                <dd>{backups[one]}</dd>
              </div>
            ))}
          </>
        )}
      </dl>
    </section>
  );
}

function Timeline({ view }: { view: IncidentPage }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="timeline-title">
      <header>
        <h2 id="timeline-title">{t('incident.timeline')}</h2>
        <span className="note">
          {t('incident.since', { at: dayAndClock(view.row.happened_at, view.time_zone) })}
        </span>
      </header>
      <ol className="incident-timeline">
        {view.timeline.map((entry, index) => (
          <Line key={index} entry={entry} view={view} />
        ))}
      </ol>
    </section>
  );
}

function Line({ entry, view }: { entry: IncidentEntry; view: IncidentPage }) {
  const { t } = useTranslation();
  const after = Math.round((Date.parse(entry.at) - Date.parse(view.row.happened_at)) / 60_000);
  return (
    <li>
      <span className="incident-when">
        {dayAndClock(entry.at, view.time_zone)}{' '}
        <span className="note">{t('incident.after', { minutes: after })}</span>
      </span>
      <span>
        <strong>{t(`incident.entry.${entry.kind}`)}</strong>{' '}
        {entry.detail &&
          t(
            entry.kind === 'step'
              ? `incident.step.${entry.detail}`
              : `incident.class.${entry.detail}`,
          )}{' '}
        <span className="note">{entry.by}</span>{' '}
        {entry.late && <span className="chip alarm">{t('incident.late')}</span>}
        {entry.note && <span className="incident-note">{entry.note}</span>}
      </span>
    </li>
  );
}
