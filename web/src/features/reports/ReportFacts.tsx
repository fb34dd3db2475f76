import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DailyReportFigureKey, ReportFacts as Facts } from '../../api/contract';
import { useView } from '../../api/hooks';
import { dayAndClock } from '../../kit/format';
import { Screen, Skeleton } from '../../kit/Screen';

// The entries of the log that a figure rests on.
export function ReportFacts(props: { outlet: string; day: string; figure: DailyReportFigureKey }) {
  const { t } = useTranslation();
  const facts = useView('report-facts', props);
  const title = t('report.ground-of', { figure: t(`report.figure.${props.figure}`) });
  return (
    <section className="report-facts unprinted" aria-label={title}>
      <h3>{title}</h3>
      <Screen query={facts} skeleton={<Skeleton rows={3} />}>
        {(view) => (
          <>
            <RoomLink view={view} />
            {view.facts.length === 0 ? (
              <p className="note">{t('report.no-entries')}</p>
            ) : (
              <Entries view={view} />
            )}
            {view.left_off > 0 && (
              <p className="note">{t('report.left-off', { n: view.left_off })}</p>
            )}
          </>
        )}
      </Screen>
    </section>
  );
}

function Entries({ view }: { view: Facts }) {
  const { t } = useTranslation();
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t('report.entries')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="numeric">
              {t('report.entry')}
            </th>
            <th scope="col">{t('report.event')}</th>
            <th scope="col">{t('report.recorded-at')}</th>
            <th scope="col">{t('report.recorded-by')}</th>
          </tr>
        </thead>
        <tbody>
          {view.facts.map((fact) => (
            <tr key={fact.seq}>
              <th scope="row" className="numeric">
                {fact.seq}
              </th>
              <td>
                <code>{fact.event}</code>
              </td>
              <td>{dayAndClock(fact.at, view.time_zone)}</td>
              <td>{fact.by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// The page that holds the rows themselves.
function RoomLink({ view }: { view: Facts }) {
  const { t } = useTranslation();
  const { outlet, day } = view;
  const name = t('report.open-room');
  if (view.room === 'cash-day') {
    return (
      <Link to="/cash" search={{ outlet, part: 'sheet', day }}>
        {name}
      </Link>
    );
  }
  if (view.room === 'van-runs') {
    return (
      <Link to="/vans" search={{ day }}>
        {name}
      </Link>
    );
  }
  if (view.room === 'shelf') {
    return (
      <Link to="/supplies" search={{ search: outlet }}>
        {name}
      </Link>
    );
  }
  if (view.room === 'queue') {
    return (
      <Link to="/outlets/$outlet/calls" params={{ outlet }} search={{ day }}>
        {name}
      </Link>
    );
  }
  return (
    <Link to="/outlets/$outlet" params={{ outlet }}>
      {name}
    </Link>
  );
}
