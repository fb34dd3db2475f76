// 现金: the working side of clean cash. At the counter, the cabinet, the count and the vault; what
// two people do waits here for the second.
import { useTranslation } from 'react-i18next';
import type { CashPage } from '../../api/contract';
import { money } from '../../kit/format';
import { Cabinet } from '../cash/Cabinet';
import '../cash/cash.css';
import { Counter } from '../cash/Counter';
import { Counts } from '../cash/Counts';
import { commands, deeds } from '../cash/deeds';
import { Vault } from '../cash/Vault';
import { Waiting } from '../cash/Waiting';
import type { Translate } from '../engine/deed';
import { useMay } from '../context';
import { Conflicts } from '../parts/Conflicts';
import { WrittenToday } from '../parts/Written';
import type { Scene, Section, Task } from '../section';

const task = (id: string, title: string, verb: string, deadline?: string): Task => ({
  id: `cash-${id}`,
  section: 'cash',
  title,
  do: verb,
  ...(deadline && { deadline }),
});

function due({ views, session, now }: Scene, t: Translate): Task[] {
  const cash = views['cash-outlet'];
  if (!cash) return [];
  const waiting = cash.waiting
    .filter((act) => act.by !== session.account && Date.parse(act.expires_at) > Date.parse(now))
    .map((act) =>
      task(
        act.act,
        t('till.due-confirm', { deed: t(`deed.${act.deed.kind}`) }),
        t('till.confirm'),
        act.expires_at,
      ),
    );
  const runs = cash.runs.map((run) =>
    task(run.run, t('till.due-run', { cabinet: run.cabinet }), t('till.do-finish'), run.done_at),
  );
  const open = cash.discrepancies.map((found) =>
    task(found.bag, t('till.due-open', { bag: found.bag }), t('till.do-close')),
  );
  return [...waiting, ...runs, ...open];
}

function Page({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const { page, views, now, session } = scene;
  const cash = views['cash-outlet'];
  const may = useMay()('cash.confirm');
  if (!cash) return <p className="card empty">{t(may ? 'till.reading' : 'till.not-seen')}</p>;
  return (
    <>
      <Conflicts commands={commands} />
      <Waiting cash={cash} session={session} />
      <div className="columns">
        <div>
          <Sums cash={cash} />
          <Counter page={page} cash={cash} now={now} />
        </div>
        <div>
          <Cabinet page={page} cash={cash} now={now} />
          <Counts page={page} cash={cash} />
          <Vault page={page} cash={cash} now={now} />
        </div>
      </div>
      <WrittenToday scene={scene} commands={commands} most={12} />
    </>
  );
}

function Sums({ cash }: { cash: CashPage }) {
  const { t, i18n } = useTranslation();
  const lines = [
    ['held', cash.held],
    ['clean', cash.clean],
    ['limit', cash.limit],
  ] as const;
  return (
    <section className="card" aria-labelledby="till-sums">
      <h2 id="till-sums">{t('till.title')}</h2>
      <dl className="till-sums">
        {lines.map(([name, fen]) => (
          <div key={name}>
            <dt>{t(`till.${name}`)}</dt>
            <dd>{name === 'limit' && fen === 0 ? '–' : money(fen, i18n.language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Summary({ scene }: { scene: Scene }) {
  const { t, i18n } = useTranslation();
  const cash = scene.views['cash-outlet'];
  const may = useMay()('cash.confirm');
  if (!cash)
    return (
      <>
        <h3>{t('till.title')}</h3>
        <p>{t(may ? 'till.reading' : 'till.not-seen')}</p>
      </>
    );
  return (
    <>
      <h3>{t('till.title')}</h3>
      <ul className="summary-lines">
        <li>
          <span>{t('till.clean')}</span>
          <strong>{money(cash.clean, i18n.language)}</strong>
        </li>
        <li>
          <span>{t('till.waiting')}</span>
          <strong>{cash.waiting.length}</strong>
        </li>
      </ul>
    </>
  );
}

export const section: Section = {
  name: 'cash',
  order: 35,
  icon: <path d="M3 7h18v10H3zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM6 10v4M18 10v4" />,
  deeds,
  wants: (outlet) => [{ name: 'cash-outlet', query: { outlet }, later: true }],
  due,
  Summary,
  Page,
};
