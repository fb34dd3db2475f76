// 调拨在途: what is on its way here, counted line by line at the dock; what is short says why.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShelfPage, Time, TransferRow } from '../../api/contract';
import { DueChip } from '../../kit/DueChip';
import { dayAndClock, whole } from '../../kit/format';
import { useMay, useTablet } from '../context';
import { FigureField, TextField, WriteForm } from '../parts/fields';
import { MomentField, momentOf } from '../parts/MomentField';
import { NoRight } from '../parts/states';

interface Props {
  shelf: ShelfPage;
  zone: string;
  now: Time;
}

export function Incoming({ shelf, zone, now }: Props) {
  const { t } = useTranslation();
  const may = useMay()('supply.accept');
  if (shelf.incoming.length === 0) return null;
  return (
    <section className="card" aria-labelledby="incoming-title">
      <h2 id="incoming-title">
        {t('transfer.incoming')}
        <span className="chip warning">{t('tablet.n', { n: shelf.incoming.length })}</span>
      </h2>
      {shelf.incoming.map((row) => (
        <article key={row.transfer} aria-label={t('transfer.from', { from: row.from_title })}>
          <p className="strong">{t('transfer.from', { from: row.from_title })}</p>
          <p className="note">
            {t('transfer.sent', { at: dayAndClock(row.sent_at, zone) })} · {t('transfer.expected')}{' '}
            <DueChip deadline={row.due_at} now={now} />
          </p>
          {may ? (
            <AcceptForm row={row} outlet={shelf.outlet} zone={zone} now={now} />
          ) : (
            <NoRight command="supply.accept" />
          )}
        </article>
      ))}
    </section>
  );
}

interface Dock {
  row: TransferRow;
  outlet: string;
  zone: string;
  now: Time;
}

function AcceptForm({ row, outlet, zone, now }: Dock) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [counts, setCounts] = useState(() => row.lines.map((l) => String(l.quantity)));
  const [reason, setReason] = useState('');
  const [at, setAt] = useState('');
  const missing = row.lines.reduce((sum, l, i) => sum + l.quantity - Number(counts[i]), 0);
  const send = () =>
    tablet.write('supply.accept', {
      outlet,
      transfer: row.transfer,
      lines: row.lines.map(({ item, lot }, i) => ({ item, lot, counted: Number(counts[i]) })),
      reason: missing > 0 ? reason : '',
      ...momentOf(at, now, zone),
    });
  return (
    <WriteForm verb={t('transfer.accept')} send={send}>
      <div className="fields">
        {row.lines.map((line, i) => (
          <FigureField
            key={line.item + line.lot}
            label={t('transfer.line', { item: t(`item.${line.item}`), lot: line.lot })}
            unit={t('transfer.of', { n: whole(line.quantity) })}
            max={line.quantity}
            value={counts[i]!}
            set={(value) => setCounts(counts.with(i, value))}
          />
        ))}
      </div>
      {missing > 0 && (
        <TextField
          label={t('transfer.shortage', { n: whole(missing) })}
          required
          value={reason}
          set={setReason}
        />
      )}
      <MomentField label={t('transfer.arrived-at')} value={at} set={setAt} />
    </WriteForm>
  );
}
