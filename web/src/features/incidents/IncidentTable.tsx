import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IncidentList, IncidentRow } from '../../api/contract';
import { DueChip } from '../../kit/DueChip';
import { dayAndClock } from '../../kit/format';
import { MainAction } from './MainAction';

// By the clock that runs out first; each row has the one button that ends it.
export function IncidentTable({ view, chosen }: { view: IncidentList; chosen?: string }) {
  const { t } = useTranslation();
  const heads = ['what', 'place', 'happened', 'clock', 'called', 'do'];
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t('incidents.list')}>
      <table className="table cards">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`incidents.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <Row key={row.incident} row={row} view={view} chosen={row.incident === chosen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, view, chosen }: { row: IncidentRow; view: IncidentList; chosen: boolean }) {
  const { t } = useTranslation();
  const soonest = row.dues[0];
  return (
    <tr aria-current={chosen || undefined} className={row.drill ? 'drill' : undefined}>
      <td>
        <span className="incident-name">
          <Link
            from="/incidents"
            to="/incidents"
            search={(old) => ({ ...old, incident: row.incident })}
          >
            {t(`incident.kind.${row.kind}`)}
          </Link>
          <ClassChip of={row} />
          {row.drill && <span className="chip drill-chip">{t('incident.drill')}</span>}
          <span className="note">{row.incident}</span>
        </span>
      </td>
      <td data-label={t('incidents.place')}>
        <span>{row.title || t('level.province')}</span>
      </td>
      <td data-label={t('incidents.happened')}>
        <span>{dayAndClock(row.happened_at)}</span>
      </td>
      <td data-label={t('incidents.clock')}>
        <span className="incident-clock">
          {row.closed_at && t('incidents.closed-at', { at: dayAndClock(row.closed_at) })}
          {soonest && (
            <>
              {t(`incident.due.${soonest.kind}`)} <DueChip deadline={soonest.by} now={view.now} />
            </>
          )}
          {!row.closed_at && !soonest && t('incidents.no-clock')}
        </span>
      </td>
      <td data-label={t('incidents.called')}>
        <span>
          {row.waiting_for.length > 0
            ? row.waiting_for.map((call) => call.account).join(t('list.comma'))
            : t(row.acknowledged ? 'incidents.answered' : 'incidents.nobody')}
        </span>
      </td>
      <td data-label={t('incidents.do')}>
        <span>
          {row.mine ? (
            <MainAction row={row} primary />
          ) : (
            <Link
              className="button"
              from="/incidents"
              to="/incidents"
              search={(old) => ({ ...old, incident: row.incident })}
              aria-label={`${t('incidents.look')} · ${row.incident}`}
            >
              {t('incidents.look')}
            </Link>
          )}
        </span>
      </td>
    </tr>
  );
}

export function ClassChip({ of }: { of: Pick<IncidentRow, 'incident_class'> }) {
  const { t } = useTranslation();
  const grave = of.incident_class === 'class_1' || of.incident_class === 'class_2';
  return (
    <span className={grave ? 'chip alarm' : 'chip'}>
      {t(`incident.class.${of.incident_class}`)}
    </span>
  );
}
