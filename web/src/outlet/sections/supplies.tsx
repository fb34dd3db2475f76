// 物资: what lies on the shelf and how long it lasts; receive, hand out, count, send on, accept.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutletPage, ShelfPage, StockLine, SupplyRow } from '../../api/contract';
import { day, dayAndClock, whole } from '../../kit/format';
import type { Translate } from '../engine/deed';
import { Conflicts } from '../parts/Conflicts';
import { Mark } from '../parts/Mark';
import { momentOf } from '../parts/MomentField';
import { WrittenToday } from '../parts/Written';
import type { Scene, Section, Task } from '../section';
import { commands, deeds } from '../shelf/deeds';
import { Incoming } from '../shelf/Incoming';
import { Keeper } from '../shelf/Keeper';
import { Movement } from '../shelf/Movement';

// ---- What is due.

const task = (id: string, title: string, verb: string, more: Partial<Task> = {}): Task => ({
  id,
  section: 'supplies',
  title,
  do: verb,
  ...more,
});

function dueTransfers(shelf: ShelfPage | undefined, t: Translate): Task[] {
  return (shelf?.incoming ?? []).map((row) =>
    task(
      `transfer-${row.transfer}`,
      t('transfer.due', { from: row.from_title }),
      t('transfer.accept'),
      { deadline: row.due_at },
    ),
  );
}

function due({ page, views: { shelf }, now }: Scene, t: Translate): Task[] {
  // What can wait till the evening does not push aside what cannot.
  const tonight = momentOf(`${day(now, page.time_zone)}T23:59`, now, page.time_zone).occurred_at;
  const low = page.stock
    .filter((line) => line.severity !== 'normal')
    .map((line) =>
      task(
        `stock-${line.item}`,
        t('shelf.due', { item: t(`item.${line.item}`) }),
        t('shelf.receive'),
        { detail: t('stock.days-of', { days: line.days ?? 0, minimum: line.minimum_days }) },
      ),
    );
  const expired = (shelf?.rows ?? [])
    .filter((row) => row.expired > 0)
    .map((row) =>
      task(
        `expired-${row.advice.cover.item}`,
        t('shelf.expired-due', { item: t(`item.${row.advice.cover.item}`), n: whole(row.expired) }),
        t('shelf.count'),
        { deadline: tonight },
      ),
    );
  const keeper =
    shelf && !shelf.keeper && shelf.lots.length > 0
      ? [task('keeper', t('keeper.due'), t('keeper.appoint'), { deadline: tonight })]
      : [];
  return [...low, ...expired, ...keeper, ...dueTransfers(shelf, t)];
}

// ---- The page.

function Page({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const { page, views, now, session } = scene;
  const shelf = views.shelf;
  const [item, choose] = useState<string>();
  const line = page.stock.find((l) => l.item === item) ?? page.stock[0];
  const row = shelf?.rows.find((r) => r.advice.cover.item === line?.item);
  return (
    <>
      <Conflicts commands={[...commands]} />
      <div className="columns">
        <div>
          {shelf && <Incoming shelf={shelf} zone={page.time_zone} now={now} />}
          <section className="card" aria-labelledby="shelf-title">
            <h2 id="shelf-title">{t('stock.title')}</h2>
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
          {shelf && <Keeper shelf={shelf} />}
        </div>
        <div>
          {line && (
            <Movement
              key={line.item}
              line={line}
              page={page}
              shelf={shelf}
              account={session.account!}
              now={now}
            />
          )}
          {row && <Formula row={row} page={page} />}
          {shelf && line && <Lots shelf={shelf} item={line.item} />}
        </div>
      </div>
      <WrittenToday scene={scene} commands={[...commands]} />
    </>
  );
}

const isWaiting = ({ entries, page }: Scene, item: string) =>
  entries.some((e) => e.state === 'waiting' && e.thing === `supply/${page.outlet}/${item}`);

const dress = { normal: '', warning: 'chip warning', alarm: 'chip alarm' } as const;

interface Choice {
  line: StockLine;
  pressed: boolean;
  waits: boolean;
  choose: () => void;
}

function Line({ line, pressed, waits, choose }: Choice) {
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

// The sum with its figures, as the server reckoned it.
function Formula({ row, page }: { row: SupplyRow; page: OutletPage }) {
  const { t } = useTranslation();
  const { cover, order_by, quantity, runs_out_at } = row.advice;
  if (cover.use_per_day === 0) return null;
  const at = (time?: string | null) => (time ? dayAndClock(time, page.time_zone) : '–');
  return (
    <section className="card" aria-labelledby="formula-title">
      <h2 id="formula-title">{t('cover.heading')}</h2>
      <p>
        {t('cover.sum', {
          stock: whole(cover.stock),
          spoils: whole(cover.spoils),
          use: whole(cover.use_per_day),
          people: cover.people,
          hours: whole(cover.hours ?? 0),
          days: cover.days ?? 0,
        })}
      </p>
      <p className="note">
        {t('cover.until', { at: at(runs_out_at) })}
        {quantity > 0 && ` · ${t('cover.order', { n: whole(quantity), at: at(order_by) })}`}
      </p>
    </section>
  );
}

function Lots({ shelf, item }: { shelf: ShelfPage; item: string }) {
  const { t } = useTranslation();
  const lots = shelf.lots.filter((l) => l.item === item);
  if (lots.length === 0) return null;
  const today = day(shelf.now);
  return (
    <section className="card" aria-labelledby="lots-title">
      <h2 id="lots-title">{t('shelf.lots')}</h2>
      <ul className="list">
        {lots.map((l) => (
          <li key={l.lot} className="lot">
            <strong>{l.lot}</strong> {whole(l.quantity)}{' '}
            {l.expires_on && l.expires_on < today ? (
              <span className="chip alarm">{t('shelf.expired', { day: l.expires_on })}</span>
            ) : (
              <span className="note">{l.expires_on ?? t('shelf.no-expiry')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
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
  deeds,
  wants: (outlet) => [{ name: 'shelf', query: { outlet } }],
  due,
  Summary,
  Page,
};
