import { useSearch } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CashOrderAnswer, CashOrderRow, CashRow } from '../../api/contract';
import { useView } from '../../api/hooks';
import { dayAndClock, money } from '../../kit/format';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { saidInBundles } from './BundlesField';
import { AnswerButtons, WithdrawOrder } from './OrderActions';
import { PlaceOrder } from './PlaceOrder';

const isOpen = (row: CashOrderRow) => row.status === 'waiting' || row.status === 'approved';

// 领缴款预约: what outlets have ordered or announced, and who has answered.
export function OrdersPart({ rows }: { rows: CashRow[] }) {
  const { t } = useTranslation();
  const { scope } = useSearch({ from: '/cash' });
  const orders = useView('cash-orders', { scope });
  return (
    <>
      <section className="card" aria-labelledby="orders-open">
        <header>
          <h2 id="orders-open">
            {t('order.open')} {orders.data?.rows.filter(isOpen).length}
          </h2>
          <span className="note">{t('order.rule')}</span>
          <PlaceOrder rows={rows} />
        </header>
        <Screen
          query={orders}
          skeleton={<Skeleton rows={5} />}
          isEmpty={(view) => !view.rows.some(isOpen)}
          empty={<Empty>{t('order.none-open')}</Empty>}
        >
          {(view) => <OrderTable label={t('order.open')} rows={view.rows.filter(isOpen)} />}
        </Screen>
      </section>
      {orders.data && <ClosedOrders rows={orders.data.rows.filter((row) => !isOpen(row))} />}
    </>
  );
}

function ClosedOrders({ rows }: { rows: CashOrderRow[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <section className="card" aria-labelledby="orders-closed">
      <header>
        <h2 id="orders-closed">
          {t('order.closed')} {rows.length}
        </h2>
      </header>
      <OrderTable label={t('order.closed')} rows={rows.toReversed()} />
    </section>
  );
}

const heads = ['what', 'when', 'notes', 'amount', 'state', 'trace'] as const;

function OrderTable({ label, rows }: { label: string; rows: CashOrderRow[] }) {
  const { t } = useTranslation();
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={label}>
      <table className="table cards orders">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={head === 'amount' ? 'numeric' : undefined}>
                {t(`order.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Order key={`${row.outlet} ${row.order}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Order({ row }: { row: CashOrderRow }) {
  const { t, i18n } = useTranslation();
  const reduced = row.approvals.length > 0 && row.approved_amount !== row.amount;
  return (
    <tr>
      <td>
        <strong>{row.title}</strong>
        <div className="note">
          {t(`order-direction.${row.direction}`)} · {row.order}
        </div>
      </td>
      <td data-label={t('order.when')}>
        <span>{row.needed_on}</span>
      </td>
      <td data-label={t('order.notes')}>
        <span className={reduced ? 'was' : undefined}>{saidInBundles(row.ordered, t)}</span>
        {reduced && <div>{saidInBundles(row.approved, t)}</div>}
      </td>
      <td data-label={t('order.amount')} className="numeric">
        <span className={reduced ? 'was' : undefined}>{money(row.amount, i18n.language)}</span>
        {reduced && (
          <div>
            <strong>{money(row.approved_amount, i18n.language)}</strong>
          </div>
        )}
      </td>
      <td data-label={t('order.state')}>
        <span className={chipOf(row)}>{stateOf(row, t)}</span>
      </td>
      <td data-label={t('order.trace')}>
        <div className="order-trace">
          <Trace row={row} />
          <div className="cash-answer">
            {row.status === 'waiting' && <AnswerButtons row={row} />}
            {isOpen(row) && <WithdrawOrder row={row} />}
          </div>
        </div>
      </td>
    </tr>
  );
}

function chipOf(row: CashOrderRow): string {
  if (row.late || row.status === 'refused') return 'chip alarm';
  if (row.status === 'waiting') return 'chip warning';
  if (row.status === 'withdrawn') return 'chip';
  return row.status === 'approved' ? 'chip info' : 'chip good';
}

function stateOf(row: CashOrderRow, t: TFunction): string {
  if (row.status !== 'waiting') return t(`order-status.${row.status}`);
  if (row.two_approve && row.approvals.length > 0) return t('order.one-of-two');
  return t(row.late ? 'order.late' : 'order-status.waiting');
}

const said = ({ by, at }: CashOrderAnswer) => ({ by, at: dayAndClock(at) });

function Trace({ row }: { row: CashOrderRow }) {
  const { t } = useTranslation();
  const why = ({ remark }: CashOrderAnswer) => remark && t('order.remark-is', { remark });
  return (
    <ul className="order-steps note">
      <li>{t('order.placed-by', { by: row.by, at: dayAndClock(row.since) })}</li>
      {row.approvals.map((one) => (
        <li key={one.by}>
          {t('order.approved-by', said(one))}
          {why(one)}
        </li>
      ))}
      {row.closed && (
        <li>
          {t(`order-end.${row.status}`, said(row.closed))}
          {why(row.closed)}
        </li>
      )}
      {row.status === 'waiting' && (
        <li>
          {t(row.two_approve ? 'order.two-answer-by' : 'order.answer-by', {
            at: dayAndClock(row.answer_by),
          })}
        </li>
      )}
    </ul>
  );
}
