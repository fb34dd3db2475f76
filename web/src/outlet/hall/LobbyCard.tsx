import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueuePage, TicketShown } from '../../api/contract';
import { fullness, placesLeft, shareOf, shortTicket as short } from '../../kit/queue';
import { useMay, useTablet } from '../context';
import { OrderButton } from './parts';

const twice = 600; // Milliseconds: two people do not pass one door in less.

// May one more come in? One tap counts one person, with or without a line.
export function LobbyCard({ view, open }: { view: QueuePage; open: boolean }) {
  const { t } = useTranslation();
  const { lobby, outlet } = view;
  const may = useMay()('lobby.enter');
  const tap = useTap();
  const state = fullness(view);
  const places = placesLeft(view);
  return (
    <section className="card lobby" data-full={state} aria-labelledby="lobby-title">
      <h2 id="lobby-title">
        {t('hall.lobby')}
        <span className="lobby-state">
          <i aria-hidden="true" />
          {view.evacuated ? t('hall.evacuated') : t(`hall.full.${state}`)}
        </span>
      </h2>
      <p className="lobby-figure" aria-live="polite">
        <strong>{lobby.inside}</strong> / {t('hall.people', { n: lobby.cap })}
      </p>
      <div className="lobby-bar" aria-hidden="true">
        <i style={{ width: `${shareOf(lobby.inside, lobby.cap)}%` }} />
        <b style={{ width: `${shareOf(lobby.coming, lobby.cap)}%` }} />
      </div>
      <p className="note">
        {lobby.coming > 0 && `${t('hall.coming', { n: lobby.coming })} · `}
        {t('hall.places', { n: places })}
      </p>
      {may && (
        <div className="taps">
          <button
            type="button"
            className="button"
            disabled={lobby.inside === 0}
            onClick={() => tap('lobby.leave', outlet)}
          >
            {t('hall.leave')}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={places === 0 || !open}
            onClick={() => tap('lobby.enter', outlet)}
          >
            {t('hall.enter')}
          </button>
        </div>
      )}
      <Called view={view} />
    </section>
  );
}

// A glove taps twice where one is meant.
function useTap() {
  const tablet = useTablet();
  const last = useRef({ command: '', at: 0 });
  return (command: 'lobby.enter' | 'lobby.leave', outlet: string) => {
    const now = performance.now();
    if (last.current.command === command && now - last.current.at < twice) return;
    last.current = { command, at: now };
    void tablet.write(command, { outlet, people: 1, by: 'tap' });
  };
}

// Their places are kept: the guide lets them in by number.
function Called({ view }: { view: QueuePage }) {
  const { t } = useTranslation();
  const coming = view.tickets.filter((one) => one.stage === 'called' && !one.inside);
  if (coming.length === 0) return null;
  return (
    <>
      <h3>{t('hall.let-in')}</h3>
      <ul className="list">
        {coming.map((one) => (
          <li key={one.ticket} className="gap">
            <span>
              <strong className="ticket-number">{short(one.ticket, view.day)}</strong>{' '}
              <span className="note">{t('hall.to-window', { window: one.window })}</span>
            </span>
            <EnterButton view={view} one={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

export function EnterButton({ view, one }: { view: QueuePage; one: TicketShown }) {
  const { t } = useTranslation();
  return (
    <OrderButton
      command="lobby.enter"
      body={{ outlet: view.outlet, people: 1, by: 'tap', ticket: one.ticket }}
      label={t('hall.enter-ticket', { ticket: short(one.ticket, view.day) })}
    >
      {t('hall.enter-one')}
    </OrderButton>
  );
}
