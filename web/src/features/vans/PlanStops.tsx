import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashBagRow, OutletRow, TransferRow } from '../../api/contract';
import { useView } from '../../api/hooks';
import { money, whole } from '../../kit/format';
import type { Drafting } from './PlanRun';
import { emptyStop, type StopDraft } from './runDraft';

// The stops in the order of driving, each with its window and what is brought and taken there.
export function PlanStops({ draft, change, scope }: Drafting) {
  const { t } = useTranslation();
  const outlets = useView('outlets', { scope }).data?.rows ?? [];
  const transfers = useView('supplies', { scope }).data?.in_transit ?? [];
  const depot = useView('cash-outlet', { outlet: draft.depot }, draft.depot !== '').data;
  const ready = draft.depot
    ? (depot?.bags ?? []).filter((bag) => bag.stage === 'released' && bag.place !== 'van')
    : [];
  const set = (at: number, part: Partial<StopDraft>) =>
    change({ stops: draft.stops.map((s, i) => (i === at ? { ...s, ...part } : s)) });
  return (
    <>
      {draft.stops.map((stop, at) => (
        <Stop
          key={at}
          n={at + 1}
          stop={stop}
          set={(part) => set(at, part)}
          outlets={outlets.filter((row) => row.kind !== 'back_office')}
          ready={ready}
          transfers={transfers.filter((row) => row.to_outlet === stop.outlet)}
        />
      ))}
      <div className="run-actions">
        <button
          type="button"
          className="button"
          onClick={() => change({ stops: [...draft.stops, emptyStop()] })}
        >
          {t('run-form.more-stops')}
        </button>
        {draft.stops.length > 1 && (
          <button
            type="button"
            className="button"
            onClick={() => change({ stops: draft.stops.slice(0, -1) })}
          >
            {t('run-form.fewer-stops')}
          </button>
        )}
      </div>
    </>
  );
}

interface OneStop {
  n: number;
  stop: StopDraft;
  set: (part: Partial<StopDraft>) => void;
  outlets: OutletRow[];
  ready: CashBagRow[]; // At the centre, and money again.
  transfers: TransferRow[];
}

function Stop({ n, stop, set, outlets, ready, transfers }: OneStop) {
  const { t } = useTranslation();
  const house = useView('cash-outlet', { outlet: stop.outlet }, stop.outlet !== '').data;
  const there = stop.outlet ? (house?.bags ?? []).filter((bag) => bag.place !== 'van') : [];
  return (
    <fieldset className="run-form-part">
      <legend>{t('run-form.stop', { n })}</legend>
      <div className="run-form-grid">
        <label className="field">
          <span>{t('run-form.outlet')}</span>
          <select
            className="input"
            required
            value={stop.outlet}
            onChange={(event) =>
              set({ outlet: event.target.value, deliver: [], collect: [], transfers: [] })
            }
          >
            <option value="">{t('run-form.choose')}</option>
            {outlets.map((row) => (
              <option key={row.outlet} value={row.outlet}>
                {row.title}
                {row.zone && ` · ${t('cash.sealed')}`}
              </option>
            ))}
          </select>
        </label>
        <TimeField label={t('run-form.from')} value={stop.from} set={(from) => set({ from })} />
        <TimeField label={t('run-form.to')} value={stop.to} set={(to) => set({ to })} />
      </div>
      <Bags
        label="deliver"
        bags={ready}
        chosen={stop.deliver}
        set={(deliver) => set({ deliver })}
      />
      <Bags
        label="collect"
        bags={there}
        chosen={stop.collect}
        set={(collect) => set({ collect })}
      />
      {transfers.map((row) => (
        <Tick
          key={row.transfer}
          name={row.transfer}
          chosen={stop.transfers}
          set={(those) => set({ transfers: those })}
        >
          {t('vans.lots')} {row.transfer}{' '}
          {row.lines
            .map((line) => `${t(`item.${line.item}`)} × ${whole(line.quantity)}`)
            .join(t('list.comma'))}
        </Tick>
      ))}
    </fieldset>
  );
}

function TimeField(props: { label: string; value: string; set: (time: string) => void }) {
  return (
    <label className="field">
      <span>{props.label}</span>
      <input
        className="input"
        type="time"
        required
        value={props.value}
        onChange={(event) => props.set(event.target.value)}
      />
    </label>
  );
}

interface Choosing {
  chosen: string[];
  set: (those: string[]) => void;
}

function Tick({ name, chosen, set, children }: Choosing & { name: string; children: ReactNode }) {
  const on = chosen.includes(name);
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={on}
        onChange={() => set(on ? chosen.filter((id) => id !== name) : [...chosen, name])}
      />
      <span>{children}</span>
    </label>
  );
}

// The manifest of one direction. Bags that are not counted yet have no sum: nobody knows it.
function Bags({
  label,
  bags,
  chosen,
  set,
}: Choosing & { label: 'deliver' | 'collect'; bags: CashBagRow[] }) {
  const { t, i18n } = useTranslation();
  const sum = bags
    .filter((bag) => chosen.includes(bag.bag))
    .reduce((all, bag) => all + bag.amount, 0);
  return (
    <div className="run-form-bags" role="group" aria-label={t(`carriage.${label}`)}>
      <strong>
        {t(`carriage.${label}`)}{' '}
        {chosen.length > 0 && (
          <span className="note">
            {t('run-form.chosen', { n: chosen.length, money: money(sum, i18n.language) })}
          </span>
        )}
      </strong>
      {bags.length === 0 && <span className="note">{t(`run-form.none.${label}`)}</span>}
      {bags.map((bag) => (
        <Tick key={bag.bag} name={bag.bag} chosen={chosen} set={set}>
          <span className={bag.stage === 'released' ? 'compartment clean' : 'compartment dirty'}>
            {bag.bag}
          </span>{' '}
          {bag.amount > 0 ? money(bag.amount, i18n.language) : t('vans.uncounted')}{' '}
          <span className="note">
            {t('manifest.seal')} {bag.seal} · {t(`stage.${bag.stage}`)}
          </span>
        </Tick>
      ))}
    </div>
  );
}
