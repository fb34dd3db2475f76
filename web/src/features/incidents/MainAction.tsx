import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentRow } from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { ActionDialog } from '../../kit/ActionDialog';

export interface Act {
  row: IncidentRow;
  primary?: boolean;
}

// The one thing that an incident waits for now, as the server says.
export function MainAction({ row, primary }: Act) {
  switch (row.action) {
    case 'incident.acknowledge':
      return <Acknowledge row={row} primary={primary} />;
    case 'incident.take-step':
      return <TakeStep row={row} primary={primary} />;
    case 'incident.close':
      return <CloseIncident row={row} primary={primary} />;
    case 'incident.file-first-report':
    case 'incident.file-written-report':
    case 'incident.record-progress':
      return <Noted name={row.action} row={row} primary={primary} />;
    default:
      return null;
  }
}

function Acknowledge({ row, primary }: Act) {
  const { t } = useTranslation();
  const acknowledge = useCommand('incident.acknowledge', () => ({ incident: row.incident }));
  return (
    <ActionDialog
      title={t('incident.ask.acknowledge', { id: row.incident })}
      trigger={t('incident.do.acknowledge')}
      intent={acknowledge}
      primary={primary}
    >
      <p>{t('incident.means.acknowledge')}</p>
    </ActionDialog>
  );
}

function TakeStep({ row, primary }: Act) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const step = row.next_step ?? 'isolate';
  const take = useCommand('incident.take-step', () => ({ incident: row.incident, step, note }));
  return (
    <ActionDialog
      title={`${t(`incident.step.${step}`)} · ${row.incident}`}
      trigger={t(`incident.step-do.${step}`)}
      intent={take}
      primary={primary}
    >
      <p>{t(`incident.step-means.${step}`)}</p>
      <Words label={t('incident.note-may')} value={note} set={setNote} />
    </ActionDialog>
  );
}

export type NotedName =
  | 'incident.file-first-report'
  | 'incident.file-written-report'
  | 'incident.record-progress'
  | 'incident.clear';

// Reports and what else is a text about the incident.
export function Noted({ name, row, primary }: Act & { name: NotedName }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const verb = name.slice('incident.'.length);
  const give = useCommand(name, () => ({ incident: row.incident, note }));
  return (
    <ActionDialog
      title={t(`incident.ask.${verb}`, { id: row.incident })}
      trigger={t(`incident.do.${verb}`)}
      intent={give}
      primary={primary}
    >
      <p>{t(`incident.means.${verb}`)}</p>
      <Words label={t('incident.note')} value={note} set={setNote} required />
    </ActionDialog>
  );
}

export function CloseIncident({ row, primary }: Act) {
  const { t } = useTranslation();
  const [after_action, setText] = useState('');
  const close = useCommand('incident.close', () => ({ incident: row.incident, after_action }));
  return (
    <ActionDialog
      title={t('incident.ask.close', { id: row.incident })}
      trigger={t('incident.do.close')}
      intent={close}
      primary={primary}
    >
      <p>{t('incident.means.close')}</p>
      <Words label={t('incident.after-action')} value={after_action} set={setText} required />
    </ActionDialog>
  );
}

interface Text {
  label: string;
  value: string;
  set: (value: string) => void;
  required?: boolean;
}

export function Words({ label, value, set, required }: Text) {
  return (
    <label className="field">
      <span>{label}</span>
      <textarea
        className="input"
        rows={4}
        required={required}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
}
