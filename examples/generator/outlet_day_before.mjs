// Two days before: the network, the plan and its signatures. The day before: a power cut, and nobody could close.
import { administrator, city, duty_officer, lobby, manager, outlet, province, supervisor } from './story.mjs';
import { call, checks, chlorine, enter, finish, leave, plan, serve, take } from './outlet_day_words.mjs';

const network = (s) => {
  s.begin('2021-01-09');
  s.files('08:00', province, '录入网点、社区、管控区和政策（人员均为虚构，位置为示意）',
    'Enter outlets, communities, the zone and the policies (people are invented, positions schematic)',
    ['cities.csv', 'communities.csv', 'outlets.csv', 'zones.csv', 'policies.csv']);
  s.files('08:05', administrator, '开设账号', 'Give every level its accounts', ['accounts.csv']);
  s.files('08:10', province, '录入顶岗人员、运钞车、通行证和批文', 'Enter the stand-ins, the van, its pass and the grant',
    ['staff.csv', 'vans.csv', 'passes.csv', 'grants.csv']);
  s.files('08:15', city, '录入核酸结果和物资', 'Enter the tests and the supplies', ['tests.csv', 'supplies.csv']);
};

const signatures = (s) => {
  s.plan('09:00', province, '计算11日起3天的方案并提交', 'Plan three days from the 11th and propose it',
    { zone: 'SY-HG-01', from: '2021-01-11', days: 3, as: plan });
  s.sees('09:05', province, '两名柜员住在区内，可开2个窗口', 'Two tellers live inside: two windows can open',
    'plan', { plan }, { document: { outlets: [{ outlet, verdict: 'can_open', windows: 2 }] } });
  const sign = (time, who, zh, en) =>
    s.does(time, who, zh, en, 'approval.sign', { plan, remark: '' }, 'approval.signed');
  sign('09:10', manager, '网点签署', 'The outlet signs');
  sign('09:20', city, '市行签署', 'The city signs');
  sign('09:30', duty_officer, '省行批准，方案生效', 'The province approves: the plan is in force');
  s.sees('09:35', province, '三级签署齐全', 'Three signatures', 'plans', null, { rows: [{ plan, status: 'approved', from: '2021-01-11', days: 3 }] });
};

const opening = (s) => {
  s.begin('2021-01-11');
  s.files('07:30', city, '录入11日核酸结果', 'Enter the tests of the 11th', ['tests.csv']);
  s.does('07:40', manager, '11日：班前准备', 'The 11th: prepare the day', 'outlet.prepare', { outlet }, 'outlet.prepared');
  checks(s, '07:41', [364, 365, 366, 363, 367, 364]);
  s.does('08:20', supervisor, '全面消毒', 'Full disinfection', 'disinfection.record',
    { outlet, ...chlorine, contact_minutes: 30, wipes_used: 30 }, 'disinfection.recorded');
  s.does('08:30', supervisor, '领用防护服12套', 'Twelve suits are issued', 'supply.issue',
    { outlet, item: 'suit', quantity: 12 }, 'supply.issued');
  s.does('08:31', supervisor, '领用湿巾60片', 'Sixty wipes are issued', 'supply.issue',
    { outlet, item: 'wipe', quantity: 60 }, 'supply.issued');
  s.does('09:00', manager, '营业，开2个窗口', 'Open with two windows', 'outlet.open', { outlet, windows: 2 }, 'outlet.opened');
  s.does('09:01', lobby, '1号窗办现金、养老金、存折', 'Window 1 serves cash, pensions and passbooks', 'queue.open-window',
    { outlet, window: 1, services: ['cash', 'pension', 'passbook'] }, 'queue.window-opened');
  take(s, '09:05', 'A001', 'cash');
  call(s, '09:06', 1, 'A001');
  enter(s, '09:06:20', '2021-01-11-A001');
  serve(s, '09:06:40', 1, 'A001');
  finish(s, '09:12', 1, 'A001');
  leave(s, '09:12:30', '2021-01-11-A001');
};

const bookings = (s) => {
  const fields = (booking, person, service, band = '10:00') =>
    ({ outlet, booking, person, service, priority: 'ordinary', day: '2021-01-12', band });
  const books = (time, zh, en, ...what) =>
    s.does(time, lobby, zh, en, 'queue.book', fields(...what), 'queue.booked');
  const refused = (time, zh, en, code, ...what) =>
    s.refused(time, lobby, zh, en, 'queue.book', fields(...what), code);
  refused('15:00', '预约不得用员工号等能认出人的编号', 'A booking may not carry a number that says who it is',
    'queue.reference-not-opaque', 'AP-01', 'SY-S0102', 'account');
  refused('15:01', '10点10分不是预约时段', '10:10 is not the beginning of a band',
    'queue.band-not-on-grid', 'AP-01', 'C-7KQMX', 'account', '10:10');
  books('15:02', '预约12日10点开户，15分钟', 'An account at ten on the 12th: 15 minutes', 'AP-01', 'C-7KQMX', 'account');
  books('15:03', '预约同一时段社保卡，9分钟', 'A social card in the same band: 9 minutes', 'AP-02', 'C-2RTWP', 'social_card');
  refused('15:04', '同一人再约一次', 'The same person books again', 'queue.booking-live', 'AP-09', 'C-2RTWP', 'pension');
  books('15:05', '预约养老金，6分钟，时段约满', 'A pension: 6 minutes, and the band is full', 'AP-03', 'C-9HLVD', 'pension');
  books('15:06', '再约社保卡：排候补', 'One more social card goes on the waitlist', 'AP-04', 'C-4NBFY', 'social_card');
};

export const before = (s) => {
  network(s);
  signatures(s);
  opening(s);
  bookings(s);
  take(s, '16:40', 'B001', 'pension', 'elderly');
};
