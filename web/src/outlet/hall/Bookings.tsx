import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Appointments,
  AppointmentShown,
  Commands,
  QueuePriority,
  QueuePage,
  QueueService,
} from '../../api/contract';
import { clock } from '../../kit/format';
import { Segmented } from '../../kit/Segmented';
import { useMay, useSnapshot } from '../context';
import { TextField } from '../parts/fields';
import type { Scene } from '../section';
import { OrderButton } from './parts';
import { services } from './Windows';

// Today's appointments: who is kept a place until when, and who waits for one.
export function Bookings({ view, scene }: { view: QueuePage; scene: Scene }) {
  const { t } = useTranslation();
  const may = useMay()('queue.book');
  const page = scene.views.appointments;
  if (!page) return <p className="card empty">{t('hall.bookings-unread')}</p>;
  return (
    <div className="columns">
      <div>
        <section className="card" aria-labelledby="bookings-title">
          <h2 id="bookings-title">
            {t('hall.bookings')}
            <span className="chip">{t('hall.bookings-n', { n: page.rows.length })}</span>
          </h2>
          {page.rows.length === 0 && <p className="empty">{t('hall.bookings-none')}</p>}
          <ul className="list">
            {page.rows.map((one) => (
              <Booked key={one.booking} one={one} view={view} now={scene.now} />
            ))}
          </ul>
        </section>
      </div>
      <div>
        {may && <Book view={view} page={page} />}
        <Forget view={view} />
      </div>
    </div>
  );
}

function Booked({ one, view, now }: { one: AppointmentShown; view: QueuePage; now: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const zone = view.time_zone;
  const body = { outlet: view.outlet, booking: one.booking };
  const timely = one.from <= now && now <= one.until;
  return (
    <li className="queued">
      <button
        type="button"
        className="queued-what"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span>
          <strong className="ticket-number">{one.band}</strong> {t(`hall.service.${one.service}`)} ·{' '}
          {one.booking}
        </span>
        <span className="ticket-notes">
          {one.priority !== 'ordinary' && (
            <span className="chip info">{t(`hall.priority.${one.priority}`)}</span>
          )}
          {one.waitlisted && <span className="chip warning">{t('hall.waitlisted')}</span>}
        </span>
        <span className="note">
          {t('hall.kept', { from: clock(one.from, zone), until: clock(one.until, zone) })}
        </span>
      </button>
      {!one.waitlisted && timely && (
        <OrderButton
          command="queue.arrive"
          body={{ ...body, channel: 'paper' }}
          kind="primary"
          label={t('hall.arrive-booking', { booking: one.booking })}
        >
          {t('hall.arrive')}
        </OrderButton>
      )}
      {open && (
        <OrderButton
          command="queue.cancel-booking"
          body={body}
          kind="danger"
          label={t('hall.cancel-booking', { booking: one.booking })}
        >
          {t('hall.cancel')}
        </OrderButton>
      )}
    </li>
  );
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'; // Without I and O, which are read as figures.
const drawn = (length: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => letters[byte % 24]).join('');
const fresh = () => ({ booking: `${drawn(3)}-${drawn(3)}`, person: `C-${drawn(8)}` });

// A place in a band; a full band has a list on which one moves up.
function Book({ view, page }: { view: QueuePage; page: Appointments }) {
  const { t } = useTranslation();
  const { entries } = useSnapshot();
  const open = page.bands.filter((b) => !b.past);
  const [codes, redraw] = useState(fresh);
  const [person, setPerson] = useState('');
  const [phone, setPhone] = useState('');
  const [service, choose] = useState<QueueService>('cash');
  const [priority, setPriority] = useState<QueuePriority>('ordinary');
  const [chosen, setBand] = useState<string>();
  const band = open.find((b) => b.band === chosen)?.band ?? open[0]?.band;
  const last = entries.findLast((e) => e.command === 'queue.book' && e.state === 'done');
  if (!band) return <p className="card empty">{t('hall.no-bands')}</p>;
  const body: Commands['queue.book'] = {
    outlet: view.outlet,
    booking: codes.booking,
    person: person.trim() || codes.person,
    contact: phone.trim() || undefined,
    service,
    priority,
    day: page.day,
    band,
  };
  const after = () => {
    redraw(fresh());
    setPerson('');
    setPhone('');
  };
  return (
    <section className="card" aria-labelledby="book-title">
      <h2 id="book-title">{t('hall.book')}</h2>
      <div className="places">
        <fieldset>
          <legend>{t('hall.band')}</legend>
          {open.map((one) => (
            <button
              key={one.band}
              type="button"
              className="tick"
              aria-pressed={one.band === band}
              onClick={() => setBand(one.band)}
            >
              {one.band}
              <span className="note">
                {one.minutes_left > 0
                  ? t('hall.minutes-left', { n: one.minutes_left })
                  : t('hall.waitlist-n', { n: one.waitlisted })}
              </span>
            </button>
          ))}
        </fieldset>
      </div>
      <Segmented
        label={t('hall.service')}
        value={service}
        onChange={choose}
        choices={services.map((value) => ({ value, text: t(`hall.service.${value}`) }))}
      />
      <Segmented
        label={t('hall.priority')}
        value={priority}
        onChange={setPriority}
        choices={(['ordinary', 'elderly', 'disabled', 'pregnant'] as const).map((value) => ({
          value,
          text: t(`hall.priority.${value}`),
        }))}
      />
      <div className="fields">
        <TextField label={t('hall.person-code')} value={person} set={setPerson} />
        <TextField label={t('hall.contact')} value={phone} set={setPhone} />
      </div>
      <p className="note">{t('hall.person-note')}</p>
      <OrderButton command="queue.book" body={body} kind="primary" after={after}>
        {t('hall.book-do', { band })}
      </OrderButton>
      {last && (
        <p className="verdict good" role="status">
          {t('hall.booked-code', { code: (last.body as Commands['queue.book']).booking })}
        </p>
      )}
    </section>
  );
}

// PIPL 47: once no booking of theirs is live, a person may have their contact erased.
function Forget({ view }: { view: QueuePage }) {
  const { t } = useTranslation();
  const may = useMay()('queue.forget');
  const [person, setPerson] = useState('');
  if (!may) return null;
  return (
    <section className="card" aria-labelledby="forget-title">
      <h2 id="forget-title">{t('hall.forget')}</h2>
      <p className="note">{t('hall.forget-means')}</p>
      <TextField label={t('hall.person-code')} value={person} set={setPerson} />
      {person.trim() && (
        <OrderButton
          command="queue.forget"
          body={{ outlet: view.outlet, person: person.trim() }}
          kind="danger"
          after={() => setPerson('')}
        >
          {t('hall.forget')}
        </OrderButton>
      )}
    </section>
  );
}
