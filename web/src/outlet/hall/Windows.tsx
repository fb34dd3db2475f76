import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueuePauseReason, QueuePage, QueueService, WindowNow } from '../../api/contract';
import { useSentence } from '../../kit/Refusal';
import { Segmented } from '../../kit/Segmented';
import { shortTicket as short } from '../../kit/queue';
import { useMay } from '../context';
import { OrderButton, TicketNotes } from './parts';

export const services: QueueService[] = ['cash', 'pension', 'social_card', 'passbook', 'account'];
const reasons: QueuePauseReason[] = ['rest', 'disinfection', 'cash', 'fault'];
const shut = (window: number): WindowNow => ({
  window,
  state: 'closed',
  services: [],
  serving: false,
  calls: 0,
  why_nobody: '',
});

// As many as the outlet was opened with, and any that stood open before.
export function Windows({ view }: { view: QueuePage }) {
  const most = Math.max(view.windows_open, ...view.windows.map((w) => w.window), 0);
  const { t } = useTranslation();
  if (most === 0) return <p className="card empty">{t('hall.no-windows')}</p>;
  return (
    <div className="windows">
      {Array.from({ length: most }, (_, i) => {
        const at = view.windows.find((w) => w.window === i + 1) ?? shut(i + 1);
        return <Window key={i} at={at} view={view} />;
      })}
    </div>
  );
}

function Window({ at, view }: { at: WindowNow; view: QueuePage }) {
  const { t } = useTranslation();
  const [setting, set] = useState(false);
  const may = useMay()('queue.open-window');
  const title = `window-${at.window}`;
  const state = at.ticket ? (at.serving ? 'serving' : 'called') : at.state;
  return (
    <section className="card window" data-state={state} aria-labelledby={title}>
      <h2 id={title}>
        {t('hall.window', { window: at.window })}
        <span className="chip">{t(`hall.window.${state}`)}</span>
        {may && at.state !== 'closed' && !at.ticket && (
          <button
            type="button"
            className="button push"
            aria-expanded={setting}
            aria-label={t('hall.set-window', { window: at.window })}
            onClick={() => set(!setting)}
          >
            {t('hall.set')}
          </button>
        )}
      </h2>
      {at.ticket ? <AtWindow at={at} view={view} /> : <Free at={at} view={view} />}
      {(setting || at.state === 'closed') && !at.ticket && may && (
        <Settings key={at.state} at={at} view={view} done={() => set(false)} />
      )}
    </section>
  );
}

// Nobody stands here: whom it would call, or why nobody.
function Free({ at, view }: { at: WindowNow; view: QueuePage }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { outlet } = view;
  const body = { outlet, window: at.window };
  const facts = [
    { name: 'window', value: String(at.window) },
    { name: 'inside', value: String(view.lobby.inside) },
    { name: 'coming', value: String(view.lobby.coming) },
    { name: 'cap', value: String(view.lobby.cap) },
  ];
  if (at.state === 'closed') return null;
  if (at.state === 'paused') {
    return (
      <>
        <p className="hall-number quiet">{t(`hall.pause.${at.paused_for ?? 'rest'}`)}</p>
        <OrderButton
          command="queue.open-window"
          body={{ ...body, services: at.services }}
          kind="primary"
        >
          {t('hall.go-on')}
        </OrderButton>
      </>
    );
  }
  return (
    <>
      <p className="hall-number quiet">{at.next ? short(at.next, view.day) : '—'}</p>
      <p className="note">
        {at.next ? t('hall.would-call') : at.why_nobody && sentence(at.why_nobody, facts)}
      </p>
      {at.next && (
        <OrderButton
          command="queue.call"
          body={body}
          kind="primary"
          label={t('hall.call-at', { window: at.window })}
        >
          {t('hall.call')}
        </OrderButton>
      )}
    </>
  );
}

// Somebody was called here or stands here.
function AtWindow({ at, view }: { at: WindowNow; view: QueuePage }) {
  const { t } = useTranslation();
  const [transfer, setTransfer] = useState(false);
  const body = { outlet: view.outlet, window: at.window };
  const one = view.tickets.find((ticket) => ticket.ticket === at.ticket);
  const callsLeft = view.rule.calls - at.calls;
  return (
    <>
      <p className="hall-number" role="status">
        {short(at.ticket!, view.day)}
      </p>
      <p className="note window-note">
        {one && t(`hall.service.${one.service}`)}
        {!at.serving && (
          <>
            {' · '}
            {t('hall.calls', { n: at.calls, of: view.rule.calls })}
            {' · '}
            {t(one?.inside ? 'hall.inside' : 'hall.outside')}
          </>
        )}
        {one && <TicketNotes one={one} />}
      </p>
      <div className="choices">
        {at.serving ? (
          <OrderButton command="queue.finish" body={body} kind="primary">
            {t('hall.finish')}
          </OrderButton>
        ) : (
          <>
            <OrderButton command="queue.serve" body={body} kind="primary">
              {t('hall.serve')}
            </OrderButton>
            {callsLeft > 0 ? (
              <OrderButton command="queue.recall" body={body}>
                {t('hall.recall')}
              </OrderButton>
            ) : (
              <OrderButton command="queue.miss" body={body} kind="danger">
                {t('hall.miss')}
              </OrderButton>
            )}
          </>
        )}
        <OrderButton command="queue.park" body={body}>
          {t('hall.park')}
        </OrderButton>
        <TransferChoice at={at} own={one?.service} open={transfer} set={setTransfer} view={view} />
      </div>
    </>
  );
}

interface Transfer {
  at: WindowNow;
  own?: QueueService;
  open: boolean;
  set: (open: boolean) => void;
  view: QueuePage;
}

function TransferChoice({ at, own, open, set, view }: Transfer) {
  const { t } = useTranslation();
  const may = useMay()('queue.transfer');
  if (!may) return null;
  return (
    <>
      <button type="button" className="button" aria-expanded={open} onClick={() => set(!open)}>
        {t('hall.transfer')}
      </button>
      {open && (
        <div className="choices sure" role="group" aria-label={t('hall.transfer-to')}>
          <p className="note">{t('hall.transfer-means')}</p>
          {services
            .filter((to) => to !== own)
            .map((to) => (
              <OrderButton
                key={to}
                command="queue.transfer"
                body={{ outlet: view.outlet, window: at.window, to }}
                after={() => set(false)}
              >
                {t(`hall.service.${to}`)}
              </OrderButton>
            ))}
        </div>
      )}
    </>
  );
}

function Settings({ at, view, done }: { at: WindowNow; view: QueuePage; done: () => void }) {
  const { t } = useTranslation();
  const [own, choose] = useState<QueueService[]>(at.services.length > 0 ? at.services : services);
  const [reason, setReason] = useState<QueuePauseReason>('rest');
  const body = { outlet: view.outlet, window: at.window };
  const changed = services.some((s) => own.includes(s) !== at.services.includes(s));
  const flip = (s: QueueService) =>
    choose(
      own.includes(s)
        ? own.filter((o) => o !== s)
        : services.filter((o) => o === s || own.includes(o)),
    );
  return (
    <div className="window-settings">
      <div className="places">
        <fieldset>
          <legend>{t('hall.services')}</legend>
          {services.map((s) => (
            <button
              key={s}
              type="button"
              className="tick"
              aria-pressed={own.includes(s)}
              onClick={() => flip(s)}
            >
              {t(`hall.service.${s}`)}
            </button>
          ))}
        </fieldset>
      </div>
      {own.length > 0 && (at.state !== 'open' || changed) && (
        <OrderButton
          command="queue.open-window"
          body={{ ...body, services: own }}
          kind="primary"
          after={done}
        >
          {t(at.state === 'open' ? 'hall.change-services' : 'hall.open-window')}
        </OrderButton>
      )}
      {at.state === 'open' && (
        <>
          <Segmented
            label={t('hall.pause-for')}
            value={reason}
            onChange={setReason}
            choices={reasons.map((value) => ({ value, text: t(`hall.pause.${value}`) }))}
          />
          <OrderButton command="queue.pause-window" body={{ ...body, reason }} after={done}>
            {t('hall.pause')}
          </OrderButton>
        </>
      )}
      {at.state !== 'closed' && (
        <OrderButton command="queue.close-window" body={body} kind="danger" after={done}>
          {t('hall.close-window')}
        </OrderButton>
      )}
    </div>
  );
}
