// The customers of 8 January in examples/shenyang-2021: mostly elderly, at one window for about seven hours; and the
// checklists of the days on which it opened. Written into the story one step a line, between the steps that were written by hand; written again, they are replaced.
import { chance } from './chance.mjs';
import { ordinary_evening, ordinary_morning, patrols, publish } from './checklist.mjs';
import { issued } from './directives.mjs';
import { levels } from './levels.mjs';
import { lobby, outlet, step_line, storyteller, teller } from './story.mjs';

const day = '2021-01-08';
const customers = 63;
// Kind, letter, share per mille, minutes at the window.
const kinds = [
  ['pension', 'B', 430, 6, '养老金'], ['passbook', 'D', 200, 6, '存折'], ['cash', 'A', 230, 5, '现金'],
  ['social_card', 'C', 120, 9, '社保卡'], ['account', 'E', 20, 15, '开户'],
];
const head_start = 600, between_two = 30;  // Seconds.
const opened = 9 * 3600 + 360, last_ticket = 16 * 3600 + 900;

const pick = (draw, rows, share) => {
  let left = draw.whole(1, rows.reduce((sum, row) => sum + share(row), 0));
  return rows.find((row) => (left -= share(row)) <= 0);
};

// The communities sent people in turns, so that they came evenly.
const arrivals = (draw) =>
  Array.from({ length: customers }, (_, i) =>
    Math.floor(opened + ((i + draw.between(0, 0.95)) * (last_ticket - opened)) / customers));

// About as long as the kind takes, a third less to a quarter more.
const visitors = (draw) => {
  const numbers = {};
  return arrivals(draw).map((taken) => {
    const [service, letter, , minutes, zh] = pick(draw, kinds, (kind) => kind[2]);
    numbers[letter] = (numbers[letter] ?? 0) + 1;
    const elderly = draw.whole(1, 100) <= (service === 'account' ? 30 : 78);
    return {
      taken, service, zh, elderly,
      ticket: `${letter}${String(numbers[letter]).padStart(3, '0')}`,
      channel: draw.whole(1, 100) <= (elderly ? 8 : 45) ? 'phone' : draw.whole(1, 100) <= 30 ? 'tablet' : 'paper',
      seconds: draw.whole(minutes * 40, minutes * 75),
      turn: taken - (elderly ? head_start : 0),
    };
  });
};

const two = (n) => String(n).padStart(2, '0');
const time = (t) => `${day}T${two(Math.floor(t / 3600))}:${two(Math.floor(t / 60) % 60)}:${two(t % 60)}+08:00`;

const words = {
  take: ['取号', 'takes a ticket'], call: ['叫号', 'is called'], serve: ['办理', 'is served'], finish: ['办结', 'is done'],
};
const step = (t, who, verb, event, person, fields) => ({
  at: time(t), ...who,
  say_zh: `${person.ticket} ${words[verb][0]}${verb === 'take' ? `：${person.elderly ? '老年人' : ''}${person.zh}` : ''}`,
  say_en: `${person.ticket} ${words[verb][1]}`,
  command: `queue.${verb}`, with: { outlet, ...fields }, expect: `queue.${event}`,
});

// One window calls by the rule on the wall: the earliest arrival, an elder's counted ten minutes earlier.
const served = (people) => {
  const steps = [];
  const waiting = [...people];
  const window = { window: 1 };
  for (let free = opened; waiting.length > 0;) {
    const first = Math.min(...waiting.map((p) => p.taken));
    const now = Math.max(free, first + 20);
    const here = waiting.filter((p) => p.taken < now).sort((a, b) => a.turn - b.turn || (a.ticket < b.ticket ? -1 : 1));
    const next = here[0];
    waiting.splice(waiting.indexOf(next), 1);
    steps.push(step(now, teller, 'call', 'called', next, window));
    steps.push(step(now + 25, teller, 'serve', 'serving-begun', next, window));
    free = now + 25 + next.seconds;
    steps.push(step(free, teller, 'finish', 'finished', next, window));
    free += between_two;
  }
  return steps;
};

const frame = (people) => [
  { at: time(9 * 3600 + 120), ...teller, say_zh: '1号窗办理全部业务', say_en: 'Window 1 serves everything',
    command: 'queue.open-window', with: { outlet, window: 1, services: kinds.map(([service]) => service) }, expect: 'queue.window-opened' },
  ...people.map((person) => step(person.taken, lobby, 'take', 'taken', person,
    { service: person.service, priority: person.elderly ? 'elderly' : 'ordinary', channel: person.channel })),
];

export const first_day = (seed) => {
  const people = visitors(chance(seed, 'customers of 8 January'));
  return [...frame(people), ...served(people)].toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
};

// The checklists of the days on which it opened, and what the province issued before.
const lists = () => {
  const s = storyteller();
  issued(s);
  s.begin('2021-01-07');
  publish(s, '16:00', '2021-01-08');
  s.begin('2021-01-08');
  ordinary_morning(s, '08', 30, { stored: false });
  patrols(s);
  ordinary_evening(s);
  s.begin('2021-01-09');
  ordinary_morning(s, '08', 30);
  s.begin('2021-01-17');
  ordinary_morning(s, '08', 50, { sealed: false });
  return s.in_order();
};

// ---- Into the text of the story, whose other lines stay as they are.

const is_ours = (text) => /^ {4}\{"at": "[^\n]*("command": "(queue|checklist|evidence|directive|duty|station|contactless)\.|"view": "directives"|"account": "SY-duty")[^\n]*\}$/.test(text);

export const with_first_day = (text, seed) => {
  const [head, rest] = text.split('  "steps": [\n');
  const [body, tail] = rest.split('\n  ]\n');
  const by_hand = body.split(/,\n(?= {4}\{)/).filter((one) => !is_ours(one));
  const all = [...by_hand, ...first_day(seed).map(step_line), ...lists().map(step_line), ...levels().map(step_line)].map((one) => [/"at": "([^"]+)"/.exec(one)[1], one]);
  const in_order = all.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))).map(([, one]) => one);
  return `${head}  "steps": [\n${in_order.join(',\n')}\n  ]\n${tail}`;
};
