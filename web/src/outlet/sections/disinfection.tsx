// 消毒: a round over the touch points, as strong and as long as the policy asks.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  DisinfectionAgent,
  DisinfectionRound,
  DisinfectionTouchPoint,
  OutletPage,
} from '../../api/contract';
import { clock, day, dayAndClock } from '../../kit/format';
import { Segmented } from '../../kit/Segmented';
import { useMay, useTablet } from '../context';
import { deed, type Translate } from '../engine/deed';
import { asked } from '../engine/policy';
import { Conflicts } from '../parts/Conflicts';
import { FigureField, TextField, WriteForm } from '../parts/fields';
import { Mark } from '../parts/Mark';
import { NoRight } from '../parts/states';
import { WrittenToday } from '../parts/Written';
import type { Past, Scene, Section, Task } from '../section';

const command = 'disinfection.record';

interface LastRound {
  rounds: number;
  at?: string;
  by?: string;
}

const record = deed<typeof command, 'outlet'>({
  command,
  view: 'outlet',
  dated: true,
  stream: ({ outlet }) => `disinfection/${outlet}`,
  thing: ({ outlet }) => `disinfection/${outlet}`,
  version: (page) => page.disinfection_version,
  state: ({ rounds_ever, rounds }): LastRound => ({
    rounds: rounds_ever,
    at: rounds[0]?.at,
    by: rounds[0]?.by,
  }),
  foresee: (page, body, { at, by }) => ({
    ...page,
    rounds: [{ ...body, at, by }, ...page.rounds],
    rounds_ever: page.rounds_ever + 1,
    next_round_due: nextDue(page, at),
    round_overdue: false,
    gate_unmet: page.gate_unmet.filter((code) => code !== 'gate.disinfection-missing'),
    stock: page.stock.map((line) =>
      line.item === 'wipe' ? { ...line, stock: line.stock - body.wipes_used } : line,
    ),
  }),
  say: (body, t) =>
    t('round.said', {
      n: body.touch_points.length,
      how: how(body, t),
      batch: body.batch,
    }),
  tell: (state, t) => {
    const { rounds, at, by } = state as LastRound;
    if (!at) return t('rounds.empty');
    return t('round.stands', { n: rounds, at: dayAndClock(at), by: by ?? '' });
  },
});

// One round later in the rhythm of the last ones, until the server says it.
function nextDue({ next_round_due, rounds }: OutletPage, at: string): string | undefined {
  const last = rounds[0];
  if (!next_round_due || !last) return undefined;
  const rhythm = Date.parse(next_round_due) - Date.parse(last.at);
  return new Date(Date.parse(at) + rhythm).toISOString();
}

const how = (
  round: Pick<DisinfectionRound, 'agent' | 'concentration' | 'contact_minutes'>,
  t: Translate,
) =>
  t(`agent.${round.agent}`, { concentration: round.concentration, minutes: round.contact_minutes });

function due({ page, now }: Scene, t: Translate): Task[] {
  const gate = page.gate_unmet.includes('gate.disinfection-missing');
  const deadline = page.next_round_due ?? undefined;
  if (!deadline && !(gate && ['preparing', 'ready'].includes(page.facts.state))) return [];
  const late = deadline !== undefined && deadline < now;
  return [
    {
      id: 'round',
      section: 'disinfection',
      deadline,
      title: t(late ? 'round.due-late' : 'round.due', { n: page.rounds_ever + 1 }),
      detail: page.rounds[0]
        ? t('round.due-detail', {
            at: clock(page.rounds[0].at, page.time_zone),
            how: how(page.rounds[0], t),
          })
        : t('rounds.empty'),
      do: t('act.round'),
    },
  ];
}

function done({ page, now }: Scene, t: Translate): Past[] {
  const zone = page.time_zone;
  return page.rounds
    .map((round, i) => ({ round, n: page.rounds_ever - i }))
    .filter(({ round }) => day(round.at, zone) === day(now, zone))
    .map(({ round, n }) => ({
      id: `round-${n}`,
      at: round.at,
      title: t('round.due', { n }),
      detail: `${how(round, t)} · ${round.by}`,
    }));
}

const places: [string, DisinfectionTouchPoint[]][] = [
  ['round.counter', ['counter', 'pin_pad', 'pen', 'note_counter', 'signature_pad']],
  ['round.hall', ['queue_machine', 'seat', 'form_desk', 'door_handle', 'floor']],
  ['round.machines', ['atm_keypad', 'atm_slot']],
];
const everywhere = places.flatMap(([, points]) => points);

function Page({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const { page } = scene;
  const may = useMay()(command);
  return (
    <>
      <Conflicts commands={[command]} />
      <section className="card" aria-labelledby="round-title">
        <h2 id="round-title">
          {t('round.title', { n: page.rounds_ever + 1 })}
          <Due page={page} />
        </h2>
        {may ? <RoundForm key={page.rounds_ever} scene={scene} /> : <NoRight command={command} />}
      </section>
      <Rounds page={page} />
      <WrittenToday scene={scene} commands={[command]} />
    </>
  );
}

function Due({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  if (!page.next_round_due) return null;
  return (
    <span className={page.round_overdue ? 'chip alarm' : 'chip warning'}>
      {t(page.round_overdue ? 'rounds.overdue' : 'rounds.next', {
        at: clock(page.next_round_due, page.time_zone),
      })}
    </span>
  );
}

// Begins as the last round was; what is asked stands beside what was measured.
function RoundForm({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const last = scene.page.rounds[0];
  const [agent, setAgent] = useState<DisinfectionAgent>(last?.agent ?? 'chlorine');
  const [strength, setStrength] = useState(String(last?.concentration ?? 500));
  const [minutes, setMinutes] = useState(String(last?.contact_minutes ?? 30));
  const [batch, setBatch] = useState(last?.batch ?? '');
  const [points, setPoints] = useState<DisinfectionTouchPoint[]>(last?.touch_points ?? everywhere);
  const [wipes, setWipes] = useState('0');
  const limits = limitsOf(agent, scene);
  const change = (to: DisinfectionAgent) => {
    setAgent(to);
    setStrength(to === 'chlorine' ? '500' : '75');
    setMinutes(to === 'chlorine' ? '30' : '3');
  };
  const send = () =>
    tablet.write(command, {
      outlet: scene.page.outlet,
      agent,
      batch,
      concentration: Number(strength),
      contact_minutes: Number(minutes),
      touch_points: points,
      wipes_used: Number(wipes),
    });
  return (
    <WriteForm verb={t('tablet.record')} disabled={points.length === 0} send={send}>
      <TouchPoints points={points} set={setPoints} />
      <Segmented
        label={t('round.agent')}
        value={agent}
        onChange={change}
        choices={[
          { value: 'chlorine', text: t('round.chlorine') },
          { value: 'alcohol', text: t('round.alcohol') },
        ]}
      />
      <div className="fields">
        <FigureField
          label={t('round.measured')}
          unit={agent === 'chlorine' ? 'mg/L' : '%'}
          step={agent === 'chlorine' ? 50 : 5}
          value={strength}
          set={setStrength}
          hint={<Enough value={Number(strength)} least={limits.strength} />}
        />
        <FigureField
          label={t('round.contact')}
          unit={t('round.minutes')}
          step={agent === 'chlorine' ? 5 : 1}
          value={minutes}
          set={setMinutes}
          hint={<Enough value={Number(minutes)} least={limits.minutes} />}
        />
        <TextField
          label={t('act.batch')}
          required
          value={batch}
          set={setBatch}
          suggestions={[...new Set(scene.page.rounds.map((r) => r.batch))]}
        />
        <FigureField label={t('round.wipes')} value={wipes} set={setWipes} />
      </div>
    </WriteForm>
  );
}

function limitsOf(agent: DisinfectionAgent, { views, page, now }: Scene) {
  const of = (
    key:
      | 'chlorine_min_mg_per_litre'
      | 'chlorine_contact_minutes'
      | 'alcohol_min_percent'
      | 'alcohol_contact_minutes',
  ) => asked(views.policies, key, page, now);
  return agent === 'chlorine'
    ? { strength: of('chlorine_min_mg_per_litre'), minutes: of('chlorine_contact_minutes') }
    : { strength: of('alcohol_min_percent'), minutes: of('alcohol_contact_minutes') };
}

function Enough({ value, least }: { value: number; least?: number }) {
  const { t } = useTranslation();
  if (least === undefined) return null;
  return value >= least ? (
    <span className="hint good">✓ {t('round.enough', { least })}</span>
  ) : (
    <span className="hint bad" role="status">
      ✕ {t('round.too-little', { least })}
    </span>
  );
}

interface Points {
  points: DisinfectionTouchPoint[];
  set: (points: DisinfectionTouchPoint[]) => void;
}

function TouchPoints({ points, set }: Points) {
  const { t } = useTranslation();
  const turn = (point: DisinfectionTouchPoint) =>
    set(everywhere.filter((p) => (p === point ? !points.includes(p) : points.includes(p))));
  return (
    <div className="places">
      {places.map(([place, of]) => (
        <fieldset key={place}>
          <legend>{t(place)}</legend>
          {of.map((point) => (
            <button
              key={point}
              type="button"
              className="tick"
              aria-pressed={points.includes(point)}
              onClick={() => turn(point)}
            >
              <span aria-hidden="true">{points.includes(point) ? '✓' : '○'}</span>
              {t(`touch.${point}`)}
            </button>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function Rounds({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="rounds-title">
      <h2 id="rounds-title">{t('rounds.title')}</h2>
      {page.rounds.length === 0 && <p className="empty">{t('rounds.empty')}</p>}
      <ul className="list">
        {page.rounds.slice(0, 6).map((round) => (
          <li key={round.at} className="written">
            <Mark sign="done" />
            <span className="written-what">
              {dayAndClock(round.at, page.time_zone)} · {how(round, t)}
              <span className="note">
                {t('round.places', { n: round.touch_points.length })} · {round.by} · {round.batch}
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
  return (
    <>
      <h3>{t('round.last')}</h3>
      <p className="summary-figure">
        <strong>{page.rounds[0] ? clock(page.rounds[0].at, page.time_zone) : '–'}</strong>
      </p>
      <p className="note">
        {page.next_round_due
          ? t('rounds.next', { at: clock(page.next_round_due, page.time_zone) })
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
  deeds: [record],
  wants: () => [{ name: 'policies', query: {}, later: true }],
  due,
  done,
  Summary,
  Page,
};
