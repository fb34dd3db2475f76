// 10:38 to 15:40: the round at noon, a fever inside, wipes run out, an hour without the network, a fire alarm.
import { city, lobby, manager, outlet, province, supervisor, teller } from './story.mjs';
import {
  all_points, call, chlorine, enter, outlet_shows, queue_shows, round, round_done, serve, tablets, take, today, visit, worklist_shows,
} from './outlet_day_words.mjs';

const neighbour = '102221004221';
const windows = (s, time, window, services, zh, en) =>
  s.does(time, teller, zh, en, 'queue.open-window', { outlet, window, services }, 'queue.window-opened');
const pause = (s, time, window, reason, zh, en) =>
  s.does(time, teller, zh, en, 'queue.pause-window', { outlet, window, reason }, 'queue.window-paused');
const no_call = (s, time, window, zh, en, code) =>
  s.refused(time, teller, zh, en, 'queue.call', { outlet, window }, code);

const round_before_noon = (s) => {
  pause(s, '10:38', 1, 'disinfection', '1号窗暂停，消毒', 'Window 1 pauses for the round');
  s.refused('10:38:20', teller, '重复暂停', 'Pausing it twice', 'queue.pause-window', { outlet, window: 1, reason: 'disinfection' }, 'queue.window-already-paused');
  pause(s, '10:39', 2, 'disinfection', '2号窗暂停，消毒', 'Window 2 pauses for the round');
  round(s, '10:40', '两小时一次消毒', 'The two-hourly round', { round: 'R-0112-3', ...tablets(20) });
  no_call(s, '10:41', 1, '窗口暂停，不能叫号', 'A paused window calls nobody', 'queue.window-not-open');
  queue_shows(s, '10:41:30', lobby, '两个窗口都因消毒暂停', 'Both windows pause for the round',
    { windows: [{ window: 1, state: 'paused', paused_for: 'disinfection' }, { window: 2, state: 'paused', paused_for: 'disinfection' }] });
  take(s, '10:45:30', 'B003', 'pension', 'elderly');
  take(s, '10:50', 'A011', 'cash', 'ordinary', 'tablet');
  take(s, '10:55', 'C003', 'social_card', 'elderly');
  round_done(s, '11:10', '消毒结束', 'The round is done', 'R-0112-3', 12);
  s.does('11:12', manager, '恢复正常', 'Back to normal', 'outlet.open', { outlet, windows: 2 }, 'outlet.opened');
  windows(s, '11:12:30', 1, ['cash', 'pension', 'passbook'], '1号窗恢复', 'Window 1 is back');
  windows(s, '11:13', 2, ['social_card', 'account', 'cash'], '2号窗恢复', 'Window 2 is back');
  visit(s, '11:14', 1, 'B003', 5);
};

const terminal = { kind: 'terminal', concentration: 1000 };

const fever_inside = (s) => {
  call(s, '11:14:30', 2, 'C003', '：老年人优先', ': an elder first');
  enter(s, '11:14:50', today('C003'));
  serve(s, '11:15:10', 2, 'C003');
  s.does('11:19', lobby, 'C003 在窗口前发热，送隔离室', 'C003 has a fever at the window: to the isolation room', 'lobby.isolate',
    { outlet, found_at: 'inside', ticket: today('C003') }, 'lobby.isolated');
  queue_shows(s, '11:19:30', manager, '隔离室：厅内发现；票 C003 挂起', 'In isolation, found inside; the ticket C003 is parked',
    { lobby: { inside: 1 }, isolated: [{ suspect: '2021-01-12-S2', found_at: 'inside' }], tickets: [{ ticket: today('C003'), stage: 'parked' }] });
  worklist_shows(s, '11:20', province, '待处置：上报、停业，各有时限', 'On the worklist: report, and close, each until when',
    [{ code: 'suspect_to_report', outlet, severity: 'alarm', deadline: '2021-01-12T03:49:00Z' }, { code: 'suspect_to_close', outlet, deadline: '2021-01-12T03:49:00Z' }]);
  s.does('11:20:30', manager, '暂停办理', 'Everything pauses', 'outlet.restrict', { outlet, to: 'paused', reason: '厅内发现发热人员，暂停办理' }, 'outlet.restricted');
  no_call(s, '11:21', 2, '暂停办理，不能叫号', 'Nobody is called while the outlet pauses', 'queue.outlet-paused');
  outlet_shows(s, '11:22', province, '对外显示：暂停', 'Shown to the public: paused', { shown_state: 'paused', facts: { state: 'paused' } });
  s.does('11:25', supervisor, '救护车接走', 'Taken away by ambulance', 'lobby.release-isolation',
    { outlet, suspect: '2021-01-12-S2', outcome: 'taken_away' }, 'lobby.isolation-released');
  worklist_shows(s, '11:25:30', city, '待处置：终末消毒', 'On the worklist: the terminal disinfection', [{ code: 'terminal_outstanding', outlet, severity: 'alarm' }]);
  s.refused('11:26', lobby, 'C003 的票已随人作废', 'The ticket C003 ended with its holder’s leaving', 'queue.cancel', { outlet, ticket: today('C003') }, 'queue.ticket-over');
  s.refused('11:26:20', manager, '没有终末消毒，不得复开', 'No reopening without a terminal disinfection', 'outlet.open', { outlet, windows: 2 },
    'outlet.gate-unmet', ['gate.terminal-missing']);
  const refused = (time, zh, en, fields, code) =>
    s.refused(time, supervisor, zh, en, 'disinfection.begin', { outlet, round: 'R-0112-4', ...chlorine, ...fields }, code);
  refused('11:28', '终末消毒，浓度仍是500毫克/升', 'Terminal disinfection at only 500 mg/L', { kind: 'terminal', ...tablets(40) }, 'disinfection.too-weak');
  refused('11:29', '终末消毒不能用酒精', 'Not with alcohol', { kind: 'terminal', agent: 'alcohol', batch: 'A-2020-12', concentration: 75 }, 'disinfection.terminal-agent');
  refused('11:30', '终末消毒漏了地面', 'The floor is left out', { ...terminal, touch_points: all_points.filter((x) => x !== 'floor') }, 'disinfection.terminal-incomplete');
  round(s, '11:31', '终末消毒：1000毫克/升，40片', 'Terminal disinfection: 1,000 mg/L from forty tablets', { round: 'R-0112-4', ...terminal, ...tablets(40) });
  round_done(s, '12:01', '终末消毒结束', 'It is done', 'R-0112-4', 20);
  s.does('12:03', lobby, '通风30分钟（消毒时同时进行）', 'Thirty minutes of airing meanwhile', 'disinfection.ventilate', { outlet, minutes: 30 }, 'disinfection.ventilated');
  outlet_shows(s, '12:04', city, '终末消毒在案', 'The terminal disinfection is on record',
    { rounds: [{ kind: 'terminal', concentration: 1000, contact_minutes: 30 }], stock: [{ item: 'wipe', stock: 85 }] });
  s.does('12:05', manager, '恢复办理', 'Serving again', 'outlet.open', { outlet, windows: 2 }, 'outlet.opened');
  visit(s, '12:06', 1, 'A011', 5);
};

const lunch = (s) => {
  pause(s, '12:14', 2, 'rest', '2号窗柜员用餐', 'The teller of window 2 has lunch');
  windows(s, '12:15', 3, ['cash', 'pension', 'social_card'], '备岗开3号窗', 'The spare opens window 3');
  take(s, '12:20', 'B004', 'pension', 'elderly');
  visit(s, '12:21', 3, 'B004', 6);
  s.does('12:44', teller, '3号窗关闭', 'Window 3 closes', 'queue.close-window', { outlet, window: 3 }, 'queue.window-closed');
  windows(s, '12:45', 2, ['social_card', 'account', 'cash'], '2号窗恢复', 'Window 2 is back');
  s.sees('12:45:30', province, '网点列表：2个窗口', 'The list of outlets: two windows', 'outlets', { zone: 'SY-HG-01' },
    { rows: [{ outlet, shown_state: 'open', windows_open: 2, windows: 3 }, { outlet: neighbour, shown_state: 'sealed_closed' }] });
  no_call(s, '12:46', 1, '无人等候', 'Nobody waits', 'queue.nobody-waiting');
};

const stock_out = (s) => {
  const issue = (time, zh, en, quantity) => [time, supervisor, zh, en, 'supply.issue', { outlet, item: 'wipe', quantity }];
  s.refused(...issue('13:00', '要领湿巾100片，只剩85片', 'A hundred wipes are asked for, 85 are there', 100), 'supply.short');
  s.does(...issue('13:02', '先领40片', 'Forty are issued', 40), 'supply.issued');
  outlet_shows(s, '13:05', province, '湿巾45片，不够1天', '45 wipes: less than a day', { stock: [{ item: 'wipe', stock: 45, days: 0, severity: 'alarm' }] });
  worklist_shows(s, '13:06', province, '待处置：湿巾低于下限', 'On the worklist: the cover is too short', [{ code: 'cover_below_minimum', outlet, severity: 'alarm' }]);
  s.sees('13:07', province, '看板：湿巾剩余天数最短', 'The board: these wipes run out first', 'board', null,
    { cover: [{ outlet, item: 'wipe', stock: 45, days: 0, minimum_days: 1 }] });
  s.refused('13:10', manager, '改为1个窗口，闸门因湿巾不足不放行', 'Even one window is not let through: too few wipes', 'outlet.open',
    { outlet, windows: 1 }, 'outlet.gate-unmet', ['gate.supplies-short']);
  const send = (time, zh, en, quantity) => [time, city, zh, en, 'supply.send',
    { from_outlet: neighbour, to_outlet: outlet, transfer: 'T-0112-1', lines: [{ item: 'wipe', quantity }] }];
  s.refused(...send('13:15', '要从明廉街支行调500片，那里只有400片', 'Five hundred from the neighbour, who has 400', 500), 'supply.short');
  s.does(...send('13:16', '从明廉街支行调拨200片', 'Two hundred are sent by the neighbour', 200), 'supply.sent');
  const accept = (time, zh, en, counted, reason, lot = 'W-2020-12') => [time, supervisor, zh, en, 'supply.accept',
    { outlet, transfer: 'T-0112-1', lines: [{ item: 'wipe', lot, counted }], reason }];
  s.refused(...accept('13:40', '批号不符', 'Not the lot that was sent', 200, '', 'W-2021-01'), 'supply.line-not-sent');
  s.refused(...accept('13:41', '点收210片，多于发出', 'More than was sent', 210, ''), 'supply.more-than-sent');
  s.refused(...accept('13:42', '少10片，未说明原因', 'Ten are missing, without a reason', 190, ''), 'supply.shortage-reason-missing');
  s.does(...accept('13:43', '点收190片，少10片：外包装破损', '190 arrive: ten were lost from a torn pack', 190, '外包装破损，少10片'), 'supply.accepted');
  worklist_shows(s, '13:43:30', city, '待处置：调拨少了10片', 'On the worklist: the transfer came short', [{ code: 'transfer_short', outlet }]);
  s.refused(...accept('13:44', '重复点收', 'Accepting it twice', 190, ''), 'supply.transfer-accepted');
  outlet_shows(s, '13:45', province, '湿巾235片，够3天', '235 wipes: three days', { stock: [{ item: 'wipe', stock: 235, days: 3, severity: 'normal' }] });
};

const offline_hour = (s) => {
  const when = (time) => `2021-01-12T${time}:00+08:00`;
  outlet_shows(s, '15:05', province, '14时起断网，上级看到消毒超时', 'No network since two: seen from above the round is overdue', { round_overdue: true, next_round_due: '2021-01-12T06:01:00Z' });
  worklist_shows(s, '15:05:30', province, '待处置：消毒超时', 'On the worklist: a round is overdue', [{ code: 'round_overdue', outlet }]);
  const record = (time, zh, en, at) => [time, supervisor, zh, en, 'disinfection.record',
    { outlet, ...chlorine, contact_minutes: 30, wipes_used: 12, occurred_at: at }];
  s.refused(...record('15:06', '补录时间在将来', 'A late entry of the future', when('16:00')), 'late-entry.in-future');
  s.does(...record('15:06:30', '补录：14时30分完成的消毒', 'Recorded late: the round done at 14:30', when('14:30')), 'disinfection.recorded');
  outlet_shows(s, '15:07', province, '不再超时，下次16时30分', 'No longer overdue, next at 16:30', { round_overdue: false, next_round_due: '2021-01-12T08:30:00Z' });
  s.does('15:07:30', lobby, '补录：14时50分结束的通风', 'Recorded late: the airing till 14:50', 'disinfection.ventilate', { outlet, minutes: 20, occurred_at: when('14:50') }, 'disinfection.ventilated');
  const issue = (time, zh, en, fields) => [time, supervisor, zh, en, 'supply.issue', { outlet, ...fields }];
  s.does(...issue('15:08', '补录：14时15分领手套12副', 'Recorded late: twelve pairs of gloves at 14:15', { item: 'gloves', quantity: 12, occurred_at: when('14:15') }), 'supply.issued');
  s.refused(...issue('15:08:30', '补录早上多领10只口罩：后来就不够了', 'Ten more masks this morning? They would be missing later', { item: 'mask', quantity: 10, lot: 'M-2020-06', occurred_at: when('08:20') }), 'supply.short-later');
  s.refused('15:09', supervisor, '补录8日的到货：超过72小时', 'A delivery of the 8th is too old', 'supply.receive',
    { outlet, item: 'mask', lot: 'M-2021-02', quantity: 100, expires_on: '2022-12-31', occurred_at: '2021-01-08T10:00:00+08:00' }, 'late-entry.too-old');
  s.refused('15:10', lobby, '清点厅内2人，与记录不符，未说明原因', 'Two are counted, none is booked, and no reason', 'lobby.count', { outlet, counted: 2, reason: '' }, 'lobby.reason-empty');
  s.does('15:11', lobby, '清点厅内2人：断网期间手工登记', 'Two inside: written down on paper meanwhile', 'lobby.count', { outlet, counted: 2, reason: '断网期间手工登记' }, 'lobby.counted');
};

const fire_alarm = (s) => {
  take(s, '15:15', 'A012', 'cash');
  take(s, '15:15:30', 'B005', 'pension', 'elderly');
  take(s, '15:16', 'D003', 'passbook', 'disabled');
  take(s, '15:16:30', 'C004', 'social_card', 'pregnant', 'phone');
  take(s, '15:17', 'E002', 'account');
  call(s, '15:18', 1, 'B005');
  enter(s, '15:18:20', today('B005'));
  serve(s, '15:18:40', 1, 'B005');
  const evacuate = (time, zh, en, reason) => [time, lobby, zh, en, 'lobby.evacuate', { outlet, reason }];
  s.refused(...evacuate('15:20', '疏散未说明原因', 'Evacuated, but why?', ''), 'lobby.reason-empty');
  s.does(...evacuate('15:20:10', '火警！疏散3人', 'Fire alarm! Three people go out', '火警'), 'lobby.evacuated');
  s.refused(...evacuate('15:20:30', '重复疏散', 'Evacuating twice', '火警'), 'lobby.already-evacuated');
  queue_shows(s, '15:20:40', city, '厅内清空，B005 回到原位', 'Nobody is inside, and B005 waits at the same place',
    { evacuated: true, evacuated_for: '火警', lobby: { inside: 0 },
      windows: [{ window: 1, ticket: null, why_nobody: 'lobby.under-evacuation' }], tickets: [{ ticket: today('B005'), stage: 'waiting', inside: false }] });
  no_call(s, '15:21', 2, '疏散中不能叫号', 'Nobody is called meanwhile', 'lobby.under-evacuation');
  s.refused('15:22', lobby, '疏散中不能进厅', 'Nobody comes in', 'lobby.enter', { outlet, people: 1, by: 'tap' }, 'lobby.under-evacuation');
  const reopen = (time, who, zh, en) => [time, who, zh, en, 'lobby.reopen', { outlet }];
  s.refused(...reopen('15:34', lobby, '大堂经理无权恢复', 'The lobby guide may not reopen'), 'authority.role');
  s.does(...reopen('15:35', manager, '误报，恢复进厅', 'A false alarm: the lobby reopens'), 'lobby.reopened');
  queue_shows(s, '15:35:20', manager, '1号窗下一位仍是 B005', 'Next at window 1 is still B005', { evacuated: false, windows: [{ window: 1, next: today('B005') }] });
  s.refused(...reopen('15:35:30', manager, '重复恢复', 'Reopening twice'), 'lobby.not-evacuated');
};

export const trouble = (s) => {
  round_before_noon(s);
  fever_inside(s);
  lunch(s);
  stock_out(s);
  offline_hour(s);
  fire_alarm(s);
};
