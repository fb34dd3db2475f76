import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { VanRunDetail, VanRunHappening, VanRunStop } from '../../api/contract';
import { useView } from '../../api/hooks';
import { clock, money, monthAndDay, whole } from '../../kit/format';
import { useSentence } from '../../kit/Refusal';
import { Screen, Skeleton } from '../../kit/Screen';
import { RunActions } from './RunActions';

// One run: people, gate, manifest with the signatures under it, and what happened.
export function RunDetail({ run }: { run: string }) {
  const page = useView('van-run', { run });
  return (
    <Screen query={page} skeleton={<Skeleton rows={6} />}>
      {(view) => (
        <div className="van-detail">
          <Head run={view.run} zone={view.time_zone} />
          {view.run.stops.map((stop) => (
            <Stop key={stop.outlet} stop={stop} zone={view.time_zone} />
          ))}
          <Story happened={view.run.happened} zone={view.time_zone} />
        </div>
      )}
    </Screen>
  );
}

function Head({ run, zone }: { run: VanRunDetail; zone: string }) {
  const { t, i18n } = useTranslation();
  const sentence = useSentence();
  return (
    <section className="card" aria-labelledby="run-title">
      <header>
        <h2 id="run-title">
          {run.plate} · {run.run}
        </h2>
        <span className="chip info">{t(`run-stage.${run.stage}`)}</span>
        <span className="push">
          <RunActions run={run} zone={zone} />
        </span>
      </header>
      <dl className="run-facts">
        <div>
          <dt>{t('vans.crew')}</dt>
          {run.crew.map((m) => (
            <dd key={m.person}>
              {m.name ?? m.person} <span className="note">{m.person}</span>
              {m.unfit.map((code) => (
                <span key={code} className="unfit">
                  ✕ {sentence(code)}
                </span>
              ))}
            </dd>
          ))}
        </div>
        <div>
          <dt>{t('vans.gate')}</dt>
          <dd>
            {run.gate || t('vans.no-gate')} {run.zone && `${run.gate_from}–${run.gate_to}`}
          </dd>
          {run.pass_from && (
            <dd className="note">
              {t('vans.pass', { from: monthAndDay(run.pass_from), to: monthAndDay(run.pass_to!) })}
            </dd>
          )}
          {run.permit && <dd className="note">{t('vans.permit', { permit: run.permit })}</dd>}
        </div>
        <div>
          <dt>{t('vans.load')}</dt>
          <dd>
            {t('compartment.clean')} {money(run.clean, i18n.language)}
          </dd>
          <dd>
            {t('compartment.dirty')} {money(run.dirty, i18n.language)}
          </dd>
          <dd className="note">
            {t('vans.insured', { money: money(run.insured, i18n.language) })}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Stop({ stop, zone }: { stop: VanRunStop; zone: string }) {
  const { t, i18n } = useTranslation();
  return (
    <section className="card" aria-labelledby={`stop-${stop.outlet}`}>
      <header>
        <h2 id={`stop-${stop.outlet}`}>{stop.title}</h2>
        <span className="note">
          {clock(stop.from, zone)}–{clock(stop.to, zone)}
        </span>
        {stop.orders.map(({ order, amount, fulfilled }) => (
          <span key={order} className={fulfilled ? 'chip good' : 'chip'}>
            {fulfilled && '✓ '}
            {t('crew.order', { order, amount: money(amount, i18n.language) })}
          </span>
        ))}
        {stop.missed_at && (
          <span className="chip alarm">
            {t('vans.missed-at', { at: clock(stop.missed_at, zone) })}
          </span>
        )}
      </header>
      {stop.plan_b && (
        <p className="strong">
          {t('vans.plan-b-says', {
            remedy: t(`remedy.${stop.plan_b.remedy}`),
            due: clock(stop.plan_b.due, zone),
            by: stop.plan_b.by,
          })}{' '}
          {stop.plan_b.replacement && (
            <Link to="/vans" search={(now) => ({ ...now, run: stop.plan_b!.replacement! })}>
              {stop.plan_b.replacement}
            </Link>
          )}{' '}
          {stop.plan_b.note}
        </p>
      )}
      <Manifest stop={stop} zone={zone} />
      <Lots stop={stop} />
      {stop.handed && (
        <p>
          {t('vans.book', {
            at: clock(stop.handed.at, zone),
            crew: stop.handed.crew.join(t('list.comma')),
            house: stop.handed.house.join(t('list.comma')),
          })}
          {stop.handed.exceptions.length > 0 && (
            <span className="unfit">
              {t('vans.except', {
                bags: stop.handed.exceptions.join(t('list.comma')),
                reason: stop.handed.reason,
              })}
            </span>
          )}
        </p>
      )}
    </section>
  );
}

function Manifest({ stop, zone }: { stop: VanRunStop; zone: string }) {
  const { t, i18n } = useTranslation();
  const signed = (carriage: string) => {
    const s = stop.signatures.find((each) => each.carriage === carriage);
    if (!s) return '–';
    const second = s.second_at ? `${s.second_by} ${clock(s.second_at, zone)}` : t('vans.one-side');
    return `${s.first_by} ${clock(s.first_at, zone)} · ${second}`;
  };
  if (stop.bags.length === 0) return <p className="note">{t('vans.no-bags')}</p>;
  const title = t('vans.manifest', { outlet: stop.title });
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={title}>
      <table className="table">
        <thead>
          <tr>
            {['bag', 'way', 'compartment', 'seal', 'amount', 'where', 'signed'].map((head) => (
              <th key={head} scope="col" className={head === 'amount' ? 'numeric' : undefined}>
                {t(`manifest.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stop.bags.map((bag) => (
            <tr key={bag.bag}>
              <th scope="row">{bag.bag}</th>
              <td>{t(`carriage.${bag.carriage}`)}</td>
              <td>
                <span className={`compartment ${bag.compartment}`}>
                  {t(`compartment.${bag.compartment}`)}
                </span>
              </td>
              <td>{bag.seal}</td>
              <td className="numeric">
                {bag.amount > 0 ? money(bag.amount, i18n.language) : t('vans.uncounted')}
              </td>
              <td>{t(`bag-where.${bag.where}`)}</td>
              <td>{signed(bag.carriage)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Lots({ stop }: { stop: VanRunStop }) {
  const { t } = useTranslation();
  if (stop.lots.length === 0) return null;
  const list = (lines: { item: string; lot: string; quantity: number }[]) =>
    lines
      .map((l) => `${t(`item.${l.item}`)} ${l.lot} × ${whole(l.quantity)}`)
      .join(t('list.comma'));
  return (
    <ul className="van-lots">
      {stop.lots.map((lot) => (
        <li key={lot.transfer}>
          {t('vans.lots')} {lot.transfer}{' '}
          {lot.accepted_at ? t('vans.lots-received') : list(lot.lines)}
          {lot.shortage.length > 0 && (
            <span className="unfit">
              {t('vans.lots-short', { list: list(lot.shortage), reason: lot.reason })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Story({ happened, zone }: { happened: VanRunHappening[]; zone: string }) {
  const { t } = useTranslation();
  const detail = ({ what, detail: word }: VanRunHappening) => {
    if (what === 'refused_at_gate') return t(`gate-reason.${word}`);
    return what === 'plan_b' ? t(`remedy.${word}`) : '';
  };
  return (
    <section className="card" aria-labelledby="run-story">
      <h2 id="run-story">{t('vans.story')}</h2>
      <ol className="run-story">
        {happened.map((h, i) => (
          <li key={`${h.what}-${i}`} className={h.what}>
            <time>{clock(h.at, zone)}</time>
            <strong>{t(`run-moment.${h.what}`)}</strong> {h.title} {detail(h)}
            {h.by && <span className="note"> {h.by}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
