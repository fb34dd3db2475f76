import { useTranslation } from 'react-i18next';
import type { QueuePage, ServiceNow, WindowNow } from '../api/contract';
import { clock, clockWithSeconds, day } from '../kit/format';
import { fullness, placesLeft, shareOf, shortTicket } from '../kit/queue';
import type { Shown } from './display';
import type { Voice } from './voice';

interface Part {
  page: QueuePage;
}
interface Frame extends Part {
  shown: Shown;
  voice: Voice;
  now: number; // By this machine's clock.
}

// What everybody in the hall, and at its door, may read: numbers, never a name.
export function Hall({ page, shown, voice, now }: Frame) {
  const { t } = useTranslation();
  if (page.evacuated) return <Evacuated page={page} />;
  const serving = ['open', 'limited', 'paused'].includes(page.shown_state) && !page.closed;
  return (
    <div className="screen" data-cut={shown.cut || undefined}>
      <Top page={page} shown={shown} voice={voice} now={now} />
      {shown.cut && (
        <p className="banner" role="alert">
          <i aria-hidden="true">◌</i> {t('display.cut')}
          <span>
            {t('display.cut-since', { at: clock(shown.heardAt + shown.ahead, page.time_zone) })}
          </span>
        </p>
      )}
      {!shown.cut && page.shown_state === 'paused' && serving && (
        <p className="banner paused">{t('display.paused')}</p>
      )}
      {serving ? (
        <main className="parts">
          <Calling page={page} />
          <Last page={page} />
          <Lobby page={page} />
          <Waits page={page} />
          <Notices page={page} />
        </main>
      ) : (
        <Closed page={page} />
      )}
    </div>
  );
}

function Top({ page, shown, voice, now }: Frame) {
  const { t } = useTranslation();
  const there = now + shown.ahead;
  return (
    <header>
      <h1>{page.title}</h1>
      <p className="hours">
        {t('display.hours', { from: page.opens, to: page.closes })}
        <span>{t(`state.${page.shown_state}`)}</span>
      </p>
      <button type="button" className="sound" onClick={() => voice.toggle()}>
        {t(`display.sound.${voice.sound}`)}
      </button>
      <time className="clock">
        {clockWithSeconds(there, page.time_zone)}
        <span>{day(there, page.time_zone)}</span>
      </time>
    </header>
  );
}

const called = (at: WindowNow) => Boolean(at.ticket) && !at.serving;

// Who is called now stands first; who is being served stands quietly below.
function Calling({ page }: Part) {
  const { t } = useTranslation();
  const busy = page.windows.filter((w) => w.ticket);
  const rows = [...busy.filter(called), ...busy.filter((w) => !called(w))];
  return (
    <section className="calling" aria-labelledby="calling">
      <h2 id="calling">{t('display.calling')}</h2>
      {rows.length === 0 && <p className="none">{t('display.nobody')}</p>}
      <ul aria-live="polite" data-n={rows.length}>
        {rows.slice(0, 6).map((at) => (
          <li key={at.window} data-called={called(at) || undefined}>
            <strong>{shortTicket(at.ticket!, page.day)}</strong>
            <span className="to">
              <em>{t('hall.window', { window: at.window })}</em>
              {t(called(at) ? 'display.please' : 'display.serving')}
              {called(at) && at.calls > 1 && ` · ${t('display.again', { n: at.calls })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

// Whoever looked away finds their number here.
function Last({ page }: Part) {
  const { t } = useTranslation();
  if (page.last_called.length === 0) return null;
  return (
    <section className="last" aria-labelledby="last">
      <h2 id="last">{t('display.last')}</h2>
      <ul>
        {page.last_called.map(({ ticket, window, at }) => (
          <li key={ticket}>
            <strong>{shortTicket(ticket, page.day)}</strong>
            <span>
              {window > 0 && `${t('hall.window', { window })} · `}
              {clock(at, page.time_zone)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lobby({ page }: Part) {
  const { t } = useTranslation();
  const state = fullness(page);
  const { inside, coming, cap } = page.lobby;
  return (
    <section className="lobby" data-full={state} aria-labelledby="lobby">
      <h2 id="lobby">{t('display.lobby')}</h2>
      <p className="figure">
        <strong>{inside}</strong> / {t('hall.people', { n: cap })}
      </p>
      <p className="word">
        <i aria-hidden="true" />
        {state === 'full' ? t('display.full') : t('display.places', { n: placesLeft(page) })}
      </p>
      <div className="bar" aria-hidden="true">
        <i style={{ width: `${shareOf(inside, cap)}%` }} />
        <b style={{ width: `${shareOf(coming, cap)}%` }} />
      </div>
    </section>
  );
}

function Waits({ page }: Part) {
  const { t } = useTranslation();
  const rows = page.services.filter((row) => row.wait || row.waiting > 0);
  return (
    <section className="waits" aria-labelledby="waits">
      <h2 id="waits">{t('display.waits')}</h2>
      {rows.length === 0 && <p className="none">{t('display.no-waits')}</p>}
      {rows.length > 0 && (
        <table>
          <tbody>
            {rows.map((row) => (
              <tr key={row.service}>
                <th scope="row">{t(`hall.service.${row.service}`)}</th>
                <td>{t('display.waiting', { n: row.waiting })}</td>
                <td>{expected(row, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function expected({ wait }: ServiceNow, t: ReturnType<typeof useTranslation>['t']): string {
  if (!wait) return t('display.no-window');
  const { p50_minutes: from, p90_minutes: to } = wait;
  return from === to ? t('hall.wait-one', { to }) : t('hall.wait', { from, to });
}

function Notices({ page }: Part) {
  const { t } = useTranslation();
  return (
    <section className="notices" aria-label={t('display.notices')}>
      {page.next_round && (
        <p className="round">
          {t('display.next-round', { at: clock(page.next_round, page.time_zone) })}
        </p>
      )}
      <p>{t('display.notice.mask')}</p>
      <p>{t('display.notice.missed', { calls: page.rule.calls, places: page.rule.back_places })}</p>
      <p>{t('display.notice.help')}</p>
    </section>
  );
}

function Closed({ page }: Part) {
  const { t } = useTranslation();
  const left = page.tickets.length;
  return (
    <main className="closed">
      <p className="big">{t(page.closed ? 'display.day-over' : 'display.closed')}</p>
      <p>{t(`state.${page.shown_state}`)}</p>
      <p>{t('display.hours', { from: page.opens, to: page.closes })}</p>
      {left > 0 && <p>{t('display.carried', { n: left })}</p>}
    </main>
  );
}

function Evacuated({ page }: Part) {
  const { t } = useTranslation();
  return (
    <main className="evacuation" role="alert">
      <p className="big">
        <i aria-hidden="true">◆</i> {t('display.evacuate')}
      </p>
      <p>{t('display.evacuate-how')}</p>
      <p>{page.evacuated_for}</p>
      <p className="keep">{t('display.evacuate-keep')}</p>
    </main>
  );
}
