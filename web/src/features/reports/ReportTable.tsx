import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DailyReportFigureKey, ReportDay, ReportRow, ReportState } from '../../api/contract';
import { clock } from '../../kit/format';
import { figureOf, inWords, shown } from './reportWords';

const columns: DailyReportFigureKey[] = [
  'outlets_opened',
  'tickets_served',
  'wait_p90_minutes',
  'rounds_done',
  'suits_left',
  'cash_held_fen',
];

// Province, cities, outlets, each under its upper level, with the figures that are asked for first.
export function ReportTable({ view, chosen }: { view: ReportDay; chosen: string }) {
  const { t } = useTranslation();
  return (
    <section className="card unprinted" aria-labelledby="reports-title">
      <header>
        <h2 id="reports-title">{t('reports.levels')}</h2>
        <span className="note">
          {t('reports.rule', { from: view.from, minutes: view.minutes })}
        </span>
      </header>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('reports.levels')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('reports.place')}</th>
              <th scope="col">{t('reports.state')}</th>
              {columns.map((key) => (
                <th key={key} scope="col" className="numeric">
                  {t(`report.figure.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <Row key={row.at} row={row} zone={view.time_zone} chosen={row.at === chosen} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ row, zone, chosen }: { row: ReportRow; zone: string; chosen: boolean }) {
  const { t } = useTranslation();
  const { scope, day } = useSearch({ from: '/reports' });
  return (
    <tr aria-current={chosen || undefined}>
      <th scope="row" className={`report-${row.level}`}>
        <Link to="/reports" search={{ scope, day, at: row.at || undefined }}>
          {row.title || t(`level.${row.level}`)}
        </Link>
      </th>
      <td>
        <StateChip row={row} zone={zone} />
      </td>
      {columns.map((key) => {
        const figure = figureOf(row.figures, key);
        return (
          <td key={key} className={row.version > 0 ? 'numeric' : 'numeric report-unsent'}>
            {inWords(key, figure && shown(figure))}
            {figure?.changed && (
              <span className="report-changed" title={t('reports.changed-means')}>
                {' '}
                → {inWords(key, figure.now)}
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

const tones: Record<ReportState, string> = {
  not_owed: 'chip',
  awaited: 'chip info',
  overdue: 'chip alarm',
  sent: 'chip good',
  named_missing: 'chip warning',
};

export function StateChip({ row, zone }: { row: ReportRow; zone: string }) {
  const { t } = useTranslation();
  const at = row.state === 'sent' && row.sent_at ? row.sent_at : row.due_at;
  const word = row.zero && row.state === 'sent' ? 'report.state.zero' : `report.state.${row.state}`;
  return (
    <>
      <span className={tones[row.state]}>{t(word, { at: clock(at, zone) })}</span>{' '}
      {row.version > 1 && (
        <span className="chip warning">{t('report.version', { n: row.version })}</span>
      )}{' '}
      {row.below_changed && <span className="chip warning">{t('report.below-changed')}</span>}{' '}
      {row.absence && <span className="note">{row.absence}</span>}
    </>
  );
}
