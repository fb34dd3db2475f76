import { useTranslation } from 'react-i18next';
import type { PlanOutletDay, PlanOutletPlan, PlanPage } from '../../api/contract';
import { dayAfter, money, monthAndDay } from '../../kit/format';

// Day by day: which team, how many windows, the van, who is served, and what is left at night.
export function WindowGantt({ page, outlet }: { page: PlanPage; outlet: PlanOutletPlan }) {
  const { t, i18n } = useTranslation();
  const { from, days, van_runs } = page.document;
  const dates = Array.from({ length: days }, (_, i) => dayAfter(from, i));
  const on = (date: string) => outlet.days.find((day) => day.day === date);
  const van = (date: string) =>
    van_runs.find((run) => run.day === date && run.stops.includes(outlet.outlet));
  const row = (name: string, cell: (day: PlanOutletDay) => string) => (
    <tr>
      <th scope="row">{t(name)}</th>
      {dates.map((date) => {
        const day = on(date);
        return <td key={date}>{day ? cell(day) : ''}</td>;
      })}
    </tr>
  );
  return (
    <div className="table-frame gantt" tabIndex={0} role="region" aria-label={t('gantt.title')}>
      <table>
        <caption>{t('gantt.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('gantt.day')}</th>
            {dates.map((date) => (
              <th key={date} scope="col">
                {monthAndDay(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="bars">
            <th scope="row">{t('gantt.team')}</th>
            {dates.map((date) => {
              const day = on(date);
              const open = day && day.windows > 0;
              return (
                <td key={date}>
                  <span className={open ? `bar ${day.team}` : 'bar shut'}>
                    {open
                      ? t('gantt.windows', { team: day.team.toUpperCase(), n: day.windows })
                      : '–'}
                  </span>
                </td>
              );
            })}
          </tr>
          <tr>
            <th scope="row">{t('gantt.van')}</th>
            {dates.map((date) => {
              const run = van(date);
              return <td key={date}>{run && <span title={run.gate}>{run.from}</span>}</td>;
            })}
          </tr>
          {row('gantt.served', (day) => String(day.critical_served + day.ordinary_served))}
          {row('gantt.suits', (day) => String(day.suits_left))}
          {row('gantt.wipes', (day) => String(day.wipes_left))}
          {row('gantt.float', (day) => money(day.float_left, i18n.language).replace(/ .*$/, ''))}
        </tbody>
      </table>
    </div>
  );
}
