// The story of examples/clean-cash: what an outlet inside the seal may do with the cash it takes in, over three weeks.
import {
  device, machine_bag_released, machines_after_the_seal, machines_looked_into, machines_made_ready, machines_serve,
} from './clean_cash_machines.mjs';
import { runway } from './clean_cash_runway.mjs';
import { administrator, city, province, step_text, story_text, storyteller } from './story.mjs';
import {
  bag, begin, both, cashier, centre, counts, crew, fill, filling, finish, hundreds, keeper, manager, mate, outlet, receive,
  release, seal, second, store, supervisor, teller, van,
} from './clean_cash_words.mjs';
import { fetched, van_runs } from './clean_cash_vans.mjs';

const handing = (act, n, of = outlet) => ({ outlet: of, act, van, bags: [bag(n)], seals: [seal(n)] });

// 8 January: clean notes come in by the van, and two people bring them to the teller.
const delivery = (s) => {
  s.begin('2021-01-08');
  s.files('06:00', province, '录入网点、现金中心、管控区、运钞车和通行证（人员均为虚构，位置为示意）',
    'Enter outlets, the cash centre, the zone, the van and its pass (people are invented, positions schematic)',
    ['cities.csv', 'communities.csv', 'outlets.csv', 'zones.csv', 'policies.csv', 'vans.csv', 'passes.csv']);
  s.files('06:05', administrator, '开设账号', 'Give everybody an account', ['accounts.csv']);
  s.refused('06:20', cashier, '客户的钱不能从这里入库', 'What customers paid in does not come in this way', 'cash.take-in',
    { outlet: centre, act: 'in-1', source: 'ordinary', filling: filling('N1', 5000, centre), document: 'PBC-0108' },
    'cash.not-from-central-bank');
  const take_in = { outlet: centre, act: 'in-1', source: 'new_sealed', filling: filling('N1', 5000, centre), document: 'PBC-0108' };
  s.does('06:21', cashier, '现金中心领入原封新券50万元', 'The cash centre takes in 500,000 yuan of new notes', 'cash.take-in',
    take_in, 'cash.proposed');
  s.refused('06:22', cashier, '一个人不能既提交又确认', 'Nobody confirms what they put forward', 'cash.confirm',
    { outlet: centre, act: 'in-1' }, 'cash.same-person');
  s.does('06:23', keeper, '另一人确认', 'Another confirms it', 'cash.confirm', { outlet: centre, act: 'in-1' }, 'cash.confirmed');
  const on_board = { ...handing('out-1', 'N1', centre), bags: [bag('N1', centre)], compartment: 'clean' };
  s.refused('06:40', cashier, '新券不能放进待处理区', 'New notes do not ride with what is not released', 'cash.hand-over',
    { ...on_board, compartment: 'dirty' }, 'cash.wrong-compartment');
  both(s, '06:41', [cashier, crew], '新券装车', 'The new notes into the van', 'cash.hand-over', on_board);
  const arrival = { ...handing('arrive-1', 'N1'), bags: [bag('N1', centre)] };
  s.refused('07:50', supervisor, '封签对不上，停止交接', 'The seal is another: the handover stops', 'cash.take-over',
    { ...arrival, seals: ['F-X9'] }, 'cash.seal-mismatch');
  s.does('07:55', supervisor, '核对无误，网点提出接收', 'It was misread; the outlet takes over', 'cash.take-over', arrival, 'cash.proposed');
  s.refused('07:56', manager, '须与押运人员当面确认', 'Two of the house are not both sides', 'cash.confirm',
    { outlet, act: 'arrive-1' }, 'cash.handover-one-sided');
  s.does('07:57', crew, '押运人员当面确认', 'The van\'s crew confirms, face to face', 'cash.confirm', { outlet, act: 'arrive-1' }, 'cash.confirmed');
  both(s, '08:40', [teller, supervisor], '新券出库到尾箱', 'The new notes into the teller\'s box', 'cash.draw',
    { outlet, act: 'draw-1', bags: [bag('N1', centre)], teller_box: 'W1' });
  machines_made_ready(s);
};

// The day: two lines at one window.
const counter = (s) => {
  machines_serve(s);
  receive(s, '09:20', '客户存入4万元', 'A customer pays in 40,000 yuan', 'ordinary', 400);
  s.does('09:40', teller, '支付养老金3000元', 'A pension of 3,000 yuan is paid', 'cash.pay',
    { outlet, teller_box: 'W1', ...hundreds(30) }, 'cash.paid');
  receive(s, '10:10', '菜市场摊主存入12600元，单独放', 'A market stall pays in 12,600 yuan, which lies apart', 'wet_market', 126);
  s.refused('10:30', teller, '收入的钱不能直接付出', 'What came in cannot go out', 'cash.pay',
    { outlet, teller_box: '1', ...hundreds(10) }, 'cash.teller-box-unknown');
  s.refused('10:45', teller, '合计与券别不符', 'The total is not the sum of the notes', 'cash.receive',
    { outlet, window: '1', source: 'ordinary', ...hundreds(3), total: 30001 }, 'cash.total-mismatch');
  s.refused('11:00', teller, '超过库存限额，先交存再收', 'More than the insurer allows', 'cash.receive',
    { outlet, window: '1', source: 'ordinary', ...hundreds(40000) }, 'cash.above-holding-limit');
  fill(s, '15:50', '普通收入装包封签', 'What customers paid in is bagged', 1, 'ordinary', 400);
  s.refused('15:55', teller, '市场款不能混装', 'Market takings are not bagged with it', 'cash.bag',
    { outlet, bag: bag(2), window: '1', source: 'ordinary', ...hundreds(126), seal: seal(2) }, 'cash.short');
  fill(s, '15:56', '市场款单独装包', 'Market takings are bagged apart', 2, 'wet_market', 126);
};

const lamp = (s) => {
  s.refused('16:00', teller, '不同来源不能同柜消毒', 'Two sources are not in one cabinet', 'cash.begin-sanitising',
    { outlet, run: 'UV-0', cabinet: 'UV1', method: 'cabinet', bags: [bag(1), bag(2)] }, 'cash.sources-mixed');
  begin(s, '16:01', '1号包进消毒柜', 'Bag 1 into the cabinet', 1);
  s.refused('16:02', teller, '消毒柜正在运行', 'The cabinet is busy', 'cash.begin-sanitising',
    { outlet, run: 'UV-2', cabinet: 'UV1', method: 'cabinet', bags: [bag(2)] }, 'cash.cabinet-busy');
  s.refused('16:46', teller, '才45分钟，不算消毒', 'Three quarters of an hour do not sanitise', 'cash.finish-sanitising',
    { outlet, run: 'UV-1' }, 'cash.sanitised-too-short');
  s.refused('17:00', teller, '未消毒的包不能入库', 'What is not sanitised does not enter the vault', 'cash.store',
    { outlet, act: 'store-0', bags: [bag(2)] }, 'cash.not-sanitised');
  finish(s, '17:31', '满90分钟，存放期从此起算', 'Ninety minutes: the hold begins', 1);
  begin(s, '17:35', '2号包单独消毒', 'Bag 2 on its own', 2);
  finish(s, '19:05', '2号包消毒完成', 'Bag 2 is done', 2);
};

const counting = (s) => {
  counts(s, '19:10', teller, '初点1号包：少一张', 'Bag 1 is counted: one note short', 1, 399);
  s.refused('19:15', teller, '不能自己复点自己', 'Nobody counts twice', 'cash.recount',
    { outlet, bag: bag(1), ...hundreds(399) }, 'cash.same-person');
  counts(s, '19:20', second, '盲点复核：也是399张，短款100元', 'Counted blind again: 399, a shortage of 100 yuan', 1, 399);
  counts(s, '19:25', teller, '初点2号包', 'Bag 2 is counted', 2, 126);
  counts(s, '19:30', second, '两人不一致，双方重点', 'They do not agree: both begin again', 2, 125);
  counts(s, '19:35', teller, '重新初点', 'Counted again', 2, 126);
  counts(s, '19:40', second, '复点一致', 'Now they agree', 2, 126);
  store(s, '19:45', 1);
  store(s, '19:50', 2);
  s.refused('19:55', manager, '刚消毒的钱不能放行', 'What was sanitised today is not released', 'cash.release', release(1), 'cash.received-today');
  s.refused('19:56', teller, '未放行的钱不能出库支付', 'Nothing is drawn before its release', 'cash.draw',
    { outlet, act: 'draw-2', bags: [bag(1)], teller_box: 'W1' }, 'cash.not-released');
  s.sees('20:00', manager, '1号包1月22日17:31才能再用，2号包永远不能', 'Bag 1 is money again on the 22nd at 17:31, bag 2 never',
    'cash-outlet', { outlet }, {
      held: 55650000, clean: 48900000,
      bags: [{ bag: bag(1), held_until: '2021-01-22T09:31:00Z', not_yet: 'cash.received-today' }, { bag: bag('M2'), held_until: '2021-01-22T09:36:00Z' }, { bag: bag(2), not_yet: 'cash.never-paid-out' }],
      discrepancies: [{ bag: bag(1) }],
    });
  s.begin('2021-01-09');
  s.does('10:00', manager, '查明：一张夹在存款凭条里，已退客户', 'Looked into: the note was in a slip and went back', 'cash.close-discrepancy',
    { outlet, bag: bag(1), finding: '一张夹在存款凭条里，已退客户' }, 'cash.discrepancy-closed');
  machines_looked_into(s);
};

// The van's pass ended the day before: it misses the 15th, and takes the market takings on the 16th.
const missed_van = (s) => {
  const out = { ...handing('out-2', 2), compartment: 'dirty' };
  s.begin('2021-01-15');
  s.refused('07:50', supervisor, '通行证昨天到期，运钞车没能进来', 'The pass ended yesterday: the van has missed its window',
    'cash.hand-over', out, 'cash.van-without-pass');
  s.does('11:00', city, '指挥部换发通行证', 'The command office gives a new pass', 'zone.record-pass',
    { zone: 'SY-HG-01', kind: 'cash_van', holder: van, gate: '塔湾街东卡口', window_from: '07:30', window_to: '08:00',
      valid_from: '2021-01-16', valid_to: '2021-01-22' }, 'zone.pass-recorded');
  fetched.planned(s);
  s.begin('2021-01-16');
  fetched.arrived(s);
  both(s, '07:50', [supervisor, crew], '市场款交运钞车', 'The market takings to the van', 'cash.hand-over', out);
  fetched.returned(s);
  both(s, '08:50', [cashier, crew], '市场款到现金中心', 'They arrive at the cash centre', 'cash.take-over', handing('in-2', 2, centre));
  s.refused('09:00', keeper, '重点渠道的钱在哪里都不能再付', 'A special source is not released anywhere', 'cash.release',
    { outlet: centre, act: 'r-2', bags: [bag(2)] }, 'cash.never-paid-out');
  both(s, '09:10', [cashier, keeper], '交存人民银行', 'Handed in to the central bank', 'cash.hand-in',
    { outlet: centre, act: 'hand-in-2', bags: [bag(2)], document: 'PBC-0116' });
};

// The seal is lifted: what comes in after it waits seven days, what came in before still fourteen.
const lifted = (s) => {
  s.begin('2021-01-17');
  s.does('12:00', city, '解封', 'The seal is lifted', 'zone.lift', { zone: 'SY-HG-01' }, 'zone.lifted');
  s.begin('2021-01-18');
  machines_after_the_seal(s);
  receive(s, '09:30', '解封后客户存入2万元', 'After the seal a customer pays in 20,000 yuan', 'ordinary', 200);
  fill(s, '15:00', '装包封签', 'It is bagged', 3, 'ordinary', 200);
  begin(s, '15:10', '3号包进消毒柜', 'Bag 3 into the cabinet', 3);
  finish(s, '16:40', '存放期从此起算', 'Its hold begins', 3);
  counts(s, '16:45', teller, '初点', 'Counted', 3, 200);
  counts(s, '16:50', second, '复点', 'Counted again', 3, 200);
  store(s, '16:55', 3);
  s.sees('17:00', manager, '3号包7天，1号包和清机包仍是14天', 'Seven days for bag 3, still fourteen for bag 1 and the machine\'s', 'cash-outlet', { outlet },
    { bags: [{ bag: bag(1), held_until: '2021-01-22T09:31:00Z', key_area: true }, { bag: bag('M2'), key_area: true }, { bag: bag(3), held_until: '2021-01-25T08:40:00Z', key_area: false }] });
};

const released = (s) => {
  s.begin('2021-01-22');
  s.refused('16:31', manager, '早一小时也不行', 'An hour early is early', 'cash.release', release(1), 'cash.clock-running');
  s.refused('17:31', teller, '清点人不能放行', 'Whoever counted does not release', 'cash.release', release(1), 'cash.counter-releases');
  s.does('17:32', manager, '到期，负责人提出放行', 'The hold is over: the manager puts it forward', 'cash.release', release(1), 'cash.proposed');
  s.refused('18:02', supervisor, '超过30分钟未确认，须重新提交', 'Not confirmed within half an hour', 'cash.confirm',
    { outlet, act: 'release-1' }, 'cash.act-expired');
  both(s, '18:05', [manager, supervisor], '放行1号包', 'Bag 1 is released', 'cash.release', release(1));
  machine_bag_released(s);
  s.begin('2021-01-23');
  both(s, '08:40', [teller, supervisor], '1号包出库到尾箱', 'Bag 1 into the teller\'s box', 'cash.draw',
    { outlet, act: 'draw-3', bags: [bag(1)], teller_box: 'W1' });
  s.does('09:30', teller, '付给客户：这笔钱又能用了', 'It is paid to a customer: it is money again', 'cash.pay',
    { outlet, teller_box: 'W1', ...hundreds(399) }, 'cash.paid');
  s.begin('2021-01-25');
  s.refused('15:40', manager, '3号包还差一小时', 'Bag 3 is an hour early', 'cash.release', release(3), 'cash.clock-running');
  both(s, '16:40', [manager, supervisor], '放行3号包', 'Bag 3 is released', 'cash.release', release(3));
  both(s, '17:00', [teller, supervisor], '尾箱余款封包入库', 'What is left in the box goes back under a seal', 'cash.put-back',
    { outlet, act: 'back-1', teller_box: 'W1', filling: filling(4, 4470) });
  s.sees('17:10', province, '日终：全部可支付，一张不少', 'At the end all of it may be paid out, and no note is missing', 'cash-outlet', { outlet },
    { held: 62190000, clean: 62190000, waiting: [], discrepancies: [] });
  s.sees('17:11', province, '全省现金一览', 'The cash of the province', 'cash', null,
    { held: 62190000, clean: 62190000 });
};

export const clean_cash = () => {
  const story = storyteller();
  for (const chapter of [delivery, counter, lamp, counting, ...van_runs, missed_van, lifted, released, runway]) chapter(story);
  return story_text('2021年1月8日至25日：管控区内的现金怎样重新成为钱',
    '8 to 25 January 2021: how cash inside the seal becomes money again', story.in_order().map(step_text));
};

// Its network: of the Shenyang example the zone, the outlet and the cash centre.
export const clean_cash_files = (shenyang) => ({
  cities: shenyang.cities.filter((row) => row.id === 'SY'),
  communities: shenyang.communities,
  zones: shenyang.zones,
  outlets: shenyang.outlets.filter((row) => [outlet, centre].includes(row.code)),
  vans: shenyang.vans,
  passes: shenyang.passes.filter((row) => row.kind === 'cash_van').map((row) => ({ ...row, valid_to: '2021-01-14' })),
  policies: shenyang.policies,
  accounts: [
    ...shenyang.accounts,
    { id: second.by, title: '向工街支行柜员二', role: second.role, scope: second.scope },
    { id: keeper.by, title: '沈阳现金中心管库员', role: keeper.role, scope: keeper.scope },
    { id: crew.by, title: '固定运钞车押运员', role: crew.role, scope: crew.scope },
    { id: device.by, title: '向工街支行自助设备', role: device.role, scope: device.scope },
    { id: mate.by, title: '固定运钞车司机', role: mate.role, scope: mate.scope },
  ],
});
