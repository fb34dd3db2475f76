// 叫号与厅堂: may one more come in, who is next, and everything else at the door and the windows.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, Skeleton } from '../../kit/Screen';
import { Segmented } from '../../kit/Segmented';
import { useSnapshot, useTablet } from '../context';
import type { Translate } from '../engine/deed';
import { Bookings } from '../hall/Bookings';
import { DayEnd } from '../hall/DayEnd';
import { deeds } from '../hall/deeds';
import { Door } from '../hall/Door';
import '../hall/hall.css';
import { LobbyCard } from '../hall/LobbyCard';
import { Waits } from '../hall/Waits';
import { Take } from '../hall/Take';
import { Waiting } from '../hall/Waiting';
import { Windows } from '../hall/Windows';
import { Conflicts } from '../parts/Conflicts';
import { WrittenToday } from '../parts/Written';
import type { Scene, Section, Task } from '../section';

const commands = deeds.map((deed) => deed.command);
const parts = ['call', 'take', 'door', 'book', 'day'] as const;
type Part = (typeof parts)[number];

function Page({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const { problems, reach } = useSnapshot();
  const [part, choose] = useState<Part>('call');
  const view = scene.views.queue;
  if (!view) {
    if (problems.queue) return <Failure error={problems.queue} retry={() => tablet.tryNow()} />;
    return reach === 'cut' ? (
      <p className="card">{t('tablet.nothing-kept')}</p>
    ) : (
      <Skeleton rows={6} />
    );
  }
  const open = ['open', 'limited', 'paused'].includes(scene.page.facts.state);
  return (
    <>
      <Conflicts commands={commands} />
      {reach === 'cut' && (
        <p className="warning-line" role="status">
          {t('hall.needs-line')}
        </p>
      )}
      {view.evacuated && (
        <p className="evacuated" role="alert">
          {t('hall.evacuated')} · {view.evacuated_for}
        </p>
      )}
      {!open && <p className="warning-line">{t('hall.outlet-not-open')}</p>}
      <div className="hall">
        <LobbyCard view={view} open={open} />
        <div className="hall-rest">
          <Segmented
            label={t('hall.parts')}
            value={part}
            onChange={choose}
            choices={parts.map((value) => ({ value, text: t(`hall.part.${value}`) }))}
          />
          {part === 'call' && (
            <>
              <Windows view={view} />
              <Waiting view={view} />
            </>
          )}
          {part === 'take' && <Take view={view} scene={scene} />}
          {part === 'door' && <Door view={view} scene={scene} />}
          {part === 'book' && <Bookings view={view} scene={scene} />}
          {part === 'day' && <DayEnd view={view} />}
        </div>
        <Waits view={view} />
      </div>
      <WrittenToday scene={scene} commands={commands} most={6} />
    </>
  );
}

// The clocks of a suspected case run whatever page is open.
function due({ views }: Scene, t: Translate): Task[] {
  const { isolated = [] } = views.queue ?? {};
  return isolated.flatMap(({ suspect, report_by, close_by }) => {
    const name = suspect.slice(11);
    return [
      {
        id: `hall-report-${suspect}`,
        section: 'hall',
        deadline: report_by,
        title: t('hall.due-report', { name }),
        do: t('hall.look'),
      },
      {
        id: `hall-close-${suspect}`,
        section: 'hall',
        deadline: close_by,
        title: t('hall.due-close', { name }),
        do: t('hall.look'),
      },
    ];
  });
}

function Summary({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const view = scene.views.queue;
  if (!view) return <h3>{t('hall.lobby')}</h3>;
  const waiting = view.tickets.filter((one) => one.stage === 'waiting').length;
  return (
    <>
      <h3>{t('hall.lobby')}</h3>
      <p className="summary-figure">
        <strong>{view.lobby.inside}</strong> / {t('hall.people', { n: view.lobby.cap })}
      </p>
      <p className="note">{t('hall.waiting-short', { n: waiting })}</p>
    </>
  );
}

export const section: Section = {
  name: 'hall',
  order: 25,
  icon: (
    <path d="M8.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3 19.5a5.5 5.5 0 0 1 11 0M16 11.2a2.6 2.6 0 1 0-.6-5M17 14.3a5 5 0 0 1 4 5" />
  ),
  deeds,
  wants: (outlet) => [
    { name: 'queue', query: { outlet } },
    { name: 'appointments', query: { outlet }, later: true },
    { name: 'policies', query: {}, later: true },
  ],
  due,
  Summary,
  Page,
};
