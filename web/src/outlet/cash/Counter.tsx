// At the counter 收付: what a customer pays in, what one is paid, and the bag for what lies in the
// drawer; each source apart.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashPage, CashSource, OutletPage, Time } from '../../api/contract';
import { ulid } from '../../api/ulid';
import { packsOf, piecesOf, sumOf, type Pieces } from '../../kit/cash';
import { day, money } from '../../kit/format';
import { NotesField } from '../../kit/NotesField';
import { Segmented } from '../../kit/Segmented';
import { useMay, useTablet } from '../context';
import { ChoiceField, TextField, WriteForm } from '../parts/fields';
import { NoRight } from '../parts/states';
import { drawerOf, notesIn } from './page';

const ways = ['receive', 'pay', 'bag'] as const;
type Way = (typeof ways)[number];

// What customers bring; fit and new notes are the central bank's.
export const customers = [
  'ordinary',
  'hospital',
  'wet_market',
  'public_transport',
  'station',
  'isolation_area',
  'damaged',
] as const satisfies readonly CashSource[];

interface Props {
  page: OutletPage;
  cash: CashPage;
  now: Time;
}

export function Counter(props: Props) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>('receive');
  const may = useMay()(`cash.${way}`);
  return (
    <section className="card" aria-labelledby="counter-title">
      <h2 id="counter-title">{t('till.counter')}</h2>
      <Segmented
        label={t('till.way')}
        value={way}
        onChange={setWay}
        choices={ways.map((value) => ({ value, text: t(`till.${value}`) }))}
      />
      {!may && <NoRight command={`cash.${way}`} />}
      {may && way === 'receive' && <Receive {...props} />}
      {may && way === 'pay' && <Pay {...props} />}
      {may && way === 'bag' && <Fill {...props} />}
    </section>
  );
}

function SourceField({ value, set }: { value: CashSource; set: (source: CashSource) => void }) {
  const { t } = useTranslation();
  return (
    <ChoiceField
      label={t('till.source')}
      value={value}
      set={(source) => set(source as CashSource)}
      choices={customers.map((source) => ({ value: source, text: t(`source.${source}`) }))}
    />
  );
}

function Receive({ page }: Props) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [window, setWindow] = useState('1');
  const [source, setSource] = useState<CashSource>('ordinary');
  const [pieces, setPieces] = useState<Pieces>({});
  const notes = packsOf(pieces);
  const send = async () => {
    const about = { outlet: page.outlet, window, source };
    await tablet.write('cash.receive', { ...about, notes, total: sumOf(notes) });
    setPieces({});
  };
  return (
    <WriteForm verb={t('till.do-receive')} disabled={notes.length === 0} send={send}>
      <div className="fields">
        <TextField label={t('till.window')} required value={window} set={setWindow} />
        <SourceField value={source} set={setSource} />
      </div>
      <NotesField label={t('till.received')} value={pieces} set={setPieces} />
    </WriteForm>
  );
}

function Pay({ page, cash }: Props) {
  const { t, i18n } = useTranslation();
  const tablet = useTablet();
  const [box, setBox] = useState(cash.teller_boxes[0]?.teller_box ?? '');
  const [pieces, setPieces] = useState<Pieces>({});
  const notes = packsOf(pieces);
  if (cash.teller_boxes.length === 0) return <p className="empty">{t('till.no-box')}</p>;
  const send = async () => {
    await tablet.write('cash.pay', {
      outlet: page.outlet,
      teller_box: box,
      notes,
      total: sumOf(notes),
    });
    setPieces({});
  };
  return (
    <WriteForm verb={t('till.do-pay')} disabled={notes.length === 0} send={send}>
      <ChoiceField
        label={t('till.box')}
        value={box}
        set={setBox}
        choices={cash.teller_boxes.map((known) => ({
          value: known.teller_box,
          text: `${known.teller_box} · ${money(known.amount, i18n.language)}`,
        }))}
      />
      <NotesField label={t('till.paid')} value={pieces} set={setPieces} />
    </WriteForm>
  );
}

// A number of its own in the whole province: the outlet, the day, and four letters of chance.
export const newBag = (page: OutletPage, now: Time) =>
  `${page.outlet}-${day(now, page.time_zone).slice(5).replace('-', '')}-${ulid().slice(-4)}`;

function Fill({ page, cash, now }: Props) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [window, setWindow] = useState('1');
  const [source, setSource] = useState<CashSource>('ordinary');
  const [bag, setBag] = useState(() => newBag(page, now));
  const [seal, setSeal] = useState('');
  const there = notesIn(cash, drawerOf(source));
  const [pieces, setPieces] = useState<Pieces>();
  const shown = pieces ?? piecesOf(there);
  const notes = packsOf(shown);
  const send = async () => {
    const about = { outlet: page.outlet, bag, window, source, seal };
    await tablet.write('cash.bag', { ...about, notes, total: sumOf(notes) });
    setPieces(undefined);
    setSeal('');
    setBag(newBag(page, now));
  };
  return (
    <WriteForm verb={t('till.do-bag')} disabled={notes.length === 0} send={send}>
      <div className="fields">
        <TextField label={t('till.window')} required value={window} set={setWindow} />
        <SourceField
          value={source}
          set={(to) => {
            setSource(to);
            setPieces(undefined);
          }}
        />
        <TextField label={t('till.bag-number')} required value={bag} set={setBag} />
        <TextField label={t('till.seal')} required value={seal} set={setSeal} />
      </div>
      {there.length === 0 && <p className="empty">{t('till.drawer-empty')}</p>}
      <NotesField label={t('till.bagged')} value={shown} set={setPieces} />
    </WriteForm>
  );
}
