// Synthetic staff. Five fit volunteers live inside the seal and can crew exactly one window of one outlet; the outlets' own
// crews are in central quarantine; the other residents of the zone lack a skill, are under a measure or have not
// volunteered; the rest lives outside. Names are drawn from common surnames and given names, phones cannot be dialled.
import { chance } from './chance.mjs';

const surnames = [...'王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗'];
const given = ['建国', '丽华', '晓东', '雪梅', '志强', '春燕', '国庆', '玉兰', '海涛', '小红', '文博', '淑芬', '立新', '佳怡', '长江', '思远'];

// number, home outlet, residence, skills, volunteered on
const inside = '102221004264 102221004221 102221004230'.split(' ');
const crew = (first, outlet, homes) =>
  [
    ['supervisor;vault', 0],
    ['teller;vault', 1],
    ['teller', 2],
    ['lobby', 3],
    ['guard', 4],
  ].map(([skills, i]) => [first + i, outlet, homes[i], skills, '']);

const crews = [
  ...crew(1, inside[0], ['SY-HG-C01', 'SY-HG-C02', '', 'SY-HG-C07', '']),
  ...crew(11, inside[1], ['SY-HG-C05', '', 'SY-HG-C06', '', 'SY-HG-C04']),
  ...crew(21, inside[2], ['', 'SY-HG-C09', '', 'SY-HG-C10', '']),
];

const stand_ins = [
  [101, '102221000905', 'SY-HG-C01', 'supervisor;vault', '2021-01-06'],
  [102, '102221000930', 'SY-HG-C02', 'teller;vault', '2021-01-06'],
  [103, '102221007530', 'SY-HG-C07', 'lobby', '2021-01-06'],
  [104, '102221004019', 'SY-HG-C03', 'guard', '2021-01-06'],
  [105, '102221001326', 'SY-HG-C05', 'teller', '2021-01-06'],
];

const other_residents = [
  [106, '102221000905', 'SY-HG-C08', 'supervisor;vault', ''],
  [107, '102221001326', 'SY-HG-C04', 'teller;vault', ''],
  [108, '102221007530', 'SY-HG-C06', 'lobby', ''],
  [109, '102221004385', 'SY-HG-C09', 'guard', '2021-01-04'],
  [110, '102221004385', 'SY-HG-C10', '', ''],
  [111, '102221004352', 'SY-HG-C11', 'teller;vault', ''],
  [112, '102221004352', 'SY-HG-C02', 'lobby', '2021-01-04'],
];

const outside = [
  '102221000905', '102221000930', '102221007530', '102221004019', '102221001326', '102221004385', '102221000253',
].flatMap((outlet, i) => [
  [201 + 2 * i, outlet, '', i % 2 ? 'teller;vault' : 'supervisor;vault', ''],
  [202 + 2 * i, outlet, '', ['teller', 'lobby', 'guard'][i % 3], ''],
]);

const id = (number) => `SY-S${String(number).padStart(4, '0')}`;

export const staff = (seed) =>
  [...crews, ...stand_ins, ...other_residents, ...outside].map(([number, outlet, residence, skills, day]) => {
    const draw = chance(seed, id(number));
    return {
      id: id(number),
      name: draw.one(surnames) + draw.one(given),
      phone: `0000000${String(number).padStart(4, '0')}`,
      outlet,
      residence,
      household: number === 109 || number === 111 ? 'SY-H01' : '',
      skills,
      volunteered_on: day,
    };
  });

// 14 days in a quarantine hotel and 7 at home, counted from the day of the seal.
const central = (number) => ({
  person: id(number), kind: 'central_quarantine', scheme: '14+7', from: '2021-01-02', until: '2021-01-22',
});

export const measures = () => [
  ...crews.map(([number]) => central(number)),
  { person: id(106), kind: 'home_isolation', scheme: '14', from: '2021-01-03', until: '2021-01-22' },
  { person: id(109), kind: 'home_isolation', scheme: '14+7', from: '2021-01-05', until: '2021-01-25' },
  { person: id(112), kind: 'central_quarantine', scheme: '14+7', from: '2021-01-05', until: '2021-01-25' },
];

// Two rounds for everybody who lives inside the zone.
export const tests = () =>
  ['2021-01-03T10:00:00+08:00', '2021-01-06T10:00:00+08:00'].flatMap((sampled_at) =>
    [...stand_ins, ...other_residents].map(([number]) => ({ person: id(number), sampled_at, result: 'negative' })),
  );
