// Makes random edits of a plan file, one at a time, and asks the independent checker about each: it must refuse with
// exit 6 and the id of a rule, or accept a plan whose values are the same and whose bounds are not stronger.
// plan_edits.mjs PROGRAM NETWORK PLAN [EDITS] [SEED]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [program, network, planFile, edits = '200', seedText = String(Date.now() % 1e9)] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'plan-edits-'));
const rules = /^(H([1-9]|1[0-4])|L[1-6]|bound|file|why)$/;

// mulberry32: small, seeded, good enough to choose edits.
let state = Number(seedText) >>> 0;
function below(n) {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
}
const pick = (list) => list[below(list.length)];

// Every place of the document: its holder, the key in it, and the path.
function* places(holder, path = '') {
  for (const key of Object.keys(holder)) {
    yield { holder, key, path: `${path}/${key}` };
    if (typeof holder[key] === 'object') yield* places(holder[key], `${path}/${key}`);
  }
}

const isDay = (v) => typeof v === 'string' && /^\d{4}-\d\d-\d\d$/.test(v);
const isId = (p) => /\/(outlet|person|who|community|van|zone|stops\/\d+)$/.test(p.path);
const nextDay = (day, by) => new Date(Date.parse(day) + by * 86400000).toISOString().slice(0, 10);

function swap(a, b) {
  [a.holder[a.key], b.holder[b.key]] = [b.holder[b.key], a.holder[a.key]];
}

const ways = {
  number(plan, all) {
    const p = pick(all.filter((x) => typeof x.holder[x.key] === 'number'));
    p.holder[p.key] += pick([-1000, -7, -1, 1, 3, 100, 1000000]);
    return p;
  },
  multiplier(plan) {
    if (plan.multipliers.length === 0) return null;
    const i = below(plan.multipliers.length);
    const way = below(3);
    if (way === 0) plan.multipliers.splice(i, 1);
    else plan.multipliers[i].price = way === 1 ? below(2000000) : plan.multipliers[i].price + pick([-1, 1]);
    return { path: `/multipliers/${i}` };
  },
  text(plan, all) {
    const p = pick(all.filter((x) => typeof x.holder[x.key] === 'string'));
    p.holder[p.key] = pick([`${p.holder[p.key]}1`, '', '沈阳', p.holder[p.key].slice(1), 'x']);
    return p;
  },
  day(plan, all) {
    const p = pick(all.filter((x) => isDay(x.holder[x.key])));
    p.holder[p.key] = nextDay(p.holder[p.key], pick([-7, -1, 1, 7]));
    return p;
  },
  identity(plan, all) {
    const ids = all.filter(isId);
    const a = pick(ids);
    swap(a, pick(ids));
    return a;
  },
  exchange(plan, all) {
    const a = pick(all);
    const alike = all.filter((x) => x.path.replace(/\d+/g, '#') === a.path.replace(/\d+/g, '#'));
    swap(a, pick(alike));
    return a;
  },
  rename(plan) {
    const person = pick(Object.keys(plan.names));
    const other = pick(Object.keys(plan.names));
    [plan.names[person], plan.names[other]] = [plan.names[other], plan.names[person]];
    return { path: `/names/${person}` };
  },
  remove(plan, all) {
    const p = pick(all);
    if (Array.isArray(p.holder)) p.holder.splice(Number(p.key), 1);
    else delete p.holder[p.key];
    return p;
  },
  repeat(plan, all) {
    const p = pick(all.filter((x) => Array.isArray(x.holder)));
    p.holder.splice(Number(p.key), 0, structuredClone(p.holder[p.key]));
    return p;
  },
  reorder(plan, all) {
    const lists = all.filter((x) => Array.isArray(x.holder[x.key]) && x.holder[x.key].length > 1);
    const p = pick(lists);
    const list = p.holder[p.key];
    const from = below(list.length);
    list.splice(below(list.length), 0, ...list.splice(from, 1));
    return p;
  },
};

function check(text) {
  const file = join(folder, 'p.json');
  writeFileSync(file, text);
  const run = spawnSync(program, ['check', '--network', network, file, '--json'], { encoding: 'utf8' });
  return { status: run.status, answer: run.stdout ? JSON.parse(run.stdout) : null, complaint: run.stderr };
}

function isWeaker(now, before) {
  return now.ok && now.levels.every((l, i) => l.value === before.levels[i].value && l.bound <= before.levels[i].bound);
}

const original = readFileSync(planFile, 'utf8').trim();
const first = check(original);
let refused = 0, weaker = 0, wrong = first.status === 0 ? 0 : 1;
if (wrong) console.log('FAIL  the plan itself is not accepted', first);
const byRule = {};
for (let edit = 0; edit < Number(edits) && first.status === 0; ) {
  const plan = JSON.parse(original);
  const way = pick(Object.keys(ways));
  const at = ways[way](plan, [...places(plan)]);
  const text = JSON.stringify(plan);
  if (!at || text === JSON.stringify(JSON.parse(original))) continue;
  ++edit;
  const { status, answer, complaint } = check(text);
  if (status === 6 && rules.test(answer.rule)) {
    ++refused;
    byRule[answer.rule] = (byRule[answer.rule] ?? 0) + 1;
  } else if (status === 0 && isWeaker(answer, first.answer)) ++weaker;
  else {
    ++wrong;
    console.log(`FAIL  ${way} at ${at.path}: exit ${status}`, answer, complaint);
  }
}
rmSync(folder, { recursive: true });
console.log(`seed ${seedText}: ${refused} edits refused, ${weaker} only weaken a bound`, byRule);
console.log(`${refused + weaker} passed, ${wrong} failed`);
process.exit(wrong ? 1 : 0);
