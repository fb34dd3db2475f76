// Starts the desk driver and reads what it says.
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

// Mulberry32: small, seeded, the same everywhere.
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function once(driver, words, environment = {}) {
  const ended = spawnSync(driver, words.map(String), {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, ...environment },
  });
  return { status: ended.status, lines: ended.stdout.split('\n').filter(Boolean), said: ended.stderr };
}

// Calls heard(line) for each whole line; resolves with the exit status or the signal.
export function start(driver, words, heard, environment = {}) {
  const child = spawn(driver, words.map(String), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const reader = createInterface({ input: child.stdout });
  reader.on('line', heard);
  const read = new Promise((done) => reader.on('close', done));
  const gone = new Promise((done) => child.on('exit', (status, signal) => done(status ?? signal)));
  return { child, ended: Promise.all([gone, read]).then(([how]) => how) };
}

export function expect(truth, what) {
  if (truth) return;
  console.error(`FAILED: ${what}`);
  process.exit(1);
}
