// What the chapters of the day have in common: the crew, the touch points, and the moves of a ticket.
import { city, lobby, outlet, supervisor, teller } from './story.mjs';

export const plan = 'SY-20210111';
export const crew = [
  ['SY-S0101', '主管', 'supervisor'], ['SY-S0102', '1号窗柜员', 'teller of window 1'],
  ['SY-S0107', '2号窗柜员', 'teller of window 2'], ['SY-S0103', '大堂经理', 'lobby guide'],
  ['SY-S0104', '保安', 'guard'], ['SY-S0105', '备岗', 'spare'],
];
export const all_points = [
  'counter', 'pin_pad', 'pen', 'queue_machine', 'note_counter', 'atm_keypad', 'atm_slot', 'seat', 'door_handle',
  'form_desk', 'signature_pad', 'floor',
];
export const chlorine = { agent: 'chlorine', batch: 'C-2020-11', concentration: 500, touch_points: all_points };
export const tablets = (n) => ({ form: 'tablet', agent_used: n });
export const today = (number) => `2021-01-12-${number}`;

const two = (n) => String(n).padStart(2, '0');
// '09:05:30' and some seconds.
export const later = (time, seconds) => {
  const [h, m, s = 0] = time.split(':').map(Number);
  const sum = h * 3600 + m * 60 + s + seconds;
  return `${two(Math.floor(sum / 3600))}:${two(Math.floor(sum / 60) % 60)}:${two(sum % 60)}`;
};

export const checks = (s, time, tenths) =>
  crew.forEach(([person, zh, en], i) => {
    const degrees = (tenths[i] / 10).toFixed(1);
    s.does(later(time, 60 * i), city, `${zh}测温${degrees}℃`, `The ${en}: ${degrees} °C`, 'quarantine.record-check',
      { person, temperature_tenths: tenths[i], symptoms: false }, 'quarantine.check-recorded');
  });

// ---- The queue.

const kinds = {
  cash: ['现金', 'cash'], pension: ['养老金', 'pension'], social_card: ['社保卡', 'social card'],
  passbook: ['存折', 'passbook'], account: ['开户', 'account'],
};
const firsts = {
  ordinary: ['', ''], elderly: ['老年人', ', an elder'], disabled: ['残障人士', ', disabled'], pregnant: ['孕妇', ', pregnant'],
};
const channels = { paper: ['纸质取号', 'on paper'], tablet: ['平板取号', 'at the tablet'], phone: ['手机取号', 'by phone'] };

export const take = (s, time, number, service, priority = 'ordinary', channel = 'paper') => {
  const [zh, en] = kinds[service];
  const [who_zh, who_en] = firsts[priority];
  const [how_zh, how_en] = channels[channel];
  s.does(time, lobby, `${who_zh}${how_zh} ${number}：${zh}`, `${number} for ${en}, ${how_en}${who_en}`, 'queue.take',
    { outlet, service, priority, channel }, 'queue.taken');
};

const at_window = (verb, event, zh, en) => (s, time, window, number, why_zh = '', why_en = '') =>
  s.does(time, teller, `${window}号窗${zh} ${number}${why_zh}`, `Window ${window} ${en} ${number}${why_en}`, `queue.${verb}`,
    { outlet, window }, `queue.${event}`);
export const call = at_window('call', 'called', '叫', 'calls');
export const recall = at_window('recall', 'recalled', '再叫', 'calls again');
export const serve = at_window('serve', 'serving-begun', '办理', 'serves');
export const finish = at_window('finish', 'finished', '办结', 'is done with');
export const miss = at_window('miss', 'missed', '过号', 'gives up');

const short = (ticket) => ticket.replace('2021-01-12-', '');
export const enter = (s, time, ticket) =>
  s.does(time, lobby, `${short(ticket)} 进厅`, `${short(ticket)} comes in`, 'lobby.enter',
    { outlet, people: 1, by: 'tap', ticket }, 'lobby.entered');
export const leave = (s, time, ticket) =>
  s.does(time, lobby, `${short(ticket)} 离厅`, `${short(ticket)} goes out`, 'lobby.leave',
    { outlet, people: 1, by: 'tap', ticket }, 'lobby.left');

// A whole visit: called, in, served, done, out.
export const visit = (s, time, window, number, minutes, why_zh = '', why_en = '') => {
  const ticket = number.startsWith('2021') ? number : today(number);
  call(s, time, window, number, why_zh, why_en);
  enter(s, later(time, 20), ticket);
  serve(s, later(time, 40), window, number);
  finish(s, later(time, 40 + 60 * minutes), window, number);
  leave(s, later(time, 60 + 60 * minutes), ticket);
};

export const outlet_shows = (s, time, who, zh, en, shows) => s.sees(time, who, zh, en, 'outlet', { outlet }, shows);
export const queue_shows = (s, time, who, zh, en, shows, ticket) =>
  s.sees(time, who, zh, en, 'queue', { outlet, ...(ticket ? { ticket } : {}) }, shows);
export const worklist_shows = (s, time, who, zh, en, items) => s.sees(time, who, zh, en, 'worklist', null, { items });
export const round = (s, time, zh, en, fields) =>
  s.does(time, supervisor, zh, en, 'disinfection.begin', { outlet, ...chlorine, ...fields }, 'disinfection.begun');
export const round_done = (s, time, zh, en, id, wipes_used) =>
  s.does(time, supervisor, zh, en, 'disinfection.finish', { outlet, round: id, wipes_used }, 'disinfection.finished');
