// The 209 outlets of Shenyang. Code, name, kind and city are of the public list; the rest is invented.
import { chance } from './chance.mjs';
import { outline, inside } from './zone.mjs';

// A box inside each urban district, and the share of outlets whose district the list does not tell.
const districts = {
  和平区: [123.38, 41.765, 123.415, 41.8],
  沈河区: [123.425, 41.77, 123.475, 41.805],
  大东区: [123.465, 41.8, 123.51, 41.835],
  皇姑区: [123.405, 41.815, 123.445, 41.85],
  铁西区: [123.33, 41.77, 123.375, 41.81],
  浑南区: [123.42, 41.715, 123.48, 41.75],
  于洪区: [123.28, 41.78, 123.33, 41.83],
  苏家屯区: [123.32, 41.645, 123.37, 41.68],
  沈北新区: [123.49, 42.03, 123.54, 42.07],
  辽中区: [122.71, 41.5, 122.75, 41.53],
  康平县: [123.335, 42.73, 123.37, 42.76],
  法库县: [123.395, 42.49, 123.43, 42.52],
  新民市: [122.81, 41.985, 122.85, 42.01],
};
const urban = ['和平区', '沈河区', '大东区', '皇姑区', '铁西区'];

// The three outlets that the seal of January 2021 encloses in this example.
const sealed = {
  102221004264: { lon: 123.3901, lat: 41.83166, community: 'SY-HG-C01', windows: 3, machines: 4 },
  102221004221: { lon: 123.3985, lat: 41.83018, community: 'SY-HG-C05', windows: 3, machines: 3 },
  102221004230: { lon: 123.3952, lat: 41.8252, community: 'SY-HG-C09', windows: 2, machines: 3 },
};

const place = (draw, district) => {
  const [west, south, east, north] = districts[district];
  for (;;) {
    const at = { lon: draw.between(west, east), lat: draw.between(south, north) };
    if (!inside(outline, at)) return at;
  }
};

const position = (row, draw) => {
  if (row.kind === 'back-office') return { lon: '', lat: '', position_source: 'unknown' };
  const at = sealed[row.code] ?? place(draw, row.district || draw.one(urban));
  return { lon: at.lon.toFixed(6), lat: at.lat.toFixed(6), position_source: 'synthetic' };
};

const size = (row, draw) => {
  if (row.kind === 'back-office') return {};
  const windows = sealed[row.code]?.windows ?? draw.whole(2, 6);
  return {
    windows,
    machines: sealed[row.code]?.machines ?? draw.whole(2, 6),
    lobby_m2: 40 + windows * draw.whole(12, 20),
    seats: windows * 4,
    opens: '09:00',
    closes: '17:00',
    cash_float_yuan: 200000 + windows * 200000,
    cash_limit_yuan: 1000000 + windows * 1000000,
  };
};

const columns = {
  code: '', name: '', city: 'SY', district: '', address: '', lon: '', lat: '', position_source: '', community: '',
  kind: '', windows: 0, machines: 0, lobby_m2: 0, seats: 0, opens: '', closes: '', cash_float_yuan: 0,
  cash_limit_yuan: 0, phone: '',
};

// No exchange of Shenyang begins with 0000: nobody's telephone rings.
const phone = (row) => (row.kind === 'back-office' ? '' : `024-0000${row.code.slice(-4)}`);


export const outlets = (seed, source) =>
  source
    .filter((row) => row.city === '沈阳市')
    .map((row) => {
      const draw = chance(seed, row.code);
      return {
        ...columns,
        code: row.code,
        name: row.short_name,
        district: row.district,
        ...position(row, draw),
        community: sealed[row.code]?.community ?? '',
        kind: row.kind.replaceAll('-', '_'),
        ...size(row, draw),
        phone: phone(row),
      };
    });
