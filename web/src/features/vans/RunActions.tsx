import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VanRunDetail, VanRunRemedy, VanRunStop } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { Done } from '../../kit/Done';
import { clock, instantAt } from '../../kit/format';

interface Shown {
  run: VanRunDetail;
  zone: string;
}

// What may be done with a run, by whom the page speaks to; the server refuses with its reasons.
export function RunActions({ run, zone }: Shown) {
  const may = useAuthority();
  const missed = run.stops.filter((stop) => stop.missed_at && !stop.plan_b);
  const atCentre = run.stage === 'planned' || run.stage === 'returned';
  const isMine = may('cash.confirm') && atCentre;
  const depot = useView('cash-outlet', { outlet: run.depot }, isMine).data;
  const waits = (act: string) => isMine && (depot?.waiting ?? []).some((one) => one.act === act);
  return (
    <span className="run-actions">
      {may('van-run.plan-b') &&
        missed.map((stop) => <PlanB key={stop.outlet} run={run} stop={stop} zone={zone} />)}
      {waits(run.act_load) && <Countersign run={run} act={run.act_load} way="load" />}
      {waits(run.act_unload) && <Countersign run={run} act={run.act_unload} way="unload" />}
      {may('van-run.cancel') && run.stage === 'planned' && <Cancel run={run} />}
    </span>
  );
}

const remedies: VanRunRemedy[] = ['next_window', 'another_van', 'emergency_run', 'limit_payouts'];
const needsRun = (remedy: VanRunRemedy) => remedy === 'another_van' || remedy === 'emergency_run';

function PlanB({ run, stop, zone }: Shown & { stop: VanRunStop }) {
  const { t } = useTranslation();
  const [remedy, setRemedy] = useState<VanRunRemedy>('next_window');
  const [due, setDue] = useState('');
  const [other, setOther] = useState('');
  const [note, setNote] = useState('');
  const today = useView('van-runs', { day: run.day });
  const others = (today.data?.rows ?? []).filter(
    (row) =>
      row.run !== run.run &&
      !['returned', 'cancelled'].includes(row.stage) &&
      row.windows.some((w) => w.outlet === stop.outlet) &&
      (remedy !== 'emergency_run' || row.kind === 'emergency'),
  );
  const decide = useCommand('van-run.plan-b', () => ({
    run: run.run,
    outlet: stop.outlet,
    remedy,
    due: instantAt(due, today.data?.now ?? stop.to, zone),
    replacement: needsRun(remedy) ? other || (others[0]?.run ?? null) : null,
    note,
  }));
  return (
    <>
      <ActionDialog
        title={t('vans.plan-b-title', { outlet: stop.title, to: clock(stop.to, zone) })}
        trigger={t('vans.plan-b')}
        intent={decide}
        primary
        disabled={false}
      >
        <label className="field">
          <span>{t('vans.remedy')}</span>
          <select
            className="input"
            value={remedy}
            onChange={(event) => setRemedy(event.target.value as VanRunRemedy)}
          >
            {remedies.map((each) => (
              <option key={each} value={each}>
                {t(`remedy.${each}`)}
              </option>
            ))}
          </select>
        </label>
        {needsRun(remedy) && (
          <label className="field">
            <span>{t('vans.replacement')}</span>
            <select
              className="input"
              required
              value={other || (others[0]?.run ?? '')}
              onChange={(event) => setOther(event.target.value)}
            >
              {others.map((row) => (
                <option key={row.run} value={row.run}>
                  {row.plate} · {row.run}
                </option>
              ))}
            </select>
            {others.length === 0 && <span className="note">{t('vans.no-replacement')}</span>}
          </label>
        )}
        <label className="field">
          <span>{t('vans.due')}</span>
          <input
            className="input"
            type="datetime-local"
            required
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{t('vans.note')}</span>
          <input className="input" value={note} onChange={(e) => setNote(e.target.value)} />
        </label>
      </ActionDialog>
      {decide.reply && <Done reply={decide.reply} />}
    </>
  );
}

// The cash centre's side of what comes aboard, and of what comes back.
function Countersign({
  run,
  act,
  way,
}: {
  run: VanRunDetail;
  act: string;
  way: 'load' | 'unload';
}) {
  const { t } = useTranslation();
  const confirm = useCommand('cash.confirm', () => ({ outlet: run.depot, act }));
  return (
    <>
      <ActionDialog
        title={t(`vans.${way}-title`, { plate: run.plate })}
        trigger={t(`vans.${way}`)}
        intent={confirm}
      >
        <p>{t('vans.countersign-means')}</p>
      </ActionDialog>
      {confirm.reply && <Done reply={confirm.reply} />}
    </>
  );
}

function Cancel({ run }: { run: VanRunDetail }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const cancel = useCommand('van-run.cancel', () => ({ run: run.run, reason }), run.version);
  return (
    <ActionDialog
      title={t('vans.cancel-title', { plate: run.plate })}
      trigger={t('vans.cancel')}
      intent={cancel}
    >
      <label className="field">
        <span>{t('vans.reason')}</span>
        <input
          className="input"
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </ActionDialog>
  );
}
