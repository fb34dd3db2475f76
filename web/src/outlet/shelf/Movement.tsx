// One item is received, handed out, counted or sent on; each may say when that happened.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutletPage, ShelfPage, StockLine, SupplyItem, Time } from '../../api/contract';
import { ulid } from '../../api/ulid';
import { whole } from '../../kit/format';
import { Segmented } from '../../kit/Segmented';
import { useMay, useTablet } from '../context';
import { ChoiceField, FigureField, TextField, WriteForm } from '../parts/fields';
import { MomentField, momentOf } from '../parts/MomentField';
import { NoRight } from '../parts/states';

const ways = ['issue', 'receive', 'count', 'send'] as const;
type Way = (typeof ways)[number];

interface Props {
  line: StockLine;
  page: OutletPage;
  shelf?: ShelfPage;
  account: string;
  now: Time;
}

export function Movement(props: Props) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>('issue');
  const may = useMay()(`supply.${way}`);
  return (
    <section className="card" aria-labelledby="movement-title">
      <h2 id="movement-title">{t(`item.${props.line.item}`)}</h2>
      <Segmented
        label={t('shelf.way')}
        value={way}
        onChange={setWay}
        choices={ways.map((value) => ({ value, text: t(`shelf.${value}`) }))}
      />
      {may ? (
        <MovementForm key={way} way={way} {...props} />
      ) : (
        <NoRight command={`supply.${way}`} />
      )}
    </section>
  );
}

function MovementForm({ way, line, page, shelf, account, now }: Props & { way: Way }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const item = line.item as SupplyItem;
  const lots = (shelf?.lots ?? []).filter((l) => l.item === item);
  const [figure, setFigure] = useState(way === 'count' ? String(line.stock) : '');
  const [lot, setLot] = useState('');
  const [expires, setExpires] = useState('');
  const [reason, setReason] = useState('');
  const [at, setAt] = useState('');
  const [to, setTo] = useState(shelf?.places[0]?.outlet ?? '');
  const n = Number(figure);
  const booked = way === 'count' && lot ? lots.find((l) => l.lot === lot)?.quantity : line.stock;
  const differs = way === 'count' && figure !== '' && n !== booked;
  const leaves = way === 'issue' || way === 'send';
  // Another hand than the keeper's, or another lot than the first to expire, needs a reason.
  const explains = leaves && (lot !== '' || (shelf?.keeper && shelf.keeper !== account));
  const send = async () => {
    const when = momentOf(at, now, page.time_zone);
    const about = { outlet: page.outlet, item, ...when };
    const why = { lot: lot || null, reason: reason || null };
    if (way === 'issue') await tablet.write('supply.issue', { ...about, quantity: n, ...why });
    if (way === 'count')
      await tablet.write('supply.count', { ...about, counted: n, reason, lot: lot || null });
    if (way === 'receive') {
      const expires_on = expires || null;
      await tablet.write('supply.receive', { ...about, lot, quantity: n, expires_on });
    }
    if (way === 'send') {
      const lines = [{ item, quantity: n, lot: lot || null }];
      const route = { from_outlet: page.outlet, to_outlet: to, transfer: ulid() };
      await tablet.write('supply.send', { ...route, lines, reason: reason || null, ...when });
    }
    setFigure(way === 'count' ? figure : '');
    setReason('');
    setAt('');
  };
  return (
    <WriteForm verb={t(`shelf.do-${way}`)} disabled={way === 'send' && !to} send={send}>
      <FigureField
        label={t(way === 'count' ? 'shelf.counted' : 'shelf.quantity')}
        min={way === 'count' ? 0 : 1}
        value={figure}
        set={setFigure}
        hint={leaves && n > line.stock && <Short n={line.stock} />}
      />
      {way === 'send' && <Destination shelf={shelf} value={to} set={setTo} />}
      {way === 'receive' && <TextField label={t('shelf.lot')} required value={lot} set={setLot} />}
      {way === 'receive' && (
        <TextField label={t('shelf.expires')} type="date" value={expires} set={setExpires} />
      )}
      {way !== 'receive' && lots.length > 0 && (
        <ChoiceField
          label={t('shelf.lot')}
          value={lot}
          set={setLot}
          choices={[
            { value: '', text: t(way === 'count' ? 'shelf.all-lots' : 'shelf.first-expired') },
            ...lots.map((l) => ({
              value: l.lot,
              text: t('shelf.lot-of', {
                lot: l.lot,
                n: whole(l.quantity),
                until: l.expires_on ?? t('shelf.no-expiry'),
              }),
            })),
          ]}
        />
      )}
      {(differs || explains) && (
        <TextField
          label={differs ? t('shelf.reason', { n: whole(n - (booked ?? 0)) }) : t('shelf.why')}
          required
          value={reason}
          set={setReason}
        />
      )}
      <MomentField label={t('shelf.when')} value={at} set={setAt} />
    </WriteForm>
  );
}

function Short({ n }: { n: number }) {
  const { t } = useTranslation();
  return (
    <span className="hint bad" role="status">
      ✕ {t('shelf.short', { n: whole(n) })}
    </span>
  );
}

interface Choice {
  shelf?: ShelfPage;
  value: string;
  set: (outlet: string) => void;
}

function Destination({ shelf, value, set }: Choice) {
  const { t } = useTranslation();
  if (!shelf || shelf.places.length === 0) return <p className="note">{t('transfer.no-places')}</p>;
  return (
    <ChoiceField
      label={t('transfer.to')}
      value={value}
      set={set}
      choices={shelf.places.map(({ outlet, title }) => ({ value: outlet, text: title }))}
    />
  );
}
