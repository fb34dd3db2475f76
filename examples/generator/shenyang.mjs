// The files of the example, as rows.
import { outlets } from './outlets.mjs';
import { measures, staff, tests } from './staff.mjs';
import { communities, risk_areas, zones } from './zone.mjs';

const zone = 'SY-HG-01';
const outlet = '102221004264';

// The report: 250 suits and 1,250 wipes reached the outlet. The neighbours' few suits are invented.
const supplies = () =>
  [
    [outlet, 'suit', 'S-2021-01', 250, '2023-12-31'],
    [outlet, 'wipe', 'W-2021-01', 1250, '2022-06-30'],
    [outlet, 'mask', 'M-2021-01', 2000, '2022-12-31'],
    [outlet, 'chlorine_tablet', 'C-2020-11', 500, '2021-11-30'],
    ['102221004221', 'suit', 'S-2020-12', 40, '2023-11-30'],
    ['102221004221', 'wipe', 'W-2020-12', 200, '2022-05-31'],
  ].map(([at, item, lot, quantity, expires_on]) => ({ outlet: at, item, lot, quantity, expires_on }));

const policy = (key, value, grade, source) => ({
  key, zone, outlet: '', from: '2021-01-02', value, grade, source,
});

const policies = () => [
  policy('shift_team_days', 14, 'S', '辽宁日报 2021-01: one team of five stand-ins, closed loop'),
  policy('van_visit_interval_days', 1, 'S', '辽宁日报 2021-01: one fixed cash van a day'),
  policy('pass_valid_days', 14, 'A', 'One pass for the whole plan'),
];

const accounts = () =>
  [
    ['LN-command', '省行应急指挥部', 'province_command', ''],
    ['SY-command', '沈阳分行指挥部', 'city_command', 'SY'],
    ['SY-4264-manager', '向工街支行负责人', 'outlet_manager', `SY/${outlet}`],
    ['SY-4264-supervisor', '向工街支行营业主管', 'supervisor', `SY/${outlet}`],
    ['SY-4264-teller', '向工街支行柜员', 'teller', `SY/${outlet}`],
    ['SY-4264-lobby', '向工街支行大堂', 'lobby_guide', `SY/${outlet}`],
    ['SY-cash', '沈阳现金中心', 'cash_centre', 'SY'],
    ['LN-auditor', '省行审计', 'auditor', ''],
    ['LN-admin', '系统管理员', 'administrator', ''],
  ].map(([id, title, role, scope]) => ({ id, title, role, scope }));

const vans = () => [
  { id: 'SY-V01', plate: '辽A-示01', city: 'SY', carry_limit_yuan: 5000000, suits_capacity: 200 },
];

const passes = () => [
  {
    zone, kind: 'cash_van', holder: 'SY-V01', gate: '塔湾街东卡口', window_from: '07:30', window_to: '08:00',
    valid_from: '2021-01-08', valid_to: '2021-01-21',
  },
];

const grants = () => [
  { zone, outlet, document: '皇姑防指〔2021〕示例1号', issuer: '皇姑区新冠肺炎疫情防控指挥部', evidence_sha256: '' },
];

export const example = (seed, source) => ({
  cities: [
    { id: 'SY', name: '沈阳市', time_zone: 'Asia/Shanghai' },
    { id: 'DL', name: '大连市', time_zone: 'Asia/Shanghai' },
  ],
  ...(source ? { outlets: outlets(seed, source) } : {}),
  communities: communities(),
  zones: zones(),
  risk_areas: risk_areas(),
  staff: staff(seed),
  measures: measures(),
  tests: tests(),
  supplies: supplies(),
  vans: vans(),
  passes: passes(),
  grants: grants(),
  policies: policies(),
  accounts: accounts(),
});
