import { useTranslation } from 'react-i18next';
import type { WorkCode, WorkItem } from '../../api/contract';
import { clock } from '../../kit/format';
import { DueChip } from '../../kit/DueChip';
import { factsByName } from '../../kit/Refusal';
import { Conflicts } from '../parts/Conflicts';
import { Mark } from '../parts/Mark';
import { WrittenRow } from '../parts/Written';
import { link } from '../route';
import type { Scene, Task } from '../section';
import { sections } from '../sections';

const soon = 30 * 60_000;

// What must be done in the next 30 minutes; the rest of the day stands quietly below it.
export function NextPage({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const tasks = sections.flatMap((s) => s.due?.(scene, t) ?? []).toSorted(byDeadline);
  const limit = Date.parse(scene.now) + soon;
  const isSoon = (task: Task) => !task.deadline || Date.parse(task.deadline) <= limit;
  const now = tasks.filter(isSoon);
  const later = tasks.filter((task) => !isSoon(task));
  return (
    <>
      <Conflicts />
      <div className="columns next">
        <div>
          <section className="card" aria-labelledby="next-title">
            <h2 id="next-title">
              {t('tablet.next')}
              {now.length > 0 && (
                <span className="chip warning">{t('tablet.n', { n: now.length })}</span>
              )}
            </h2>
            {now.length === 0 && <p className="empty calm">✓ {t('tablet.nothing-due')}</p>}
            {now.length > 0 && <Tasks tasks={now} scene={scene} />}
          </section>
          {later.length > 0 && (
            <section className="card" aria-labelledby="later-title">
              <h2 id="later-title">{t('tablet.later')}</h2>
              <Tasks tasks={later} scene={scene} quiet />
            </section>
          )}
          <Others scene={scene} />
          <Latest scene={scene} />
          <Done scene={scene} />
        </div>
        <aside className="summaries" aria-label={t('tablet.today')}>
          {sections.map(({ name, Summary }) =>
            Summary ? (
              <a key={name} className="card summary" {...link(name)}>
                <Summary scene={scene} />
              </a>
            ) : null,
          )}
        </aside>
      </div>
    </>
  );
}

const byDeadline = (a: Task, b: Task) => (a.deadline ?? '').localeCompare(b.deadline ?? '');

function Tasks({ tasks, scene, quiet }: { tasks: Task[]; scene: Scene; quiet?: boolean }) {
  return (
    <ul className="list">
      {tasks.map((task) => {
        const late = task.deadline !== undefined && task.deadline < scene.now;
        return (
          <li key={task.id} className={quiet ? 'task quiet' : late ? 'task late' : 'task'}>
            <Mark sign={late ? 'late' : 'open'} />
            <span className="task-what">
              <strong>{task.title}</strong>
              {task.detail && <span className="note">{task.detail}</span>}
              {task.deadline && <DueChip deadline={task.deadline} now={scene.now} />}
            </span>
            <a
              className={quiet ? 'button' : 'button primary'}
              aria-label={`${task.do}：${task.title}`}
              {...link(task.section)}
            >
              {task.do}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

// What the server lists for this account and no section of the tablet does: shown, with the page
// of the staff's application where it is done.
const elsewhere: Partial<Record<WorkCode, (item: WorkItem) => string>> = {
  plan_waits_for_signature: (item) => `/plans/${item.plan}`,
  plan_returned: (item) => `/plans/${item.plan}`,
  pass_expiring: () => '/board',
  quarantine_ending: () => '/people',
};

function Others({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const items = (scene.views.worklist?.items ?? []).filter((i) => i.mine && elsewhere[i.code]);
  if (items.length === 0) return null;
  return (
    <section className="card" aria-labelledby="others-title">
      <h2 id="others-title">{t('tablet.elsewhere')}</h2>
      <ul className="list">
        {items.map((item) => (
          <li key={item.code + item.title + item.person + item.plan} className="task quiet">
            <Mark sign="open" />
            <span className="task-what">
              <strong>
                {item.title} · {t(`work.${item.code}`, words(item, t))}
              </strong>
              {item.deadline && <DueChip deadline={item.deadline} now={scene.now} />}
            </span>
            <a className="button" href={elsewhere[item.code]!(item)}>
              {t('work.look')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function words(item: WorkItem, t: (key: string) => string) {
  const facts: Record<string, string> = factsByName(item.facts);
  const { level, kind } = facts;
  return {
    ...facts,
    person: item.person ?? '',
    level: level && t(`level.${level}`),
    kind: kind && t(`${item.code === 'pass_expiring' ? 'pass' : 'measure'}.${kind}`),
  };
}

function Done({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const past = sections
    .flatMap((s) => s.done?.(scene, t) ?? [])
    .toSorted((a, b) => b.at.localeCompare(a.at));
  if (past.length === 0) return null;
  return (
    <section className="card" aria-labelledby="done-title">
      <h2 id="done-title">{t('tablet.done')}</h2>
      <ul className="list">
        {past.map(({ id, at, title, detail }) => (
          <li key={id} className="written done">
            <Mark sign="done" />
            <span className="written-what">
              {title}
              {detail && <span className="note">{detail}</span>}
            </span>
            <span className="note">{clock(at, scene.page.time_zone)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const shownLatest = 5;

function Latest({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const latest = scene.entries
    .filter((e) => e.outlet === scene.page.outlet && e.state !== 'conflict')
    .slice(-shownLatest)
    .toReversed();
  if (latest.length === 0) return null;
  return (
    <section className="card" aria-labelledby="latest-title">
      <h2 id="latest-title">
        {t('tablet.latest')}
        <a className="push" {...link('outbox')}>
          {t('tablet.all-written')}
        </a>
      </h2>
      <ul className="list">
        {latest.map((entry) => (
          <WrittenRow key={entry.n} entry={entry} />
        ))}
      </ul>
    </section>
  );
}
