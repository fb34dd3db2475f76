// At the vault and the van 双人双控: one puts it forward here, another confirms it on a session of
// their own.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashBagRow, CashPage, OutletPage, Time } from '../../api/contract';
import { ulid } from '../../api/ulid';
import { packsOf, piecesOf, sumOf, type Pieces } from '../../kit/cash';
import { NotesField } from '../../kit/NotesField';
import { useMay, useTablet } from '../context';
import { ChoiceField, TextField, WriteForm } from '../parts/fields';
import { NoRight } from '../parts/states';
import { Bags } from './Bags';
import { newBag } from './Counter';

const acts = [
  'store',
  'release',
  'draw',
  'put-back',
  'sort-out',
  'hand-over',
  'take-over',
] as const;
export type Act = (typeof acts)[number];

interface Props {
  page: OutletPage;
  cash: CashPage;
  now: Time;
}

// Which bags an act is about: what the rules would refuse anyway is not offered.
const fits: Record<Act, (bag: CashBagRow) => boolean> = {
  store: (bag) => bag.place !== 'vault' && ['sanitised', 'counted'].includes(bag.stage),
  release: (bag) => bag.place === 'vault' && bag.stage === 'counted',
  draw: (bag) => bag.place === 'vault' && bag.stage === 'released',
  'put-back': () => false,
  'sort-out': (bag) => bag.stage === 'counted',
  'hand-over': (bag) => bag.place === 'vault',
  'take-over': () => false,
};

export function Vault(props: Props) {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act>('store');
  const may = useMay()(`cash.${act}`);
  return (
    <section className="card" aria-labelledby="vault-title">
      <h2 id="vault-title">{t('till.vault')}</h2>
      <p className="note">{t('till.vault-hint')}</p>
      <ChoiceField
        label={t('till.what')}
        value={act}
        set={(to) => setAct(to as Act)}
        choices={acts.map((value) => ({ value, text: t(`deed.${value.replace('-', '_')}`) }))}
      />
      {may ? <Propose key={act} act={act} {...props} /> : <NoRight command={`cash.${act}`} />}
    </section>
  );
}

function Propose({ act, page, cash, now }: Props & { act: Act }) {
  const { t } = useTranslation();
  const bags = cash.bags.filter(
    (bag) => fits[act](bag) && !cash.waiting.some((known) => known.deed.bags.includes(bag.bag)),
  );
  if (act === 'put-back') return <PutBack page={page} cash={cash} now={now} />;
  if (act === 'take-over') return <TakeOver page={page} />;
  if (bags.length === 0) return <p className="empty">{t('till.no-bags')}</p>;
  if (act === 'sort-out') return <SortOut page={page} bags={bags} now={now} />;
  return <Plain key={act} act={act} page={page} cash={cash} bags={bags} />;
}

const verb = 'till.propose';
const newAct = () => ulid();
// 领缴款预约: the handover fulfils the order that it names; most name none.
const byOrder = (order: string) => (order.trim() ? { order: order.trim() } : {});

interface PlainProps {
  act: Exclude<Act, 'put-back' | 'take-over' | 'sort-out'>;
  page: OutletPage;
  cash: CashPage;
  bags: CashBagRow[];
}

function Plain({ act, page, cash, bags }: PlainProps) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [chosen, choose] = useState<string[]>([]);
  const [box, setBox] = useState(cash.teller_boxes[0]?.teller_box ?? 'W1');
  const [van, setVan] = useState('');
  const [order, setOrder] = useState('');
  const [seals, setSeals] = useState<Record<string, string>>({});
  const those = chosen.filter((id) => bags.some((bag) => bag.bag === id));
  const send = async () => {
    const body = { outlet: page.outlet, act: newAct(), bags: those };
    if (act === 'store' || act === 'release') await tablet.write(`cash.${act}`, body);
    if (act === 'draw') await tablet.write('cash.draw', { ...body, teller_box: box });
    if (act === 'hand-over') {
      const isClean = bags.some((bag) => bag.bag === those[0] && bag.stage === 'released');
      const compartment = isClean ? 'clean' : 'dirty';
      const read = those.map((id) => seals[id] ?? '');
      const about = { ...body, van, compartment, seals: read, ...byOrder(order) } as const;
      await tablet.write('cash.hand-over', about);
      setOrder('');
    }
    choose([]);
  };
  return (
    <WriteForm verb={t(verb)} disabled={those.length === 0} send={send}>
      <Bags legend={t('till.bags')} bags={bags} chosen={those} choose={choose} />
      {act === 'draw' && <TextField label={t('till.box')} required value={box} set={setBox} />}
      {act === 'hand-over' && (
        <>
          <TextField label={t('till.van')} required value={van} set={setVan} />
          <TextField label={t('till.order')} value={order} set={setOrder} />
          {those.map((id) => (
            <TextField
              key={id}
              label={t('till.seal-of', { bag: id })}
              required
              value={seals[id] ?? ''}
              set={(text) => setSeals({ ...seals, [id]: text })}
            />
          ))}
        </>
      )}
    </WriteForm>
  );
}

// What the van brings is not on the page before it is in the house: its numbers and seals are read.
function TakeOver({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [van, setVan] = useState('');
  const [order, setOrder] = useState('');
  const [bag, setBag] = useState('');
  const [seal, setSeal] = useState('');
  const [read, setRead] = useState<{ bag: string; seal: string }[]>([]);
  const all = bag && seal ? [...read, { bag, seal }] : read;
  const next = () => {
    setRead(all);
    setBag('');
    setSeal('');
  };
  const send = async () => {
    await tablet.write('cash.take-over', {
      outlet: page.outlet,
      act: newAct(),
      van,
      bags: all.map((one) => one.bag),
      seals: all.map((one) => one.seal),
      ...byOrder(order),
    });
    setRead([]);
    setOrder('');
    setBag('');
    setSeal('');
  };
  return (
    <WriteForm verb={t(verb)} disabled={all.length === 0} send={send}>
      <TextField label={t('till.van')} required value={van} set={setVan} />
      <TextField label={t('till.order')} value={order} set={setOrder} />
      <ul className="list">
        {read.map((one) => (
          <li key={one.bag}>
            {one.bag} · {one.seal}
          </li>
        ))}
      </ul>
      <div className="fields">
        <TextField label={t('till.bag-number')} value={bag} set={setBag} />
        <TextField label={t('till.seal')} value={seal} set={setSeal} />
      </div>
      <button type="button" className="button" disabled={!bag || !seal} onClick={next}>
        {t('till.next-bag')}
      </button>
    </WriteForm>
  );
}

interface Filled {
  page: OutletPage;
  now: Time;
  hint: string;
  start: Pieces;
  send: (filling: {
    into: string;
    notes: ReturnType<typeof packsOf>;
    total: number;
    seal: string;
  }) => Promise<unknown>;
  children: React.ReactNode;
}

// Notes that go into a bag of their own under a seal.
function Filling({ page, now, hint, start, send, children }: Filled) {
  const { t } = useTranslation();
  const [into, setInto] = useState(() => newBag(page, now));
  const [seal, setSeal] = useState('');
  const [pieces, setPieces] = useState(start);
  const notes = packsOf(pieces);
  const give = async () => {
    await send({ into, notes, total: sumOf(notes), seal });
    setInto(newBag(page, now));
    setSeal('');
  };
  return (
    <WriteForm verb={t(verb)} disabled={notes.length === 0} send={give}>
      {children}
      <NotesField label={hint} value={pieces} set={setPieces} />
      <div className="fields">
        <TextField label={t('till.bag-number')} required value={into} set={setInto} />
        <TextField label={t('till.seal')} required value={seal} set={setSeal} />
      </div>
    </WriteForm>
  );
}

function PutBack({ page, cash, now }: Props) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [box, setBox] = useState(cash.teller_boxes[0]?.teller_box ?? '');
  const there = cash.teller_boxes.find((known) => known.teller_box === box);
  if (cash.teller_boxes.length === 0) return <p className="empty">{t('till.no-box')}</p>;
  const about = { outlet: page.outlet, teller_box: box };
  return (
    <Filling
      key={box}
      page={page}
      now={now}
      hint={t('till.put-back')}
      start={piecesOf(there?.notes ?? [])}
      send={(filling) => tablet.write('cash.put-back', { ...about, act: newAct(), filling })}
    >
      <ChoiceField
        label={t('till.box')}
        value={box}
        set={setBox}
        choices={cash.teller_boxes.map(({ teller_box }) => ({
          value: teller_box,
          text: teller_box,
        }))}
      />
    </Filling>
  );
}

function SortOut({ page, bags, now }: { page: OutletPage; bags: CashBagRow[]; now: Time }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const [bag, setBag] = useState(bags[0]!.bag);
  const about = { outlet: page.outlet, bag };
  return (
    <Filling
      page={page}
      now={now}
      hint={t('till.sort-out')}
      start={{}}
      send={(filling) => tablet.write('cash.sort-out', { ...about, act: newAct(), filling })}
    >
      <ChoiceField
        label={t('till.bag-number')}
        value={bag}
        set={setBag}
        choices={bags.map((known) => ({ value: known.bag, text: known.bag }))}
      />
    </Filling>
  );
}
