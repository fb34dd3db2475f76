import { useTranslation } from 'react-i18next';
import type { OutletPage } from '../../api/contract';
import { whole } from '../../kit/format';
import { Empty } from '../../kit/Screen';

const dress = { normal: '', warning: 'chip warning', alarm: 'chip alarm' } as const;

// Days of cover with the sum beside it, so that anyone can check it.
export function StockCard({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="stock-title">
      <header>
        <h2 id="stock-title">{t('stock.title')}</h2>
        <span className="note">{t('stock.formula')}</span>
      </header>
      {page.stock.length === 0 ? (
        <Empty>{t('stock.empty')}</Empty>
      ) : (
        <div className="table-frame">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('stock.item')}</th>
                <th scope="col" className="numeric">
                  {t('stock.stock')}
                </th>
                <th scope="col" className="numeric">
                  {t('stock.use')}
                </th>
                <th scope="col" className="numeric">
                  {t('stock.days')}
                </th>
                <th scope="col">{t('stock.expiry')}</th>
              </tr>
            </thead>
            <tbody>
              {page.stock.map((line) => (
                <tr key={line.item}>
                  <td>{t(`item.${line.item}`)}</td>
                  <td className="numeric">{whole(line.stock)}</td>
                  <td className="numeric">
                    {line.daily_use > 0
                      ? t('stock.per-day', { n: whole(line.daily_use), people: line.people })
                      : '–'}
                  </td>
                  <td className="numeric">
                    {line.days === null || line.days === undefined ? (
                      '–'
                    ) : (
                      <span className={dress[line.severity]}>
                        {t('stock.days-of', { days: line.days, minimum: line.minimum_days })}
                      </span>
                    )}
                  </td>
                  <td>{line.first_expiry ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
