import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutletPage } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { Done } from '../../kit/Done';

// What may be done next from each state. The gate decides; the page only asks, and shows its
// answer.
export function OutletActions({ page }: { page: OutletPage }) {
  const may = useAuthority();
  const { state } = page.facts;
  const running = state === 'open' || state === 'limited';
  return (
    <div className="outlet-actions">
      {may('outlet.prepare') && state === 'closed' && <Prepare page={page} />}
      {may('disinfection.record') && <RecordRound page={page} />}
      {may('outlet.open') && state !== 'open' && <Open page={page} />}
      {may('outlet.restrict') && running && <Restrict page={page} />}
      {may('outlet.close') && state !== 'closed' && <Close page={page} />}
      {may('outlet.switch-self-service') && <SelfService page={page} />}
    </div>
  );
}

function Prepare({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  const prepare = useCommand('outlet.prepare', () => ({ outlet: page.outlet }), page.version);
  return (
    <>
      <ActionDialog title={t('act.prepare-title')} trigger={t('act.prepare')} intent={prepare}>
        <p>{t('act.prepare-means')}</p>
      </ActionDialog>
      {prepare.reply && <Done reply={prepare.reply} />}
    </>
  );
}

function Open({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  const [windows, setWindows] = useState(1);
  const open = useCommand('outlet.open', () => ({ outlet: page.outlet, windows }), page.version);
  return (
    <>
      <ActionDialog title={t('act.open-title')} trigger={t('act.open')} intent={open} primary>
        <label className="field">
          <span>{t('outlet.windows')}</span>
          <input
            className="input"
            type="number"
            min={1}
            max={Math.max(1, page.facts.windows)}
            value={windows}
            onChange={(event) => setWindows(Number(event.target.value))}
          />
        </label>
        <p className="note">{t('gate.rule')}</p>
      </ActionDialog>
      {open.reply && <Done reply={open.reply} />}
    </>
  );
}

function Restrict({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  const [to, setTo] = useState<'limited' | 'paused'>('limited');
  const [reason, setReason] = useState('');
  const restrict = useCommand(
    'outlet.restrict',
    () => ({ outlet: page.outlet, to, reason }),
    page.version,
  );
  return (
    <ActionDialog title={t('act.restrict-title')} trigger={t('act.restrict')} intent={restrict}>
      <label className="field">
        <span>{t('act.restrict-to')}</span>
        <select
          className="input"
          value={to}
          onChange={(event) => setTo(event.target.value === 'paused' ? 'paused' : 'limited')}
        >
          <option value="limited">{t('state.limited')}</option>
          <option value="paused">{t('state.paused')}</option>
        </select>
      </label>
      <Reason value={reason} set={setReason} />
    </ActionDialog>
  );
}

function Close({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  const [served, setServed] = useState(0);
  const [reason, setReason] = useState('');
  const close = useCommand(
    'outlet.close',
    () => ({ outlet: page.outlet, customers_served: served, reason }),
    page.version,
  );
  return (
    <ActionDialog title={t('act.close-title')} trigger={t('act.close')} intent={close}>
      <label className="field">
        <span>{t('act.served')}</span>
        <input
          className="input"
          type="number"
          min={0}
          value={served}
          onChange={(event) => setServed(Number(event.target.value))}
        />
      </label>
      <Reason value={reason} set={setReason} />
    </ActionDialog>
  );
}

function Reason({ value, set }: { value: string; set: (text: string) => void }) {
  const { t } = useTranslation();
  return (
    <label className="field">
      <span>{t('act.reason')}</span>
      <input
        className="input"
        required
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
}

function SelfService({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  const on = !page.facts.self_service;
  const turn = useCommand(
    'outlet.switch-self-service',
    () => ({ outlet: page.outlet, on }),
    page.version,
  );
  return (
    <ActionDialog
      title={t('act.self-service-title')}
      trigger={t(on ? 'act.self-service-on' : 'act.self-service-off')}
      intent={turn}
    >
      <p>{t(on ? 'act.self-service-on-means' : 'act.self-service-off-means')}</p>
    </ActionDialog>
  );
}

// Every surface that the plan of the level names: the gate asks for all of them.
function RecordRound({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  const [concentration, setConcentration] = useState(500);
  const [minutes, setMinutes] = useState(30);
  const [typed, setBatch] = useState<string>();
  const rounds = useView('rounds', { outlet: page.outlet });
  const lots = (rounds.data?.agents ?? []).filter(({ item }) => item.startsWith('chlorine'));
  const batch = typed ?? lots[0]?.lot ?? '';
  const points = rounds.data?.duties.map((duty) => duty.touch_point) ?? [];
  const record = useCommand(
    'disinfection.record',
    () => ({
      outlet: page.outlet,
      agent: 'chlorine' as const,
      batch,
      concentration,
      contact_minutes: minutes,
      touch_points: points,
      wipes_used: 0,
    }),
    page.disinfection_version,
  );
  return (
    <>
      <ActionDialog title={t('act.round-title')} trigger={t('act.round')} intent={record}>
        <label className="field">
          <span>{t('act.concentration')}</span>
          <input
            className="input"
            type="number"
            min={0}
            value={concentration}
            onChange={(event) => setConcentration(Number(event.target.value))}
          />
        </label>
        <label className="field">
          <span>{t('act.contact')}</span>
          <input
            className="input"
            type="number"
            min={0}
            value={minutes}
            onChange={(event) => setMinutes(Number(event.target.value))}
          />
        </label>
        <label className="field">
          <span>{t('act.batch')}</span>
          <input
            className="input"
            required
            value={batch}
            onChange={(event) => setBatch(event.target.value)}
          />
        </label>
        <p className="note">{points.map((point) => t(`touch.${point}`)).join(t('list.comma'))}</p>
      </ActionDialog>
      {record.reply && <Done reply={record.reply} />}
    </>
  );
}
