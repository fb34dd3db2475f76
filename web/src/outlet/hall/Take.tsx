import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  QueueChannel,
  QueuePriority,
  QueueProxy,
  QueueProxyKind,
  QueueProxyPurpose,
  QueuePage,
  QueueService,
  TicketShown,
} from '../../api/contract';
import { clock, day } from '../../kit/format';
import { Segmented } from '../../kit/Segmented';
import { shortTicket as short } from '../../kit/queue';
import { useMay, useSnapshot } from '../context';
import { FigureField } from '../parts/fields';
import { NoRight } from '../parts/states';
import type { Scene } from '../section';
import { OrderButton, TicketNotes, useWait } from './parts';

const priorities: QueuePriority[] = ['ordinary', 'elderly', 'disabled', 'pregnant'];
const channels: QueueChannel[] = ['paper', 'tablet', 'phone'];
const kinds: QueueProxyKind[] = ['kin', 'community_worker'];
const purposes: QueueProxyPurpose[] = ['withdrawal', 'pension', 'social_card', 'passbook', 'other'];

// A ticket for whoever stands there: on paper, on the tablet, or told over the phone.
export function Take({ view, scene }: { view: QueuePage; scene: Scene }) {
  const { t } = useTranslation();
  const may = useMay()('queue.take');
  return (
    <div className="columns">
      <div>
        <section className="card" aria-labelledby="take-title">
          <h2 id="take-title">{t('hall.take')}</h2>
          {may ? <TakeForm view={view} /> : <NoRight command="queue.take" />}
        </section>
      </div>
      <div>
        <LastTaken view={view} scene={scene} />
      </div>
    </div>
  );
}

function TakeForm({ view }: { view: QueuePage }) {
  const { t } = useTranslation();
  const wait = useWait();
  const [service, choose] = useState<QueueService>('cash');
  const [priority, setPriority] = useState<QueuePriority>('ordinary');
  const [channel, setChannel] = useState<QueueChannel>('paper');
  const [proxy, setProxy] = useState<QueueProxy>();
  const reset = () => {
    setPriority('ordinary');
    setProxy(undefined);
  };
  return (
    <>
      <div className="service-choice" role="group" aria-label={t('hall.service')}>
        {offered(view).map(({ service: one, waiting, wait: expected }) => (
          <button
            key={one}
            type="button"
            className="line"
            aria-pressed={one === service}
            onClick={() => choose(one)}
          >
            <strong>{t(`hall.service.${one}`)}</strong>
            <span className="note">{t('hall.waiting-short', { n: waiting })}</span>
            <span className="note">{wait(expected)}</span>
          </button>
        ))}
      </div>
      <Segmented
        label={t('hall.priority')}
        value={priority}
        onChange={setPriority}
        choices={priorities.map((value) => ({ value, text: t(`hall.priority.${value}`) }))}
      />
      <Segmented
        label={t('hall.channel')}
        value={channel}
        onChange={setChannel}
        choices={channels.map((value) => ({ value, text: t(`hall.channel.${value}`) }))}
      />
      <ProxyFields proxy={proxy} set={setProxy} />
      <OrderButton
        command="queue.take"
        body={{ outlet: view.outlet, service, priority, channel, proxy }}
        kind="primary"
        after={reset}
      >
        {t('hall.take-do', { service: t(`hall.service.${service}`) })}
      </OrderButton>
    </>
  );
}

const offered = (view: QueuePage) =>
  view.services.length > 0
    ? view.services
    : (['cash', 'pension', 'social_card', 'passbook', 'account'] as QueueService[]).map(
        (service) => ({
          service,
          waiting: 0,
          wait: undefined,
        }),
      );

// 代取: for card holders who cannot come out.
function ProxyFields({ proxy, set }: { proxy?: QueueProxy; set: (proxy?: QueueProxy) => void }) {
  const { t } = useTranslation();
  const first: QueueProxy = { by: 'kin', purpose: 'withdrawal', card_holders: 1 };
  return (
    <>
      <Segmented
        label={t('hall.proxy')}
        value={proxy ? 'yes' : 'no'}
        onChange={(is) => set(is === 'yes' ? first : undefined)}
        choices={[
          { value: 'no', text: t('hall.proxy.no') },
          { value: 'yes', text: t('hall.proxy.yes') },
        ]}
      />
      {proxy && (
        <>
          <Segmented
            label={t('hall.proxy-by')}
            value={proxy.by}
            onChange={(by) => set({ ...proxy, by })}
            choices={kinds.map((value) => ({ value, text: t(`hall.proxy-by.${value}`) }))}
          />
          <Segmented
            label={t('hall.proxy-for')}
            value={proxy.purpose}
            onChange={(purpose) => set({ ...proxy, purpose })}
            choices={purposes.map((value) => ({ value, text: t(`hall.proxy-for.${value}`) }))}
          />
          <FigureField
            label={t('hall.proxy-holders')}
            min={1}
            max={9}
            value={String(proxy.card_holders)}
            set={(text) => set({ ...proxy, card_holders: Number(text) || 1 })}
          />
        </>
      )}
    </>
  );
}

// The ticket that this tablet took last, as the server has numbered it.
function LastTaken({ view, scene }: { view: QueuePage; scene: Scene }) {
  const { t } = useTranslation();
  const { entries } = useSnapshot();
  const mine = entries.filter(
    (e) => ['queue.take', 'queue.arrive'].includes(e.command) && e.outlet === view.outlet,
  );
  const waits = mine.some((e) => e.state === 'waiting');
  const at = mine.findLast((e) => e.state === 'done')?.reply?.at;
  const one = view.tickets.find((ticket) => ticket.taken_at === at);
  if (waits) return <p className="card empty">{t('hall.taking')}</p>;
  if (!one) return <p className="card note">{t('hall.take-note')}</p>;
  return <BigTicket key={one.ticket} one={one} view={view} scene={scene} />;
}

function BigTicket({ one, view, scene }: { one: TicketShown; view: QueuePage; scene: Scene }) {
  const { t } = useTranslation();
  const wait = useWait();
  const before = view.tickets
    .slice(0, view.tickets.indexOf(one))
    .filter((o) => o.stage === 'waiting' && o.service === one.service).length;
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section ref={card} className="card big-ticket" aria-labelledby="ticket-title">
      <h2 id="ticket-title">{t('hall.your-ticket')}</h2>
      <p className="hall-number" role="status">
        {short(one.ticket, view.day)}
      </p>
      <p>
        {t(`hall.service.${one.service}`)} · {t('hall.before', { n: before })} ·{' '}
        {wait(one.promised)}
      </p>
      <TicketNotes one={one} />
      <button type="button" className="button" onClick={() => window.print()}>
        {t('hall.print')}
      </button>
      <div className="paper" aria-hidden="true">
        <p>{scene.page.facts.title}</p>
        <p className="paper-number">{short(one.ticket, view.day)}</p>
        <p>
          {t(`hall.service.${one.service}`)}
          {one.priority !== 'ordinary' && ` · ${t(`hall.priority.${one.priority}`)}`}
        </p>
        <p>{t('hall.before', { n: before })}</p>
        <p>{wait(one.promised)}</p>
        <p>
          {day(one.taken_at, view.time_zone)} {clock(one.taken_at, view.time_zone)}
        </p>
        <p>{t('hall.paper-rule', { calls: view.rule.calls, places: view.rule.back_places })}</p>
        <p>{t('hall.paper-phone')}</p>
      </div>
    </section>
  );
}
