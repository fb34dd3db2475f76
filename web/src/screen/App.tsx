import { useEffect, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueuePage } from '../api/contract';
import { shortTicket } from '../kit/queue';
import { announced } from './calls';
import { Display, type Key } from './display';
import { Door } from './Door';
import { Hall } from './Hall';
import { Voice } from './voice';

// The hall display: shows and says the queue of one outlet, and takes nothing but the mute switch.
export function App({ outlet, fromAddress }: { outlet?: string; fromAddress?: Key }) {
  const { t, i18n } = useTranslation();
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [now, setNow] = useState(Date.now);
  const [{ display, voice }] = useState(() => {
    const ownVoice = new Voice(redraw);
    const say = (before: QueuePage | undefined, after: QueuePage) => {
      for (const { ticket, window } of announced(before, after)) {
        const letters = [...shortTicket(ticket, after.day)].join(' ');
        ownVoice.say(t('display.say', { ticket: letters, window }), i18n.language);
      }
    };
    return { voice: ownVoice, display: new Display(outlet, say, redraw) };
  });
  useEffect(() => {
    display.start(fromAddress);
    const tick = setInterval(() => setNow(Date.now()), 1000);
    const key = (event: KeyboardEvent) => event.key.toLowerCase() === 'm' && voice.toggle();
    const free = (event: KeyboardEvent) =>
      !(event.target instanceof HTMLInputElement) && key(event);
    window.addEventListener('keydown', free);
    return () => {
      clearInterval(tick);
      window.removeEventListener('keydown', free);
    };
  }, [display, voice, fromAddress]);
  const { shown } = display;
  if (shown.page && shown.stage !== 'door') {
    return <Hall page={shown.page} shown={shown} voice={voice} now={now} />;
  }
  if (shown.stage === 'door' || shown.stage === 'no-outlet') {
    return <Door shown={shown} display={display} />;
  }
  return (
    <main className="alone">
      <h1>{t('display.title')}</h1>
      <p>{t(shown.cut ? 'display.cut-first' : 'display.starting')}</p>
    </main>
  );
}
