// The people of the day: who comes and goes, what they wear, who falls out and who steps in, and two teams that never meet.
import { city, lobby, manager, outlet, province, teller } from './story.mjs';
import { crew, later, worklist_shows } from './outlet_day_words.mjs';

const zone = 'SY-HG-01';
const wears = { outlet, person: 'SY-S0102', pieces: ['mask', 'gloves', 'suit'] };
const team_shows = (s, time, zh, en, at, shows) => s.sees(time, city, zh, en, 'team', { outlet: at }, shows);

const coming = (s) => {
  s.begin('2021-01-12');
  s.does('07:24:10', lobby, '大堂经理为顶岗同事申报两点一线', 'The lobby guide declares the closed loop of a stand-in',
    'quarantine.declare-loop', { person: 'SY-S0103', kept: true }, 'quarantine.loop-declared');
  crew.forEach(([person, zh, en], i) =>
    s.does(later('07:26:05', 5 * i), manager, `${zh}到岗`, `The ${en} comes on duty`, 'roster.arrive', { outlet, person }, 'roster.arrived'));
  s.refused('07:27', manager, '到岗点了两次', 'A double tap', 'roster.arrive', { outlet, person: 'SY-S0101' }, 'roster.already-present');
};

const wearing = (s) => {
  s.does('08:41', teller, '1号窗柜员穿戴口罩、手套、防护服（用已领出的）', 'The teller puts on mask, gloves and suit, of what was handed out',
    'ppe.change', wears, 'ppe.changed');
  team_shows(s, '08:41:30', '防护服须在12时41分前更换', 'The suit is due at 12:41', outlet,
    { on_duty: { team: 'a', members: [{ person: 'SY-S0102', clocks: [{ piece: 'suit', due: '2021-01-12T04:41:00Z' }] }] } });
  s.does('10:41:30', teller, '按时更换手套', 'Gloves are changed in time', 'ppe.change', { ...wears, pieces: ['gloves'] }, 'ppe.changed');
  worklist_shows(s, '12:46', province, '待处置：防护服超时', 'On the worklist: a suit is worn too long',
    [{ code: 'ppe_overdue', severity: 'alarm', outlet, person: 'SY-S0102', deadline: '2021-01-12T04:41:00Z' }]);
  s.does('12:48', teller, '更换三件，脱防护服用湿巾5片', 'All three are changed; taking off the suit takes five wipes', 'ppe.change', wears, 'ppe.changed');
  team_shows(s, '12:48:30', '重新计时', 'The clocks begin anew', outlet,
    { on_duty: { members: [{ person: 'SY-S0102', clocks: [{ piece: 'suit', due: '2021-01-12T08:48:00Z' }] }] } });
};

const leaving = (s) => {
  crew.forEach(([person, zh, en], i) =>
    s.does(later('18:40:05', 5 * i), manager, `${zh}离岗`, `The ${en} leaves`, 'roster.leave', { outlet, person }, 'roster.left'));
};

const registers = (s, time, person, home, household) =>
  s.does(time, city, `登记${person}（虚构）`, `${person} is registered (invented)`, 'staff.register',
    { person, full_name: '示例员工', phone: '', home_outlet: home, residence: 'SY-HG-C01', household, skills: ['teller'] }, 'staff.registered');
const begins = (person, scheme, from) => ['quarantine.start', { person, scheme, from, contact: 'contact' }];

const co_residents = (s) => {
  registers(s, '18:45', 'SY-S0201', '102221001326', 'H-0201');
  registers(s, '18:45:10', 'SY-S0202', '102221001326', 'H-0201');
  registers(s, '18:45:20', 'SY-S0203', '102221001326', '');
  s.refused('18:46', city, '第九版方案尚未施行', 'The ninth edition is not in force yet', ...begins('SY-S0201', '9th 7+3', '2021-01-12'), 'quarantine.scheme-unknown');
  s.does('18:46:30', city, '密接按14+7隔离', 'A contact goes into 14+7', ...begins('SY-S0201', '14+7', '2021-01-12'), 'quarantine.started');
  s.sees('18:47', city, '隔离到2月1日；同住人不能上岗', 'Until 1 February; who lives with them is not fit', 'people', { outlet: '102221001326' },
    { rows: [{ person: 'SY-S0201', free_on: '2021-02-02', reasons_tomorrow: ['fit.under-measure'] },
      { person: 'SY-S0202', reasons_tomorrow: ['fit.co-resident'], may_volunteer: 'staff.unfit' },
      { person: 'SY-S0203', fit_tomorrow: true, may_volunteer: 'yes' }] });
  s.refused('18:47:30', city, '同住人请战不予受理', 'The co-resident may not volunteer', 'staff.volunteer', { person: 'SY-S0202', zone }, 'staff.unfit', ['fit.co-resident']);
  s.does('18:48', city, '另一名柜员请战', 'Another teller volunteers', 'staff.volunteer', { person: 'SY-S0203', zone }, 'staff.volunteered');
};

const falling_out = (s) => {
  s.does('18:50', city, '2号窗柜员被判为密接，13日起隔离', 'The teller of window 2 is a contact from the 13th on', ...begins('SY-S0107', '14+7', '2021-01-13'), 'quarantine.started');
  worklist_shows(s, '18:51', city, '待处置：柜员13日不能上岗，有替补', 'On the worklist: a teller has fallen out, and who could step in',
    [{ code: 'person_fallen_out', outlet, person: 'SY-S0107', missing: ['fit.under-measure'], substitutes: [{ person: 'SY-S0203' }] }]);
  const replaces = (by) => ['roster.replace', { outlet, out: 'SY-S0107', in: by, from: '2021-01-13', until: '2021-01-13' }];
  s.refused('18:52', city, '同住人不能顶岗', 'The co-resident may not step in', ...replaces('SY-S0202'), 'roster.not-volunteered');
  s.does('18:53', city, '请战柜员顶岗', 'The volunteer steps in', ...replaces('SY-S0203'), 'roster.replaced');
};

const other = '102221000905';
const handover = (s) => {
  ['SY-S0301', 'SY-S0302'].forEach((person, i) => registers(s, `19:0${i}`, person, other, ''));
  const sets = (team, day, person) => ['roster.set-team', { outlet: other, team, from: day, until: day, members: [{ person, post: 'teller', custody: 'none' }] }];
  s.does('19:10', city, '另一网点排A班', 'Another outlet sets team A', ...sets('a', '2021-01-12', 'SY-S0301'), 'roster.team-set');
  s.refused('19:11', city, '同一天不能排两班', 'No second team on one day', ...sets('b', '2021-01-12', 'SY-S0302'), 'roster.days-taken');
  s.does('19:12', city, '次日B班', 'Team B the day after', ...sets('b', '2021-01-13', 'SY-S0302'), 'roster.team-set');
  const tap = (verb, person) => [`roster.${verb}`, { outlet: other, person }];
  s.does('19:30', city, 'A班在岗', 'Team A is on site', ...tap('arrive', 'SY-S0301'), 'roster.arrived');
  s.does('19:31', city, 'A班签字交班', 'Team A signs the sheet', 'roster.hand-over', { outlet: other, person: 'SY-S0301', note: '钥匙在保险柜' }, 'roster.handed-over');
  s.refused('19:32', city, 'A班未离场，B班不能进', 'Team B may not come in yet', ...tap('arrive', 'SY-S0302'), 'roster.teams-overlap');
  s.refused('19:33', city, '也不能签收', 'Nor sign', ...tap('take-over', 'SY-S0302'), 'roster.teams-overlap');
  s.does('19:34', city, 'A班离场', 'Team A has left', ...tap('leave', 'SY-S0301'), 'roster.left');
  s.does('19:35', city, 'B班签收', 'Team B signs', ...tap('take-over', 'SY-S0302'), 'roster.taken-over');
  team_shows(s, '19:36', '两签齐全', 'Both have signed', other, { sheet: { team: 'a', given_by: 'SY-S0301', taken_by: 'SY-S0302' } });
};

export const crew_steps = (s) => {
  for (const chapter of [coming, wearing, leaving, co_residents, falling_out, handover]) chapter(s);
};
