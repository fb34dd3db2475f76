// Lets the n-th write or fsync of the desk fail, for many n. Each run must end by exit 70 with nothing false acknowledged:
// what was answered "ack" is there after a replay. One failure may go unnoticed: SQLite does not heed that of the
// folder's fsync at the start, which the journal therefore does itself. usage: disk_failure_test.mjs DRIVER SHIM [UP_TO]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, once, start } from './driver.mjs';

const [driver, shim, upTo = '40'] = process.argv.slice(2);
const EIO = 5;
const ENOSPC = 28;
const work = mkdtempSync(join(tmpdir(), 'waystation-disk-'));
const counts = {};
const enough = 2000; // Acknowledged, and no failure was noticed.
const fsyncsAtStart = 4;

async function fail(call, error, at) {
  const folder = join(work, `${call}-${error}-${at}`);
  expect(once(driver, [folder, 'verify']).status === 0, 'the folder was not made');
  const acknowledged = [];
  const hear = (line) => {
    const [word, seed, number] = line.split(' ');
    if (word === 'ack') acknowledged.push(`${seed}-${number}`);
    else expect(line.endsWith('desk.outcome-unknown'), `answered "${line}"`);
    if (acknowledged.length === enough) run.child.kill('SIGKILL');
  };
  const run = start(driver, [folder, 'run', 1, 8], hear, {
    LD_PRELOAD: shim, FAIL_CALL: call, FAIL_AT: String(at), FAIL_ERRNO: String(error),
  });
  const how = await run.ended;
  const what = `${call} ${at} failing with ${error}`;
  // Before the first order the desk may also say that it cannot start.
  const unnoticed = how === 'SIGKILL' && call === 'sync' && at <= fsyncsAtStart;
  const refused = how === 1 && acknowledged.length === 0;
  expect(how === 70 || refused || unnoticed, `${what} ended with ${how}`);
  const known = new Set(once(driver, [folder, 'state']).lines);
  for (const name of acknowledged) expect(known.has(name), `${what}: ${name} was acknowledged falsely`);
  const verified = JSON.parse(once(driver, [folder, 'verify']).lines[0]);
  expect(verified.ok, `${what}: ${JSON.stringify(verified)}`);
  counts[how] = (counts[how] ?? 0) + 1;
  rmSync(folder, { recursive: true });
}

for (let at = 1; at <= Number(upTo); ++at) {
  await fail('sync', EIO, at);
  await fail('write', at % 2 ? EIO : ENOSPC, at);
}
console.log(JSON.stringify({ failures: 2 * Number(upTo), endedWith: counts, acknowledgedFalsely: 0 }));
rmSync(work, { recursive: true });
