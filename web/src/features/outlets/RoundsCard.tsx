import { useTranslation } from 'react-i18next';
import type { OutletPage } from '../../api/contract';
import { dayAndClock } from '../../kit/format';
import { Empty } from '../../kit/Screen';

const shown = 6;

export function RoundsCard({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="rounds-title">
      <header>
        <h2 id="rounds-title">{t('rounds.title')}</h2>
        {page.next_round_due && (
          <span className={page.round_overdue ? 'chip alarm push' : 'chip push'}>
            {t(page.round_overdue ? 'rounds.overdue' : 'rounds.next', {
              at: dayAndClock(page.next_round_due, page.time_zone),
            })}
          </span>
        )}
      </header>
      {page.rounds.length === 0 ? (
        <Empty>{t('rounds.empty')}</Empty>
      ) : (
        <ul className="rounds">
          {page.rounds.slice(0, shown).map((round) => (
            <li key={round.at}>
              <strong>{dayAndClock(round.at, page.time_zone)}</strong>{' '}
              {t(`agent.${round.agent}`, {
                concentration: round.concentration,
                minutes: round.contact_minutes,
              })}
              <p className="note">
                {round.touch_points.map((point) => t(`touch.${point}`)).join(t('list.comma'))} ·{' '}
                {round.by}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
