import { useTranslation } from 'react-i18next';
import type { OutletPage, RoundsPage } from '../../api/contract';
import { useView } from '../../api/hooks';
import { byDue, surfaces } from '../../kit/clocks';
import { DueChip } from '../../kit/DueChip';
import { clock, dayAndClock } from '../../kit/format';
import { Empty, Screen, Skeleton } from '../../kit/Screen';

const shown = 6;

// 消毒: which surface is due when, what is under way, and what was done.
export function RoundsCard({ page }: { page: OutletPage }) {
  const { t } = useTranslation();
  const rounds = useView('rounds', { outlet: page.outlet });
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
      <Screen query={rounds} skeleton={<Skeleton rows={4} />}>
        {(view) => <Clocks view={view} />}
      </Screen>
      {page.rounds.length === 0 ? (
        <Empty>{t('rounds.empty')}</Empty>
      ) : (
        <ul className="rounds">
          {page.rounds.slice(0, shown).map((round) => (
            <li key={`${round.at} ${round.machine ?? ''}`}>
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

function Clocks({ view }: { view: RoundsPage }) {
  const { t } = useTranslation();
  const { done, due, per_day } = view.airings;
  return (
    <ul className="rounds">
      {view.terminal_outstanding && (
        <li>
          <span className="chip alarm">{t('round.terminal-due')}</span>
        </li>
      )}
      {view.open.map(({ round, ready_at }) => (
        <li key={round.round}>
          <strong>{t('round.under-way')}</strong>{' '}
          {t('round.ready-at', { at: clock(ready_at, view.time_zone) })}
          <p className="note">
            {surfaces(
              round.touch_points.map((touch_point) => ({ touch_point })),
              0,
              t,
            )}
          </p>
        </li>
      ))}
      {byDue(view.clocks)
        .slice(0, shown)
        .map((group) => (
          <li key={group.due}>
            <DueChip deadline={group.due} now={view.now} />
            <p className="note">{surfaces(group.clocks, view.machines, t)}</p>
          </li>
        ))}
      <li>
        {t('airing.title')}{' '}
        <span className={done < due ? 'chip alarm' : 'chip good'}>
          {t('airing.done', { done, of: per_day })}
        </span>
      </li>
    </ul>
  );
}
