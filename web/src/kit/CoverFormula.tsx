import { useTranslation } from 'react-i18next';
import type { SupplyRow } from '../api/contract';
import { dayAndClock, whole } from './format';

// The sums, each figure by its name, so that anyone can check them.
export function CoverFormula({ row }: { row: SupplyRow }) {
  const { t } = useTranslation();
  const { cover, in_transit, lead_days, margin_days, safety_days, quantity, order_by } = row.advice;
  const used = cover.use_per_day > 0;
  return (
    <div className="formula">
      {used ? (
        <>
          <p>
            <strong>{t('cover.title')}</strong>{' '}
            {t('cover.sum', {
              stock: whole(cover.stock),
              spoils: whole(cover.spoils),
              use: whole(cover.use_per_day),
              people: cover.people,
              hours: whole(cover.hours ?? 0),
              days: cover.days ?? 0,
            })}
          </p>
          <p>
            <strong>{t('cover.order-title')}</strong>{' '}
            {t('cover.order-sum', {
              safety: safety_days,
              lead: lead_days,
              use: whole(cover.use_per_day),
              stock: whole(cover.stock - cover.spoils),
              coming: whole(in_transit),
              n: whole(quantity),
            })}
          </p>
          <p>
            <strong>{t('cover.latest-title')}</strong>{' '}
            {t('cover.latest-sum', {
              lead: lead_days,
              margin: margin_days,
              at: order_by ? dayAndClock(order_by) : '–',
            })}
          </p>
        </>
      ) : (
        <p>{t('cover.unused')}</p>
      )}
    </div>
  );
}
