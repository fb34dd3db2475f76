import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashBagRow, CashDiscrepancy, CashPage, CashWaiting } from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { useAuthority, useSignedIn } from '../../api/session';
import { ulid } from '../../api/ulid';
import { ActionDialog } from '../../kit/ActionDialog';
import { Done } from '../../kit/Done';
import { money } from '../../kit/format';

// What the staff's page does with cash: sign as the second, put a release forward, close what a
// count left open. The rest is done where the cash lies, at the outlet's tablet.

export function ActButtons({ act, outlet }: { act: CashWaiting; outlet: string }) {
  const may = useAuthority();
  const { account } = useSignedIn();
  if (act.by === account) return may('cash.withdraw') && <Withdraw act={act} outlet={outlet} />;
  return (
    <div className="cash-answer">
      {may('cash.confirm') && <Confirm act={act} outlet={outlet} />}
      {may('cash.refuse') && <Refuse act={act} outlet={outlet} />}
    </div>
  );
}

function Confirm({ act, outlet }: { act: CashWaiting; outlet: string }) {
  const { t, i18n } = useTranslation();
  const { deed } = act;
  const confirm = useCommand('cash.confirm', () => ({ outlet, act: act.act }));
  return (
    <>
      <ActionDialog
        title={t('cash.confirm-title', { deed: t(`deed.${deed.kind}`), by: act.by })}
        trigger={t('till.confirm')}
        intent={confirm}
        primary
      >
        <ul>
          {deed.bags.map((bag) => (
            <li key={bag}>{bag}</li>
          ))}
        </ul>
        {deed.filling && (
          <p>
            {deed.filling.into} · {money(deed.filling.total, i18n.language)}
          </p>
        )}
        <p className="note">{t('cash.confirm-means')}</p>
      </ActionDialog>
      {confirm.reply && <Done reply={confirm.reply} />}
    </>
  );
}

function Refuse({ act, outlet }: { act: CashWaiting; outlet: string }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const refuse = useCommand('cash.refuse', () => ({ outlet, act: act.act, reason }));
  return (
    <ActionDialog
      title={t('cash.refuse-title', { deed: t(`deed.${act.deed.kind}`) })}
      trigger={t('till.refuse')}
      intent={refuse}
    >
      <label className="field">
        <span>{t('till.reason')}</span>
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

function Withdraw({ act, outlet }: { act: CashWaiting; outlet: string }) {
  const { t } = useTranslation();
  const withdraw = useCommand('cash.withdraw', () => ({ outlet, act: act.act }));
  return (
    <ActionDialog
      title={t('cash.withdraw-title', { deed: t(`deed.${act.deed.kind}`) })}
      trigger={t('till.withdraw')}
      intent={withdraw}
    />
  );
}

// 放行: those whose hold is over, ticked; another confirms it.
export function ReleaseButton({ page }: { page: CashPage }) {
  const { t, i18n } = useTranslation();
  const may = useAuthority();
  const waits = new Set(page.waiting.flatMap((act) => act.deed.bags));
  const bags = page.bags.filter((bag) => !bag.not_yet && !waits.has(bag.bag));
  const [left, leave] = useState<string[]>([]);
  const those = bags.filter((bag) => !left.includes(bag.bag));
  const release = useCommand('cash.release', () => ({
    outlet: page.outlet,
    act: ulid(),
    bags: those.map((bag) => bag.bag),
  }));
  if (!may('cash.release') || bags.length === 0) return null;
  const toggle = (bag: CashBagRow) =>
    leave(left.includes(bag.bag) ? left.filter((id) => id !== bag.bag) : [...left, bag.bag]);
  return (
    <>
      <ActionDialog
        title={t('cash.release-title', { outlet: page.title })}
        trigger={t('cash.release-n', { n: bags.length })}
        confirm={t('till.propose')}
        intent={release}
        primary
      >
        {bags.map((bag) => (
          <label key={bag.bag} className="check">
            <input
              type="checkbox"
              checked={those.includes(bag)}
              onChange={() => toggle(bag)}
              aria-label={bag.bag}
            />{' '}
            {bag.bag} · {money(bag.amount, i18n.language)}
          </label>
        ))}
        <p className="note">{t('till.vault-hint')}</p>
      </ActionDialog>
      {release.reply && <Done reply={release.reply} />}
    </>
  );
}

export function CloseButton({ found, outlet }: { found: CashDiscrepancy; outlet: string }) {
  const { t } = useTranslation();
  const may = useAuthority();
  const [finding, setFinding] = useState('');
  const close = useCommand('cash.close-discrepancy', () => ({ outlet, bag: found.bag, finding }));
  if (!may('cash.close-discrepancy')) return null;
  return (
    <ActionDialog
      title={t('cash.close-title', { bag: found.bag })}
      trigger={t('till.do-close')}
      intent={close}
    >
      <label className="field">
        <span>{t('till.finding')}</span>
        <textarea
          className="input"
          required
          rows={3}
          value={finding}
          onChange={(event) => setFinding(event.target.value)}
        />
      </label>
      <p className="note">{t('cash.close-means')}</p>
    </ActionDialog>
  );
}
