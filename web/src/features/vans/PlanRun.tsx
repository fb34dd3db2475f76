import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day, VanRunRunKind } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { Done } from '../../kit/Done';
import { PlanCrew } from './PlanCrew';
import { PlanStops } from './PlanStops';
import { PlanWay } from './PlanWay';
import { emptyRun, nameOfRun, planOf, type RunDraft } from './runDraft';

export interface Drafting {
  draft: RunDraft;
  change: (part: Partial<RunDraft>) => void;
  scope?: string;
}

// 排运钞任务: van, crew, pass and gate, windows and manifest in one form.
export function PlanRun({ scope, day }: { scope?: string; day: Day }) {
  const { t } = useTranslation();
  const may = useAuthority();
  const [draft, setDraft] = useState(() => emptyRun(day));
  const change = (part: Partial<RunDraft>) => setDraft((before) => ({ ...before, ...part }));
  const runs = useView('van-runs', { scope, day: draft.day });
  const taken = (runs.data?.rows ?? []).map((row) => row.run);
  const [name, setName] = useState('');
  const run = name.trim() || nameOfRun(draft.day, draft.kind, taken);
  const plan = useCommand('van-run.plan', () => planOf(draft, run));
  if (!may('van-run.plan')) return null;
  const vans = [...new Set((runs.data?.rows ?? []).map((row) => row.van))];
  return (
    <>
      <ActionDialog
        title={t('run-form.title')}
        trigger={t('run-form.open')}
        confirm={t('run-form.confirm')}
        intent={plan}
        width={760}
        primary
      >
        <Head draft={draft} change={change} scope={scope} name={name} setName={setName} run={run} />
        <PlanStops draft={draft} change={change} scope={scope} />
        <PlanWay draft={draft} change={change} scope={scope} vans={vans} />
        <PlanCrew draft={draft} change={change} scope={scope} />
      </ActionDialog>
      {plan.reply && <Done reply={plan.reply} />}
    </>
  );
}

interface Naming extends Drafting {
  name: string;
  setName: (name: string) => void;
  run: string;
}

const kinds: VanRunRunKind[] = ['regular', 'emergency'];

function Head({ draft, change, scope, name, setName, run }: Naming) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="run-form-grid">
      <label className="field">
        <span>{t('run-form.day')}</span>
        <input
          className="input"
          type="date"
          required
          value={draft.day}
          onChange={(event) => change({ day: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{t('run-form.kind')}</span>
        <select
          className="input"
          value={draft.kind}
          onChange={(event) => change({ kind: event.target.value as VanRunRunKind })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`run-kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="field">
        <label htmlFor={id}>{t('run-form.name')}</label>
        <input
          id={id}
          className="input"
          maxLength={40}
          placeholder={run}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <Depot draft={draft} change={change} scope={scope} />
      {draft.kind === 'emergency' && (
        <label className="field wide">
          <span>{t('run-form.permit')}</span>
          <input
            className="input"
            required
            value={draft.permit}
            onChange={(event) => change({ permit: event.target.value })}
          />
        </label>
      )}
    </div>
  );
}

// Its bags are what can be brought, so it is asked first.
function Depot({ draft, change, scope }: Drafting) {
  const { t } = useTranslation();
  const outlets = useView('outlets', { scope }).data?.rows ?? [];
  const centres = outlets.filter((row) => row.kind === 'back_office');
  return (
    <label className="field">
      <span>{t('run-form.depot')}</span>
      <select
        className="input"
        required
        value={draft.depot}
        onChange={(event) => change({ depot: event.target.value })}
      >
        <option value="">{t('run-form.choose')}</option>
        {centres.map((row) => (
          <option key={row.outlet} value={row.outlet}>
            {row.title}
          </option>
        ))}
      </select>
    </label>
  );
}
