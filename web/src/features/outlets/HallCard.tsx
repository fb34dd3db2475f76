import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { QueuePage, QueueWait, WindowNow } from '../../api/contract';
import { useView } from '../../api/hooks';
import { clock, percent } from '../../kit/format';
import { fullness, shortTicket } from '../../kit/queue';
import { Screen, Skeleton } from '../../kit/Screen';

// The hall from afar: how full, who waits for what and how long, what the windows do.
export function HallCard({ outlet }: { outlet: string }) {
  const { t } = useTranslation();
  const queue = useView('queue', { outlet });
  return (
    <section className="card" aria-labelledby="hall-title">
      <header>
        <h2 id="hall-title">{t('calls.hall')}</h2>
        <Link className="push" to="/outlets/$outlet/calls" params={{ outlet }}>
          {t('calls.link')}
        </Link>
      </header>
      <Screen query={queue} skeleton={<Skeleton rows={5} />}>
        {(view) => (
          <div className="body">
            <Lobby view={view} />
            <ul className="rounds">
              {view.windows.map((at) => (
                <Window key={at.window} at={at} view={view} />
              ))}
            </ul>
            <Lines view={view} />
            <LastCalls view={view} />
          </div>
        )}
      </Screen>
    </section>
  );
}

function Lobby({ view }: { view: QueuePage }) {
  const { t } = useTranslation();
  const state = fullness(view);
  const tone = { clear: 'chip good', near: 'chip warning', full: 'chip alarm' }[state];
  const { inside, coming, cap } = view.lobby;
  const kept = view.figures.promise_kept_permille;
  return (
    <p>
      {t('hall.lobby')}{' '}
      <strong>
        {inside} / {cap}
      </strong>{' '}
      <span className={tone}>{view.evacuated ? t('hall.evacuated') : t(`hall.full.${state}`)}</span>{' '}
      {coming > 0 && <span className="note">{t('hall.coming', { n: coming })} · </span>}
      <span className="note">
        {kept == null ? t('hall.kept-none') : t('hall.kept-today', { percent: percent(kept) })}
      </span>
    </p>
  );
}

function Window({ at, view }: { at: WindowNow; view: QueuePage }) {
  const { t } = useTranslation();
  const state = at.ticket ? (at.serving ? 'serving' : 'called') : at.state;
  return (
    <li>
      <strong>{t('hall.window', { window: at.window })}</strong> {t(`hall.window.${state}`)}
      {at.ticket && ` · ${shortTicket(at.ticket, view.day)}`}
      {at.state === 'paused' && at.paused_for && ` · ${t(`hall.pause.${at.paused_for}`)}`}
    </li>
  );
}

function useWait() {
  const { t } = useTranslation();
  return (wait?: QueueWait | null) =>
    wait
      ? t('hall.wait', { from: wait.p50_minutes, to: wait.p90_minutes })
      : t('hall.wait-unknown');
}

function Lines({ view }: { view: QueuePage }) {
  const { t } = useTranslation();
  const wait = useWait();
  const rows = view.services.filter((row) => row.wait || row.waiting > 0);
  if (rows.length === 0) return <p className="note">{t('hall.no-waits')}</p>;
  return (
    <dl className="facts">
      {rows.map((row) => (
        <div key={row.service}>
          <dt>{t(`hall.service.${row.service}`)}</dt>
          <dd>
            {t('hall.waiting-short', { n: row.waiting })} · {wait(row.wait)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function LastCalls({ view }: { view: QueuePage }) {
  const { t } = useTranslation();
  if (view.last_called.length === 0) return null;
  return (
    <p className="note">
      {t('calls.last')}{' '}
      {view.last_called
        .map((call) => `${shortTicket(call.ticket, view.day)} ${clock(call.at, view.time_zone)}`)
        .join(t('list.comma'))}
    </p>
  );
}
