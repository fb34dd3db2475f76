import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupplyRow } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { ulid } from '../../api/ulid';
import { ActionDialog } from '../../kit/ActionDialog';
import { Done } from '../../kit/Done';
import { whole } from '../../kit/format';
import { FigureInput, TextInput } from '../../kit/fields';

// What can be done for one item of one outlet; the server refuses with its reasons.
export function SupplyActions({ row }: { row: SupplyRow }) {
  const may = useAuthority();
  return (
    <div className="supply-actions">
      {may('supply.send') && <Send row={row} />}
      {may('supply.receive') && <Receive row={row} />}
      {may('supply.count') && <Count row={row} />}
    </div>
  );
}

// 调拨: from whoever has it. What is asked is what the advice says.
function Send({ row }: { row: SupplyRow }) {
  const { t } = useTranslation();
  const { item } = row.advice.cover;
  const others = useView('supplies', { item });
  const sources = (others.data?.rows ?? [])
    .filter((other) => other.outlet !== row.outlet && other.advice.cover.stock > 0)
    .sort((a, b) => Number(b.is_warehouse) - Number(a.is_warehouse));
  const [from, setFrom] = useState<string>();
  const source = sources.find((other) => other.outlet === from) ?? sources[0];
  const [quantity, setQuantity] = useState(Math.max(1, row.advice.quantity));
  const [reason, setReason] = useState('');
  const send = useCommand('supply.send', () => ({
    from_outlet: source?.outlet ?? '',
    to_outlet: row.outlet,
    transfer: ulid(),
    lines: [{ item, quantity }],
    reason: reason || null,
  }));
  return (
    <>
      <ActionDialog
        title={t('supplies.send-title', { item: t(`item.${item}`), to: row.title })}
        trigger={t('supplies.send')}
        intent={send}
        primary={row.severity !== 'normal'}
        disabled={sources.length === 0}
      >
        <label className="field">
          <span>{t('supplies.from')}</span>
          <select
            className="input"
            value={source?.outlet ?? ''}
            onChange={(event) => setFrom(event.target.value)}
          >
            {sources.map((other) => (
              <option key={other.outlet} value={other.outlet}>
                {t('supplies.source', { title: other.title, n: whole(other.advice.cover.stock) })}
              </option>
            ))}
          </select>
        </label>
        <FigureInput label={t('shelf.quantity')} min={1} value={quantity} set={setQuantity} />
        {source?.keeper && (
          <TextInput label={t('supplies.not-keeper')} value={reason} set={setReason} />
        )}
        <p className="note">{t('supplies.send-means')}</p>
      </ActionDialog>
      {sources.length === 0 && others.data && (
        <span className="note">{t('supplies.no-source')}</span>
      )}
      {send.reply && <Done reply={send.reply} />}
    </>
  );
}

function Receive({ row }: { row: SupplyRow }) {
  const { t } = useTranslation();
  const { item } = row.advice.cover;
  const [quantity, setQuantity] = useState(Math.max(1, row.advice.quantity));
  const [lot, setLot] = useState('');
  const [expires, setExpires] = useState('');
  const receive = useCommand('supply.receive', () => ({
    outlet: row.outlet,
    item,
    lot,
    quantity,
    expires_on: expires || null,
  }));
  return (
    <>
      <ActionDialog
        title={t('supplies.receive-title', { item: t(`item.${item}`), to: row.title })}
        trigger={t('shelf.receive')}
        intent={receive}
      >
        <FigureInput label={t('shelf.quantity')} min={1} value={quantity} set={setQuantity} />
        <TextInput label={t('shelf.lot')} required value={lot} set={setLot} />
        <TextInput label={t('shelf.expires')} type="date" value={expires} set={setExpires} />
      </ActionDialog>
      {receive.reply && <Done reply={receive.reply} />}
    </>
  );
}

function Count({ row }: { row: SupplyRow }) {
  const { t } = useTranslation();
  const { item, stock } = row.advice.cover;
  const [counted, setCounted] = useState(stock);
  const [reason, setReason] = useState('');
  const count = useCommand('supply.count', () => ({ outlet: row.outlet, item, counted, reason }));
  return (
    <>
      <ActionDialog
        title={t('supplies.count-title', { item: t(`item.${item}`), to: row.title })}
        trigger={t('shelf.count')}
        intent={count}
      >
        <p>{t('shelf.stands', { item: t(`item.${item}`), n: whole(stock) })}</p>
        <FigureInput label={t('shelf.counted')} value={counted} set={setCounted} />
        {counted !== stock && (
          <TextInput
            label={t('shelf.reason', { n: whole(counted - stock) })}
            required
            value={reason}
            set={setReason}
          />
        )}
      </ActionDialog>
      {count.reply && <Done reply={count.reply} />}
    </>
  );
}
