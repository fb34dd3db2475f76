// 营业: the gate and all that it still asks for; prepare, open, limit, pause, close; self-service.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutletPage, OutletState, ShownState } from '../../api/contract';
import { day, dayAndClock } from '../../kit/format';
import { surfaces } from '../../kit/clocks';
import { useSentence } from '../../kit/Refusal';
import { Segmented } from '../../kit/Segmented';
import { StateTag } from '../../kit/StateTag';
import { useMay, useTablet } from '../context';
import { deed, type Translate } from '../engine/deed';
import { Conflicts } from '../parts/Conflicts';
import { FigureField, TextField, WriteForm } from '../parts/fields';
import { NoRight } from '../parts/states';
import { WrittenToday } from '../parts/Written';
import { link } from '../route';
import type { Past, Scene, Section, Task } from '../section';

interface Standing {
  state: OutletState;
  windows: number;
}
const ofCounter = {
  view: 'outlet',
  stream: ({ outlet }: { outlet: string }) => `outlet/${outlet}`,
  thing: ({ outlet }: { outlet: string }) => `outlet/${outlet}/counter`,
  version: (page: OutletPage) => page.version,
  state: ({ facts }: OutletPage): Standing => ({ state: facts.state, windows: facts.windows_open }),
  tell: (state: unknown, t: Translate) => {
    const { state: name, windows } = state as Standing;
    return t('opening.stands', { state: t(`opening.state.${name}`), windows });
  },
} as const;

// As the page will show it; the server says the rest when it has recorded it.
function standing(page: OutletPage, state: OutletState, since: string, windows?: number) {
  const closed = page.facts.self_service ? 'self_service' : page.zone ? 'sealed_closed' : 'paused';
  const shown: ShownState = state === 'closed' ? closed : state === 'ready' ? 'preparing' : state;
  const windows_open = windows ?? page.facts.windows_open;
  return { ...page, shown_state: shown, facts: { ...page.facts, state, since, windows_open } };
}

const prepare = deed<'outlet.prepare', 'outlet'>({
  ...ofCounter,
  command: 'outlet.prepare',
  foresee: (page, _, { at }) => standing(page, 'preparing', at),
  say: (_, t) => t('opening.said-prepare'),
});
const open = deed<'outlet.open', 'outlet'>({
  ...ofCounter,
  command: 'outlet.open',
  foresee: (page, { windows }, { at }) => standing(page, 'open', at, windows),
  say: ({ windows }, t) => t('opening.said-open', { windows }),
});
const restrict = deed<'outlet.restrict', 'outlet'>({
  ...ofCounter,
  command: 'outlet.restrict',
  foresee: (page, { to }, { at }) => standing(page, to, at),
  say: ({ to, reason }, t) => t('opening.said-restrict', { to: t(`opening.state.${to}`), reason }),
});
const close = deed<'outlet.close', 'outlet'>({
  ...ofCounter,
  command: 'outlet.close',
  foresee: (page, _, { at }) => standing(page, 'closed', at, 0),
  say: ({ customers_served }, t) => t('opening.said-close', { n: customers_served }),
});
const selfService = deed<'outlet.switch-self-service', 'outlet'>({
  ...ofCounter,
  command: 'outlet.switch-self-service',
  thing: ({ outlet }) => `outlet/${outlet}/self-service`,
  state: ({ facts }) => facts.self_service,
  foresee: (page, { on }) => ({ ...page, facts: { ...page.facts, self_service: on } }),
  say: ({ on }, t) => t(on ? 'opening.said-on' : 'opening.said-off'),
  tell: (on, t) => t(on ? 'opening.is-on' : 'opening.is-off'),
});

const commands = [
  'outlet.prepare',
  'outlet.open',
  'outlet.restrict',
  'outlet.close',
  'outlet.switch-self-service',
] as const;

function due({ page, views, now }: Scene, t: Translate): Task[] {
  const { state } = page.facts;
  const serving = ['open', 'limited', 'paused'].includes(state);
  const opening = views.worklist?.items.find(
    (i) => i.outlet === page.outlet && ['gate_unmet', 'ready_to_open'].includes(i.code),
  );
  if (!serving && opening) {
    const missing = page.gate_unmet.length;
    return [
      {
        id: 'open',
        section: 'opening',
        deadline: opening.deadline ?? undefined,
        title: t(missing > 0 ? 'opening.due-gate' : 'opening.due-open', { n: missing }),
        detail: missing > 0 ? t('opening.due-gate-detail') : t('opening.due-open-detail'),
        do: t(missing > 0 ? 'opening.look' : 'act.open'),
      },
    ];
  }
  const closes = closingTime(page, now);
  if (!serving || !closes) return [];
  return [
    {
      id: 'close',
      section: 'opening',
      deadline: closes,
      title: t('opening.due-close'),
      detail: t('opening.due-close-detail'),
      do: t('act.close'),
    },
  ];
}

const minutesIn = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

// Today at the place, from the hours that its register names.
function closingTime(page: OutletPage, now: string): string | undefined {
  if (page.facts.closes === '00:00') return undefined;
  const shown = dayAndClock(now, page.time_zone).split(' ')[1]!;
  const ahead = minutesIn(page.facts.closes) - minutesIn(shown);
  return new Date((Math.floor(Date.parse(now) / 60_000) + ahead) * 60_000).toISOString();
}

function done({ page, now }: Scene, t: Translate): Past[] {
  const { opened_at, windows_open } = page.facts;
  const zone = page.time_zone;
  if (!opened_at || day(opened_at, zone) !== day(now, zone)) return [];
  const detail = windows_open > 0 ? t('opening.windows', { n: windows_open }) : undefined;
  return [{ id: 'opened', at: opened_at, title: t('opening.done'), detail }];
}

function Gate({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const clear = page.gate_unmet.length === 0;
  return (
    <section className={clear ? 'card' : 'card alarmed'} aria-labelledby="gate-title">
      <h2 id="gate-title">
        {t('gate.title')}
        <span className={clear ? 'chip good' : 'chip alarm'}>
          {clear ? `✓ ${t('gate.clear')}` : t('gate.unmet', { n: page.gate_unmet.length })}
        </span>
      </h2>
      <p className="note">{t('gate.rule')}</p>
      <ul className="list">
        {page.gate_unmet.map((code) => (
          <li key={code} className="gap">
            <span aria-hidden="true">✕</span> {sentence(code)}
            {code === 'gate.disinfection-missing' && (
              <span className="note">{surfaces(page.untreated, page.facts.machines, t)}</span>
            )}
            {where[code] && (
              <a className="button" {...link(where[code])}>
                {t('opening.go')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

// Where on this tablet a gap can be closed; the others belong to the command centre.
const where: Record<string, string> = {
  'gate.health-check-missing': 'health',
  'gate.disinfection-missing': 'disinfection',
  'gate.supplies-short': 'supplies',
};

type Choice = 'prepare' | 'open' | 'limited' | 'paused' | 'close';

const choicesIn: Record<OutletState, Choice[]> = {
  closed: ['prepare', 'open'],
  preparing: ['open', 'close'],
  ready: ['open', 'close'],
  open: ['limited', 'paused', 'close'],
  limited: ['open', 'paused', 'close'],
  paused: ['open', 'limited', 'close'],
};

function Page({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const { page } = scene;
  const may = useMay()('outlet.open');
  return (
    <>
      <Conflicts commands={[...commands]} />
      <div className="columns">
        <div>
          <section className="card" aria-labelledby="opening-title">
            <h2 id="opening-title">
              {t('opening.title')}
              <StateTag state={page.shown_state} />
            </h2>
            <p className="note">
              {t('opening.hours', { from: page.facts.opens, to: page.facts.closes })}
              {page.facts.windows_open > 0 &&
                ` · ${t('opening.windows', { n: page.facts.windows_open })}`}
              {page.facts.reason && ` · ${page.facts.reason}`}
            </p>
            {may ? (
              <Counter key={page.facts.state} page={page} />
            ) : (
              <NoRight command="outlet.open" />
            )}
          </section>
          <SelfService page={page} may={may} />
        </div>
        <div>
          <Gate page={page} />
        </div>
      </div>
      <WrittenToday scene={scene} commands={[...commands]} />
    </>
  );
}

function Counter({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const choices = choicesIn[page.facts.state];
  const [choice, choose] = useState<Choice>(choices[0]!);
  const [windows, setWindows] = useState('1');
  const [served, setServed] = useState('0');
  const [reason, setReason] = useState('');
  const outlet = page.outlet;
  const send = () => {
    if (choice === 'prepare') return tablet.write('outlet.prepare', { outlet });
    if (choice === 'open') return tablet.write('outlet.open', { outlet, windows: Number(windows) });
    if (choice === 'close') {
      return tablet.write('outlet.close', { outlet, customers_served: Number(served), reason });
    }
    return tablet.write('outlet.restrict', { outlet, to: choice, reason });
  };
  return (
    <WriteForm verb={t(`opening.do.${choice}`)} danger={choice === 'close'} send={send}>
      <Segmented
        label={t('opening.next')}
        value={choice}
        onChange={choose}
        choices={choices.map((value) => ({ value, text: t(`opening.to.${value}`) }))}
      />
      {choice === 'open' && (
        <FigureField
          label={t('opening.how-many')}
          min={1}
          max={Math.max(1, page.facts.windows)}
          value={windows}
          set={setWindows}
        />
      )}
      {choice === 'close' && <FigureField label={t('act.served')} value={served} set={setServed} />}
      {['limited', 'paused', 'close'].includes(choice) && (
        <TextField
          label={t(choice === 'close' ? 'opening.reason-close' : 'act.reason')}
          required={choice !== 'close'}
          value={reason}
          set={setReason}
        />
      )}
    </WriteForm>
  );
}

function SelfService({ page, may }: { page: OutletPage; may: boolean }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const on = page.facts.self_service;
  const turn = () => tablet.write('outlet.switch-self-service', { outlet: page.outlet, on: !on });
  return (
    <section className="card" aria-labelledby="self-title">
      <h2 id="self-title">
        {t('opening.self-service')}
        <span className={on ? 'chip info' : 'chip'}>
          {t(on ? 'opening.is-on' : 'opening.is-off')}
        </span>
      </h2>
      <p className="note">{t(on ? 'act.self-service-on-means' : 'act.self-service-off-means')}</p>
      {may ? (
        <WriteForm
          verb={t(on ? 'act.self-service-off' : 'act.self-service-on')}
          danger={on}
          send={turn}
        />
      ) : (
        <NoRight command="outlet.switch-self-service" />
      )}
    </section>
  );
}

function Summary({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const { page } = scene;
  const gaps = page.gate_unmet.length;
  return (
    <>
      <h3>{t('gate.title')}</h3>
      <p className="summary-figure">
        <strong>{gaps === 0 ? t('gate.clear') : t('gate.unmet', { n: gaps })}</strong>
      </p>
      <p className="note">
        {t('opening.self-service')} ·{' '}
        {t(page.facts.self_service ? 'opening.is-on' : 'opening.is-off')}
      </p>
    </>
  );
}

export const section: Section = {
  name: 'opening',
  order: 20,
  icon: <path d="M5 21V4.5L14 3v18M5 21H3M14 21h7M14 6h4.5v15M10.5 12.2v.6" />,
  deeds: [prepare, open, restrict, close, selfService],
  due,
  done,
  Summary,
  Page,
};
