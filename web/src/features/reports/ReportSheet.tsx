import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DailyReportFiled, ReportFigure, ReportPage } from '../../api/contract';
import { useView } from '../../api/hooks';
import { useSignedIn } from '../../api/session';
import { dayAndClock } from '../../kit/format';
import { Screen, Skeleton } from '../../kit/Screen';
import { ReportFacts } from './ReportFacts';
import { StateChip } from './ReportTable';
import { difference, inWords, signed } from './reportWords';
import { SendReport } from './SendReport';
import { useTitles } from './useTitles';

// One report: the screen's card and the printed page.
export function ReportSheet({ at, day }: { at: string; day: string }) {
  const report = useView('report-page', { at: at || undefined, day });
  return (
    <Screen query={report} skeleton={<Skeleton rows={12} />}>
      {(page) => <Sheet page={page} />}
    </Screen>
  );
}

function Sheet({ page }: { page: ReportPage }) {
  const { t } = useTranslation();
  const { row } = page;
  const newest = page.versions.at(-1);
  return (
    <section className="card report-sheet" aria-labelledby="report-title">
      <header>
        <h2 id="report-title">
          {t('report.title', { place: row.title || t(`level.${row.level}`), day: page.day })}
        </h2>
        <StateChip row={row} zone={page.time_zone} />
        <span className="push reports-acts unprinted">
          <SendReport page={page} />
          <button type="button" className="button" onClick={() => window.print()}>
            {t('reports.print')}
          </button>
        </span>
      </header>
      <div className="body report-paper">
        {page.versions.length === 0 && <p className="note">{t('report.not-sent-yet')}</p>}
        {newest?.zero && <p className="note">{t('report.zero-means')}</p>}
        {newest?.note && <p className="report-note">{newest.note}</p>}
        <Figures page={page} />
        <Named filed={newest} page={page} />
        <Versions page={page} />
        <Signature filed={newest} zone={page.time_zone} />
      </div>
    </section>
  );
}

const seesEntries = [
  'province_command',
  'city_command',
  'outlet_manager',
  'inspector',
  'auditor',
] as const;

function Figures({ page }: { page: ReportPage }) {
  const { t } = useTranslation();
  const { figure } = useSearch({ from: '/reports' });
  const { role } = useSignedIn();
  const isOutlet = page.row.level === 'outlet';
  const leads = isOutlet && seesEntries.some((allowed) => allowed === role);
  return (
    <>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('report.figures')}>
        <table className="table report-figures">
          <caption className="unseen">{t('report.figures')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('report.figures')}</th>
              {['sent', 'now', 'day-before', 'difference'].map((head) => (
                <th key={head} scope="col" className={`numeric report-${head}`}>
                  {t(`report.${head}`)}
                </th>
              ))}
              {leads && (
                <th scope="col" className="unprinted">
                  {t('report.ground')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {page.row.figures.map((line) => (
              <FigureRow key={line.key} line={line} leads={leads} chosen={line.key === figure} />
            ))}
          </tbody>
        </table>
      </div>
      {!isOutlet && <p className="note unprinted">{t('report.from-below')}</p>}
      {leads && figure && page.row.figures.some((line) => line.key === figure) && (
        <ReportFacts outlet={page.row.at.split('/')[1]} day={page.day} figure={figure} />
      )}
    </>
  );
}

function FigureRow(props: { line: ReportFigure; leads: boolean; chosen: boolean }) {
  const { line, leads, chosen } = props;
  const { t } = useTranslation();
  const search = useSearch({ from: '/reports' });
  const name = t(`report.figure.${line.key}`);
  return (
    <tr aria-current={chosen || undefined}>
      <th scope="row">{name}</th>
      <td className="numeric">{inWords(line.key, line.sent)}</td>
      <td className={line.changed ? 'numeric report-changed' : 'numeric'}>
        {inWords(line.key, line.now)}
      </td>
      <td className="numeric">{inWords(line.key, line.day_before)}</td>
      <td className="numeric">{signed(line.key, difference(line))}</td>
      {leads && (
        <td className="unprinted">
          <Link
            to="/reports"
            search={{ ...search, figure: chosen ? undefined : line.key }}
            aria-label={`${t(chosen ? 'report.hide' : 'report.show')} · ${name}`}
            resetScroll={false}
          >
            {t(chosen ? 'report.hide' : 'report.show')}
          </Link>
        </td>
      )}
    </tr>
  );
}

function Named({ filed, page }: { filed?: DailyReportFiled; page: ReportPage }) {
  const { t } = useTranslation();
  const titleOf = useTitles(page.day);
  const waiting = page.missing_below.filter(
    (one) => !filed?.absent.some((named) => named.at === one),
  );
  if ((filed?.absent ?? []).length === 0 && waiting.length === 0) return null;
  return (
    <>
      <h3>{t('report.absent')}</h3>
      <ul className="report-absent">
        {filed?.absent.map((one) => (
          <li key={one.at}>
            {titleOf(one.at)} <span className="note">{one.reason}</span>
          </li>
        ))}
        {waiting.map((one) => (
          <li key={one}>
            {titleOf(one)} <span className="chip info">{t('report.state.waiting')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Versions({ page }: { page: ReportPage }) {
  const { t } = useTranslation();
  if (page.versions.length < 2) return null;
  return (
    <>
      <h3>{t('report.versions')}</h3>
      <ol className="report-versions">
        {page.versions.map((filed) => (
          <li key={filed.version}>
            {t('report.version', { n: filed.version })} · {dayAndClock(filed.at, page.time_zone)} ·{' '}
            {filed.by} {filed.reason && <span className="note">{filed.reason}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}

function Signature({ filed, zone }: { filed?: DailyReportFiled; zone: string }) {
  const { t } = useTranslation();
  if (!filed) return null;
  return (
    <dl className="report-signature">
      <div>
        <dt>{t('report.sent-by')}</dt>
        <dd>{filed.by}</dd>
      </div>
      <div>
        <dt>{t('report.sent-at')}</dt>
        <dd>{dayAndClock(filed.at, zone)}</dd>
      </div>
      <div>
        <dt>{t('report.checked-by')}</dt>
        <dd />
      </div>
    </dl>
  );
}
