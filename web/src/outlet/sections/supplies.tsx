// 物资: what lies on the shelf, how long it lasts; receive, hand out, count.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutletPage, StockLine, SupplyItem } from '../../api/contract';
import { whole } from '../../kit/format';
import { Segmented } from '../../kit/Segmented';
import { useMay, useTablet } from '../context';
import { deed, type Translate } from '../engine/deed';
import { Conflicts } from '../parts/Conflicts';
import { FigureField, TextField, WriteForm } from '../parts/fields';
import { Mark } from '../parts/Mark';
import { NoRight } from '../parts/states';
import { WrittenToday } from '../parts/Written';
import type { Scene, Section, Task } from '../section';

type About = { outlet: string; item: SupplyItem };
const lineOf = (page: OutletPage, item: string) => page.stock.find((l) => l.item === item);

// After a count nothing can be entered from before it: once more means now.
const today = <Body extends { occurred_at?: string | null }>(body: Body): Body => ({
  ...body,
  occurred_at: undefined,
});

const ofShelf = {
  view: 'outlet',
  dated: true,
  again: today,
  stream: ({ outlet }: About) => `supply/${outlet}`,
  thing: ({ outlet, item }: About) => `supply/${outlet}/${item}`,
  version: (page: OutletPage) => page.supply_version,
  state: (page: OutletPage, { item }: About) => lineOf(page, item)?.stock ?? 0,
  tell: (stock: unknown, t: Translate, { item }: About) =>
    t('shelf.stands', { item: t(`item.${item}`), n: whole(stock as number) }),
} as const;

function withStock(page: OutletPage, item: string, change: (stock: number) => number): OutletPage {
  const stock = page.stock.map((line) => {
    if (line.item !== item) return line;
    const left = change(line.stock);
    const days = line.daily_use > 0 ? Math.floor(left / line.daily_use) : line.days;
    return { ...line, stock: left, days };
  });
  return { ...page, stock };
}

const receive = deed<'supply.receive', 'outlet'>({
  ...ofShelf,
  command: 'supply.receive',
  foresee: (page, { item, quantity }) => withStock(page, item, (n) => n + quantity),
  say: ({ item, quantity, lot }, t) =>
    t('shelf.said-receive', { item: t(`item.${item}`), n: whole(quantity), lot }),
});
const issue = deed<'supply.issue', 'outlet'>({
  ...ofShelf,
  command: 'supply.issue',
  foresee: (page, { item, quantity }) => withStock(page, item, (n) => n - quantity),
  say: ({ item, quantity }, t) =>
    t('shelf.said-issue', { item: t(`item.${item}`), n: whole(quantity) }),
});
const count = deed<'supply.count', 'outlet'>({
  ...ofShelf,
  command: 'supply.count',
  foresee: (page, { item, counted }) => withStock(page, item, () => counted),
  say: ({ item, counted }, t) =>
    t('shelf.said-count', { item: t(`item.${item}`), n: whole(counted) }),
});

const commands = ['supply.receive', 'supply.issue', 'supply.count'] as const;

function due({ page }: Scene, t: Translate): Task[] {
  return page.stock
    .filter((line) => line.severity !== 'normal')
    .map((line) => ({
      id: `stock-${line.item}`,
      section: 'supplies',
      title: t('shelf.due', { item: t(`item.${line.item}`) }),
      detail: t('stock.days-of', { days: line.days ?? 0, minimum: line.minimum_days }),
      do: t('shelf.receive'),
    }));
}

function Page({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const { page } = scene;
  const [item, choose] = useState<string>();
  const line = page.stock.find((l) => l.item === item) ?? page.stock[0];
  return (
    <>
      <Conflicts commands={[...commands]} />
      <div className="columns">
        <section className="card" aria-labelledby="shelf-title">
          <h2 id="shelf-title">{t('stock.title')}</h2>
          <p className="note">{t('stock.formula')}</p>
          {page.stock.length === 0 && <p className="empty">{t('stock.empty')}</p>}
          <ul className="list stock">
            {page.stock.map((l) => (
              <Line
                key={l.item}
                line={l}
                pressed={l.item === line?.item}
                waits={isWaiting(scene, l.item)}
                choose={() => choose(l.item)}
              />
            ))}
          </ul>
        </section>
        {line && <Movement key={line.item} line={line} page={page} />}
      </div>
      <WrittenToday scene={scene} commands={[...commands]} />
    </>
  );
}

const isWaiting = ({ entries, page }: Scene, item: string) =>
  entries.some((e) => e.state === 'waiting' && e.thing === `supply/${page.outlet}/${item}`);

const dress = { normal: '', warning: 'chip warning', alarm: 'chip alarm' } as const;

interface Row {
  line: StockLine;
  pressed: boolean;
  waits: boolean;
  choose: () => void;
}

function Line({ line, pressed, waits, choose }: Row) {
  const { t } = useTranslation();
  return (
    <li>
      <button type="button" className="line" aria-pressed={pressed} onClick={choose}>
        <strong>{t(`item.${line.item}`)}</strong>
        <span className="line-figure">
          {waits && <Mark sign="waiting" />}
          {waits && <span className="unseen">{t('outbox.waiting')}</span>}
          {whole(line.stock)}
        </span>
        <span className={`line-days ${dress[line.severity]}`}>
          {line.days === null || line.days === undefined
            ? '–'
            : t('stock.days-of', { days: line.days, minimum: line.minimum_days })}
        </span>
      </button>
    </li>
  );
}

type Way = 'issue' | 'receive' | 'count';

function Movement({ line, page }: { line: StockLine; page: OutletPage }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>('issue');
  const may = useMay()(`supply.${way}`);
  return (
    <section className="card" aria-labelledby="movement-title">
      <h2 id="movement-title">{t(`item.${line.item}`)}</h2>
      <Segmented
        label={t('shelf.way')}
        value={way}
        onChange={setWay}
        choices={(['issue', 'receive', 'count'] as const).map((value) => ({
          value,
          text: t(`shelf.${value}`),
        }))}
      />
      {may ? (
        <MovementForm key={way} way={way} line={line} page={page} />
      ) : (
        <NoRight command={`supply.${way}`} />
      )}
    </section>
  );
}

function MovementForm({ way, line, page }: { way: Way; line: StockLine; page: OutletPage }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const first = way === 'count' ? String(line.stock) : '';
  const [figure, setFigure] = useState(first);
  const [lot, setLot] = useState('');
  const [expires, setExpires] = useState('');
  const [reason, setReason] = useState('');
  const n = Number(figure);
  const differs = way === 'count' && figure !== '' && n !== line.stock;
  const send = async () => {
    const about = { outlet: page.outlet, item: line.item as SupplyItem };
    if (way === 'issue') await tablet.write('supply.issue', { ...about, quantity: n });
    if (way === 'count') await tablet.write('supply.count', { ...about, counted: n, reason });
    if (way === 'receive') {
      const expires_on = expires || null;
      await tablet.write('supply.receive', { ...about, lot, quantity: n, expires_on });
    }
    setFigure(way === 'count' ? figure : '');
    setReason('');
  };
  const short = way === 'issue' && n > line.stock;
  return (
    <WriteForm verb={t(`shelf.do-${way}`)} send={send}>
      <FigureField
        label={t(way === 'count' ? 'shelf.counted' : 'shelf.quantity')}
        min={way === 'count' ? 0 : 1}
        value={figure}
        set={setFigure}
        hint={
          short && (
            <span className="hint bad" role="status">
              ✕ {t('shelf.short', { n: whole(line.stock) })}
            </span>
          )
        }
      />
      {way === 'receive' && <TextField label={t('shelf.lot')} required value={lot} set={setLot} />}
      {way === 'receive' && (
        <TextField label={t('shelf.expires')} type="date" value={expires} set={setExpires} />
      )}
      {differs && (
        <TextField
          label={t('shelf.reason', { n: whole(n - line.stock) })}
          required
          value={reason}
          set={setReason}
        />
      )}
    </WriteForm>
  );
}

function Summary({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const used = scene.page.stock.filter((l) => l.days !== null && l.days !== undefined);
  return (
    <>
      <h3>{t('stock.title')}</h3>
      <ul className="summary-lines">
        {used.map((line) => (
          <li key={line.item}>
            <span>{t(`item.${line.item}`)}</span>
            <strong className={dress[line.severity]}>
              {whole(line.stock)} · {t('days.n', { n: line.days })}
            </strong>
          </li>
        ))}
      </ul>
    </>
  );
}

export const section: Section = {
  name: 'supplies',
  order: 40,
  icon: <path d="M4 8.5 12 4l8 4.5v8L12 21l-8-4.5zM4 8.5l8 4.5 8-4.5M12 13v8M8 6.3l8 4.4" />,
  deeds: [receive, issue, count],
  due,
  Summary,
  Page,
};
