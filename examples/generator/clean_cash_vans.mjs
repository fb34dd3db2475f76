// The van's runs of examples/clean-cash: one that is turned back at the gate, the window that it misses, plan B by an
// emergency run the same day, and the run that takes the market takings away.
import { city } from './story.mjs';
import { order, order_approved, order_fulfilled, ordered } from './clean_cash_order.mjs';
import {
  bag, both, cashier, centre, crew, filling, keeper, mate, outlet, seal, supervisor, van,
} from './clean_cash_words.mjs';

const plate = '辽A-示01';
const gate = '塔湾街东卡口';
export const riders = ['SY-G01', 'SY-G02'];
const house = ['SY-S4264-1', 'SY-S4264-2'];
const people = [
  { person: riders[0], full_name: '周示一', home_outlet: centre, skills: ['lobby'] },
  { person: riders[1], full_name: '吴示二', home_outlet: centre, skills: ['guard'] },
  { person: house[0], full_name: '郑示三', home_outlet: outlet, skills: ['supervisor', 'vault'] },
  { person: house[1], full_name: '王示四', home_outlet: outlet, skills: ['teller', 'vault'] },
];
const both_ride = [{ person: riders[0], account: crew.by }, { person: riders[1], account: mate.by }];

const stop = (from, to, deliver, collect) => ({ outlet, from, to, deliver, collect, transfers: [] });
const plan = (run, day, gate_at, stops, more = {}) =>
  ({ run, day, van, kind: 'regular', depot: centre, gate_at, crew: both_ride, stops, ...more });

const checked = (s, time, day) => {
  for (const person of riders) {
    s.does(time, city, `${person} 测温正常`, `${person} is checked and well`, 'quarantine.record-check',
      { person, temperature_tenths: 365, symptoms: false }, 'quarantine.check-recorded');
    if (day)
      s.does(`${time}:30`, city, `${person} 核酸阴性`, `${person}'s test is negative`, 'quarantine.record-test',
        { person, sampled_at: `${day}T06:00:00+08:00`, result: 'negative' }, 'quarantine.test-recorded');
  }
};

const departs = (s, time, run, disinfected) =>
  s.does(time, crew, '车厢和款箱消毒后出车', 'Disinfected, it departs', 'van-run.depart',
    { run, disinfected_at: disinfected }, 'van-run.departed');
const passes = (s, time, run) =>
  s.does(time, crew, `${gate}放行`, 'The gate lets it in', 'van-run.pass-gate', { run }, 'van-run.at-gate');
const arrives = (s, time, run) =>
  s.does(time, supervisor, '门内核验：车牌和两人证件相符', 'Behind its locked door the outlet finds plate and papers as planned',
    'van-run.arrive', { run, outlet, plate, crew: riders }, 'van-run.arrived');
const books = (s, time, run) =>
  s.does(time, supervisor, '交接登记簿：双方各两人', 'The handover book: two at each end', 'van-run.hand-over',
    { run, outlet, crew: riders, house, exceptions: [], reason: '' }, 'van-run.handed-over');
const leaves = (s, time, run) =>
  s.does(time, crew, '离开网点', 'The van leaves', 'van-run.leave', { run, outlet }, 'van-run.left');
const returns = (s, time, run) =>
  s.does(time, crew, '返回现金中心', 'Back at the cash centre', 'van-run.return', { run }, 'van-run.returned');

const fresh = bag('N2', centre);
const riding = (act, of) => ({ outlet: of, act, van, bags: [fresh], seals: [seal('N2')] });

// 13 January: the outlet orders new notes; the run of the next day is planned with two people, a gate and a window.
const planned = (s) => {
  s.begin('2021-01-13');
  ordered(s);
  for (const each of people)
    s.does('09:00', city, `登记人员 ${each.person}`, `${each.person} is registered`, 'staff.register',
      { phone: '024-00000000', residence: null, household: '', ...each }, 'staff.registered');
  checked(s, '09:10', '2021-01-13');
  both(s, '10:00', [cashier, keeper], '现金中心再领新券10万元', 'Another 100,000 yuan of new notes', 'cash.take-in',
    { outlet: centre, act: 'in-n2', source: 'new_sealed', filling: filling('N2', 1000, centre), document: 'PBC-0113' });
  order_approved(s);
  const run = plan('VR-0114', '2021-01-14', '07:30', [stop('07:40', '08:10', [fresh], [])]);
  s.refused('11:00', cashier, '押运不能一个人', 'Nobody rides alone', 'van-run.plan',
    { ...run, crew: both_ride.slice(0, 1) }, 'van-run.crew-too-few');
  s.refused('11:01', cashier, '不能超过保险限额', 'Never more than is insured', 'van-run.plan',
    { ...run, insured: 5000000 }, 'van-run.above-insured');
  s.refused('11:02', cashier, '通行证14日到期，15日不能排', 'The pass ends on the 14th: no run on the 15th', 'van-run.plan',
    { ...run, day: '2021-01-15' }, 'van-run.without-pass');
  s.does('11:03', cashier, '排定14日的运钞任务', 'The run of the 14th is planned', 'van-run.plan', run, 'van-run.planned');
};

// 14 January: turned back at the gate; the window is missed, and plan B brings the notes the same afternoon.
const missed = (s) => {
  s.begin('2021-01-14');
  checked(s, '06:20');
  s.refused('06:30', crew, '封包还没装车', 'The bag is not aboard yet', 'van-run.depart',
    { run: 'VR-0114', disinfected_at: '2021-01-14T06:10:00+08:00' }, 'van-run.not-loaded');
  both(s, '06:40', [cashier, crew], '新券装车', 'The new notes come aboard', 'cash.hand-over',
    { ...riding('load-14', centre), compartment: 'clean' });
  departs(s, '06:55', 'VR-0114', '2021-01-14T06:10:00+08:00');
  s.does('07:35', crew, '卡口临时交通管制，没能进来', 'A traffic order at the gate: it is turned back', 'van-run.turn-back',
    { run: 'VR-0114', reason: 'traffic_order', note: '' }, 'van-run.refused-at-gate');
  s.refused('08:00', cashier, '还没到宽限，不算错过', 'Within the grace it is not missed', 'van-run.plan-b',
    { run: 'VR-0114', outlet, remedy: 'limit_payouts', due: '2021-01-14T16:00:00+08:00', replacement: null, note: '' },
    'van-run.not-missed');
  s.sees('08:30', supervisor, '窗口错过：网点的待办', 'The window is missed: the outlet sees it', 'worklist', null,
    { items: [{ code: 'van_window_missed', severity: 'alarm', deadline: '2021-01-14T01:25:00Z', mine: false }] });
  s.sees('08:31', city, '上级也看到，并须定备选方案', 'So does the city, which decides on plan B', 'van-runs', null,
    { rows: [{ run: 'VR-0114', stage: 'turned_back', missed: 1, minutes_late: 21, clean: 10000000 }] });
  returns(s, '08:35', 'VR-0114');
  both(s, '08:45', [cashier, crew], '新券回库', 'The notes go back into the vault', 'cash.take-over', riding('back-14', centre));
  s.does('08:50', city, '指挥部给当天下午的通行证', 'The command office gives a pass for the afternoon', 'zone.record-pass',
    { zone: 'SY-HG-01', kind: 'cash_van', holder: van, gate, window_from: '14:30', window_to: '15:00',
      valid_from: '2021-01-14', valid_to: '2021-01-14' }, 'zone.pass-recorded');
  s.does('09:00', cashier, '排应急任务，有指挥部许可', 'An emergency run with the command office\'s permit', 'van-run.plan',
    plan('VR-0114-E', '2021-01-14', '14:50', [stop('15:00', '15:30', [fresh], [])], { kind: 'emergency', permit: '皇姑防指2021-14' }),
    'van-run.planned');
  s.sees('09:02', crew, '押运员看到：卡口14:30至15:00，和要兑付的预约', 'The crew sees the gate open from 14:30 to 15:00, and the order that it brings',
    'van-crew', { account: crew.by },
    { runs: [{ run: 'VR-0114-E', gate_from: '14:30', gate_to: '15:00', stops: [{ orders: [{ order, amount: 10000000, fulfilled: false }] }] }] });
  s.does('09:05', cashier, '备选方案：下午应急送款', 'Plan B: the emergency run of the afternoon', 'van-run.plan-b',
    { run: 'VR-0114', outlet, remedy: 'emergency_run', due: '2021-01-14T16:00:00+08:00', replacement: 'VR-0114-E', note: '' },
    'van-run.plan-b-decided');
  both(s, '14:10', [cashier, crew], '新券再装车', 'The notes come aboard again', 'cash.hand-over',
    { ...riding('load-14-e', centre), compartment: 'clean' });
  departs(s, '14:20', 'VR-0114-E', '2021-01-14T14:00:00+08:00');
  passes(s, '14:55', 'VR-0114-E');
  arrives(s, '15:05', 'VR-0114-E');
  s.refused('15:06', supervisor, '封包还没交接，不能登记', 'Nothing is booked that has not changed hands', 'van-run.hand-over',
    { run: 'VR-0114-E', outlet, crew: riders, house, exceptions: [], reason: '' }, 'van-run.not-moved');
  both(s, '15:08', [crew, supervisor], '新券到网点', 'The new notes reach the outlet', 'cash.take-over',
    { ...riding(`VR-0114-E-${outlet}-in`, outlet), order });
  order_fulfilled(s);
  books(s, '15:12', 'VR-0114-E');
  leaves(s, '15:15', 'VR-0114-E');
  returns(s, '16:00', 'VR-0114-E');
  s.sees('16:05', city, '应急任务完成，双方签字齐全', 'The emergency run is done, with both signatures', 'van-run', { run: 'VR-0114-E' },
    { run: { stage: 'returned', clean: 0, stops: [{ signatures: [{ first_by: crew.by, second_by: supervisor.by }] }] } });
};

// 15 and 16 January: with the new pass the market takings are fetched; the deeds of the day stand in the main story.
export const fetched = {
  planned: (s) => s.does('16:00', cashier, '新通行证下排16日任务', 'With the new pass the run of the 16th is planned', 'van-run.plan',
    plan('VR-0116', '2021-01-16', '07:35', [stop('07:45', '08:15', [], [bag(2)])]), 'van-run.planned'),
  arrived: (s) => {
    checked(s, '06:40', '2021-01-16');
    departs(s, '07:15', 'VR-0116', '2021-01-16T06:50:00+08:00');
    passes(s, '07:36', 'VR-0116');
    arrives(s, '07:46', 'VR-0116');
  },
  returned: (s) => {
    books(s, '07:52', 'VR-0116');
    leaves(s, '07:55', 'VR-0116');
    returns(s, '08:40', 'VR-0116');
  },
};

export const van_runs = [planned, missed];
