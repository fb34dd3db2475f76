import { useTranslation } from 'react-i18next';
import type { Level, PlanRow } from '../../api/contract';
import { dayAndClock } from '../../kit/format';

const levels: Level[] = ['outlet', 'city', 'province'];

// 三级管理: outlet, city and province sign in this order, each a different person.
export function Signatures({ row, brief }: { row: PlanRow; brief?: boolean }) {
  const { t } = useTranslation();
  return (
    <ol className={brief ? 'signatures brief' : 'signatures'} aria-label={t('plans.signed')}>
      {levels.map((level) => {
        const signed = row.signatures.find((signature) => signature.level === level);
        const state = signed ? 'signed' : row.level_due === level ? 'due' : 'later';
        return (
          <li key={level} className={state}>
            <span aria-hidden="true">{signed ? '✓' : state === 'due' ? '◐' : '○'}</span>{' '}
            {t(`level.${level}`)}
            {!brief && (
              <span className="note">
                {signed
                  ? `${signed.by} · ${dayAndClock(signed.at)}${signed.remark && ` · ${signed.remark}`}`
                  : t(`signature.${state}`)}
              </span>
            )}
            {brief && <span className="unseen">{t(`signature.${state}`)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
