// 检查单: before opening, during hours, after closing. Each item is answered by a tap, by a figure,
// by a photo, or by what the system knows; each list ends with a name.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistLine, ChecklistPhase, ChecklistStage } from '../../api/contract';
import { clock } from '../../kit/format';
import { titleIn } from '../../kit/checklist';
import { useMay, useTablet } from '../context';
import type { Translate } from '../engine/deed';
import { ChecklistRow } from '../parts/ChecklistRow';
import { deeds } from '../parts/checklistDeeds';
import '../parts/checklist.css';
import { Conflicts } from '../parts/Conflicts';
import { Mark } from '../parts/Mark';
import { NoRight } from '../parts/states';
import { WrittenToday } from '../parts/Written';
import type { Past, Scene, Section, Task } from '../section';

const commands = ['checklist.answer', 'checklist.sign', 'evidence.store'] as const;
const soon = 30 * 60_000;

const isDue = (line: ChecklistLine, now: string) =>
  Boolean(line.due) && Date.parse(line.due!) - Date.parse(now) < soon;

// What comes again is told item by item, as it falls due; the rest as one list to finish.
function due({ views, now }: Scene, t: Translate): Task[] {
  const tasks: Task[] = [];
  for (const stage of views.checklist?.stages ?? []) {
    if (stage.locked || stage.complete) continue;
    const section = 'checklists';
    if (stage.phase === 'during_hours') {
      for (const line of stage.lines.filter((l) => l.every_minutes && isDue(l, now)))
        tasks.push({
          id: `check-${line.item}`,
          section,
          deadline: line.due!,
          title: titleIn(line, t),
          do: t('check.do'),
        });
      continue;
    }
    tasks.push({
      id: `check-${stage.phase}`,
      section,
      deadline: stage.due ?? undefined,
      title: t(`check.phase.${stage.phase}`),
      detail: stage.open > 0 ? t('check.left', { n: stage.open }) : t('check.sign-left'),
      do: t('check.do'),
    });
  }
  return tasks;
}

const done = ({ views }: Scene, t: Translate): Past[] =>
  (views.checklist?.stages ?? [])
    .filter((stage) => stage.signed_at)
    .map((stage) => ({
      id: `signed-${stage.phase}`,
      at: stage.signed_at!,
      title: t('check.signed-list', { phase: t(`check.phase.${stage.phase}`) }),
      detail: stage.signed_by,
    }));

const isAt = (stage: ChecklistStage) => !stage.locked && !stage.complete && stage.asked > 0;

function Page({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<ChecklistPhase>();
  const stages = scene.views.checklist?.stages ?? [];
  if (!scene.views.checklist) return <p className="empty">{t('check.unread')}</p>;
  if (stages.length === 0) return <p className="empty">{t('check.none')}</p>;
  const current = stages.findLast(isAt) ?? stages[0]!;
  const stage = stages.find((s) => s.phase === chosen) ?? current;
  return (
    <>
      <Conflicts commands={[...commands]} />
      <div className="phases" role="group" aria-label={t('check.phases')}>
        {stages.map((s) => (
          <PhaseTab key={s.phase} stage={s} pressed={s === stage} choose={() => choose(s.phase)} />
        ))}
      </div>
      <Stage key={stage.phase} stage={stage} scene={scene} />
      <WrittenToday scene={scene} commands={[...commands]} />
    </>
  );
}

interface Tab {
  stage: ChecklistStage;
  pressed: boolean;
  choose: () => void;
}

function PhaseTab({ stage, pressed, choose }: Tab) {
  const { t } = useTranslation();
  const overdue = stage.lines.filter((l) => l.overdue).length;
  const words = [t('check.of', { n: stage.settled, of: stage.asked })];
  if (stage.complete && stage.asked > 0) words.push(t('check.signed'));
  else if (stage.locked) words.push(t(`check.locked.${stage.phase}`));
  else if (overdue > 0) words.push(t('check.overdue', { n: overdue }));
  return (
    <button type="button" className="phase" aria-pressed={pressed} onClick={choose}>
      {t(`check.phase.${stage.phase}`)}
      <span className={overdue > 0 ? 'note warned' : 'note'}>{words.join(' · ')}</span>
    </button>
  );
}

function Stage({ stage, scene }: { stage: ChecklistStage; scene: Scene }) {
  const { t } = useTranslation();
  const may = useMay()('checklist.answer');
  return (
    <section className="card checklist" aria-labelledby="phase-title">
      <h2 id="phase-title" className="unseen">
        {t(`check.phase.${stage.phase}`)}
      </h2>
      {!may && <NoRight command="checklist.answer" />}
      {stage.asked === 0 && <p className="empty">{t('check.nothing')}</p>}
      <ul>
        {stage.lines.map((line) => (
          <ChecklistRow key={line.item} line={line} stage={stage} scene={scene} may={may} />
        ))}
      </ul>
      {stage.asked > 0 && <Signature stage={stage} scene={scene} />}
    </section>
  );
}

// The name under the list, or why nobody can write it yet.
function Signature({ stage, scene }: { stage: ChecklistStage; scene: Scene }) {
  const { t } = useTranslation();
  const tablet = useTablet();
  const may = useMay()('checklist.sign');
  const [busy, setBusy] = useState(false);
  const { outlet } = scene.page;
  const waits = scene.entries.some(
    (e) =>
      e.state === 'waiting' &&
      e.command === 'checklist.sign' &&
      (e.body as { phase: string }).phase === stage.phase,
  );
  if (stage.complete) {
    return (
      <p className="signature good">
        <Mark sign={waits ? 'waiting' : 'done'} />
        {t('check.signed-by', {
          by: stage.signed_by,
          at: clock(stage.signed_at!, scene.page.time_zone),
        })}
        {waits && ` · ${t('outbox.waiting')}`}
      </p>
    );
  }
  const sign = async () => {
    setBusy(true);
    await tablet
      .write('checklist.sign', { outlet, phase: stage.phase })
      .finally(() => setBusy(false));
  };
  const why = stage.locked
    ? t(`check.locked.${stage.phase}`)
    : stage.open > 0
      ? t('check.sign-after', { n: stage.open })
      : t('check.sign-means');
  return (
    <div className="signature">
      <p className="note">{why}</p>
      {may ? (
        <button
          type="button"
          className="button primary"
          disabled={busy || stage.locked || stage.open > 0}
          onClick={() => void sign()}
        >
          {t('check.sign')}
        </button>
      ) : (
        <NoRight command="checklist.sign" />
      )}
    </div>
  );
}

export const section: Section = {
  name: 'checklists',
  order: 15,
  icon: <path d="M6 4h12v16H6zM9 9l1.2 1.2L12.5 8M9 15l1.2 1.2L12.5 14M14.5 9.5H16M14.5 15.5H16" />,
  deeds,
  wants: (outlet) => [{ name: 'checklist', query: { outlet } }],
  due,
  done,
  Page,
};
