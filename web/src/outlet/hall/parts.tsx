import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandName, Commands, TicketShown, QueueWait } from '../../api/contract';
import { shortTicket as short } from '../../kit/queue';
import { useMay, useSnapshot, useTablet } from '../context';

interface Order<Name extends CommandName> {
  command: Name;
  body: Commands[Name];
  kind?: 'primary' | 'danger';
  label?: string;
  after?: () => void;
  children: ReactNode;
}

// One command on one button: absent without the right, still while the same thing is under way, and
// while the line that it needs is cut. A second tap therefore does nothing.
export function OrderButton<Name extends CommandName>(order: Order<Name>) {
  const { command, body, kind, label, after, children } = order;
  const tablet = useTablet();
  const may = useMay()(command);
  const { entries, reach } = useSnapshot();
  const tapped = useRef(false);
  const [busy, setBusy] = useState(false);
  if (!may) return null;
  const deed = tablet.deeds.of(command, body);
  const thing = deed.thing(body);
  const underWay = entries.some(
    (e) => e.state === 'waiting' && e.thing === thing && (e.expires || e.command === command),
  );
  const needsLine = deed.moment === 'expires' && reach === 'cut';
  const give = async () => {
    if (tapped.current) return;
    tapped.current = true;
    setBusy(true);
    await tablet.write(command, body).finally(() => {
      tapped.current = false;
      setBusy(false);
    });
    after?.();
  };
  return (
    <button
      type="button"
      className={`button ${kind ?? ''}`}
      aria-label={label}
      aria-busy={underWay || undefined}
      disabled={busy || underWay || needsLine}
      onClick={() => void give()}
    >
      {children}
    </button>
  );
}

// What cannot be taken back is held down: nobody evacuates with a sleeve.
export function HoldButton({ held, children }: { held: () => void; children: ReactNode }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [holding, hold] = useState(false);
  const stop = () => {
    clearTimeout(timer.current);
    hold(false);
  };
  const start = () => {
    clearTimeout(timer.current);
    hold(true);
    timer.current = setTimeout(() => {
      hold(false);
      held();
    }, holdFor);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <button
      type="button"
      className="button danger hold"
      data-holding={holding}
      onPointerDown={start}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => isKey(event.key) && !event.repeat && start()}
      onKeyUp={(event) => isKey(event.key) && stop()}
      onBlur={stop}
    >
      {children}
    </button>
  );
}
const holdFor = 1500;
const isKey = (key: string) => key === 'Enter' || key === ' ';

export function useWait() {
  const { t } = useTranslation();
  return (wait?: QueueWait | null) => {
    if (!wait) return t('hall.wait-unknown');
    const { p50_minutes: from, p90_minutes: to } = wait;
    return from === to ? t('hall.wait-one', { to }) : t('hall.wait', { from, to });
  };
}

// What else the crew must know of a ticket, in words.
export function TicketNotes({ one }: { one: TicketShown }) {
  const { t } = useTranslation();
  return (
    <span className="ticket-notes">
      {one.priority !== 'ordinary' && (
        <span className="chip info">{t(`hall.priority.${one.priority}`)}</span>
      )}
      {one.card_holders > 0 && (
        <span className="chip">{t('hall.proxy-n', { n: one.card_holders })}</span>
      )}
      {one.booked && <span className="chip">{t('hall.booked')}</span>}
      {one.carried && <span className="chip">{t('hall.carried')}</span>}
    </span>
  );
}

export function TicketName({ one, today }: { one: TicketShown; today?: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      <strong className="ticket-number">{short(one.ticket, today)}</strong>{' '}
      <span>{t(`hall.service.${one.service}`)}</span>
    </>
  );
}
