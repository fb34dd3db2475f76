// Kills the desk with -9 at random moments under load. Nothing that was acknowledged may be lost, nothing may happen
// twice, and the log must verify. usage: kill_test.mjs DRIVER [ROUNDS] [SEED]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, once, random, start } from './driver.mjs';

const [driver, rounds = '200', seedText] = process.argv.slice(2);
const seed = Number(seedText ?? Date.now() % 1e9);
console.log(`seed ${seed}, ${rounds} rounds`);
const chance = random(seed);
const work = mkdtempSync(join(tmpdir(), 'waystation-kill-'));
// A log lives through so many kills; then another begins, for each opening replays it from its first entry.
const killsOfOneLog = 50;
let folder;
let acknowledged; // "seed number" → seq
const total = { kills: Number(rounds), acknowledged: 0, events: 0, killedBeforeAnswers: 0, seed };

function begin(log) {
  folder = join(work, `data-${log}`);
  acknowledged = new Map();
  expect(once(driver, [folder, 'verify']).status === 0, 'the folder was not made');
}

async function round(number) {
  const mine = (seed + number) % 2 ** 31;
  let highest = 0;
  let begun;
  const answered = new Promise((done) => (begun = done));
  const hear = (line) => {
    const [word, itsSeed, its, seq] = line.split(' ');
    expect(word === 'ack', `an order made once is answered "${line}"`);
    acknowledged.set(`${itsSeed} ${its}`, seq);
    highest = Math.max(highest, Number(its));
    begun();
  };
  const clients = 1 + Math.floor(chance() * 64);
  const run = start(driver, [folder, 'run', mine, clients], hear);
  // Some die while they open the folder, most while they write.
  if (chance() < 0.9) await answered;
  await pause(chance() * 100);
  run.child.kill('SIGKILL');
  expect((await run.ended) === 'SIGKILL', 'the desk ended by itself');
  if (highest === 0) total.killedBeforeAnswers += 1;
  else checkRetries(mine, highest);
}

// The last acknowledged order gets its old answer; the next, whose fate nobody knew, happens at most once.
function checkRetries(mine, highest) {
  const name = `${mine} ${highest}`;
  const [again] = once(driver, [folder, 'retry', mine, highest]).lines;
  expect(again === `again ${name} ${acknowledged.get(name)}`, `${name} is answered "${again}"`);
  const next = `${mine} ${highest + 1}`;
  const [first] = once(driver, [folder, 'retry', mine, highest + 1]).lines;
  const [second] = once(driver, [folder, 'retry', mine, highest + 1]).lines;
  expect(/^(ack|again) /.test(first ?? ''), `${next} is answered "${first}"`);
  const seq = first.split(' ')[3];
  expect(second === `again ${next} ${seq}`, `${next} is answered "${second}"`);
  acknowledged.set(next, seq);
}

function checkAll() {
  const verified = JSON.parse(once(driver, [folder, 'verify']).lines[0]);
  expect(verified.ok, `verify: ${JSON.stringify(verified)}`);
  const cities = once(driver, [folder, 'state']).lines;
  const known = new Set(cities);
  expect(known.size === cities.length && cities.length === verified.events, 'something happened twice');
  for (const name of acknowledged.keys())
    expect(known.has(name.replace(' ', '-')), `${name} was acknowledged and is lost`);
  const seqs = new Set(acknowledged.values());
  expect(seqs.size === acknowledged.size, 'two orders were given the same entry');
  return verified.events;
}

for (let number = 1; number <= total.kills; ++number) {
  if (number % killsOfOneLog === 1) begin(number);
  await round(number);
  const isLast = number === total.kills;
  if (number % 25 && !isLast) continue;
  const events = checkAll();
  console.log(`${number} kills: ${acknowledged.size} acknowledged, ${events} in the log, 0 lost, 0 twice`);
  if (number % killsOfOneLog && !isLast) continue;
  total.acknowledged += acknowledged.size;
  total.events += events;
}
expect(total.acknowledged > total.kills, 'too little was acknowledged to prove anything');
console.log(JSON.stringify(total));
rmSync(work, { recursive: true });
