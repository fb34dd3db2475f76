// 07:00 to 09:05: yesterday is closed, the crew is checked, the rooms are disinfected, and the gate opens.
import { lobby, manager, outlet, province, supervisor, teller, city } from './story.mjs';
import {
  all_points, checks, chlorine, outlet_shows, plan, queue_shows, round, round_done, tablets, worklist_shows,
} from './outlet_day_words.mjs';

const yesterday = (s) => {
  s.begin('2021-01-12');
  s.refused('07:00', lobby, '昨日16时45分停电，未收业：今日不能取号', 'Yesterday ended in a power cut, and its day is open: no ticket today',
    'queue.take', { outlet, service: 'pension', priority: 'elderly', channel: 'paper' }, 'queue.day-not-closed');
  outlet_shows(s, '07:01', province, '上级看到：窗口未关，消毒超时', 'Seen from above: still open, its round overdue',
    { facts: { state: 'open', windows_open: 2 }, round_overdue: true });
  worklist_shows(s, '07:02', province, '待处置：消毒超时', 'On the worklist: a round is overdue',
    [{ code: 'round_overdue', severity: 'alarm', outlet }]);
  queue_shows(s, '07:02:30', manager, '昨日的队：B001 还在等', "Yesterday's queue: B001 still waits",
    { day: '2021-01-11', closed: false, tickets: [{ ticket: '2021-01-11-B001', stage: 'waiting', carried: false }] });
  s.refused('07:03', lobby, '大堂经理无权收昨日的队', 'The lobby guide may not close the day', 'queue.close-day',
    { outlet, remaining: 'carried_over' }, 'authority.role');
  s.does('07:05', manager, '收昨日的队：1人顺延', 'Yesterday is closed: one ticket is carried over', 'queue.close-day',
    { outlet, remaining: 'carried_over' }, 'queue.day-closed');
  queue_shows(s, '07:05:30', manager, '队已收，B001 顺延', 'The queue is closed, B001 is carried over',
    { closed: true, figures: { taken: 2, served: 1 }, tickets: [{ ticket: '2021-01-11-B001', priority: 'elderly', carried: true }] });
  s.refused('07:06', manager, '重复收队', 'Closing it twice', 'queue.close-day', { outlet, remaining: 'carried_over' }, 'queue.day-over');
  s.refused('07:08', manager, '营业时间未到就收业，须说明原因', 'Closing before the hour asks for a reason', 'outlet.close',
    { outlet, customers_served: 1, reason: '' }, 'outlet.reason-empty');
  s.does('07:10', manager, '补办昨日收业', 'Yesterday is closed at last', 'outlet.close',
    { outlet, customers_served: 1, reason: '11日16时45分停电，当日未能收业' }, 'outlet.closed');
  outlet_shows(s, '07:11', province, '已收业，昨日服务1人', 'Closed, one customer yesterday',
    { facts: { state: 'closed', windows_open: 0, customers_served: 1 }, shown_state: 'sealed_closed' });
  s.refused('07:12', lobby, '未营业不能取号', 'No ticket while closed', 'queue.take',
    { outlet, service: 'cash', priority: 'ordinary', channel: 'paper' }, 'outlet.not-open');
};

const health = (s) => {
  s.does('07:15', manager, '开始班前准备', 'Prepare the day', 'outlet.prepare', { outlet }, 'outlet.prepared');
  s.refused('07:16', manager, '未测温、未消毒就想开门', 'Trying to open before checks and disinfection', 'outlet.open',
    { outlet, windows: 2 }, 'outlet.gate-unmet', ['gate.health-check-missing', 'gate.disinfection-missing', 'gate.checklist-incomplete']);
  s.refused('07:17', city, '体温误录为3.6℃', 'A reading is mistyped', 'quarantine.record-check',
    { person: 'SY-S0101', temperature_tenths: 36, symptoms: false }, 'quarantine.temperature-implausible');
  checks(s, '07:18', [365, 364, 366, 362, 367, 365]);
  s.sees('07:25', manager, '六人均可上岗', 'All six are fit', 'outlet', { outlet },
    { plan, on_duty: ['SY-S0101', 'SY-S0102', 'SY-S0103', 'SY-S0104', 'SY-S0105', 'SY-S0107'].map((person) => ({ person, fit: true })) });
};

const disinfection = (s) => {
  const begin = (time, zh, en, fields, code) =>
    s.refused(time, supervisor, zh, en, 'disinfection.begin', { outlet, round: 'R-0112-1', ...chlorine, ...fields }, code);
  begin('07:28', '批号不在货架上', 'A batch that is not on the shelf', { batch: 'C-2020-99', ...tablets(20) }, 'disinfection.batch-unknown');
  begin('07:29', '酒精昨日到期', 'The alcohol expired yesterday',
    { agent: 'alcohol', batch: 'A-2020-01', concentration: 75, touch_points: ['pen'], agent_used: 50 }, 'disinfection.batch-expired');
  begin('07:30', '浓度仅250毫克/升', 'Only 250 mg/L', { concentration: 250, ...tablets(20) }, 'disinfection.too-weak');
  round(s, '07:32', '开始全面消毒：500毫克/升，20片', 'The round begins: 500 mg/L from twenty tablets', { round: 'R-0112-1', ...tablets(20) });
  begin('07:32:20', '手抖点了两次', 'A double tap', tablets(20), 'disinfection.round-already-begun');
  begin('07:33', '同一处不能同时消毒两轮', 'No second round on the same surfaces',
    { round: 'R-0112-2', touch_points: ['floor'] }, 'disinfection.already-under-way');
  s.refused('07:45', supervisor, '才13分钟就想结束', 'Finished after 13 minutes?', 'disinfection.finish',
    { outlet, round: 'R-0112-1', wipes_used: 30 }, 'disinfection.too-short');
  round_done(s, '08:02', '消毒满30分钟，用湿巾30片', 'Thirty minutes are over; thirty wipes', 'R-0112-1', 30);
  s.refused('08:03', supervisor, '重复结束', 'Finishing it twice', 'disinfection.finish',
    { outlet, round: 'R-0112-1', wipes_used: 30 }, 'disinfection.round-unknown');
  outlet_shows(s, '08:04', province, '消毒记录：氯，30分钟，12处', 'On record: chlorine, 30 minutes, twelve surfaces',
    { rounds: [{ agent: 'chlorine', contact_minutes: 30, touch_points: all_points, at: '2021-01-12T00:02:00Z' }],
      stock: [{ item: 'chlorine_tablet', stock: 480 }, { item: 'wipe', stock: 180 }] });
  s.refused('08:15', lobby, '通风10分钟不够', 'Ten minutes of airing are too few', 'disinfection.ventilate',
    { outlet, minutes: 10 }, 'disinfection.airing-too-short');
  s.does('08:25', lobby, '通风20分钟', 'Twenty minutes of airing', 'disinfection.ventilate', { outlet, minutes: 20 }, 'disinfection.ventilated');
};

const equipment = (s) => {
  const refused = (time, who, zh, en, fields, code) =>
    s.refused(time, who, zh, en, 'supply.issue', { outlet, ...fields }, code);
  const issues = (time, zh, en, fields) =>
    s.does(time, supervisor, zh, en, 'supply.issue', { outlet, ...fields }, 'supply.issued');
  s.does('08:30', manager, '指定主管专人管理物资', 'The supervisor keeps the supplies', 'supply.appoint-keeper',
    { outlet, keeper: 'SY-4264-supervisor' }, 'supply.keeper-appointed');
  refused('08:31', teller, '柜员自取防护服', 'A teller helps herself to a suit', { item: 'suit', quantity: 1 }, 'supply.not-keeper');
  issues('08:32', '领用防护服12套', 'Twelve suits are issued', { item: 'suit', quantity: 12 });
  issues('08:33', '领用湿巾60片', 'Sixty wipes are issued', { item: 'wipe', quantity: 60 });
  refused('08:34', supervisor, '口罩批号写错', 'A lot of masks that is not here',
    { item: 'mask', quantity: 24, lot: 'M-2019-99' }, 'supply.lot-not-here');
  refused('08:35', supervisor, '想先用后到期的口罩', 'The newer masks first, without a reason',
    { item: 'mask', quantity: 24, lot: 'M-2021-01' }, 'supply.not-first-expiring');
  issues('08:36', '先用将到期的口罩60只', 'The sixty masks that expire first', { item: 'mask', quantity: 60, lot: 'M-2020-06' });
  refused('08:37', supervisor, '到期酒精不得领用', 'Expired alcohol is not issued',
    { item: 'alcohol', quantity: 500, lot: 'A-2020-01' }, 'supply.lot-expired');
  issues('08:38', '领用手套48副', 'Forty-eight pairs of gloves are issued', { item: 'gloves', quantity: 48 });
  outlet_shows(s, '08:40', province, '湿巾120片，够2天', '120 wipes: two days',
    { stock: [{ item: 'wipe', stock: 120, daily_use: 60, people: 6, days: 2 }, { item: 'suit', stock: 226 }, { item: 'mask', stock: 600 }] });
};

const doors = (s) => {
  const opens = (time, zh, en, window, services) =>
    s.does(time, teller, zh, en, 'queue.open-window', { outlet, window, services }, 'queue.window-opened');
  const refused = (time, zh, en, window, services, code) =>
    s.refused(time, teller, zh, en, 'queue.open-window', { outlet, window, services }, code);
  s.refused('08:50', manager, '方案只够2个窗口，不能开3个', 'The plan has a crew for two windows, not three', 'outlet.open',
    { outlet, windows: 3 }, 'outlet.gate-unmet', ['gate.plan-not-approved', 'gate.crew-short']);
  outlet_shows(s, '08:55', manager, '2个窗口的闸门全部满足', 'The gate asks for nothing more', { gate_unmet: [], facts: { state: 'preparing' } });
  s.does('09:00', manager, '开门营业，2个窗口', 'Open, with two windows', 'outlet.open', { outlet, windows: 2 }, 'outlet.opened');
  s.refused('09:00:20', manager, '开门点了两次', 'A double tap', 'outlet.open', { outlet, windows: 2 }, 'outlet.already-open');
  s.does('09:01', manager, '开启自助银行', 'The self-service bank is switched on', 'outlet.switch-self-service', { outlet, on: true }, 'outlet.self-service-switched');
  refused('09:02', '窗口没有选业务', 'A window without a service', 1, [], 'queue.no-services');
  refused('09:02:30', '没有4号窗', 'There is no window 4', 4, ['cash'], 'queue.window-out-of-range');
  opens('09:03', '1号窗：现金、养老金、存折', 'Window 1: cash, pensions, passbooks', 1, ['cash', 'pension', 'passbook']);
  opens('09:03:30', '2号窗：社保卡、开户、现金', 'Window 2: social cards, accounts, cash', 2, ['social_card', 'account', 'cash']);
  refused('09:04', '只有两组人，3号窗不能开', 'Window 3 has no crew', 3, ['cash'], 'queue.windows-all-open');
  outlet_shows(s, '09:04:30', province, '营业中：2个窗口，自助银行已开', 'Open: two windows and self-service',
    { facts: { state: 'open', windows_open: 2, self_service: true }, shown_state: 'open', round_overdue: false });
  s.sees('09:04:50', province, '管控区：3家网点，1家营业', 'The zone: three outlets, one open', 'zone', { zone: 'SY-HG-01' },
    { summary: { outlets: 3, outlets_open: 1, people: 105000 } });
};

export const morning = (s) => {
  yesterday(s);
  health(s);
  disinfection(s);
  equipment(s);
  doors(s);
};
