// 15:37 to 18:40: everybody kept their place, the day is closed with two carried over, the rooms and shelves are settled.
import { city, lobby, manager, outlet, province, supervisor, teller } from './story.mjs';
import {
  call, checks, chlorine, enter, finish, leave, outlet_shows, queue_shows, round, round_done, serve, tablets, take, today, visit, worklist_shows,
} from './outlet_day_words.mjs';

const last_customers = (s) => {
  call(s, '15:37', 1, 'B005', '：原位不变', ': the same place as before');
  enter(s, '15:37:20', today('B005'));
  serve(s, '15:37:40', 1, 'B005');
  finish(s, '15:43', 1, 'B005');
  leave(s, '15:43:20', today('B005'));
  visit(s, '15:38', 2, 'C004', 9, '：孕妇优先', ': priority');
  visit(s, '15:44', 1, 'D003', 6, '：残障人士优先', ': priority');
  visit(s, '15:49', 2, 'A012', 4);
  visit(s, '15:54', 2, 'E002', 15);
  take(s, '16:20', 'A013', 'cash', 'ordinary', 'phone');
  visit(s, '16:21', 1, 'A013', 5);
};

const round_in_the_afternoon = (s) => {
  worklist_shows(s, '16:40', province, '待处置：消毒又超时10分钟', 'On the worklist: the round is overdue again', [{ code: 'round_overdue', outlet }]);
  s.does('16:42', supervisor, '补做并记录：16时12分起30分钟', 'It was begun at 16:12 and is recorded now', 'disinfection.record',
    { outlet, ...chlorine, contact_minutes: 30, wipes_used: 12 }, 'disinfection.recorded');
};

const end_of_the_queue = (s) => {
  take(s, '16:44', 'B006', 'pension', 'elderly');
  call(s, '16:45', 1, 'B006');
  enter(s, '16:45:20', today('B006'));
  serve(s, '16:45:40', 1, 'B006');
  take(s, '16:46', 'C005', 'social_card');
  take(s, '16:47', 'E003', 'account', 'elderly');
  const close_day = (time, zh, en) => [time, manager, zh, en, 'queue.close-day', { outlet, remaining: 'carried_over' }];
  s.refused(...close_day('16:50', '1号窗还在办理，不能收队', 'Not while somebody is served', ), 'queue.window-busy');
  finish(s, '16:52', 1, 'B006');
  leave(s, '16:52:20', today('B006'));
  s.does(...close_day('16:55', '收队：C005、E003 顺延到明天', 'The queue is closed: C005 and E003 are carried over'), 'queue.day-closed');
  queue_shows(s, '16:55:30', manager, '今日办结27人，作废1张，预约未到1人', 'Served 27, one void, one booking that nobody came for',
    { closed: true, figures: { served: 27, voided: 1, no_shows: 1 }, tickets: [{ ticket: today('C005'), carried: true }, { ticket: today('E003'), carried: true }] });
  s.refused('16:56', lobby, '收队后不能取号', 'No more tickets today', 'queue.take', { outlet, service: 'cash', priority: 'ordinary', channel: 'paper' }, 'queue.day-over');
  s.refused('16:56:30', teller, '收队后不能叫号', 'No more calls today', 'queue.call', { outlet, window: 1 }, 'queue.day-over');
};

const count = (s) => {
  const counts = (time, zh, en, item, counted, reason) => [time, supervisor, zh, en, 'supply.count', { outlet, item, counted, reason }];
  s.refused(...counts('16:57', '湿巾盘点209片，账上211片，未说明原因', '209 wipes are counted, 211 are booked, and no reason', 'wipe', 209, ''), 'supply.reason-missing');
  s.does(...counts('16:58', '盘点209片：2片开封后干了', '209 wipes: two had dried out', 'wipe', 209, '开封后干燥2片'), 'supply.counted');
  s.does(...counts('16:59', '防护服盘点226套，相符', '226 suits, as booked', 'suit', 226, ''), 'supply.counted');
  s.refused('16:59:30', supervisor, '盘点后不能补录盘点前的领用', 'What lies before a count is settled', 'supply.issue',
    { outlet, item: 'wipe', quantity: 5, occurred_at: '2021-01-12T14:40:00+08:00' }, 'supply.before-count');
};

const closing = (s) => {
  s.does('17:02', manager, '收业，服务27人', 'Closed after 27 customers', 'outlet.close', { outlet, customers_served: 27, reason: '' }, 'outlet.closed');
  s.refused('17:02:20', manager, '收业点了两次', 'A double tap', 'outlet.close', { outlet, customers_served: 27, reason: '' }, 'outlet.already-closed');
  round(s, '17:05', '收业后全面消毒', 'The round after closing', { round: 'R-0112-9', ...tablets(20) });
  round_done(s, '17:35', '消毒结束', 'It is done', 'R-0112-9', 30);
  outlet_shows(s, '17:36', province, '已收业，服务27人；湿巾179片，氯片400片', 'Closed after 27 customers; 179 wipes and 400 tablets are left',
    { facts: { state: 'closed', windows_open: 0, customers_served: 27, self_service: true }, shown_state: 'self_service',
      stock: [{ item: 'wipe', stock: 179 }, { item: 'chlorine_tablet', stock: 400 }, { item: 'suit', stock: 226 }, { item: 'gloves', stock: 340 }, { item: 'alcohol', stock: 4980 }] });
  s.sees('17:40', province, '今日时间线：每次消毒都在', 'The timeline of the day: every round', 'timeline', { day: '2021-01-12' },
    { outlets: [{ outlet, segments: [{ phase: 'after_closing', planned: false }],
      rounds: [{ at: '2021-01-12T00:02:00Z', done: true }, { at: '2021-01-12T03:10:00Z' }, { at: '2021-01-12T04:01:00Z' }, { at: '2021-01-12T06:30:00Z' }, { at: '2021-01-12T09:35:00Z' }] }] });
};

const tonight = (s) => {
  checks(s, '18:00', [365, 374, 366, 364, 366, 365]);
  outlet_shows(s, '18:10', manager, '1号窗柜员发热，明日不能上岗', 'The teller of window 1 has a fever and is unfit', { on_duty: [{ person: 'SY-S0102', fit: false }, { person: 'SY-S0101', fit: true }] });
  s.sees('18:15', city, '市行看到原因', 'The city sees why', 'people', null, { rows: [{ person: 'SY-S0102', fit: false, reasons: ['fit.abnormal'] }] });
};

export const evening = (s) => {
  last_customers(s);
  round_in_the_afternoon(s);
  end_of_the_queue(s);
  count(s);
  closing(s);
  tonight(s);
};
