// The sealed zone of Huanggu: about 3 km², a schematic outline. Bounds, area, sums and dates are facts of the
// reports (docs/reference/network-files.md names them); corners, communities and how people spread over them are invented.
export const outline = [
  { lon: 123.377, lat: 41.8238 },
  { lon: 123.3978, lat: 41.822 },
  { lon: 123.4022, lat: 41.83 },
  { lon: 123.4, lat: 41.836 },
  { lon: 123.385, lat: 41.837 },
  { lon: 123.3775, lat: 41.833 },
];

// Even-odd rule.
export const inside = (ring, { lon, lat }) => {
  let odd = false;
  ring.forEach((a, i) => {
    const b = ring[(i + ring.length - 1) % ring.length];
    if (a.lat > lat !== b.lat > lat && lon < ((b.lon - a.lon) * (lat - a.lat)) / (b.lat - a.lat) + a.lon) odd = !odd;
  });
  return odd;
};

export const zones = () => [
  {
    id: 'SY-HG-01',
    name: '皇姑区重点管控区',
    city: 'SY',
    scheme: '2021-01',
    kind: 'key_control_area',
    sealed_at: '2021-01-02T00:00:00+08:00',
    outline: outline.map((p) => `${p.lon} ${p.lat}`).join(';'),
  },
];

// name, lon, lat, people, card customers, over 60 per thousand
const placed = [
  ['向工社区', 123.389, 41.8322, 12400, 4050, 262],
  ['向工东社区', 123.3928, 41.833, 10300, 3020, 248],
  ['锦江社区', 123.3865, 41.8352, 9100, 2560, 241],
  ['新开河社区', 123.3955, 41.8349, 8800, 2430, 236],
  ['明廉社区', 123.3978, 41.8312, 11200, 3180, 271],
  ['明廉南社区', 123.3992, 41.8281, 8600, 2390, 255],
  ['昆山社区', 123.3838, 41.8305, 10900, 3140, 244],
  ['沧水社区', 123.3795, 41.8287, 9300, 2600, 229],
  ['塔湾社区', 123.3949, 41.8261, 9700, 2790, 266],
  ['塔湾西社区', 123.389, 41.8268, 8200, 2310, 252],
  ['秦沈社区', 123.3832, 41.8252, 6500, 1830, 238],
];

export const communities = () =>
  placed.map(([name, lon, lat, people, card_customers, elderly_permille], i) => ({
    id: `SY-HG-C${String(i + 1).padStart(2, '0')}`,
    name,
    city: 'SY',
    zone: 'SY-HG-01',
    lon,
    lat,
    position_source: 'synthetic',
    people,
    card_customers,
    elderly_permille,
  }));

// The medium-risk areas of Huanggu by 4 January. Those whose day of raising no page states were listed on 2 January.
// That all of them lie inside this zone is our simplification.
export const risk_areas = () =>
  [
    ['博客地带小区', '2021-01-01'],
    ['昆山西路向工小区东区', '2021-01-01'],
    ['亿海阳光一期', '2021-01-01'],
    ['溪水街1号楼', '2021-01-01'],
    ['基业百花园小区', '2021-01-02'],
    ['化工小区', '2021-01-02'],
    ['昆山西路中海寰宇天下天悦园区', '2021-01-02'],
    ['世纪学府', '2021-01-03'],
    ['亿海阳光二期', '2021-01-03'],
    ['华锐塔湾欣城2期', '2021-01-04'],
    ['明廉小区', '2021-01-04'],
  ].map(([area, since]) => ({ zone: 'SY-HG-01', area, level: 'medium', since }));
