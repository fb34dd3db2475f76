// The network files of examples/outlet-day: of the Shenyang example the sealed zone, its three outlets and those that
// the stand-ins come from. What is changed so that two windows can open is changed here.
import { outlet } from './story.mjs';

const zone = 'SY-HG-01';
const neighbour = '102221004221';
const crew = ['SY-S0101', 'SY-S0102', 'SY-S0103', 'SY-S0104', 'SY-S0105', 'SY-S0107'];
const kept_outlets = [
  outlet, neighbour, '102221004230',
  '102221000905', '102221000930', '102221001326', '102221004019', '102221007530',
];
const second_teller = 'SY-S0107';

const supplies = () =>
  [
    [outlet, 'suit', 'S-2021-01', 250, '2023-12-31'],
    [outlet, 'wipe', 'W-2021-01', 300, '2022-06-30'],
    [outlet, 'mask', 'M-2020-06', 60, '2021-03-31'],
    [outlet, 'mask', 'M-2021-01', 600, '2022-12-31'],
    [outlet, 'gloves', 'G-2021-01', 400, '2023-01-31'],
    [outlet, 'chlorine_tablet', 'C-2020-11', 500, '2021-11-30'],
    [outlet, 'alcohol', 'A-2020-01', 2000, '2021-01-11'],
    [outlet, 'alcohol', 'A-2020-12', 5000, '2022-11-30'],
    [neighbour, 'suit', 'S-2020-12', 40, '2023-11-30'],
    [neighbour, 'wipe', 'W-2020-12', 400, '2022-05-31'],
  ].map(([at, item, lot, quantity, expires_on]) => ({ outlet: at, item, lot, quantity, expires_on }));

const cover = {
  key: 'ppe_cover_min_days', zone, outlet: '', from: '2021-01-09', value: 1, grade: 'A',
  source: 'Example: supplies come in daily with the cash van',
};

const accounts = (rows) => [
  ...rows,
  { id: 'LN-duty', title: '省行应急值班', role: 'province_command', scope: '' },
];

const people = (rows) =>
  rows
    .filter((row) => crew.includes(row.id))
    .map((row) => ({ ...row, volunteered_on: row.id === second_teller ? '2021-01-08' : row.volunteered_on }));

const tests = () =>
  ['2021-01-09T06:30:00+08:00', '2021-01-11T06:30:00+08:00'].flatMap((sampled_at) =>
    crew.map((person) => ({ person, sampled_at, result: 'negative' })));

export const outlet_day_files = (shenyang) => ({
  cities: shenyang.cities.filter((row) => row.id === 'SY'),
  communities: shenyang.communities,
  zones: shenyang.zones,
  outlets: shenyang.outlets.filter((row) => kept_outlets.includes(row.code)),
  staff: people(shenyang.staff),
  tests: tests(),
  supplies: supplies(),
  vans: shenyang.vans,
  passes: shenyang.passes,
  grants: shenyang.grants,
  policies: [...shenyang.policies, cover],
  accounts: accounts(shenyang.accounts),
});
