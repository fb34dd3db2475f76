// When each surface is due next, those that are due first together in one row.
import { useTranslation } from 'react-i18next';
import type { RoundsPage, Time } from '../../api/contract';
import { byDue, surfaces } from '../../kit/clocks';
import { DueChip } from '../../kit/DueChip';
import { clock } from '../../kit/format';

export function Clocks({ page, now }: { page: RoundsPage; now: Time }) {
  const { t } = useTranslation();
  const groups = byDue(page.clocks);
  return (
    <section className="card" aria-labelledby="clocks-title">
      <h2 id="clocks-title">
        {t('clocks.title')}
        <span className={page.alert === 'normal' ? 'chip' : 'chip warning'}>
          {t(`alert.${page.alert}`)}
        </span>
      </h2>
      {groups.length === 0 && <p className="empty">{t('clocks.none')}</p>}
      <ul className="list">
        {groups.map((group) => (
          <li key={group.due} className="clock-row">
            <DueChip deadline={group.due} now={now} />
            <span>{surfaces(group.clocks, page.machines, t)}</span>
            <span className="note">
              {group.clocks[0]!.last
                ? t('clocks.last', { at: clock(group.clocks[0]!.last, page.time_zone) })
                : t('clocks.never')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
