import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Supplies, SupplyRow } from '../../api/contract';
import { CoverFormula } from '../../kit/CoverFormula';
import { dayAndClock, whole } from '../../kit/format';
import { SupplyActions } from './SupplyActions';

const heads = ['outlet', 'item', 'cover', 'stock', 'runs-out', 'next', 'order'];
const dress = { normal: '', warning: 'chip warning', alarm: 'chip alarm' } as const;
// A page of a large branch: the filters find the rest.
const most = 300;

export function SupplyRows({ view }: { view: Supplies }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string>();
  const { rows } = view;
  return (
    <div className="table-frame tall" tabIndex={0} role="region" aria-label={t('supplies.title')}>
      <table className="table cards">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`supplies.${head}`)}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{t('supplies.details')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => {
            const key = `${row.outlet} ${row.advice.cover.item}`;
            const turn = () => setOpen(open === key ? undefined : key);
            return (
              <Fragment key={key}>
                <Row row={row} open={open === key} turn={turn} />
                {open === key && (
                  <tr className="supply-details">
                    <td colSpan={heads.length + 1} id={`details ${key}`}>
                      <CoverFormula row={row} />
                      <SupplyActions row={row} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      {rows.length > most && <p className="note more">{t('supplies.more', { n: most })}</p>}
    </div>
  );
}

function Row({ row, open, turn }: { row: SupplyRow; open: boolean; turn: () => void }) {
  const { t } = useTranslation();
  const { cover, quantity, order_by, due, runs_out_at } = row.advice;
  const item = t(`item.${cover.item}`);
  return (
    <tr className={row.severity}>
      <td data-label={t('supplies.outlet')}>
        <span>
          <Link to="/outlets/$outlet" params={{ outlet: row.outlet }}>
            {row.title}
          </Link>{' '}
          {row.is_sealed && <span className="chip sealed">{t('map.inside')}</span>}
          {row.is_warehouse && <span className="chip">{t('supplies.warehouse')}</span>}
        </span>
      </td>
      <td data-label={t('supplies.item')} className="supply-item">
        {item}
      </td>
      <td data-label={t('supplies.cover')}>
        <Cover row={row} />
      </td>
      <td data-label={t('supplies.stock')} className="numeric">
        <span>
          {whole(cover.stock)}
          {row.advice.in_transit > 0 && (
            <span className="note">
              {' '}
              +{t('supplies.coming', { n: whole(row.advice.in_transit) })}
            </span>
          )}
          {row.expired > 0 && (
            <span className="note"> · {t('supplies.expired', { n: whole(row.expired) })}</span>
          )}
        </span>
      </td>
      <td data-label={t('supplies.runs-out')}>{runs_out_at ? dayAndClock(runs_out_at) : '–'}</td>
      <td data-label={t('supplies.next')}>
        <Next row={row} />
      </td>
      <td data-label={t('supplies.order')}>
        {quantity > 0 ? (
          <span className={due ? 'chip alarm' : 'chip warning'}>
            {t('supplies.order-by', {
              n: whole(quantity),
              at: order_by ? dayAndClock(order_by) : '–',
            })}
          </span>
        ) : (
          '–'
        )}
      </td>
      <td>
        <button
          type="button"
          className="button"
          aria-expanded={open}
          aria-label={`${t(open ? 'supplies.fold' : 'supplies.details')} · ${row.title} ${item}`}
          onClick={turn}
        >
          {t(open ? 'supplies.fold' : 'supplies.details')}
        </button>
      </td>
    </tr>
  );
}

// Days against the days that the policy asks for: the tick.
function Cover({ row }: { row: SupplyRow }) {
  const { t } = useTranslation();
  const { days } = row.advice.cover;
  if (days === null || days === undefined)
    return <span className="note">{t('supply.unused')}</span>;
  const scale = Math.max(30, row.minimum_days * 2);
  const part = (value: number) => `${Math.min(100, (value / scale) * 100)}%`;
  return (
    <span className={`supply cover ${row.severity}`}>
      <span className="supply-track" aria-hidden="true">
        <i style={{ width: part(days) }} />
        <b style={{ left: part(row.minimum_days) }} />
      </span>
      <span className={dress[row.severity]}>
        {t('stock.days-of', { days, minimum: row.minimum_days })}
      </span>
    </span>
  );
}

// Does the next delivery come before it runs out? A van on its way is only a chance, not a load.
function Next({ row }: { row: SupplyRow }) {
  const { t } = useTranslation();
  if (row.arrives_by) {
    return (
      <span className={row.comes_in_time ? 'chip good' : 'chip alarm'}>
        {t(row.comes_in_time ? 'supplies.in-time' : 'supplies.too-late', {
          at: dayAndClock(row.arrives_by),
        })}
      </span>
    );
  }
  return (
    <span>
      {!row.comes_in_time && <span className="chip alarm">{t('supplies.nothing-comes')}</span>}{' '}
      {row.next_van ? (
        <span className="note">{t('supplies.van', { at: dayAndClock(row.next_van) })}</span>
      ) : (
        row.comes_in_time && '–'
      )}
    </span>
  );
}
