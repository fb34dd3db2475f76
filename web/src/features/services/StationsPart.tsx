import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StationList, StationRow } from '../../api/contract';
import { useView } from '../../api/hooks';
import { useAuthority } from '../../api/session';
import { dayAndClock, whole } from '../../kit/format';
import { KpiCard } from '../../kit/KpiCard';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { PublishStation } from './PublishStation';
import { StationDetail } from './StationDetail';

export function StationsPart() {
  const { scope, outlet } = useSearch({ from: '/services' });
  const stations = useView('stations', { scope });
  return (
    <Screen query={stations} skeleton={<Skeleton rows={8} />}>
      {(view) => {
        const chosen = view.stations.find((row) => row.outlet === outlet) ?? view.stations[0];
        return (
          <>
            {view.stations.length > 0 && <Figures view={view} />}
            <Table view={view} chosen={chosen?.outlet} />
            {chosen && <StationDetail key={chosen.outlet} row={chosen} />}
          </>
        );
      }}
    </Screen>
  );
}

const sum = (view: StationList, of: (row: StationRow) => number) =>
  view.stations.reduce((all, row) => all + of(row), 0);
const visits = (row: StationRow, of: 'today' | 'week') =>
  row.visits.reduce((all, one) => all + one[of], 0);

function Figures({ view }: { view: StationList }) {
  const { t } = useTranslation();
  const published = view.stations.filter((row) => row.published);
  const unconfirmed = published.filter((row) => row.unconfirmed).length;
  const faulty = sum(view, (row) => row.faulty);
  const doubted = sum(view, (row) => row.doubted);
  return (
    <div className="services-figures">
      <KpiCard
        title={t('stations.published')}
        value={whole(published.length)}
        unit={t('stations.unit')}
        severity="normal"
      >
        {t('stations.open-now', { n: published.filter((row) => row.open_now).length })}
      </KpiCard>
      <KpiCard
        title={t('stations.unconfirmed')}
        value={whole(unconfirmed)}
        unit={t('stations.unit')}
        severity={unconfirmed > 0 ? 'warning' : 'normal'}
      >
        {t('stations.unconfirmed-means')}
      </KpiCard>
      <KpiCard
        title={t('stations.trouble')}
        value={whole(faulty + doubted)}
        unit={t('stations.things')}
        severity={faulty + doubted > 0 ? 'warning' : 'normal'}
      >
        {t('stations.trouble-of', { faulty, doubted })}
      </KpiCard>
      <KpiCard
        title={t('stations.visits')}
        value={whole(sum(view, (row) => visits(row, 'today')))}
        unit={t('stations.people')}
        severity="normal"
      >
        {t('stations.visits-week', { n: whole(sum(view, (row) => visits(row, 'week'))) })}
      </KpiCard>
    </div>
  );
}

function Table({ view, chosen }: { view: StationList; chosen?: string }) {
  const { t } = useTranslation();
  const may = useAuthority();
  const { scope } = useSearch({ from: '/services' });
  return (
    <section className="card" aria-labelledby="stations-title">
      <header>
        <h2 id="stations-title">{t('stations.title')}</h2>
        <span className="note">{t('stations.means')}</span>
        {may('station.publish') && (
          <span className="push">
            <PublishStation />
          </span>
        )}
      </header>
      {view.stations.length === 0 ? (
        <Empty>{t('stations.empty')}</Empty>
      ) : (
        <div className="table-frame" tabIndex={0} role="region" aria-label={t('stations.title')}>
          <table className="table cards">
            <thead>
              <tr>
                <th scope="col">{t('stations.outlet')}</th>
                <th scope="col">{t('stations.state')}</th>
                <th scope="col">{t('stations.has')}</th>
                <th scope="col">{t('stations.verified')}</th>
                <th scope="col" className="numeric">
                  {t('stations.visits')}
                </th>
              </tr>
            </thead>
            <tbody>
              {view.stations.map((row) => (
                <tr key={row.outlet} aria-current={row.outlet === chosen || undefined}>
                  <th scope="row">
                    <Link to="/services" search={{ scope, outlet: row.outlet }}>
                      {row.title}
                    </Link>
                  </th>
                  <td data-label={t('stations.state')}>
                    <State row={row} />
                  </td>
                  <td data-label={t('stations.has')}>
                    <Has row={row} />
                  </td>
                  <td data-label={t('stations.verified')}>
                    {row.verified_at ? dayAndClock(row.verified_at, row.time_zone) : '–'}
                  </td>
                  <td data-label={t('stations.visits')} className="numeric">
                    {whole(visits(row, 'today'))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

export function State({ row }: { row: StationRow }) {
  const { t } = useTranslation();
  if (!row.published) return <span className="chip">{t('stations.withdrawn')}</span>;
  return (
    <>
      <span className={row.open_now ? 'chip good' : 'chip'}>
        {t(row.open_now ? 'stations.open' : 'stations.shut')}
      </span>{' '}
      {row.unconfirmed && <span className="chip warning">{t('stations.unconfirmed')}</span>}
    </>
  );
}

function Has({ row }: { row: StationRow }) {
  const { t } = useTranslation();
  const works = row.items.filter((item) => item.offered).length;
  return (
    <>
      {t('stations.works', { n: works, all: row.items.length })}{' '}
      {row.items
        .filter((item) => item.condition === 'faulty' || item.doubted_at)
        .map((item) => (
          <span key={item.amenity} className="chip warning">
            {t(`station.amenity.${item.amenity}`)}{' '}
            {t(item.condition === 'faulty' ? 'station.condition.faulty' : 'stations.doubted')}
          </span>
        ))}
    </>
  );
}
