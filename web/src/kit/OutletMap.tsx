import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroundMap, MapOutlet } from '../api/contract';
import { boundsOf, outlinePath, projection, type Bounds } from './projection';
import { StateShape, stateOrder, type Shown } from './StateGlyph';

export const shownOn = (outlet: MapOutlet): Shown => (outlet.alert ? 'alert' : outlet.shown_state);

interface MapView {
  map: GroundMap;
  bounds: Bounds;
  label: string; // What the picture shows, in a sentence.
  selected?: string;
  onSelect?: (outlet: string) => void;
  detailed?: boolean; // Communities, and a name for each outlet inside a seal.
}

const width = 640;
const height = 420;

// A schematic map from points alone: no boundaries, no tiles, no other host. What matters most is
// drawn last. It is a picture for the eye and the mouse; the table beside it says the same to the
// keyboard.
export function OutletMap({ map, bounds, label, selected, onSelect, detailed }: MapView) {
  const [zoom, setZoom] = useState(1);
  const { t } = useTranslation();
  const project = useMemo(() => projection(bounds, width, height, zoom), [bounds, zoom]);
  const outlets = useMemo(() => inDrawingOrder(map.outlets), [map.outlets]);
  return (
    <div className="map-frame">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
        className="map"
        preserveAspectRatio="xMidYMid slice"
        onPointerUp={(event) => {
          const hit = (event.target as Element).closest('[data-outlet]');
          if (hit) onSelect?.(hit.getAttribute('data-outlet')!);
        }}
      >
        <Ground />
        {map.zones.map((zone) => (
          <ZoneShape key={zone.zone} zone={zone} map={map} project={project} />
        ))}
        {detailed && <Communities map={map} project={project} />}
        {outlets.map((outlet) => {
          const [x, y] = project(outlet.at);
          const state = shownOn(outlet);
          return (
            <g
              key={outlet.outlet}
              transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
              data-outlet={outlet.outlet}
              className={`map-outlet ${outlet.outlet === selected ? 'selected' : ''}`}
            >
              <title>{`${outlet.title} · ${t(`state.${state}`)}`}</title>
              {outlet.outlet === selected && <circle r="12" className="map-ring" />}
              <g transform={`scale(${scaleOf(outlet, state, detailed)})`}>
                <StateShape state={state} />
              </g>
            </g>
          );
        })}
        <Names
          outlets={outlets.filter((o) => o.outlet === selected || (detailed && o.zone))}
          project={project}
        />
      </svg>
      <div className="map-zoom">
        <button type="button" aria-label={t('map.closer')} onClick={() => setZoom(zoom * 1.6)}>
          +
        </button>
        <button
          type="button"
          aria-label={t('map.farther')}
          disabled={zoom <= 1}
          onClick={() => setZoom(Math.max(1, zoom / 1.6))}
        >
          −
        </button>
      </div>
    </div>
  );
}

type Project = ReturnType<typeof projection>;

const inDrawingOrder = (outlets: MapOutlet[]) =>
  outlets
    .filter((outlet) => outlet.position_source !== 'unknown')
    .sort((a, b) => stateOrder.indexOf(shownOn(b)) - stateOrder.indexOf(shownOn(a)));

function scaleOf(outlet: MapOutlet, state: Shown, detailed?: boolean): number {
  if (detailed) return outlet.zone ? 1.35 : 0.75;
  return state === 'open' ? 0.62 : 1.05;
}

function Ground() {
  const grid = useId();
  return (
    <>
      <pattern id={grid} width="40" height="40" patternUnits="userSpaceOnUse">
        <path d="M40 0H0V40" fill="none" stroke="#e3e8ef" strokeWidth="1" />
      </pattern>
      <rect width={width} height={height} fill="#f3f6fa" />
      <rect width={width} height={height} fill={`url(#${grid})`} />
    </>
  );
}

function ZoneShape(props: { zone: GroundMap['zones'][number]; map: GroundMap; project: Project }) {
  const { zone, map, project } = props;
  const inside = map.communities.filter((community) => community.zone === zone.zone);
  const points = zone.outline.length > 2 ? zone.outline : hullAround(inside.map((c) => c.at));
  if (points.length < 3) return null;
  const corners = points.map(project);
  const top = Math.min(...corners.map(([, y]) => y));
  const bottom = Math.max(...corners.map(([, y]) => y));
  const left = Math.min(...corners.map(([x]) => x));
  const right = Math.max(...corners.map(([x]) => x));
  const y = bottom + 16 < height - 4 ? bottom + 16 : Math.max(16, top + 18);
  return (
    <g className="map-zone">
      <path d={outlinePath(corners)} />
      <text x={(left + right) / 2} y={y} textAnchor="middle">
        {zone.title}
      </text>
    </g>
  );
}

// Where only the communities are known, a box around them stands for the seal.
function hullAround(points: { lon_e6: number; lat_e6: number }[]) {
  if (points.length === 0) return [];
  const { west, east, south, north } = boundsOf(points, 0.15);
  return [
    { lon_e6: west, lat_e6: north },
    { lon_e6: east, lat_e6: north },
    { lon_e6: east, lat_e6: south },
    { lon_e6: west, lat_e6: south },
  ];
}

function Communities({ map, project }: { map: GroundMap; project: Project }) {
  return map.communities.map((community) => {
    const [x, y] = project(community.at);
    return (
      <g key={community.community} className="map-community">
        <title>{`${community.title} · ${community.people}`}</title>
        <circle cx={x} cy={y} r={Math.sqrt(community.people) / 14 + 2} />
        <text x={x} y={y + 17} textAnchor="middle">
          {community.title}
        </text>
      </g>
    );
  });
}

function Names({ outlets, project }: { outlets: MapOutlet[]; project: Project }) {
  return outlets.map((outlet) => {
    const [x, y] = project(outlet.at);
    const flip = x > width * 0.72;
    return (
      <text
        key={outlet.outlet}
        className="map-name"
        data-outlet={outlet.outlet}
        x={flip ? x - 13 : x + 13}
        y={y + 5}
        textAnchor={flip ? 'end' : 'start'}
      >
        {outlet.title}
      </text>
    );
  });
}
