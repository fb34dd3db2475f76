import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanPage as Page } from '../../api/contract';
import { useCommand, useView } from '../../api/hooks';
import { ActionDialog } from '../../kit/ActionDialog';
import { Done } from '../../kit/Done';
import { dayAfter, dayAndClock } from '../../kit/format';
import { Screen } from '../../kit/Screen';
import { Levels } from './Levels';
import { PlanDiff } from './PlanDiff';
import { PlanStatusChip } from './PlanStatusChip';
import './plans.css';
import { Roster } from './Roster';
import { Signatures } from './Signatures';
import { VerdictList } from './VerdictList';
import { WhyPanel } from './WhyPanel';

// One plan: which outlets can open, with whom, when, and why not the others?
export function PlanPage() {
  const { plan } = useParams({ from: '/plans/$plan' });
  const { against } = useSearch({ from: '/plans/$plan' });
  const page = useView('plan', { plan, against });
  return <Screen query={page}>{(view) => <PlanView key={view.summary.plan} page={view} />}</Screen>;
}

function PlanView({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { outlet } = useSearch({ from: '/plans/$plan' });
  const navigate = useNavigate({ from: '/plans/$plan' });
  const { document } = page;
  const chosen =
    document.outlets.find((o) => o.outlet === outlet) ??
    document.outlets.find((o) => o.verdict === 'can_open') ??
    document.outlets[0];
  const opens = chosen?.verdict === 'can_open';
  const choose = (next: string) =>
    void navigate({ search: (old) => ({ ...old, outlet: next }), replace: true });
  return (
    <div className="plan">
      <PlanHead page={page} />
      <div className={opens ? 'plan-columns' : 'plan-columns shut'}>
        <VerdictList page={page} chosen={chosen?.outlet} choose={choose} />
        {chosen && opens && <Roster page={page} outlet={chosen} />}
        {chosen && <WhyPanel page={page} outlet={chosen} />}
      </div>
      <div className="plan-under">
        <Levels levels={document.levels} />
        <Compare page={page} />
      </div>
      <p className="note">{t('plan.from-inputs', { version: document.policy_version })}</p>
    </div>
  );
}

function PlanHead({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { summary } = page;
  return (
    <section className="card plan-head">
      <div>
        <p className="note">
          <Link to="/plans">{t('plans.all')}</Link> ▸ {summary.plan}
        </p>
        <h2>
          {summary.zone_title} · {t('plan.reopening')} <PlanStatusChip row={summary} />
        </h2>
        <p className="dense">
          {t('plan.period', {
            from: summary.from,
            to: dayAfter(summary.from, summary.days - 1),
            days: summary.days,
          })}
          {' · '}
          {t('plan.proposed', { by: summary.proposed_by, at: dayAndClock(summary.proposed_at) })}
        </p>
      </div>
      <Signatures row={summary} />
      <SignActions page={page} />
    </section>
  );
}

function SignActions({ page }: { page: Page }) {
  const { t } = useTranslation();
  const [remark, setRemark] = useState('');
  const { plan, returned, level_due } = page.summary;
  const body = () => ({ plan, remark });
  const sign = useCommand('approval.sign', body, page.approval_version);
  const giveBack = useCommand('approval.return', body, page.approval_version);
  const remarkField = (required: boolean) => (
    <label className="field">
      <span>{t(required ? 'plan.what-must-change' : 'plan.remark')}</span>
      <textarea
        className="input"
        rows={3}
        required={required}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
    </label>
  );
  if (returned) {
    return (
      <p className="dense returned">
        {t('plan.returned', { by: returned.by, at: dayAndClock(returned.at) })}
        <strong>{returned.remark}</strong>
      </p>
    );
  }
  return (
    <div className="plan-actions">
      {sign.reply && <Done reply={sign.reply} />}
      {page.may_sign ? (
        <>
          <ActionDialog title={t('plan.sign-title')} trigger={t('plan.sign')} intent={sign} primary>
            <p>{t('plan.sign-means', { level: t(`level.${level_due ?? 'province'}`) })}</p>
            {remarkField(false)}
          </ActionDialog>
          <ActionDialog title={t('plan.return-title')} trigger={t('plan.return')} intent={giveBack}>
            {remarkField(true)}
          </ActionDialog>
        </>
      ) : (
        level_due && (
          <p className="note">{t('plan.not-yours', { level: t(`level.${level_due}`) })}</p>
        )
      )}
    </div>
  );
}

function Compare({ page }: { page: Page }) {
  const { t } = useTranslation();
  const plans = useView('plans', { zone: page.summary.zone });
  const navigate = useNavigate({ from: '/plans/$plan' });
  const others = (plans.data?.rows ?? []).filter((row) => row.plan !== page.summary.plan);
  return (
    <section className="card" aria-labelledby="compare-title">
      <header>
        <h2 id="compare-title">{t('compare.title')}</h2>
        {others.length > 0 && (
          <select
            className="input push"
            aria-label={t('compare.with')}
            value={page.difference?.against ?? ''}
            onChange={(event) =>
              void navigate({
                search: (old) => ({ ...old, against: event.target.value || undefined }),
              })
            }
          >
            <option value="">{t('compare.approved-before')}</option>
            {others.map((row) => (
              <option key={row.plan} value={row.plan}>
                {row.plan}
              </option>
            ))}
          </select>
        )}
      </header>
      <div className="body">
        <PlanDiff page={page} />
      </div>
    </section>
  );
}
