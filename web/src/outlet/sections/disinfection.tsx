// 消毒: rounds by the clock of each surface: begun, waited for, finished; the pads between two
// customers; the airings; and what was done without a line.
import { useTranslation } from 'react-i18next';
import type { OutletPage, RoundsPage } from '../../api/contract';
import { byDue, surfaces } from '../../kit/clocks';
import { clock, day, dayAndClock } from '../../kit/format';
import { Skeleton } from '../../kit/Screen';
import { useMay } from '../context';
import type { Translate } from '../engine/deed';
import { Conflicts } from '../parts/Conflicts';
import { Mark } from '../parts/Mark';
import { NoRight } from '../parts/states';
import { WrittenToday } from '../parts/Written';
import { Clocks } from '../rounds/Clocks';
import { commands, deeds, how } from '../rounds/deeds';
import { LateRound } from '../rounds/LateRound';
import { Airing, Pads } from '../rounds/Quick';
import { RoundForm } from '../rounds/RoundForm';
import { UnderWay } from '../rounds/UnderWay';
import type { Past, Scene, Section, Task } from '../section';

// ---- What is due.

const task = (id: string, title: string, verb: string, more: Partial<Task> = {}): Task => ({
  id,
  section: 'disinfection',
  title,
  do: verb,
  ...more,
});

function dueRounds({ page, now }: Scene, rounds: RoundsPage, t: Translate): Task[] {
  const next = byDue(rounds.clocks)[0];
  const gate = page.gate_unmet.includes('gate.disinfection-missing');
  if (!next && !(gate && ['preparing', 'ready'].includes(page.facts.state))) return [];
  const late = next !== undefined && next.due < now;
  const what = next?.clocks ?? rounds.untreated;
  const title = t(late ? 'round.due-late' : 'round.due-next', { n: what.length });
  const detail = surfaces(what, rounds.machines, t);
  return [task('round', title, t('round.go'), { deadline: next?.due, detail })];
}

function due(scene: Scene, t: Translate): Task[] {
  const rounds = scene.views.rounds;
  if (!rounds) return [];
  const zone = scene.page.time_zone;
  const open = rounds.open.map(({ round, ready_at }) =>
    task(`open-${round.round}`, t('round.to-finish'), t('round.finish'), {
      deadline: ready_at,
      detail: t('round.begun', { at: clock(round.begun_at, zone), by: round.by }),
    }),
  );
  const terminal = rounds.terminal_outstanding
    ? [task('terminal', t('round.terminal-due'), t('round.go'))]
    : [];
  const { airings } = rounds;
  const airing = airings.next
    ? [
        task('airing', t('airing.due'), t('airing.do'), {
          deadline: airings.next,
          detail: t('airing.done', { done: airings.done, of: airings.per_day }),
        }),
      ]
    : [];
  // What is under way is finished before anything is begun.
  return [...open, ...terminal, ...(open.length > 0 ? [] : dueRounds(scene, rounds, t)), ...airing];
}

// Wiping a pad between two customers is no round.
const isRound = (points: string[]) =>
  points.some((point) => !['pen', 'pin_pad', 'queue_machine'].includes(point));

function done({ page, now }: Scene, t: Translate): Past[] {
  const zone = page.time_zone;
  return page.rounds
    .filter(({ at, touch_points }) => isRound(touch_points) && day(at, zone) === day(now, zone))
    .map((round) => ({
      id: `round-${round.at}-${round.machine ?? ''}`,
      at: round.at,
      title: t('round.done', { n: round.touch_points.length }),
      detail: `${how(round, t)} · ${round.by}`,
    }));
}

// ---- The page.

function Page({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const rounds = scene.views.rounds;
  const may = useMay()('disinfection.begin');
  if (!rounds) return <Skeleton rows={6} />;
  const kind = rounds.terminal_outstanding ? 'terminal' : 'routine';
  return (
    <>
      <Conflicts commands={[...commands]} />
      {rounds.terminal_outstanding && (
        <p className="warning-line strong" role="status">
          {t('round.terminal-due')}
        </p>
      )}
      <div className="columns">
        <div>
          <UnderWay page={rounds} />
          <section className="card" aria-labelledby="round-title">
            <h2 id="round-title">{t('round.title')}</h2>
            {may ? (
              <RoundForm key={`${kind} ${scene.page.outlet}`} page={rounds} kind={kind} />
            ) : (
              <NoRight command="disinfection.begin" />
            )}
          </section>
          {may && <LateRound page={rounds} now={scene.now} />}
        </div>
        <div>
          <Pads page={rounds} />
          <Airing page={rounds} />
          <Clocks page={rounds} now={scene.now} />
          <Rounds page={scene.page} />
          <WrittenToday scene={scene} commands={[...commands]} />
        </div>
      </div>
    </>
  );
}

const shown = 6;

function Rounds({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="rounds-title">
      <h2 id="rounds-title">{t('rounds.title')}</h2>
      {page.rounds.length === 0 && <p className="empty">{t('rounds.empty')}</p>}
      <ul className="list">
        {page.rounds.slice(0, shown).map((round) => (
          <li key={`${round.at} ${round.machine ?? ''}`} className="written">
            <Mark sign="done" />
            <span className="written-what">
              {dayAndClock(round.at, page.time_zone)} · {how(round, t)}
              <span className="note">
                {t('round.places', { n: round.touch_points.length })}
                {round.machine ? ` · ${t('round.machine', { n: round.machine })}` : ''} · {round.by}{' '}
                · {round.batch}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Summary({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const { page } = scene;
  const late = page.next_round_due && page.next_round_due < scene.now;
  return (
    <>
      <h3>{t('round.last')}</h3>
      <p className="summary-figure">
        <strong>{page.rounds[0] ? clock(page.rounds[0].at, page.time_zone) : '–'}</strong>
      </p>
      <p className="note">
        {page.next_round_due
          ? t(late ? 'rounds.overdue' : 'rounds.next', {
              at: clock(page.next_round_due, page.time_zone),
            })
          : t('round.none-due')}
      </p>
    </>
  );
}

export const section: Section = {
  name: 'disinfection',
  order: 30,
  icon: (
    <path d="M9 8h5v3l2 2.5V21H7v-7.5L9 11zM9.5 8V4.5h4L16 3M7 15h9M19 5h.1M19 8h.1M21 6.5h.1" />
  ),
  deeds,
  wants: (outlet) => [{ name: 'rounds', query: { outlet } }],
  due,
  done,
  Summary,
  Page,
};
