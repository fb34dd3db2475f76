import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../api/hooks';
import { monthAndDay } from '../../kit/format';
import type { Drafting } from './PlanRun';
import { isWithin, passOf } from './runDraft';

// Van, centre, cover and gate. The pass is the zone's: its hours are shown beside the time.
export function PlanWay({ draft, change, scope, vans }: Drafting & { vans: string[] }) {
  const { t } = useTranslation();
  const id = useId();
  const outlets = useView('outlets', { scope });
  const rows = outlets.data?.rows ?? [];
  const zone = rows.find((row) => row.outlet === draft.stops[0]?.outlet)?.zone ?? undefined;
  const page = useView('zone', { zone: zone ?? '' }, zone !== undefined);
  const passes = zone ? (page.data?.passes ?? []) : [];
  const holders = passes.filter((pass) => pass.kind === 'cash_van').map((pass) => pass.holder);
  return (
    <fieldset className="run-form-part">
      <legend>{t('run-form.way')}</legend>
      <div className="run-form-grid">
        <label className="field">
          <span>{t('vans.van')}</span>
          <input
            className="input"
            required
            list={`${id}-vans`}
            autoComplete="off"
            value={draft.van}
            onChange={(event) => change({ van: event.target.value })}
          />
          <datalist id={`${id}-vans`}>
            {[...new Set([...holders, ...vans])].map((van) => (
              <option key={van} value={van}>
                {van}
              </option>
            ))}
          </datalist>
        </label>
        <label className="field">
          <span>{t('run-form.gate-at')}</span>
          <input
            className="input"
            type="time"
            required
            value={draft.gateAt}
            onChange={(event) => change({ gateAt: event.target.value })}
          />
        </label>
        <label className="field">
          <span>{t('run-form.insured')}</span>
          <input
            className="input"
            inputMode="numeric"
            pattern="[0-9]{1,12}"
            placeholder={t('run-form.insured-van')}
            value={draft.insuredYuan}
            onChange={(event) => change({ insuredYuan: event.target.value })}
          />
        </label>
      </div>
      {zone && page.data && (
        <Pass draft={draft} pass={passOf(passes, draft.van.trim(), draft.day, draft.gateAt)} />
      )}
      {draft.stops[0]?.outlet && !zone && <p className="note">{t('run-form.outside')}</p>}
    </fieldset>
  );
}

function Pass({ draft, pass }: Pick<Drafting, 'draft'> & { pass?: ReturnType<typeof passOf> }) {
  const { t } = useTranslation();
  if (draft.van.trim() === '') return null;
  if (!pass) return <p className="unfit">✕ {t('run-form.no-pass')}</p>;
  const shut = draft.kind === 'regular' && draft.gateAt !== '' && !isWithin(draft.gateAt, pass);
  return (
    <p className={shut ? 'unfit' : 'note'}>
      {shut && `✕ ${t('run-form.gate-shut')} `}
      {t('run-form.pass', {
        gate: pass.gate,
        from: pass.window_from,
        to: pass.window_to,
        since: monthAndDay(pass.valid_from),
        until: monthAndDay(pass.valid_to),
      })}
    </p>
  );
}
