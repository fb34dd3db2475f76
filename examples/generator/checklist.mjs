// The checklist of the examples: its template (examples/checklist.json), two pictures that stand for photos, and how a
// crew goes through it. What the system answers itself nobody answers.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { city, duty_officer, lobby, manager, outlet, supervisor, teller } from './story.mjs';

const examples = join(dirname(fileURLToPath(import.meta.url)), '..');
const template = JSON.parse(readFileSync(join(examples, 'checklist.json'), 'utf8'));

const picture = (file) => {
  const bytes = readFileSync(join(examples, 'outlet-day', file));
  return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
};
export const lines = picture('one-metre-lines.png');
export const cash_box = picture('sealed-cash-box.png');

export const publish = (s, time, from) =>
  s.does(time, duty_officer, '发布三段检查单', 'The checklists are published', 'checklist.publish',
    { ...template, from }, 'checklist.published');

export const stores = (s, time, who, { file, sha256, bytes }, zh = '照片已上传，逐字节核对入库', en = 'A photo is stored, every byte of it') =>
  s.keeps(time, who, zh, en, 'evidence.store', { outlet, sha256, media: 'png', bytes }, file, 'evidence.stored');

const titles = Object.fromEntries(template.items.map((item) => [item.item, item]));
export const fields = (item, verdict = 'pass', more = {}) => ({ outlet, item, verdict, ...more });
export const passes = (s, time, who, item, more = {}) =>
  s.does(time, who, `${titles[item].title_zh}：合格`, `${titles[item].title_en}: pass`, 'checklist.answer',
    fields(item, 'pass', more), 'checklist.answered');

const signed = { before_opening: ['营业前', 'before opening'], during_hours: ['营业中', 'during hours'], after_closing: ['营业后', 'after closing'] };
export const signs = (s, time, phase) =>
  s.does(time, manager, `${signed[phase][0]}检查单签字`, `The list ${signed[phase][1]} is signed`, 'checklist.sign',
    { outlet, phase }, 'checklist.phase-signed');

// One ordinary morning, from a minute on, one item every half minute.
export const ordinary_morning = (s, hour, minute, { stored = true, sealed = true } = {}) => {
  let half_minutes = minute * 2;
  const next = () => {
    const time = `${hour}:${String(Math.floor(half_minutes / 2)).padStart(2, '0')}:${half_minutes % 2 ? '30' : '00'}`;
    half_minutes += 1;
    return time;
  };
  if (!stored) stores(s, next(), lobby, lines);
  if (!sealed)
    for (const item of ['before-health', 'before-crew', 'before-supplies']) passes(s, next(), manager, item);
  passes(s, next(), supervisor, 'before-ppe');
  passes(s, next(), supervisor, 'before-chlorine', { value: 500 });
  passes(s, next(), lobby, 'before-lines', { evidence: [lines.sha256] });
  passes(s, next(), lobby, 'before-notice');
  passes(s, next(), teller, 'before-cash');
  passes(s, next(), teller, 'before-machines');
  if (sealed) passes(s, next(), manager, 'before-route');
  signs(s, next(), 'before_opening');
};

// What comes again is seen to in time: the lines every hour, the rest every second.
const again = (s, time, items) =>
  items.forEach((item, i) => passes(s, `${time}:${String(10 * i).padStart(2, '0')}`, lobby, item));
const hourly = ['during-lines'];
const two_hourly = ['during-door', 'during-lines', 'during-pads', 'during-gloves', 'during-cash'];
export const patrols = (s) => {
  for (const time of ['09:20', '11:10', '13:02', '14:50', '16:40']) again(s, time, two_hourly);
  for (const time of ['10:15', '12:05', '13:58', '15:45']) again(s, time, hourly);
  for (const time of ['11:12', '15:05']) again(s, time, ['during-machines']);
};

export const ordinary_evening = (s) => {
  signs(s, '17:41', 'during_hours');
  stores(s, '18:06', teller, cash_box, '封包照片入库', 'A photo of the sealed box is stored');
  passes(s, '18:07', teller, 'after-cash', { evidence: [cash_box.sha256] });
  passes(s, '18:08', teller, 'after-count');
  passes(s, '18:09', lobby, 'after-machines');
  passes(s, '18:10', lobby, 'after-waste');
  passes(s, '18:12', manager, 'after-report');
  signs(s, '18:15', 'after_closing');
};

// ---- 12 January in examples/outlet-day: all that can go wrong with a list.

export const eventful_morning = (s) => {
  const refused = (time, who, zh, en, item, verdict, more, code) =>
    s.refused(time, who, zh, en, 'checklist.answer', fields(item, verdict, more), code);
  const says = (time, who, zh, en, item, verdict, more) =>
    s.does(time, who, zh, en, 'checklist.answer', fields(item, verdict, more), 'checklist.answered');
  refused('08:41', lobby, '一米线合格，但没有照片', 'The lines pass, but there is no photo', 'before-lines', 'pass', {}, 'checklist.evidence-missing');
  refused('08:41:10', lobby, '照片还没有传上来', 'A photo that was never stored', 'before-lines', 'pass', { evidence: ['0'.repeat(64)] }, 'evidence.unknown');
  s.refused('08:41:20', lobby, '谎称照片已存', 'Claiming a file whose bytes nobody has', 'evidence.store',
    { outlet, sha256: '0'.repeat(64), media: 'jpeg', bytes: 1000 }, 'evidence.bytes-missing');
  stores(s, '08:41:30', lobby, lines);
  passes(s, '08:41:40', lobby, 'before-lines', { evidence: [lines.sha256] });
  refused('08:42', supervisor, '实测400毫克/升，不能算合格', '400 mg/L are no pass', 'before-chlorine', 'pass', { value: 400 }, 'checklist.value-out-of-limits');
  says('08:42:20', supervisor, '浓度不合格，实测400', 'It fails at 400', 'before-chlorine', 'fail', { value: 400, note: '兑水过多' });
  passes(s, '08:43', supervisor, 'before-remix');
  says('08:43:30', supervisor, '重新配制后复测500，合格', 'Mixed anew, it measures 500: pass', 'before-chlorine', 'pass', { value: 500 });
  refused('08:44', supervisor, '消毒由系统核对，不能手填', 'The round is answered by the system', 'before-round', 'pass', {}, 'checklist.answered-by-system');
  passes(s, '08:44:10', supervisor, 'before-ppe');
  passes(s, '08:44:20', lobby, 'before-notice');
  passes(s, '08:44:30', teller, 'before-machines');
  passes(s, '08:44:40', manager, 'before-route');
  says('08:45', teller, '款箱消毒柜坏了：做不到', 'The cabinet for cash boxes is broken: cannot', 'before-cash', 'cannot', { note: '消毒柜故障，改喷雾消毒' });
  s.refused('08:45:30', manager, '有一项未过，不能签字', 'With one item open nobody signs', 'checklist.sign', { outlet, phase: 'before_opening' }, 'checklist.phase-open');
  s.refused('08:46', manager, '检查单未完成，闸门不开', 'The gate waits for the list', 'outlet.open', { outlet, windows: 2 },
    'outlet.gate-unmet', ['gate.checklist-incomplete']);
  const override = { outlet, item: 'before-cash', reason: '消毒柜故障，已核实改用喷雾消毒，准予当日放行' };
  s.refused('08:46:30', manager, '网点不能给自己放行', 'An outlet does not override its own list', 'checklist.override', override, 'authority.role');
  s.sees('08:47', city, '市行待处置：等待越级放行', 'On the city\'s worklist: an override is asked for', 'worklist', null,
    { items: [{ code: 'checklist_waits_for_override', outlet, severity: 'alarm', mine: true }] });
  s.refused('08:47:10', city, '市行放行也要写原因', 'The city, too, gives a reason', 'checklist.override', { ...override, reason: '' }, 'checklist.reason-empty');
  s.does('08:47:30', city, '市行核实后放行一项，仅限当日', 'The city overrides one item, for this day', 'checklist.override', override, 'checklist.overridden');
  s.refused('08:48', manager, '没签字，闸门仍不开', 'Nobody has signed: the gate stays shut', 'outlet.open', { outlet, windows: 2 },
    'outlet.gate-unmet', ['gate.checklist-incomplete']);
  signs(s, '08:49', 'before_opening');
  s.sees('08:49:30', city, '营业前检查单：14项全部了结', 'The list before opening: all of fourteen', 'checklist', { outlet },
    { version: 1, stages: [{ phase: 'before_opening', complete: true, settled: 14, asked: 14, open: 0 }, { phase: 'during_hours', locked: true }] });
};

export const hours = (s) => {
  again(s, '09:05', two_hourly);
  s.sees('10:30', city, '市行看到：营业中检查已落后', 'Seen from the city: the list of the hours is behind', 'checklists', null,
    { rows: [{ outlet, behind: 'during_hours' }] });
  again(s, '11:32', two_hourly);
  again(s, '16:30', two_hourly);
};

export const evening_list = (s) => {
  s.refused('17:01', lobby, '还没收业，收业后的项目没有开放', 'The list after closing waits for the closing', 'checklist.answer',
    fields('after-waste'), 'checklist.phase-locked');
  s.sees('17:36:30', duty_officer, '收业时留下的项目', 'What was left at closing', 'checklist', { outlet },
    { left_open: ['after-round', 'after-cash', 'after-count', 'after-machines', 'after-waste', 'after-report'] });
  signs(s, '17:37', 'during_hours');
  stores(s, '17:41', teller, cash_box, '封包照片入库', 'A photo of the sealed box is stored');
  passes(s, '17:42', teller, 'after-cash', { evidence: [cash_box.sha256] });
  passes(s, '17:44', teller, 'after-count');
  passes(s, '17:45', lobby, 'after-machines');
  passes(s, '17:46', lobby, 'after-waste');
  passes(s, '17:48', manager, 'after-report');
  signs(s, '17:50', 'after_closing');
  s.sees('17:51', city, '三段检查单全部签字', 'All three lists are signed', 'checklist', { outlet },
    { stages: [{ phase: 'before_opening', complete: true }, { phase: 'during_hours', complete: true }, { phase: 'after_closing', complete: true, settled: 9, asked: 9 }] });
};
