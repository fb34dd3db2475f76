import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VanRunDetail, VanRunGateReason } from '../../api/contract';
import { clock, monthAndDay } from '../../kit/format';
import { useTablet } from '../context';
import { TextField } from '../parts/fields';
import { Seals } from './Seals';
import { bagsToLoad, bagsToUnload } from './runs';

interface Shown {
  run: VanRunDetail;
  zone: string;
}

// At the cash centre: the bags of the list come aboard; a cashier confirms.
export function Loading({ run }: { run: VanRunDetail }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [asked, setAsked] = useState(false);
  const bags = bagsToLoad(run);
  if (bags.length === 0) return null;
  const load = async (seals: string[]) => {
    await tablet.write('cash.hand-over', {
      outlet: run.depot,
      act: run.act_load,
      van: run.van,
      compartment: 'clean',
      bags: bags.map(({ bag }) => bag),
      seals,
    });
    setAsked(true);
  };
  return (
    <section className="card" aria-labelledby="load-title">
      <h2 id="load-title">{t('crew.load', { centre: run.depot_title })}</h2>
      {asked ? (
        <p role="status">{t('crew.load-waits')}</p>
      ) : (
        <Seals bags={bags} act={run.act_load} verb={t('crew.load-do')} sign={load} />
      )}
    </section>
  );
}

export function Unloading({ run }: { run: VanRunDetail }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [asked, setAsked] = useState(false);
  const bags = bagsToUnload(run);
  if (bags.length === 0)
    return (
      <section className="card now">
        <h2 className="huge">{t('crew.done')}</h2>
      </section>
    );
  const unload = async (seals: string[]) => {
    await tablet.write('cash.take-over', {
      outlet: run.depot,
      act: run.act_unload,
      van: run.van,
      bags: bags.map(({ bag }) => bag),
      seals,
    });
    setAsked(true);
  };
  return (
    <section className="card now" aria-labelledby="unload-title">
      <h2 id="unload-title">{t('crew.unload', { centre: run.depot_title })}</h2>
      {asked ? (
        <p role="status">{t('crew.load-waits')}</p>
      ) : (
        <Seals bags={bags} act={run.act_unload} verb={t('crew.unload-do')} sign={unload} />
      )}
    </section>
  );
}

const ago = [0, 30, 60] as const; // Minutes since the van was disinfected.

export function Depart({ run, zone }: Shown) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [since, setSince] = useState<number>(0);
  const depart = () =>
    tablet.write('van-run.depart', {
      run: run.run,
      disinfected_at: new Date(Date.parse(tablet.now()) - since * 60_000).toISOString(),
    });
  return (
    <section className="card now" aria-labelledby="depart-title">
      <p className="note">{t('crew.gate-at', { at: clock(run.gate_at, zone) })}</p>
      <h2 id="depart-title" className="huge">
        {run.gate || run.stops[0]?.title}
      </h2>
      <fieldset className="chooser">
        <legend>{t('crew.disinfected')}</legend>
        {ago.map((minutes) => (
          <label key={minutes}>
            <input
              type="radio"
              name="disinfected"
              checked={since === minutes}
              onChange={() => setSince(minutes)}
            />
            {minutes === 0 ? t('crew.just-now') : t('crew.minutes-ago', { n: minutes })}
          </label>
        ))}
      </fieldset>
      <button type="button" className="button primary wide" onClick={() => void depart()}>
        {t('crew.depart')}
      </button>
    </section>
  );
}

const reasons: VanRunGateReason[] = ['pass', 'hours', 'health', 'traffic_order', 'other'];

// What the guard must see, in the largest type that a telephone has room for.
export function Gate({ run, zone }: Shown) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [asking, setAsking] = useState(false);
  return (
    <section className="card now" aria-labelledby="gate-title">
      <p className="note">
        {t('crew.gate')} · {t('crew.gate-at', { at: clock(run.gate_at, zone) })}
      </p>
      <h2 id="gate-title" className="huge">
        {run.gate}
      </h2>
      <div className="pass">
        <p>{run.zone_title}</p>
        <p className="huge">{run.plate}</p>
        <p className="large">{t('crew.pass-hours', { from: run.gate_from, to: run.gate_to })}</p>
        {run.pass_from && (
          <p>
            {t('crew.pass-days', {
              from: monthAndDay(run.pass_from),
              to: monthAndDay(run.pass_to!),
            })}
          </p>
        )}
        {run.permit && <p>{t('crew.permit', { permit: run.permit })}</p>}
        <p>{run.crew.map((m) => m.name ?? m.person).join(t('list.comma'))}</p>
      </div>
      {asking ? (
        <TurnedBack run={run} close={() => setAsking(false)} />
      ) : (
        <div className="choices">
          <button type="button" className="button danger" onClick={() => setAsking(true)}>
            {t('crew.turned-back')}
          </button>
          <button
            type="button"
            className="button primary"
            onClick={() => void tablet.write('van-run.pass-gate', { run: run.run })}
          >
            {t('crew.passed')}
          </button>
        </div>
      )}
      {run.stage === 'turned_back' && <Return run={run} />}
    </section>
  );
}

function TurnedBack({ run, close }: { run: VanRunDetail; close: () => void }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [note, setNote] = useState('');
  const [reason, setReason] = useState<VanRunGateReason>('traffic_order');
  const write = () => tablet.write('van-run.turn-back', { run: run.run, reason, note }).then(close);
  return (
    <form
      className="write-form"
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <fieldset className="chooser">
        <legend>{t('crew.why')}</legend>
        {reasons.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="reason"
              checked={reason === each}
              onChange={() => setReason(each)}
            />
            {t(`gate-reason.${each}`)}
          </label>
        ))}
      </fieldset>
      <TextField label={t('crew.note')} value={note} set={setNote} required={reason === 'other'} />
      <div className="choices">
        <button type="button" className="button" onClick={close}>
          {t('action.cancel')}
        </button>
        <button type="submit" className="button danger">
          {t('crew.record')}
        </button>
      </div>
    </form>
  );
}

export function Return({ run }: { run: VanRunDetail }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  return (
    <section className="card now" aria-labelledby="return-title">
      <p className="note">{t('crew.back-to')}</p>
      <h2 id="return-title" className="huge">
        {run.depot_title}
      </h2>
      <button
        type="button"
        className="button primary wide"
        onClick={() => void tablet.write('van-run.return', { run: run.run })}
      >
        {t('crew.return')}
      </button>
    </section>
  );
}
