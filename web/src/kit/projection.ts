import type { Point } from '../api/contract';
import type { Size } from './size';

// From micro-degrees to the picture. Within one city an equirectangular sheet is true to a metre in
// a thousand, and it keeps north up and distances comparable.
export interface Bounds {
  west: number;
  east: number;
  south: number;
  north: number;
}

export type Place = [x: number, y: number];

// `margin` is the part of the extent left free on each side; `spread` drops the farthest points,
// so that one distant outlet does not shrink the city to a dot.
export function boundsOf(points: Point[], margin = 0.08, spread = 1): Bounds {
  const lons = points.map((p) => p.lon_e6).sort((a, b) => a - b);
  const lats = points.map((p) => p.lat_e6).sort((a, b) => a - b);
  const cut = Math.floor((points.length * (1 - spread)) / 2);
  const [west, east] = [lons[cut] ?? 0, lons[lons.length - 1 - cut] ?? 0];
  const [south, north] = [lats[cut] ?? 0, lats[lats.length - 1 - cut] ?? 0];
  const wide = Math.max(east - west, 8_000) * margin;
  const high = Math.max(north - south, 6_000) * margin;
  return { west: west - wide, east: east + wide, south: south - high, north: north + high };
}

export const isWithin = ({ west, east, south, north }: Bounds, { lon_e6, lat_e6 }: Point) =>
  west <= lon_e6 && lon_e6 <= east && south <= lat_e6 && lat_e6 <= north;

export type Project = (at: Point) => Place;

export function projection(bounds: Bounds, { width, height }: Size, zoom = 1): Project {
  const middle = { lon: (bounds.west + bounds.east) / 2, lat: (bounds.south + bounds.north) / 2 };
  const narrowing = Math.cos((middle.lat / 1e6) * (Math.PI / 180));
  const across = Math.max(1, (bounds.east - bounds.west) * narrowing);
  const along = Math.max(1, bounds.north - bounds.south);
  const scale = Math.min(width / across, height / along) * zoom;
  return (at: Point): Place => [
    width / 2 + (at.lon_e6 - middle.lon) * narrowing * scale,
    height / 2 - (at.lat_e6 - middle.lat) * scale,
  ];
}

export const outlinePath = (corners: Place[]) =>
  `M${corners.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
