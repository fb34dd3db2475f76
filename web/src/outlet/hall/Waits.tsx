import { useTranslation } from 'react-i18next';
import type { QueuePage } from '../../api/contract';
import { percent } from '../../kit/format';
import { useWait } from './parts';

// How long it takes: half are called within the first figure, nine of ten within the second; and
// how often what was said has held today.
export function Waits({ view }: { view: QueuePage }) {
  const { t } = useTranslation();
  const wait = useWait();
  const rows = view.services.filter((row) => row.wait || row.waiting > 0);
  const kept = view.figures.promise_kept_permille;
  return (
    <section className="card waits" aria-labelledby="waits-title">
      <h2 id="waits-title">{t('hall.waits')}</h2>
      {rows.length === 0 && <p className="empty">{t('hall.no-waits')}</p>}
      <dl className="summary-lines">
        {rows.map((row) => (
          <div key={row.service}>
            <dt>
              {t(`hall.service.${row.service}`)}{' '}
              <span className="note">{t('hall.waiting-short', { n: row.waiting })}</span>
            </dt>
            <dd className="strong">{wait(row.wait)}</dd>
          </div>
        ))}
      </dl>
      <p className="note">
        {kept == null ? t('hall.kept-none') : t('hall.kept-today', { percent: percent(kept) })}
      </p>
    </section>
  );
}
