import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutletPage, ShelfPage, SupplyRow } from '../../api/contract';
import { useView } from '../../api/hooks';
import { CoverFormula } from '../../kit/CoverFormula';
import { dayAndClock, whole } from '../../kit/format';
import { Empty, Screen, Skeleton } from '../../kit/Screen';

const dress = { normal: '', warning: 'chip warning', alarm: 'chip alarm' } as const;

// Days of cover; each opens to its sum, so that anyone can check it.
export function StockCard({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  const shelf = useView('shelf', { outlet: page.outlet });
  return (
    <section className="card" aria-labelledby="stock-title">
      <header>
        <h2 id="stock-title">{t('stock.title')}</h2>
        <Link className="push" to="/supplies" search={{ search: page.outlet }}>
          {t('stock.all')}
        </Link>
      </header>
      <Screen
        query={shelf}
        skeleton={<Skeleton rows={8} />}
        isEmpty={(view) => view.lots.length === 0 && view.incoming.length === 0}
        empty={<Empty>{t('stock.empty')}</Empty>}
      >
        {(view) => <Shelf view={view} />}
      </Screen>
    </section>
  );
}

function Shelf({ view }: { view: ShelfPage }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string>();
  return (
    <>
      <div className="table-frame">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('stock.item')}</th>
              <th scope="col" className="numeric">
                {t('stock.stock')}
              </th>
              <th scope="col" className="numeric">
                {t('stock.days')}
              </th>
              <th scope="col">{t('stock.expiry')}</th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => {
              const { item } = row.advice.cover;
              return (
                <Fragment key={item}>
                  <Line
                    row={row}
                    open={open === item}
                    turn={() => setOpen(open === item ? undefined : item)}
                  />
                  {open === item && (
                    <tr>
                      <td colSpan={4}>
                        <CoverFormula row={row} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="note more">
        {view.keeper ? t('keeper.is', { who: view.keeper_title }) : t('keeper.none')}
        {view.incoming.map((row) => (
          <span key={row.transfer}>
            {' · '}
            {t('transfer.on-its-way', { from: row.from_title, at: dayAndClock(row.due_at) })}
          </span>
        ))}
      </p>
    </>
  );
}

function Line({ row, open, turn }: { row: SupplyRow; open: boolean; turn: () => void }) {
  const { t } = useTranslation();
  const { cover, in_transit } = row.advice;
  return (
    <tr>
      <td>
        <button type="button" className="link" aria-expanded={open} onClick={turn}>
          {t(`item.${cover.item}`)}
        </button>
      </td>
      <td className="numeric">
        {whole(cover.stock)}
        {in_transit > 0 && (
          <div className="note">+{t('supplies.coming', { n: whole(in_transit) })}</div>
        )}
        {row.expired > 0 && (
          <div className="note">{t('supplies.expired', { n: whole(row.expired) })}</div>
        )}
      </td>
      <td className="numeric">
        {cover.days === null || cover.days === undefined ? (
          '–'
        ) : (
          <span className={dress[row.severity]}>
            {t('stock.days-of', { days: cover.days, minimum: row.minimum_days })}
          </span>
        )}
      </td>
      <td>{row.first_expiry ?? '–'}</td>
    </tr>
  );
}
