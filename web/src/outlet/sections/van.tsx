// 接款: the cash van at this outlet. Doors stay locked until plate and papers agree; two of the
// house and two of the crew count face to face; each side signs on its own device.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VanRunCarriage, VanRunDetail, VanRunStop } from '../../api/contract';
import { clock, money } from '../../kit/format';
import { useMay, useTablet } from '../context';
import { commands, deeds } from '../engine/vanDeeds';
import { Conflicts } from '../parts/Conflicts';
import { TextField } from '../parts/fields';
import { Mark } from '../parts/Mark';
import { NoRight } from '../parts/states';
import { WrittenToday } from '../parts/Written';
import type { Scene, Section, Task } from '../section';
import type { Translate } from '../engine/deed';
import '../van.css';

const minute = 60_000;
const soon = 30; // Minutes before a window that it is put before the outlet.

// A van that went home does not come to the door any more, whether it was here or not.
const isOver = (run: VanRunDetail) => run.stage === 'cancelled' || run.stage === 'returned';
const isOpen = (run: VanRunDetail) => !isOver(run) && !run.stops[0]?.left_at;
const moved = (stop: VanRunStop, carriage: VanRunCarriage) =>
  stop.bags.filter((b) => b.carriage === carriage && where(carriage) !== b.where).length === 0;
const where = (carriage: VanRunCarriage) => (carriage === 'deliver' ? 'outlet' : 'van');

function due({ views, now }: Scene, t: Translate): Task[] {
  const zone = views['van-stops']?.time_zone;
  return (views['van-stops']?.runs ?? []).filter(isOpen).flatMap((run) => {
    const stop = run.stops[0]!;
    if (stop.handed || Date.parse(stop.from) - Date.parse(now) > soon * minute) return [];
    const missed = Boolean(stop.missed_at);
    return [
      {
        id: `van-${run.run}`,
        section: 'van',
        deadline: stop.to,
        title: t(missed ? 'van.due-missed' : 'van.due', { plate: run.plate }),
        detail: t('van.window', { from: clock(stop.from, zone), to: clock(stop.to, zone) }),
        do: t('van.go'),
      },
    ];
  });
}

function Page({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const view = scene.views['van-stops'];
  const may = useMay()('van-run.arrive');
  if (!view) {
    return may ? (
      <p className="card empty">{t('van.reading')}</p>
    ) : (
      <NoRight command="van-run.arrive" />
    );
  }
  return (
    <>
      <Conflicts commands={[...commands]} />
      {!may && <NoRight command="van-run.arrive" />}
      {view.runs.length === 0 && (
        <section className="card">
          <p className="empty">{t('van.none')}</p>
        </section>
      )}
      {view.runs
        .toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
        .map((run) => (
          <Run key={run.run} run={run} house={view.house} scene={scene} may={may} />
        ))}
      <WrittenToday scene={scene} commands={[...commands]} />
    </>
  );
}

interface Shown {
  run: VanRunDetail;
  scene: Scene;
  may: boolean;
}

function Run({ run, house, scene, may }: Shown & { house: string[] }) {
  const { t } = useTranslation();
  const zone = scene.views['van-stops']!.time_zone;
  const stop = run.stops[0]!;
  return (
    <section className="card" aria-labelledby={`van-${run.run}`}>
      <h2 id={`van-${run.run}`}>
        {run.plate}
        <span className="note">
          {t('van.window', { from: clock(stop.from, zone), to: clock(stop.to, zone) })} ·{' '}
          {t(`run-stage.${run.stage}`)}
        </span>
        {stop.missed_at && <span className="chip alarm">{t('van.missed')}</span>}
        {stop.plan_b && <span className="chip warning">{t(`remedy.${stop.plan_b.remedy}`)}</span>}
      </h2>
      {stop.check ? (
        <p>
          <Mark sign="done" /> {t('van.checked', { at: clock(stop.check.at, zone) })}
        </p>
      ) : (
        may && isOpen(run) && <Check run={run} outlet={scene.page.outlet} />
      )}
      {(!isOver(run) || stop.handed) && <Bags stop={stop} />}
      {stop.check && may && (
        <>
          <Sign run={run} stop={stop} carriage="deliver" zone={zone} />
          <Sign run={run} stop={stop} carriage="collect" zone={zone} />
        </>
      )}
      {stop.check && !stop.handed && may && (
        <Book run={run} house={house} scene={scene} may={may} />
      )}
      {stop.handed && (
        <p>
          <Mark sign="done" /> {t('van.booked', { at: clock(stop.handed.at, zone) })}
        </p>
      )}
    </section>
  );
}

function Check({ run, outlet }: { run: VanRunDetail; outlet: string }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [plate, setPlate] = useState('');
  const [crew, setCrew] = useState<string[]>([]);
  const ready = plate.trim() !== '' && crew.length >= 2;
  return (
    <form
      className="write-form"
      onSubmit={(event) => {
        event.preventDefault();
        void tablet.write('van-run.arrive', { run: run.run, outlet, plate: plate.trim(), crew });
      }}
    >
      <p className="note">{t('van.locked')}</p>
      <TextField label={t('van.plate-read')} value={plate} set={setPlate} required />
      <fieldset className="check-lines">
        <legend>{t('van.papers')}</legend>
        {run.crew.map(({ person, name }) => (
          <Tick
            key={person}
            label={`${name ?? person} · ${person}`}
            of={person}
            set={setCrew}
            now={crew}
          />
        ))}
      </fieldset>
      <button type="submit" className="button primary" disabled={!ready}>
        {t('van.check')}
      </button>
    </form>
  );
}

interface Ticked {
  label: string;
  of: string;
  now: string[];
  set: (all: string[]) => void;
}
const Tick = ({ label, of, now, set }: Ticked) => (
  <label className="check-line">
    <input
      type="checkbox"
      checked={now.includes(of)}
      onChange={(event) => set(event.target.checked ? [...now, of] : now.filter((x) => x !== of))}
    />
    {label}
  </label>
);

function Bags({ stop }: { stop: VanRunStop }) {
  const { t, i18n } = useTranslation();
  return (
    <ul className="list">
      {stop.bags.map((bag) => (
        <li key={bag.bag} className="written">
          <Mark sign={bag.where === where(bag.carriage) ? 'done' : 'open'} />
          <span className="written-what">
            {t(`carriage.${bag.carriage}`)} · {t('van.bag', { bag: bag.bag, seal: bag.seal })}
            <span className="note">
              {t(`compartment.${bag.compartment}`)}
              {bag.amount > 0 && ` · ${money(bag.amount, i18n.language)}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

interface Signing {
  run: VanRunDetail;
  stop: VanRunStop;
  carriage: VanRunCarriage;
  zone: string;
}

// Our side of the deed; theirs may not have arrived yet, and then ours waits for it.
function Sign({ run, stop, carriage, zone }: Signing) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const bags = stop.bags.filter((bag) => bag.carriage === carriage);
  const signed = stop.signatures.find((s) => s.carriage === carriage);
  if (bags.length === 0) return null;
  if (signed?.second_at || moved(stop, carriage)) {
    return (
      <p>
        <Mark sign="done" /> {t(`carriage.${carriage}`)} ·{' '}
        {signed?.second_at
          ? t('van.signed', { at: clock(signed.second_at, zone) })
          : t('van.moved')}
      </p>
    );
  }
  const act = carriage === 'deliver' ? stop.act_in : stop.act_out;
  return (
    <div className="choices">
      <button
        type="button"
        className="button primary"
        onClick={() => void tablet.write('cash.confirm', { outlet: stop.outlet, act })}
      >
        {t(carriage === 'deliver' ? 'van.take' : 'van.give', { n: bags.length, plate: run.plate })}
      </button>
    </div>
  );
}

function Book({ run, house, scene }: Shown & { house: string[] }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const stop = run.stops[0]!;
  const [two, setTwo] = useState<string[]>([]);
  const [except, setExcept] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const open = stop.bags.filter((bag) => {
    const signed = stop.signatures.find((s) => s.carriage === bag.carriage);
    return bag.where !== where(bag.carriage) && !signed?.second_at;
  });
  const names = [
    ...(scene.views.team?.on_duty?.members ?? []),
    ...(scene.views.team?.others ?? []),
  ];
  const nameOf = (id: string) => names.find((m) => m.person === id)?.name ?? id;
  const ready = two.length === 2 && open.every(({ bag }) => except.includes(bag));
  return (
    <form
      className="write-form"
      onSubmit={(event) => {
        event.preventDefault();
        const { crew } = stop.check!;
        const body = { run: run.run, outlet: stop.outlet, crew, house: two, exceptions: except };
        void tablet.write('van-run.hand-over', { ...body, reason });
      }}
    >
      <fieldset className="check-lines">
        <legend>{t('van.two-of-house')}</legend>
        {house.slice(0, 12).map((id) => (
          <Tick key={id} label={nameOf(id)} of={id} now={two} set={setTwo} />
        ))}
      </fieldset>
      {open.length > 0 && (
        <fieldset className="check-lines">
          <legend>{t('van.not-moved')}</legend>
          {open.map(({ bag }) => (
            <Tick key={bag} label={bag} of={bag} now={except} set={setExcept} />
          ))}
        </fieldset>
      )}
      {except.length > 0 && (
        <TextField label={t('van.reason')} value={reason} set={setReason} required />
      )}
      <button type="submit" className="button primary" disabled={!ready}>
        {t('van.book')}
      </button>
    </form>
  );
}

export const section: Section = {
  name: 'van',
  order: 14,
  icon: (
    <path d="M3 7h11v9H3zM14 10h4l3 3v3h-7M7 18.5a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4M17.5 18.5a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4" />
  ),
  deeds,
  wants: (outlet) => [{ name: 'van-stops', query: { outlet }, later: true }],
  due,
  Page,
};
