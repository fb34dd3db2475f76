// The machines of the cash story: one that takes in and one that pays out behind the seal, by two people and by their
// own counters.
import { bag, both, cashier, counts, filling, finish, manager, outlet, seal, second, store, supervisor, teller } from './clean_cash_words.mjs';

export const device = { by: 'SY-4264-CRS', role: 'device', scope: `SY/${outlet}` };
const [taker, payer] = ['CRS-1', 'CRS-2'];

const cassettes = [
  { cassette: 'IN', denomination: 'yuan_100', direction: 'takes_in', capacity: 2000, floor: 0 },
  { cassette: 'OUT', denomination: 'yuan_100', direction: 'pays_out', capacity: 2000, floor: 200 },
];
const mode = (act, machine, to) => ({ outlet, act, switches: [{ machine, mode: to }] });
const load = (cassette) => ({ outlet, act: 'load-1', machine: payer, bags: [bag('M1')], cassettes: [cassette], check_list: 'JC-0108-1' });
const settle = (act, machine, emptied) => ({ outlet, act, machine, emptied });
// Counters: [taken in since the beginning, held] and [paid out since the beginning, held].
const report = (machine, to, [took, holds], [paid, left]) => ({
  outlet, machine, series: 1, mode: to,
  cassettes: [{ cassette: 'IN', moved: took, held: holds }, { cassette: 'OUT', moved: paid, held: left }],
});
const reports = (s, time, who, zh, en, ...rest) => s.does(time, who, zh, en, 'machine.report', report(...rest), 'machine.reported');
const resume = (s, time, zh, en, machine) => s.does(time, supervisor, zh, en, 'machine.resume', { outlet, machine }, 'machine.resumed');
const stop = (s, time, zh, en, machine) => s.does(time, teller, zh, en, 'machine.stop', { outlet, machine, reason: 'settlement' }, 'machine.stopped');

// 8 January, before the doors open.
export const machines_made_ready = (s) => {
  for (const [time, machine] of [['08:42', taker], ['08:43', payer]])
    s.does(time, manager, `登记循环机${machine}`, `Register recycler ${machine}`, 'machine.register',
      { outlet, machine, kind: 'recycler', cassettes }, 'machine.registered');
  s.refused('08:44', supervisor, '管控区内不得循环', 'No machine recycles behind the seal', 'machine.switch-mode',
    mode('mode-0', taker, 'recycling'), 'machine.must-be-single');
  both(s, '08:45', [supervisor, teller], '一台设为单存', 'One takes in', 'machine.switch-mode', mode('mode-1', taker, 'deposit_only'));
  s.refused('08:47', supervisor, '两台都单存就没有取款了', 'If both took in, none would pay out', 'machine.switch-mode',
    mode('mode-0', payer, 'deposit_only'), 'machine.last-of-mode');
  both(s, '08:48', [supervisor, teller], '另一台设为单取', 'The other pays out', 'machine.switch-mode', mode('mode-2', payer, 'withdraw_only'));
  both(s, '08:50', [teller, supervisor], '从尾箱封出5万元备加钞', '50,000 yuan of the teller\'s box are bagged for the machine', 'cash.put-back',
    { outlet, act: 'back-0', teller_box: 'W1', filling: filling('M1', 500) });
  s.refused('08:52', teller, '存款钞箱不能加钞', 'A deposit cassette is never loaded', 'machine.load', load('IN'), 'machine.cassette-takes-in');
  both(s, '08:53', [teller, manager], '按清单加钞', 'Loaded by the check list', 'machine.load', load('OUT'));
  s.refused('08:55', supervisor, '没有试取，不能恢复', 'Untested it does not resume', 'machine.resume',
    { outlet, machine: payer }, 'machine.test-missing');
  s.does('08:56', teller, '试取成功', 'The test dispenses rightly', 'machine.test-dispense', { outlet, machine: payer, passed: true }, 'machine.tested');
  resume(s, '08:57', '单存机开始服务', 'The one begins to take in', taker);
  resume(s, '08:58', '单取机开始服务', 'The other begins to pay out', payer);
};

// The day: the machines report their own counters, and the one that took in is settled.
export const machines_serve = (s) => {
  reports(s, '12:00', device, '单存机报数：收120张', 'It reports: 120 notes taken in', taker, 'deposit_only', [120, 120], [0, 0]);
  reports(s, '12:01', device, '单取机报数：付80张', 'It reports: 80 notes paid out', payer, 'withdraw_only', [0, 0], [80, 420]);
  s.refused('12:02', device, '计数倒退，不采信', 'Counters that run back are not believed', 'machine.report',
    report(taker, 'deposit_only', [90, 90], [0, 0]), 'machine.counter-backwards');
  const counted = [{ cassette: 'IN', into: bag('M2'), seal: seal('M2'), found: 150 }];
  const bagged = [{ cassette: 'IN', into: bag('M2'), seal: seal('M2') }];
  s.refused('15:30', teller, '正在服务，不能开箱', 'A machine that serves is not opened', 'machine.settle',
    settle('settle-1', taker, bagged), 'machine.in-service');
  stop(s, '15:31', '停机', 'It is stopped', taker);
  s.refused('15:32', teller, '停机后先读数', 'First its counters are read', 'machine.settle', settle('settle-1', taker, bagged), 'machine.counters-unread');
  reports(s, '15:33', device, '停机读数：共收150张', 'They say: 150 notes in all', taker, 'deposit_only', [150, 150], [0, 0]);
  s.refused('15:34', teller, '未消毒不清点', 'Nothing is counted before it is sanitised', 'machine.settle',
    settle('settle-1', taker, counted), 'machine.counted-before-sanitising');
  both(s, '15:35', [teller, second], '清机：存款整箱封包', 'Settled: what came in is bagged as it is', 'machine.settle', settle('settle-1', taker, bagged));
  resume(s, '15:40', '恢复单存', 'It takes in again', taker);
  s.does('15:58', teller, '清机包进另一台消毒柜', 'The bag into the other cabinet', 'cash.begin-sanitising',
    { outlet, run: 'UV-M2', cabinet: 'UV2', method: 'cabinet', bags: [bag('M2')] }, 'cash.sanitising-begun');
  finish(s, '17:36', '清机包消毒完成', 'The bag is sanitised', 'M2');
  counts(s, '19:41', teller, '初点清机包', 'It is counted', 'M2', 150);
  counts(s, '19:42', second, '复点一致', 'Counted again: they agree', 'M2', 150);
  store(s, '19:53', 'M2');
};

// 9 to 12 January: a note is missing, and settling is due by the clock.
export const machines_looked_into = (s) => {
  reports(s, '10:20', teller, '人工读数：付100张，机内399张，账面400张', 'Read by hand: 100 paid out, 399 inside, 400 in the book',
    payer, 'withdraw_only', [0, 0], [100, 399]);
  const close = { outlet, machine: payer, cassette: 'OUT', finding: '一张卡在出钞口，待清机核实' };
  s.refused('10:30', manager, '经手加钞的人不能查明', 'Whoever loaded it does not look into it', 'machine.close-difference', close, 'machine.hand-investigates');
  s.does('10:40', cashier, '现金中心查明', 'The cash centre looks into it', 'machine.close-difference', close, 'machine.difference-closed');
  s.begin('2021-01-12');
  s.sees('08:00', manager, '满三天半，两台都该清机', 'After three days and a half both are to be settled', 'machines', { outlet },
    { sites: [{ machines: [{ machine: taker, settle_overdue: true }, { machine: payer, settle_overdue: true }] }] });
  stop(s, '08:10', '单取机停机', 'The one that pays out is stopped', payer);
  reports(s, '08:11', device, '停机读数', 'Its counters', payer, 'withdraw_only', [0, 0], [100, 399]);
  both(s, '08:15', [teller, supervisor], '余款当场清点封包，短一张', 'What is left is counted and bagged: one is missing', 'machine.settle',
    settle('settle-2', payer, [{ cassette: 'OUT', into: bag('M3'), seal: seal('M3'), found: 399 }]));
  s.does('09:00', cashier, '查明：一张破损，已计短款', 'Looked into: one torn note, booked as missing', 'machine.close-difference',
    { outlet, machine: payer, cassette: 'OUT', finding: '出钞口一张破损，已计短款' }, 'machine.difference-closed');
};

// 18 January: without a seal a recycler may do both.
export const machines_after_the_seal = (s) => {
  stop(s, '09:40', '单存机停机', 'The one that takes in is stopped', taker);
  both(s, '09:45', [supervisor, teller], '解封后可设为循环', 'After the seal it may do both', 'machine.switch-mode', mode('mode-3', taker, 'recycling'));
  s.refused('09:50', supervisor, '设备还报单存，不能恢复', 'It still says that it only takes in', 'machine.resume',
    { outlet, machine: taker }, 'machine.mode-unconfirmed');
  reports(s, '09:52', device, '设备确认循环', 'It confirms', taker, 'recycling', [150, 0], [0, 0]);
  resume(s, '09:55', '恢复服务', 'It serves', taker);
};

// 22 January: what a customer paid in at a machine is money again after the same fourteen days.
export const machine_bag_released = (s) => {
  s.refused('17:33', manager, '清机包还差三分钟', 'The machine\'s bag is three minutes early', 'cash.release',
    { outlet, act: 'release-M2', bags: [bag('M2')] }, 'cash.clock-running');
  both(s, '18:10', [manager, supervisor], '放行清机包', 'The machine\'s bag is released', 'cash.release',
    { outlet, act: 'release-M2', bags: [bag('M2')] });
};
