import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VanRunCarriage, VanRunDetail, VanRunOrder, VanRunStop } from '../../api/contract';
import { clock, money } from '../../kit/format';
import { useSnapshot, useTablet } from '../context';
import { Mark } from '../parts/Mark';
import { Seals } from './Seals';
import { actOf, bagsOf, fulfilledBy, isMoved, isSigned, ordersOf, signedOf } from './runs';

interface Shown {
  run: VanRunDetail;
  stop: VanRunStop;
  zone: string;
}

// 交接, face to face: our signature here, theirs on the outlet's tablet. Without a line both keep
// theirs, and the two meet when they are back.
export function Handing({ run, stop, zone }: Shown) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const done = (['deliver', 'collect'] as const).every((carriage) => isSigned(stop, carriage));
  return (
    <>
      <Direction run={run} stop={stop} zone={zone} carriage="deliver" />
      <Direction run={run} stop={stop} zone={zone} carriage="collect" />
      <section className="card" aria-labelledby="leave-stop">
        <h2 id="leave-stop">{t('crew.leave-title')}</h2>
        <p className="note">
          {stop.handed
            ? t('crew.book-signed', { at: clock(stop.handed.at, zone) })
            : t('crew.book-waits')}
        </p>
        <button
          type="button"
          className="button primary wide"
          disabled={!done}
          onClick={() => void tablet.write('van-run.leave', { run: run.run, outlet: stop.outlet })}
        >
          {t('crew.leave')}
        </button>
      </section>
    </>
  );
}

function Direction({ run, stop, zone, carriage }: Shown & { carriage: VanRunCarriage }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [named, setNamed] = useState(true);
  const bags = bagsOf(stop, carriage);
  const open = bags.filter((bag) => !isMoved(bag));
  if (bags.length === 0) return null;
  const act = actOf(stop, carriage);
  const title = `hand-${carriage}`;
  const orders = ordersOf(stop, carriage);
  const order = fulfilledBy(open, orders);
  const sign = async (seals: string[]) => {
    const body = {
      outlet: stop.outlet,
      act,
      van: run.van,
      bags: open.map((b) => b.bag),
      seals,
      ...(order && named ? { order: order.order } : {}),
    };
    if (carriage === 'deliver') await tablet.write('cash.take-over', body);
    else await tablet.write('cash.hand-over', { ...body, compartment: open[0]!.compartment });
  };
  return (
    <section className="card" aria-labelledby={title}>
      <h2 id={title}>
        {t(`carriage.${carriage}`)}{' '}
        <span className="note">{t('crew.bags', { n: bags.length })}</span>
      </h2>
      {orders.map((each) =>
        each === order && !isSigned(stop, carriage) ? (
          <label key={each.order} className="order-line">
            <input
              type="checkbox"
              checked={named}
              onChange={(event) => setNamed(event.target.checked)}
            />
            <Order order={each} />
          </label>
        ) : (
          <p key={each.order}>
            <Order order={each} />
          </p>
        ),
      )}
      {isSigned(stop, carriage) ? (
        <Sides stop={stop} carriage={carriage} act={act} zone={zone} />
      ) : (
        <Seals bags={open} act={act} verb={t('crew.sign')} sign={sign} />
      )}
    </section>
  );
}

// What the outlet ordered: by its number and what was approved.
function Order({ order }: { order: VanRunOrder }) {
  const { t, i18n } = useTranslation();
  return (
    <span>
      {t('crew.order', { order: order.order, amount: money(order.amount, i18n.language) })}
      {order.fulfilled && (
        <>
          {' '}
          <Mark sign="done" /> {t('van.moved')}
        </>
      )}
    </span>
  );
}

interface Side {
  stop: VanRunStop;
  carriage: VanRunCarriage;
  act: string;
  zone: string;
}

// Who has signed, when, and whether the log has it.
function Sides({ stop, carriage, act, zone }: Side) {
  const { t } = useTranslation();
  const { entries } = useSnapshot();
  const signed = signedOf(stop, carriage);
  const moved = bagsOf(stop, carriage).every(isMoved);
  const waits = entries.some((e) => e.state === 'waiting' && e.thing === `cash/${act}`);
  return (
    <ul className="sides-signed">
      <li>
        <Mark sign={waits ? 'waiting' : 'done'} />
        <span>
          {t('crew.side-crew')} {signed && <strong>{clock(signed.first_at, zone)}</strong>}
          <span className="note"> {waits ? t('crew.kept-here') : t('crew.in-log')}</span>
        </span>
      </li>
      <li>
        <Mark sign={moved ? 'done' : 'waiting'} />
        <span>
          {t('crew.side-house')}{' '}
          {signed?.second_at && <strong>{clock(signed.second_at, zone)}</strong>}
          <span className="note"> {moved ? t('crew.in-log') : t('crew.house-waits')}</span>
        </span>
      </li>
    </ul>
  );
}
