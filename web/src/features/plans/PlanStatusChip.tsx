import { useTranslation } from 'react-i18next';
import type { PlanRow } from '../../api/contract';

const dress = { proposed: 'warning', approved: 'good', returned: 'alarm', superseded: '' } as const;

export function PlanStatusChip({ row }: { row: PlanRow }) {
  const { t } = useTranslation();
  const waiting = row.status === 'proposed' && row.level_due;
  return (
    <span className={`chip ${dress[row.status]}`}>
      {waiting ? t('plan.waits', { level: t(`level.${waiting}`) }) : t(`plan.status.${row.status}`)}
    </span>
  );
}
