import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CashBagRow, CashPage } from '../../api/contract';
import { dayAndClock, money } from '../../kit/format';
import { ReleaseButton } from './CashActions';

const columns = ['to-sanitise', 'sanitising', 'to-count', 'held', 'releasable', 'payable'] as const;
type Column = (typeof columns)[number] | 'never';

const columnOf = (bag: CashBagRow): Column => {
  if (bag.stage === 'released') return 'payable';
  if (bag.not_yet === 'cash.never-paid-out') return 'never';
  if (bag.stage === 'bagged') return 'to-sanitise';
  if (bag.stage === 'sanitising') return 'sanitising';
  if (bag.stage === 'sanitised') return 'to-count';
  return bag.not_yet ? 'held' : 'releasable';
};

// The bags of an outlet from left to right, as they become money again; those that never do stand
// apart below.
export function BatchFlow({ page }: { page: CashPage }) {
  const { t } = useTranslation();
  const never = page.bags.filter((bag) => columnOf(bag) === 'never');
  return (
    <section className="card" aria-labelledby="cash-flow">
      <header>
        <h2 id="cash-flow">{t('cash.flow-of', { outlet: page.title })}</h2>
        <span className="note">{t('cash.flow-hint')}</span>
        <ReleaseButton page={page} />
      </header>
      <ol className="cash-flow">
        {columns.map((column) => (
          <Stage
            key={column}
            column={column}
            bags={page.bags.filter((bag) => columnOf(bag) === column)}
            page={page}
          />
        ))}
      </ol>
      {never.length > 0 && (
        <div className="cash-never">
          <h3>{t('cash.flow.never')}</h3>
          <ul>
            {never.map((bag) => (
              <Bag key={bag.bag} bag={bag} page={page} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Stage(props: { column: Column; bags: CashBagRow[]; page: CashPage }) {
  const { t, i18n } = useTranslation();
  const { column, bags, page } = props;
  const boxes = column === 'payable' ? page.teller_boxes.filter((box) => box.amount > 0) : [];
  return (
    <li className={column === 'payable' ? 'clean' : undefined}>
      <h3>
        {t(`cash.flow.${column}`)} <span className="note">{bags.length + boxes.length}</span>
      </h3>
      <ul>
        {boxes.map((box) => (
          <li key={box.teller_box} className="cash-bag">
            <strong>{money(box.amount, i18n.language)}</strong>
            <span className="note">{t('cash.box', { name: box.teller_box })}</span>
          </li>
        ))}
        {bags.map((bag) => (
          <Bag key={bag.bag} bag={bag} page={page} />
        ))}
      </ul>
      {bags.length + boxes.length === 0 && <p className="note">–</p>}
    </li>
  );
}

function Bag({ bag, page }: { bag: CashBagRow; page: CashPage }) {
  const { t, i18n } = useTranslation();
  const run = page.runs.find((known) => known.bags.includes(bag.bag));
  const isCounted = bag.notes.length > 0;
  return (
    <li className="cash-bag">
      <strong>{isCounted ? money(bag.amount, i18n.language) : t('cash.uncounted')}</strong>
      <Link
        className="note"
        to="/cash"
        search={(old) => ({ ...old, part: 'bags', bag: bag.bag, outlet: page.outlet })}
      >
        {bag.bag}
      </Link>
      <span className="note">
        {t(`source.${bag.source}`)} · {t(`place.${bag.place}`)} {bag.at}
      </span>
      {run && (
        <span className="chip">
          {t('cash.done-at', { at: dayAndClock(run.done_at, page.time_zone) })}
        </span>
      )}
      {bag.held_until && bag.stage !== 'released' && (
        <span className={bag.not_yet ? 'chip warning' : 'chip'}>
          {t(bag.not_yet ? 'cash.money-again' : 'cash.hold-over', {
            at: dayAndClock(bag.held_until, page.time_zone),
            days: bag.key_area ? t('cash.key-area') : t('cash.other-area'),
          })}
        </span>
      )}
    </li>
  );
}
