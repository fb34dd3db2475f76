import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LotRow, Supplies } from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { whole } from '../../kit/format';
import { Empty } from '../../kit/Screen';
import { TextInput } from '../../kit/fields';

const most = 12;

// 临期: what has expired, and what will soon; the first date first.
export function LotsCard({ view }: { view: Supplies }) {
  const { t } = useTranslation();
  const may = useAuthority();
  const shown = view.expiring.slice(0, most);
  return (
    <section className="card" aria-labelledby="lots-title">
      <header>
        <h2 id="lots-title">
          {t('lots.title')} {view.expiring.length}
        </h2>
      </header>
      {shown.length === 0 && <Empty>{t('lots.empty')}</Empty>}
      <ul className="transfers">
        {shown.map((row) => (
          <li key={`${row.outlet} ${row.lot.item} ${row.lot.lot}`}>
            <strong>{row.title}</strong>
            <p>
              {t(`item.${row.lot.item}`)} {whole(row.lot.quantity)} · {row.lot.lot}{' '}
              <span className={row.is_expired ? 'chip alarm' : 'chip warning'}>
                {row.is_expired
                  ? t('lots.expired', { day: row.lot.expires_on })
                  : t('lots.days-left', { n: row.days_left, day: row.lot.expires_on })}
              </span>
            </p>
            {row.is_expired && may('supply.count') && <Dispose row={row} />}
          </li>
        ))}
      </ul>
      {view.expiring.length > most && (
        <p className="note more">{t('supplies.more', { n: most })}</p>
      )}
    </section>
  );
}

// An expired lot is counted off, with the reason; nothing leaves a shelf unsaid.
function Dispose({ row }: { row: LotRow }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState(t('lots.disposed'));
  const count = useCommand('supply.count', () => ({
    outlet: row.outlet,
    item: row.lot.item,
    lot: row.lot.lot,
    counted: 0,
    reason,
  }));
  return (
    <ActionDialog
      title={t('lots.dispose-title', { lot: row.lot.lot })}
      trigger={t('lots.dispose')}
      intent={count}
    >
      <p>{t('lots.dispose-means', { n: whole(row.lot.quantity) })}</p>
      <TextInput label={t('transfer.reason')} required value={reason} set={setReason} />
    </ActionDialog>
  );
}
