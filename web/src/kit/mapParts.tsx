import type { GroundMap, MapOutlet } from '../api/contract';
import { boundsOf, outlinePath, type Place, type Project } from './projection';
import type { Size } from './size';

interface Zone {
  zone: GroundMap['zones'][number];
  map: GroundMap;
  project: Project;
  size: Size;
}

// What lies on the map besides the outlets' marks: the zones with their names, the communities, and the
// names of the outlets that matter.
export function ZoneShape({ zone, map, project, size }: Zone) {
  const inside = map.communities.filter((community) => community.zone === zone.zone);
  const points = zone.outline.length > 2 ? zone.outline : boxAround(inside.map((c) => c.at));
  if (points.length < 3) return null;
  const corners = points.map(project);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const below = Math.max(...ys) + 17;
  const y = below < size.height - 4 ? below : size.height - 8;
  return (
    <g className="map-zone">
      <path d={outlinePath(corners)} />
      <text x={(Math.min(...xs) + Math.max(...xs)) / 2} y={y} textAnchor="middle">
        {zone.title}
      </text>
    </g>
  );
}

// Where only the communities are known, a box around them stands for the seal.
function boxAround(points: { lon_e6: number; lat_e6: number }[]) {
  if (points.length === 0) return [];
  const { west, east, south, north } = boundsOf(points, 0.15);
  return [
    { lon_e6: west, lat_e6: north },
    { lon_e6: east, lat_e6: north },
    { lon_e6: east, lat_e6: south },
    { lon_e6: west, lat_e6: south },
  ];
}

export function Communities({ map, project }: { map: GroundMap; project: Project }) {
  const marks = map.outlets.filter((outlet) => outlet.zone).map((outlet) => project(outlet.at));
  return map.communities.map((community) => {
    const [x, y] = project(community.at);
    return (
      <g key={community.community} className="map-community">
        <title>{`${community.title} · ${community.people}`}</title>
        <circle cx={x} cy={y} r={Math.sqrt(community.people) / 16 + 2} />
        {!marks.some((mark) => isCovered(mark, [x, y + 17])) && (
          <text x={x} y={y + 19} textAnchor="middle">
            {community.title}
          </text>
        )}
      </g>
    );
  });
}

// An outlet's mark and its name, to the right of it, would lie on the community's name.
const isCovered = ([x, y]: Place, [labelX, labelY]: Place) =>
  labelX > x - 40 && labelX < x + 130 && Math.abs(labelY - y) < 18;

interface Named {
  outlets: MapOutlet[];
  project: Project;
  size: Size;
}

export function Names({ outlets, project, size }: Named) {
  return outlets.map((outlet) => {
    const [x, y] = project(outlet.at);
    const flip = x > size.width - 130;
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
