import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutletPage } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { CalendarAddress } from '../../kit/CalendarAddress';
import { shortTicket } from '../../kit/queue';

// What leaves the screen: the notice for the door, codes for the machines, tickets on paper, the
// telephone number that the public reads, and the calendar of the crew.
export function PapersToPrint({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  const may = useAuthority();
  const { outlet } = page;
  return (
    <section className="card" aria-labelledby="outgoing-title">
      <header>
        <h2 id="outgoing-title">{t('outgoing.title')}</h2>
      </header>
      <div className="body outgoing">
        <div className="outlet-actions">
          <Opens href={`/p/${outlet}`} text={t('outgoing.page')} />
          <Opens href={`/p/${outlet}/notice`} text={t('outgoing.notice')} />
          {page.facts.machines > 0 && (
            <Opens href={`/p/${outlet}/codes`} text={t('outgoing.codes')} />
          )}
          {may('outlet.publish-phone') && <Phone page={page} />}
        </div>
        {may('queue.take') && <Slips outlet={outlet} />}
        <div className="outlet-actions">
          <a className="button" href={`/open-data/calendar/${outlet}.ics`}>
            {t('outgoing.calendar')}
          </a>
          {may('roster.arrive') && <CalendarAddress of={{ outlet }} />}
        </div>
      </div>
    </section>
  );
}

function Opens({ href, text }: { href: string; text: string }) {
  return (
    <a className="button" href={href} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}

function Phone({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  const known = page.facts.phone ?? '';
  const [phone, setPhone] = useState(known);
  const publish = useCommand(
    'outlet.publish-phone',
    () => ({ outlet: page.outlet, phone: phone.trim() || null }),
    page.version,
  );
  return (
    <ActionDialog
      title={t('outgoing.phone-title')}
      trigger={known ? t('outgoing.phone', { phone: known }) : t('outgoing.phone-none')}
      confirm={t('outgoing.phone-do')}
      intent={publish}
    >
      <label className="field">
        <span>{t('outgoing.phone-label')}</span>
        <input
          className="input"
          type="tel"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      </label>
      <p className="note">{t('outgoing.phone-means')}</p>
    </ActionDialog>
  );
}

// A number taken at the tablet, as a slip with its code: for whoever has no telephone.
function Slips({ outlet }: { outlet: string }) {
  const { t } = useTranslation();
  const queue = useView('queue', { outlet });
  const waiting = queue.data?.tickets.filter(({ stage }) => stage === 'waiting') ?? [];
  const [chosen, choose] = useState('');
  if (waiting.length === 0) return null;
  const ticket = waiting.find((one) => one.ticket === chosen) ?? waiting[0]!;
  return (
    <div className="outlet-actions">
      <label className="field inline">
        <span>{t('outgoing.ticket')}</span>
        <select
          className="input"
          value={ticket.ticket}
          onChange={(event) => choose(event.target.value)}
        >
          {waiting.map((one) => (
            <option key={one.ticket} value={one.ticket}>
              {shortTicket(one.ticket, queue.data!.day)} · {t(`hall.service.${one.service}`)}
            </option>
          ))}
        </select>
      </label>
      <Opens href={`/slip/${outlet}/${ticket.ticket}`} text={t('outgoing.slip')} />
    </div>
  );
}
