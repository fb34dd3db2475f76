// The answers to an order: whole, reduced with a reason, or refused; and its withdrawal.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CashOrderRow } from '../../api/contract';
import { useCommand } from '../../api/hooks';
import { useAuthority, useSignedIn } from '../../api/session';
import { ActionDialog } from '../../kit/ActionDialog';
import { sumOf } from '../../kit/cash';
import { money } from '../../kit/format';
import { BundlesField, bundlesOf, packsOfBundles, saidInBundles } from './BundlesField';
import { TextInput } from '../../kit/fields';

export function AnswerButtons({ row }: { row: CashOrderRow }) {
  const may = useAuthority();
  const { account } = useSignedIn();
  const answered = row.by === account || row.approvals.some((one) => one.by === account);
  return (
    <>
      {may('cash-order.approve') && !answered && <Approve row={row} />}
      {may('cash-order.refuse') && row.by !== account && <Refuse row={row} />}
    </>
  );
}

function Approve({ row }: { row: CashOrderRow }) {
  const { t, i18n } = useTranslation();
  const asked = row.approvals.length > 0 ? row.approved : row.ordered;
  const [bundles, setBundles] = useState(() => bundlesOf(asked));
  const [remark, setRemark] = useState('');
  const notes = packsOfBundles(bundles);
  const total = sumOf(notes);
  const reduced = total !== row.amount;
  const approve = useCommand('cash-order.approve', () => ({
    outlet: row.outlet,
    order: row.order,
    notes,
    total,
    remark: remark.trim(),
  }));
  return (
    <ActionDialog
      title={t('order.approve-title', { outlet: row.title })}
      trigger={t('order.approve')}
      intent={approve}
      primary
    >
      <p>
        {t(`order-direction.${row.direction}`)} · {row.needed_on} ·{' '}
        {money(row.amount, i18n.language)}
        <span className="note"> {saidInBundles(row.ordered, t)}</span>
      </p>
      <BundlesField label={t('order.approved-notes')} value={bundles} set={setBundles} />
      {reduced ? (
        <TextInput required label={t('order.why-reduced')} value={remark} set={setRemark} />
      ) : (
        <p className="note">{t('order.reduce-hint')}</p>
      )}
      {row.two_approve && <p className="note">{t('order.two-approve')}</p>}
    </ActionDialog>
  );
}

function Refuse({ row }: { row: CashOrderRow }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const refuse = useCommand('cash-order.refuse', () => ({
    outlet: row.outlet,
    order: row.order,
    reason,
  }));
  return (
    <ActionDialog
      title={t('order.refuse-title', { outlet: row.title })}
      trigger={t('order.refuse')}
      intent={refuse}
    >
      <TextInput required label={t('till.reason')} value={reason} set={setReason} />
    </ActionDialog>
  );
}

export function WithdrawOrder({ row }: { row: CashOrderRow }) {
  const { t, i18n } = useTranslation();
  const may = useAuthority();
  const withdraw = useCommand('cash-order.withdraw', () => ({
    outlet: row.outlet,
    order: row.order,
  }));
  if (!may('cash-order.withdraw')) return null;
  return (
    <ActionDialog title={t('order.withdraw-title')} trigger={t('till.withdraw')} intent={withdraw}>
      <p>
        {t(`order-direction.${row.direction}`)} · {row.needed_on} ·{' '}
        {money(row.amount, i18n.language)}
      </p>
      <p className="note">{t('order.withdraw-means')}</p>
    </ActionDialog>
  );
}
