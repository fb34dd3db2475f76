// 09:05 to 10:40: the carried ticket, elders, a proxy, a missed number, forms, a fever at the door, appointments, and a
// lobby that is full.
import { lobby, manager, outlet, supervisor, teller } from './story.mjs';
import {
  call, enter, finish, later, leave, miss, queue_shows, recall, serve, take, today, visit,
} from './outlet_day_words.mjs';

const yesterdays = '2021-01-11-B001';
const at_window = (s, time, who, zh, en, verb, fields, code) =>
  s.refused(time, who, zh, en, `queue.${verb}`, { outlet, ...fields }, code);
const no_entry = (s, time, zh, en, fields, code) =>
  s.refused(time, lobby, zh, en, 'lobby.enter', { outlet, people: 1, by: 'tap', ...fields }, code);
const door = (s, time, zh, en, temperature_tenths, masked) =>
  s.does(time, lobby, zh, en, 'lobby.check-door', { outlet, temperature_tenths, masked, symptoms: false }, 'lobby.door-checked');
const proxy = (s, time, zh, en, by, card_holders) => [time, lobby, zh, en, 'queue.take',
  { outlet, service: 'passbook', priority: 'ordinary', channel: 'tablet', proxy: { by, purpose: 'withdrawal', card_holders } }];

const first_customers = (s) => {
  door(s, '09:05', '门口测温36.5℃，戴口罩', 'At the door: 36.5 °C, with a mask', 365, true);
  door(s, '09:05:30', '未戴口罩，发一只', 'Without a mask: one is given', 364, false);
  take(s, '09:06', 'A001', 'cash');
  call(s, '09:07', 1, yesterdays, '：昨日顺延的排最前', ': who was carried over comes first');
  at_window(s, '09:07:10', teller, '叫号点了两次', 'A double tap on “call”', 'call', { window: 1 }, 'queue.window-busy');
  enter(s, '09:07:30', yesterdays);
  no_entry(s, '09:07:40', '同一张票刷了两次', 'The same ticket twice', { ticket: yesterdays }, 'lobby.ticket-already-inside');
  serve(s, '09:08', 1, yesterdays);
  at_window(s, '09:08:05', teller, '办理点了两次', 'A double tap on “serve”', 'serve', { window: 1 }, 'queue.serving-already');
  visit(s, '09:09', 2, 'A001', 9);
  finish(s, '09:13', 1, yesterdays);
  leave(s, '09:13:30', yesterdays);
};

const lines = (s) => {
  take(s, '09:10', 'B001', 'pension', 'elderly');
  take(s, '09:10:30', 'A002', 'cash', 'ordinary', 'phone');
  s.does(...proxy(s, '09:11', '代取 D001：家属代1人取款', 'D001: a relative draws for one card holder', 'kin', 1), 'queue.taken');
  s.refused(...proxy(s, '09:11:30', '一次代9人，超过上限', 'One person for nine card holders', 'kin', 9), 'queue.proxy-holders-out-of-range');
  take(s, '09:12', 'C001', 'social_card', 'ordinary', 'tablet');
  take(s, '09:12:30', 'A003', 'cash', 'elderly');
  const clean = (time, zh, en, contact_minutes) => [time, lobby, zh, en, 'disinfection.record',
    { outlet, agent: 'alcohol', batch: 'A-2020-12', concentration: 75, contact_minutes, touch_points: ['pin_pad', 'pen', 'queue_machine'], wipes_used: 3, form: 'liquid', agent_used: 20 }];
  s.refused(...clean('09:14:10', '一客一消毒：酒精只停留1分钟', 'After the customer: alcohol for one minute only', 1), 'disinfection.too-short');
  s.does(...clean('09:16:30', '一客一消毒：键盘、笔、取号机', 'After the customer: pad, pen and ticket machine', 3), 'disinfection.recorded');
  call(s, '09:17', 1, 'B001', '：老年人优先', ': elders have a head start');
  queue_shows(s, '09:17:05', lobby, '大屏：1号窗 B001；2号窗 A001', 'On the display: B001 at window 1, A001 at window 2',
    { windows: [{ window: 1, ticket: today('B001'), serving: false }, { window: 2, ticket: today('A001'), serving: true }],
      last_called: [{ ticket: today('B001'), window: 1 }] });
  at_window(s, '09:17:10', lobby, '已叫到的票不能取消', 'A ticket that is called cannot be cancelled', 'cancel', { ticket: today('B001') }, 'queue.ticket-at-window');
  enter(s, '09:17:20', today('B001'));
  serve(s, '09:17:40', 1, 'B001');
  finish(s, '09:23:40', 1, 'B001');
  leave(s, '09:24', today('B001'));
  visit(s, '09:19:20', 2, 'A003', 8, '：老年人优先', ': an elder again');
};

// A002 is called three times, goes three places back, and is served after A006.
const missed = (s) => {
  ['A004', 'A005', 'A006', 'A007'].forEach((number, i) => take(s, `09:2${i}:10`, number, 'cash'));
  call(s, '09:24:30', 1, 'A002');
  at_window(s, '09:25', teller, '才叫一次，不能过号', 'Only called once', 'miss', { window: 1 }, 'queue.calls-left');
  recall(s, '09:25:30', 1, 'A002');
  recall(s, '09:26', 1, 'A002');
  at_window(s, '09:26:30', teller, '三次已叫完', 'Three calls are all', 'recall', { window: 1 }, 'queue.calls-used-up');
  miss(s, '09:27', 1, 'A002', '：退后3位', ': back three places');
  queue_shows(s, '09:27:10', lobby, 'A002 前面5张：A004至A006，和先到的代取、社保卡', 'Five are before A002: A004 to A006, the proxy and the social card',
    { place: { ticket: { ticket: today('A002'), stage: 'waiting' }, before: 5 } }, today('A002'));
  visit(s, '09:27:30', 1, 'D001', 6, '：代取', ': the proxy');
};

const forms = (s) => {
  call(s, '09:29', 2, 'C001');
  enter(s, '09:29:20', today('C001'));
  serve(s, '09:29:40', 2, 'C001');
  s.does('09:32', teller, 'C001 去填单，窗口先办下一位', 'C001 fills in a form; the window is free', 'queue.park', { outlet, window: 2 }, 'queue.parked');
  queue_shows(s, '09:32:20', teller, '2号窗下一位是 A004，C001 在填单', 'Next at window 2 is A004; C001 fills in a form',
    { windows: [{ window: 2, state: 'open', ticket: null, next: today('A004') }], tickets: [{ ticket: today('C001'), stage: 'parked', inside: true }] });
  at_window(s, '09:32:30', lobby, 'A004 没有在填单', 'A004 is not filling in a form', 'resume', { ticket: today('A004') }, 'queue.ticket-not-parked');
  call(s, '09:33', 2, 'A004');
  enter(s, '09:33:20', today('A004'));
  serve(s, '09:33:40', 2, 'A004');
  at_window(s, '09:35', teller, '转到同一业务', 'Transferred to where it is', 'transfer', { window: 2, to: 'cash' }, 'queue.same-service');
  s.does('09:36', teller, 'A004 转办社保卡，原次序不变', 'A004 also needs a social card: another line, the same place', 'queue.transfer',
    { outlet, window: 2, to: 'social_card' }, 'queue.transferred');
  s.does('09:36:30', lobby, 'C001 填好，回到原位', 'C001 is ready: back to the same place', 'queue.resume', { outlet, ticket: today('C001') }, 'queue.resumed');
  call(s, '09:37', 2, 'C001', '：比A004早到', ': came before A004');
  at_window(s, '09:37:10', teller, '还没到窗口就点办结', 'Done before it began', 'finish', { window: 2 }, 'queue.not-serving');
  serve(s, '09:37:30', 2, 'C001');
  finish(s, '09:46', 2, 'C001');
  leave(s, '09:46:20', today('C001'));
  call(s, '09:46:30', 2, 'A004');
  serve(s, '09:46:50', 2, 'A004');
  finish(s, '09:55', 2, 'A004');
  leave(s, '09:55:20', today('A004'));
  visit(s, '09:35:10', 1, 'A005', 4);
  visit(s, '09:40:30', 1, 'A006', 4);
  visit(s, '09:46:10', 1, 'A002', 3, '：退后3位，轮到了', ': three places later');
  visit(s, '09:51', 1, 'A007', 4);
  no_entry(s, '09:54', '拿昨天的票来', "Yesterday's ticket", { ticket: '2021-01-11-A001' }, 'queue.ticket-of-another-day');
};

const fever_at_the_door = (s) => {
  const release = (time, who, zh, en, suspect) => [time, who, zh, en, 'lobby.release-isolation', { outlet, suspect, outcome: 'cleared' }];
  s.refused('09:47', lobby, '体温误录为3.8℃', 'A reading is mistyped', 'lobby.check-door',
    { outlet, temperature_tenths: 38, masked: true, symptoms: false }, 'lobby.temperature-implausible');
  door(s, '09:47:20', '门口测温37.8℃', 'At the door: 37.8 °C', 378, true);
  s.does('09:48', lobby, '请到隔离室，30分钟内首报', 'To the isolation room; the first report is due in 30 minutes', 'lobby.isolate',
    { outlet, found_at: 'door' }, 'lobby.isolated');
  queue_shows(s, '09:48:30', manager, '隔离室1人，首报时限10时18分', 'One in isolation, to be reported by 10:18',
    { isolated: [{ suspect: '2021-01-12-S1', found_at: 'door', report_by: '2021-01-12T02:18:00Z', close_by: '2021-01-12T02:18:00Z' }] });
  s.refused('09:49', lobby, '隔离室只容1人', 'The isolation room takes one', 'lobby.isolate', { outlet, found_at: 'door' }, 'lobby.isolation-full');
  s.refused(...release('10:05', lobby, '大堂经理无权解除', 'The lobby guide may not release', '2021-01-12-S1'), 'authority.role');
  s.refused(...release('10:05:30', supervisor, '编号写错', 'Nobody of this number', '2021-01-12-S9'), 'lobby.suspect-unknown');
  s.does(...release('10:06', supervisor, '复测36.7℃，防疫人员排除，解除', 'Measured again, 36.7 °C: cleared', '2021-01-12-S1'), 'lobby.isolation-released');
};

const appointments = (s) => {
  const arrive = (time, zh, en, booking) => [time, lobby, zh, en, 'queue.arrive', { outlet, booking, channel: 'paper' }];
  s.refused(...arrive('09:40', '10点的预约，9点40分到：太早', 'Booked for ten, here at 9:40: too early', 'AP-01'), 'queue.booking-too-early');
  s.refused(...arrive('09:50:10', '还在候补', 'Still on the waitlist', 'AP-04'), 'queue.booking-waitlisted');
  s.does('09:50:30', lobby, 'AP-02 取消，候补的AP-04递补', 'AP-02 is cancelled: AP-04 moves up', 'queue.cancel-booking', { outlet, booking: 'AP-02' }, 'queue.booking-cancelled');
  s.refused(...arrive('09:51:30', '已取消的预约', 'A cancelled booking', 'AP-02'), 'queue.booking-unknown');
  s.does(...arrive('09:52', 'AP-04 按时到，换成 C002', 'AP-04 is in time: ticket C002', 'AP-04'), 'queue.taken');
  queue_shows(s, '09:52:10', lobby, 'C002 是预约的票', 'C002 was booked', { tickets: [{ ticket: today('C002'), booked: true, stage: 'waiting' }] });
  visit(s, '09:56', 2, 'C002', 8);
  s.does(...arrive('10:05:10', 'AP-01 在时段内到，换成 E001', 'AP-01 comes in its band: ticket E001', 'AP-01'), 'queue.taken');
  visit(s, '10:06:10', 2, 'E001', 14, '：预约', ': by appointment');
  s.refused(...arrive('10:45', 'AP-03 过了保留时间', 'AP-03 comes after the hold', 'AP-03'), 'queue.booking-too-late');
};

const full_lobby = (s) => {
  take(s, '10:07', 'A008', 'cash', 'ordinary', 'phone');
  take(s, '10:07:30', 'A009', 'cash');
  take(s, '10:08', 'B002', 'pension', 'elderly');
  s.does(...proxy(s, '10:08:30', '代取 D002：社区工作者代3人', 'D002: a community worker draws for three', 'community_worker', 3), 'queue.taken');
  take(s, '10:09', 'A010', 'cash', 'ordinary', 'phone');
  s.does('10:09:30', lobby, '五位环卫工人到驿站歇脚，厅内6人，到上限', 'Five street cleaners rest at the station: six inside, the cap', 'lobby.enter',
    { outlet, people: 5, by: 'tap' }, 'lobby.entered');
  at_window(s, '10:10', teller, '厅内已满，没有可叫的人', 'The lobby is full: nobody can be called', 'call', { window: 1 }, 'lobby.full');
  queue_shows(s, '10:10:10', lobby, '厅内6人，上限6人（12座隔座用）', 'Six inside, and six may be: every second of twelve seats',
    { lobby: { inside: 6, coming: 0, cap: 6 }, cap: { people: 6, by_rule: 10, by_area: 19, by_seats: 6, by_windows: 10 },
      windows: [{ window: 1, why_nobody: 'lobby.full', next: null }] });
  no_entry(s, '10:10:30', 'A008 在门外等', 'A008 waits outside', { ticket: today('A008') }, 'lobby.full');
  no_entry(s, '10:11', '再来两人也不能进', 'Nor may two more', { people: 2 }, 'lobby.full');
  s.does('10:12', manager, '限流', 'Limit the crowd', 'outlet.restrict', { outlet, to: 'limited', reason: '厅内已满，请在门外一米线等候' }, 'outlet.restricted');
  s.sees('10:12:30', manager, '对外显示：限流', 'Shown to the public: limited', 'outlet', { outlet },
    { shown_state: 'limited', facts: { state: 'limited', reason: '厅内已满，请在门外一米线等候' } });
  s.does('10:14', lobby, '三位环卫工人离开', 'Three street cleaners go', 'lobby.leave', { outlet, people: 3, by: 'tap' }, 'lobby.left');
  const may_enter = (number, may) => ({ place: { ticket: { ticket: today(number) }, may_enter: may } });
  queue_shows(s, '10:14:05', lobby, 'B002 可以进', 'B002 may come in', may_enter('B002', true), today('B002'));
  queue_shows(s, '10:14:10', lobby, 'D002 还不可以', 'D002 may not yet', may_enter('D002', false), today('D002'));
  no_entry(s, '10:14:20', 'D002 前面还有人', 'D002 has others before', { ticket: today('D002') }, 'lobby.not-your-turn');
  s.refused('10:14:40', lobby, '离厅9人，厅内没有这么多', 'Nine go out of three', 'lobby.leave', { outlet, people: 9, by: 'tap' }, 'lobby.fewer-inside');
  visit(s, '10:15', 1, 'B002', 5);
  enter(s, '10:16', today('A008'));
};

// A010 was taken by phone, and nobody ever comes.
const void_number = (s) => {
  call(s, '10:22', 1, 'A008');
  serve(s, '10:22:20', 1, 'A008');
  finish(s, '10:27', 1, 'A008');
  leave(s, '10:27:20', today('A008'));
  visit(s, '10:22:10', 2, 'A009', 5);
  call(s, '10:28', 1, 'D002', '：代取3人', ': for three');
  enter(s, '10:28:20', today('D002'));
  serve(s, '10:28:40', 1, 'D002');
  at_window(s, '10:33', manager, '正在办理，不能暂停', 'Not while somebody is served', 'pause-window', { window: 1, reason: 'disinfection' }, 'queue.window-busy');
  finish(s, '10:36', 1, 'D002');
  leave(s, '10:36:20', today('D002'));
  for (const [time, zh, en] of [['10:28:40', '：退后', ': back'], ['10:31:30', '：第二次，作废', ': the second time, void']]) {
    call(s, time, 2, 'A010');
    recall(s, later(time, 40), 2, 'A010');
    recall(s, later(time, 80), 2, 'A010');
    miss(s, later(time, 120), 2, 'A010', zh, en);
  }
  queue_shows(s, '10:34', manager, '今日作废1张', 'One void number today', { figures: { voided: 1 } });
  s.does('10:35', lobby, '两位环卫工人离开', 'Two street cleaners go', 'lobby.leave', { outlet, people: 2, by: 'tap' }, 'lobby.left');
  no_entry(s, '10:37', 'A010 已作废', 'A010 is void', { ticket: today('A010') }, 'queue.ticket-over');
};

export const queue = (s) => {
  first_customers(s);
  lines(s);
  missed(s);
  forms(s);
  fever_at_the_door(s);
  appointments(s);
  full_lobby(s);
  void_number(s);
};
