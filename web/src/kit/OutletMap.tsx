import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroundMap, MapOutlet } from '../api/contract';
import { Communities, Names, ZoneShape } from './mapParts';
import { projection, type Bounds, type Place } from './projection';
import { useSize } from './size';
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

// A schematic map from points alone: no boundaries, no tiles, no other host. What matters most is
// drawn last. It is a picture for the eye and the mouse; the table beside it says the same to the
// keyboard.
export function OutletMap({ map, bounds, label, selected, onSelect, detailed }: MapView) {
  const [zoom, setZoom] = useState(1);
  const { frame, size } = useSize<HTMLDivElement>({ width: 640, height: 400 });
  const project = useMemo(() => projection(bounds, size, zoom), [bounds, size, zoom]);
  const outlets = useMemo(() => inDrawingOrder(map.outlets), [map.outlets]);
  const named = outlets.filter((o) => o.outlet === selected || (detailed && o.zone));
  return (
    <div className="map-frame" ref={frame}>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={label}
        className="map"
        onPointerUp={(event) => {
          const hit = (event.target as Element).closest('[data-outlet]');
          if (hit) onSelect?.(hit.getAttribute('data-outlet')!);
        }}
      >
        <Ground />
        {map.zones.map((zone) => (
          <ZoneShape key={zone.zone} zone={zone} map={map} project={project} size={size} />
        ))}
        {detailed && <Communities map={map} project={project} />}
        {outlets.map((outlet) => (
          <Mark
            key={outlet.outlet}
            outlet={outlet}
            at={project(outlet.at)}
            selected={outlet.outlet === selected}
            detailed={detailed}
          />
        ))}
        <Names outlets={named} project={project} size={size} />
      </svg>
      <Zoom zoom={zoom} set={setZoom} />
    </div>
  );
}

const inDrawingOrder = (outlets: MapOutlet[]) =>
  outlets
    .filter((outlet) => outlet.position_source !== 'unknown')
    .sort((a, b) => stateOrder.indexOf(shownOn(b)) - stateOrder.indexOf(shownOn(a)));

interface MarkView {
  outlet: MapOutlet;
  at: Place;
  selected: boolean;
  detailed?: boolean;
}

function Mark({ outlet, at: [x, y], selected, detailed }: MarkView) {
  const { t } = useTranslation();
  const state = shownOn(outlet);
  return (
    <g
      transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
      data-outlet={outlet.outlet}
      className="map-outlet"
    >
      <title>{`${outlet.title} · ${t(`state.${state}`)}`}</title>
      {selected && <circle r="12" className="map-ring" />}
      <g transform={`scale(${scaleOf(outlet, state, detailed)})`}>
        <StateShape state={state} />
      </g>
    </g>
  );
}

// Normal is small and quiet; what stands inside a seal, or is not normal, is large.
function scaleOf(outlet: MapOutlet, state: Shown, detailed?: boolean): number {
  if (detailed) return outlet.zone ? 1.35 : 0.75;
  return state === 'open' && !outlet.zone ? 0.62 : 1.05;
}

function Ground() {
  const grid = useId();
  return (
    <>
      <pattern id={grid} width="40" height="40" patternUnits="userSpaceOnUse">
        <path d="M40 0H0V40" fill="none" stroke="#e3e8ef" strokeWidth="1" />
      </pattern>
      <rect width="100%" height="100%" fill="#f3f6fa" />
      <rect width="100%" height="100%" fill={`url(#${grid})`} />
    </>
  );
}

const step = 1.6;

function Zoom({ zoom, set }: { zoom: number; set: (zoom: number) => void }) {
  const { t } = useTranslation();
  return (
    <div className="map-zoom">
      <button type="button" aria-label={t('map.closer')} onClick={() => set(zoom * step)}>
        +
      </button>
      <button
        type="button"
        aria-label={t('map.farther')}
        disabled={zoom <= 1}
        onClick={() => set(Math.max(1, zoom / step))}
      >
        −
      </button>
    </div>
  );
}
