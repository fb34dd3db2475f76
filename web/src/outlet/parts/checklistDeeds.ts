// How the lists look once what waits has been recorded.
import type {
  ChecklistItemState,
  ChecklistLine,
  ChecklistPage,
  ChecklistStage,
  ChecklistVerdict,
  Commands,
} from '../../api/contract';
import { isSettled, titleIn } from '../../kit/checklist';
import { deed, type Kept, type Translate } from '../engine/deed';

const states: Record<ChecklistVerdict, ChecklistItemState> = {
  pass: 'passed',
  fail: 'failed',
  cannot: 'cannot',
  not_applicable: 'not_applicable',
};

const lineOf = (view: ChecklistPage, item: string) =>
  view.stages.flatMap((s) => s.lines).find((l) => l.item === item);

// A signature is taken back by what is no pass, as the server does.
function counted(stage: ChecklistStage): ChecklistStage {
  const settled = stage.lines.filter(isSettled).length;
  const open = stage.lines.filter((l) => l.mandatory && !isSettled(l)).length;
  return { ...stage, settled, open, complete: stage.complete && open === 0 };
}

function withLine(
  view: ChecklistPage,
  item: string,
  change: (line: ChecklistLine) => ChecklistLine,
): ChecklistPage {
  const stages = view.stages.map((stage) =>
    stage.lines.some((l) => l.item === item)
      ? counted({ ...stage, lines: stage.lines.map((l) => (l.item === item ? change(l) : l)) })
      : stage,
  );
  return { ...view, stages };
}

function answered(line: ChecklistLine, c: Commands['checklist.answer'], at: string, by: string) {
  const due = line.every_minutes
    ? new Date(Date.parse(at) + line.every_minutes * 60_000).toISOString()
    : line.due;
  const files = (c.evidence ?? []).map((sha256) => ({ sha256, media: 'jpeg' as const, bytes: 0 }));
  return {
    ...line,
    state: states[c.verdict],
    verdict: c.verdict,
    value: c.value ?? null,
    note: c.note ?? '',
    files,
    answered_at: at,
    answered_by: by,
    times: line.times + 1,
    due,
    overdue: false,
  };
}

// Nobody's answer is lost when two people answer the same item: the later one stands, both are in
// the log. So there is no version to compare.
const ofList = {
  view: 'checklist',
  dated: true,
  stream: ({ outlet }: { outlet: string }) => `checklist/${outlet}`,
  version: () => undefined,
} as const;

const nameOf = (kept: Kept, item: string, t: Translate) => {
  const line = kept.checklist && lineOf(kept.checklist, item);
  return line ? titleIn(line, t) : item;
};

const answer = deed<'checklist.answer', 'checklist'>({
  ...ofList,
  command: 'checklist.answer',
  thing: ({ outlet, item }) => `checklist/${outlet}/${item}`,
  state: (view, { item }) => lineOf(view, item)?.state ?? 'open',
  foresee: (view, body, { at, by }) =>
    withLine(view, body.item, (line) => answered(line, body, at, by)),
  say: ({ item, verdict, value, note }, t, kept) =>
    [nameOf(kept, item, t), t(`check.verdict.${verdict}`), value, note]
      .filter((part) => part !== undefined && part !== null && part !== '')
      .join(' · '),
  tell: (state, t) => t(`check.state.${String(state)}`),
});

const sign = deed<'checklist.sign', 'checklist'>({
  ...ofList,
  command: 'checklist.sign',
  thing: ({ outlet, phase }) => `checklist/${outlet}/${phase}`,
  state: (view, { phase }) => view.stages.find((s) => s.phase === phase)?.complete ?? false,
  foresee: (view, { phase }, { at, by }) => ({
    ...view,
    stages: view.stages.map((s) =>
      s.phase === phase && s.open === 0
        ? { ...s, complete: true, signed_at: at, signed_by: by }
        : s,
    ),
  }),
  say: ({ phase }, t) => t('check.signed-list', { phase: t(`check.phase.${phase}`) }),
  tell: (complete, t) => t(complete ? 'check.signed' : 'check.unsigned'),
});

// In the lists' own line of writes: the photo is there before the answer that shows it.
const store = deed<'evidence.store', 'checklist'>({
  view: 'checklist',
  stream: ({ outlet }) => `checklist/${outlet}`,
  thing: ({ outlet, sha256 }) => `evidence/${outlet}/${sha256}`,
  version: () => undefined,
  state: () => null,
  foresee: (view) => view,
  say: ({ bytes }, t) => t('check.photo-said', { kb: Math.max(1, Math.round(bytes / 1024)) }),
  tell: (_, t) => t('check.photo-unknown'),
  command: 'evidence.store',
});

export const deeds = [answer, sign, store];
