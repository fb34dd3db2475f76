import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueuePage, TicketShown } from '../../api/contract';
import { clock } from '../../kit/format';
import { placesLeft, shortTicket as short } from '../../kit/queue';
import { CorrectPriority } from './CorrectPriority';
import { EnterButton } from './LobbyCard';
import { OrderButton, TicketName, TicketNotes } from './parts';

const shown = 8;

// Who waits, in the order of calling, and whether inside or outside the door.
export function Waiting({ view }: { view: QueuePage }) {
  const { t } = useTranslation();
  const [all, showAll] = useState(false);
  const waiting = view.tickets.filter((one) => one.stage === 'waiting');
  const parked = view.tickets.filter((one) => one.stage === 'parked');
  const inside = waiting.filter((one) => one.inside).length;
  const rows = all ? waiting : waiting.slice(0, shown);
  const first = waiting.filter((one) => !one.inside).slice(0, placesLeft(view));
  return (
    <section className="card" aria-labelledby="waiting-title">
      <h2 id="waiting-title">
        {t('hall.waiting')}
        <span className="chip">
          {t('hall.waiting-n', { n: waiting.length, inside, outside: waiting.length - inside })}
        </span>
      </h2>
      {waiting.length === 0 && <p className="empty">{t('hall.nobody')}</p>}
      <ul className="list">
        {rows.map((one) => (
          <Row key={one.ticket} one={one} view={view} mayEnter={first.includes(one)} />
        ))}
      </ul>
      {waiting.length > shown && (
        <button type="button" className="button" onClick={() => showAll(!all)}>
          {all ? t('hall.fewer') : t('hall.all-n', { n: waiting.length })}
        </button>
      )}
      {parked.length > 0 && (
        <>
          <h3>{t('hall.parked')}</h3>
          <ul className="list">
            {parked.map((one) => (
              <Row key={one.ticket} one={one} view={view} mayEnter={false} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Row({ one, view, mayEnter }: { one: TicketShown; view: QueuePage; mayEnter: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const body = { outlet: view.outlet, ticket: one.ticket };
  const name = short(one.ticket, view.day);
  return (
    <li className="queued">
      <button
        type="button"
        className="queued-what"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span>
          <TicketName one={one} today={view.day} />
        </span>
        <TicketNotes one={one} />
        <span className="note">
          {t('hall.since', { at: clock(one.taken_at, view.time_zone) })} ·{' '}
          {t(one.inside ? 'hall.inside' : 'hall.outside')}
        </span>
      </button>
      {one.stage === 'parked' && (
        <OrderButton
          command="queue.resume"
          body={body}
          label={t('hall.resume-ticket', { ticket: name })}
        >
          {t('hall.resume')}
        </OrderButton>
      )}
      {one.stage === 'waiting' && !one.inside && mayEnter && !view.evacuated && (
        <EnterButton view={view} one={one} />
      )}
      {open && (
        <a
          className="button"
          href={`/slip/${view.outlet}/${one.ticket}`}
          target="_blank"
          rel="noreferrer"
          aria-label={t('hall.slip-ticket', { ticket: name })}
        >
          {t('hall.slip')}
        </a>
      )}
      {open && (
        <OrderButton
          command="queue.cancel"
          body={body}
          kind="danger"
          label={t('hall.cancel-ticket', { ticket: name })}
        >
          {t('hall.cancel')}
        </OrderButton>
      )}
      {open && <CorrectPriority one={one} view={view} close={() => setOpen(false)} />}
    </li>
  );
}
