import type { TFunction } from 'i18next';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, GroundMap, MapOutlet } from '../../api/contract';
import { useView } from '../../api/hooks';
import { OutletMap, shownOn } from '../../kit/OutletMap';
import { boundsOf, isWithin } from '../../kit/projection';
import { Empty, Screen, Skeleton } from '../../kit/Screen';
import { Segmented } from '../../kit/Segmented';
import { StateGlyph, stateOrder, type Shown } from '../../kit/StateGlyph';
import { StateTag } from '../../kit/StateTag';
import { CitiesTable } from './CitiesTable';

type Show = 'map' | 'list' | 'cities';

export function MapCard({ board }: { board?: Board }) {
  const { t } = useTranslation();
  const { scope, show = 'map' } = useSearch({ from: '/board' });
  const navigate = useNavigate({ from: '/board' });
  const map = useView('map', { scope });
  const choose = (next: Show) => void navigate({ search: (old) => ({ ...old, show: next }) });
  return (
    <section className="card map-card" aria-labelledby="map-title">
      <header>
        <h2 id="map-title">{t('map.title')}</h2>
        <span className="note">{t('map.synthetic')}</span>
        <span className="push">
          <Segmented
            label={t('map.show')}
            value={show}
            onChange={choose}
            choices={[
              { value: 'map', text: t('map.map') },
              { value: 'list', text: t('map.list') },
              { value: 'cities', text: t('map.cities') },
            ]}
          />
        </span>
      </header>
      <Screen
        query={map}
        skeleton={<Skeleton rows={10} />}
        isEmpty={(view) => view.outlets.length === 0}
        empty={<NoOutlets />}
      >
        {(view) => (
          <>
            {show === 'map' && <Maps map={view} />}
            {show === 'list' && <OutletList outlets={view.outlets} />}
            {show === 'cities' && board && <CitiesTable cities={board.cities} />}
            <Legend outlets={view.outlets} />
          </>
        )}
      </Screen>
    </section>
  );
}

function NoOutlets() {
  const { t } = useTranslation();
  return (
    <Empty
      action={
        <Link to="/admin" search={{ part: 'import' }}>
          {t('map.import')}
        </Link>
      }
    >
      {t('map.empty')}
    </Empty>
  );
}

// Left all of the scope, right its first sealed zone close up.
function Maps({ map }: { map: GroundMap }) {
  const { t } = useTranslation();
  const { outlet } = useSearch({ from: '/board' });
  const navigate = useNavigate({ from: '/board' });
  const select = (next: string) => void navigate({ search: (old) => ({ ...old, outlet: next }) });
  const zone = map.zones[0];
  const whole = useMemo(
    () =>
      boundsOf(
        map.outlets.filter(placed).map((o) => o.at),
        0.1,
        0.8,
      ),
    [map.outlets],
  );
  const beyond = map.outlets.filter((o) => placed(o) && !isWithin(whole, o.at)).length;
  const near = useMemo(() => boundsOf(placesIn(map, zone?.zone), 0.16), [map, zone]);
  const common = { map, selected: outlet ?? firstInside(map), onSelect: select };
  return (
    <>
      <div className={zone ? 'maps two' : 'maps'}>
        <figure>
          <figcaption>
            {t('map.whole', { n: map.outlets.length })}
            {beyond > 0 && t('map.beyond', { n: beyond })}
          </figcaption>
          <OutletMap {...common} bounds={whole} label={summary(map.outlets, t)} />
        </figure>
        {zone && (
          <figure>
            <figcaption>
              <strong>{t('map.focus', { zone: zone.title })}</strong>{' '}
              {t('map.zone', {
                people: (zone.people / 10_000).toFixed(1),
                thousands: Math.round(zone.people / 1000),
                n: zone.outlets,
              })}
            </figcaption>
            <OutletMap
              {...common}
              bounds={near}
              detailed
              label={summary(
                map.outlets.filter((o) => o.zone === zone.zone),
                t,
              )}
            />
          </figure>
        )}
      </div>
      <Selected outlet={map.outlets.find((o) => o.outlet === common.selected)} />
    </>
  );
}

const placed = (outlet: MapOutlet) => outlet.position_source !== 'unknown';
const firstInside = (map: GroundMap) =>
  map.outlets.find((outlet) => outlet.zone && outlet.alert)?.outlet ??
  map.outlets.find((outlet) => outlet.zone && outlet.shown_state !== 'sealed_closed')?.outlet ??
  map.outlets.find((outlet) => outlet.zone)?.outlet;

const placesIn = (map: GroundMap, zone?: string) => [
  ...(map.zones.find((z) => z.zone === zone)?.outline ?? []),
  ...map.communities.filter((community) => community.zone === zone).map((c) => c.at),
  ...map.outlets.filter((outlet) => outlet.zone === zone && placed(outlet)).map((o) => o.at),
];

function countsOf(outlets: MapOutlet[]): [Shown, number][] {
  const counts = new Map<Shown, number>(stateOrder.map((state) => [state, 0]));
  for (const outlet of outlets) counts.set(shownOn(outlet), counts.get(shownOn(outlet))! + 1);
  return [...counts].reverse();
}

function summary(outlets: MapOutlet[], t: TFunction): string {
  const parts = countsOf(outlets)
    .filter(([, n]) => n > 0)
    .map(([state, n]) => `${t(`state.${state}`)} ${n}`);
  return t('map.summary', { states: parts.join(t('list.comma')) });
}

function Legend({ outlets }: { outlets: MapOutlet[] }) {
  const { t } = useTranslation();
  return (
    <ul className="legend" aria-label={t('map.legend')}>
      {countsOf(outlets).map(([state, n]) => (
        <li key={state} className={n === 0 ? 'none' : ''}>
          <StateGlyph state={state} /> {t(`state.${state}`)} <strong>{n}</strong>
        </li>
      ))}
    </ul>
  );
}

function Selected({ outlet }: { outlet?: MapOutlet }) {
  const { t } = useTranslation();
  if (!outlet) return null;
  return (
    <p className="map-selected">
      <StateTag state={shownOn(outlet)} />
      <strong>{outlet.title}</strong>
      <span className="note">{t(outlet.zone ? 'map.inside' : 'map.outside')}</span>
      <span className="note">{t(`position.${outlet.position_source}`)}</span>
      <Link className="button primary" to="/outlets/$outlet" params={{ outlet: outlet.outlet }}>
        {t('map.enter')}
      </Link>
    </p>
  );
}

function OutletList({ outlets }: { outlets: MapOutlet[] }) {
  const { t } = useTranslation();
  const sorted = [...outlets].sort(
    (a, b) => stateOrder.indexOf(shownOn(a)) - stateOrder.indexOf(shownOn(b)),
  );
  return (
    <div className="table-frame map-list" tabIndex={0} role="region" aria-label={t('map.list')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('outlet.title')}</th>
            <th scope="col">{t('outlet.state')}</th>
            <th scope="col">{t('outlet.place')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((outlet) => (
            <tr key={outlet.outlet}>
              <td>
                <Link to="/outlets/$outlet" params={{ outlet: outlet.outlet }}>
                  {outlet.title}
                </Link>
              </td>
              <td>
                <StateTag state={shownOn(outlet)} />
              </td>
              <td>{t(outlet.zone ? 'map.inside' : 'map.outside')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
