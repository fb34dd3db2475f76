import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Supplies, SupplyLot, TransferRow } from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { Done } from '../../kit/Done';
import { DueChip } from '../../kit/DueChip';
import { dayAndClock, whole } from '../../kit/format';
import { Empty } from '../../kit/Screen';
import { FigureInput, TextInput } from '../../kit/fields';

// 调拨: what is on its way, and what came short and was not made good.
export function TransfersCard({ view }: { view: Supplies }) {
  const { t } = useTranslation();
  const may = useAuthority();
  return (
    <section className="card" aria-labelledby="transfers-title">
      <header>
        <h2 id="transfers-title">
          {t('transfer.title')} {view.in_transit.length}
        </h2>
      </header>
      {view.in_transit.length + view.came_short.length === 0 && (
        <Empty>{t('transfer.empty')}</Empty>
      )}
      <ul className="transfers">
        {view.in_transit.map((row) => (
          <li key={row.transfer}>
            <Route row={row} />
            <p className="note">
              {t('transfer.sent', { at: dayAndClock(row.sent_at) })} · {t('transfer.expected')}{' '}
              <DueChip deadline={row.due_at} now={view.now} />
            </p>
            {may('supply.accept') && <Accept row={row} />}
          </li>
        ))}
        {view.came_short.map((row) => (
          <li key={row.transfer} className="warning">
            <Route row={row} />
            <p>
              <span className="chip warning">{t('transfer.short')}</span> {row.reason}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Route({ row }: { row: TransferRow }) {
  const { t } = useTranslation();
  return (
    <>
      <strong>
        {row.from_title} → {row.to_title}
      </strong>
      <p>{row.lines.map((line) => said(line, t)).join(t('list.semicolon'))}</p>
    </>
  );
}

const said = (line: SupplyLot, t: (key: string) => string) =>
  `${t(`item.${line.item}`)} ${whole(line.quantity)} · ${line.lot}`;

// At the dock every line is counted.
function Accept({ row }: { row: TransferRow }) {
  const { t } = useTranslation();
  const [counts, setCounts] = useState(() => row.lines.map((line) => line.quantity));
  const [reason, setReason] = useState('');
  const missing = row.lines.reduce((sum, line, i) => sum + line.quantity - counts[i]!, 0);
  const accept = useCommand('supply.accept', () => ({
    outlet: row.to_outlet,
    transfer: row.transfer,
    lines: row.lines.map(({ item, lot }, i) => ({ item, lot, counted: counts[i]! })),
    reason,
  }));
  return (
    <>
      <ActionDialog
        title={t('transfer.accept-title', { from: row.from_title })}
        trigger={t('transfer.accept')}
        intent={accept}
      >
        {row.lines.map((line, i) => (
          <FigureInput
            key={line.item + line.lot}
            label={said(line, t)}
            value={counts[i]!}
            set={(n) => setCounts(counts.map((old, at) => (at === i ? n : old)))}
          />
        ))}
        {missing > 0 && (
          <TextInput
            label={t('transfer.shortage', { n: whole(missing) })}
            required
            value={reason}
            set={setReason}
          />
        )}
      </ActionDialog>
      {accept.reply && <Done reply={accept.reply} />}
    </>
  );
}
