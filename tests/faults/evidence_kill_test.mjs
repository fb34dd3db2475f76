// Kills the server with -9 while photos are being uploaded: in the middle of a body, and at any moment of many whole
// ones. A file that was acknowledged is there byte by byte; what was not is never taken as done; a repeat makes it
// good; and the deep verification finds nothing. usage: evidence_kill_test.mjs PROGRAM EXAMPLE [ROUNDS] [SEED]
import { createHash, randomBytes } from 'node:crypto';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, random } from './driver.mjs';

const [program, example, rounds = '12', seedText] = process.argv.slice(2);
const seed = Number(seedText ?? Date.now() % 1e9);
console.log(`seed ${seed}, ${rounds} rounds`);
const chance = random(seed);
const work = mkdtempSync(join(tmpdir(), 'waystation-evidence-'));
const data = join(work, 'data');
const outlet = '102221004264';
const acknowledged = new Map(); // SHA-256 → bytes
let cutInTheMiddle = 0;
let unanswered = 0;

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');
const photo = () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(1000 + Math.floor(chance() * 400_000))]);
const path = (bytes) => `/api/evidence/${outlet}/${hashOf(bytes)}`;

async function serve() {
  const words = ['serve', '--data', data, '--demo', '--clock', '2021-01-08T08:00:00+08:00', '--listen', '127.0.0.1:0'];
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((done) => child.on('exit', done));
  const address = await new Promise((found, failed) => {
    let said = '';
    child.stdout.on('data', (bytes) => {
      said += bytes;
      const line = said.match(/http:\/\/127\.0\.0\.1:(\d+)/);
      if (line) found(Number(line[1]));
    });
    child.on('exit', () => failed(new Error('the server ended at once')));
  });
  return { child, ended, port: address };
}

// The status and body of the answer; none where the server died first.
const ask = (port, method, target, headers, body) =>
  new Promise((done) => {
    const asked = request({ host: '127.0.0.1', port, method, path: target, headers, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
      response.on('error', () => done(undefined));
    });
    asked.on('error', () => done(undefined));
    asked.end(body);
  });

async function signIn(port) {
  const body = JSON.stringify({ persona: 'SY-4264-lobby' });
  const answer = await ask(port, 'POST', '/api/session', { 'Content-Type': 'application/json', 'Content-Length': body.length }, body);
  return answer.headers['set-cookie'][0].split(';')[0];
}

const head = (bytes, cookie) => ({
  Cookie: cookie, 'Content-Type': 'image/jpeg', 'Content-Length': bytes.length,
  'Idempotency-Key': randomBytes(16).toString('hex'),
});

async function upload(port, cookie, bytes) {
  const answer = await ask(port, 'POST', path(bytes), head(bytes, cookie), bytes);
  if (!answer) return void (unanswered += 1);
  expect(answer.status === 200, `an upload is answered ${answer.status} ${answer.body}`);
  expect(JSON.parse(answer.body).sha256 === hashOf(bytes), 'the receipt names another file');
  acknowledged.set(hashOf(bytes), bytes);
}

// The header and a part of the body, and nothing more: the server dies while it waits for the rest.
async function half(port, cookie, bytes) {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, ...head(bytes, cookie) }).map(([k, v]) => `${k}: ${v}\r\n`);
  socket.write(`POST ${path(bytes)} HTTP/1.1\r\n${lines.join('')}\r\n`);
  socket.write(bytes.subarray(0, Math.floor(bytes.length * (0.2 + 0.7 * chance()))));
  cutInTheMiddle += 1;
  return () => socket.destroy();
}

// Whatever has its name is whole, killed or not.
function checkFolder() {
  const folder = join(data, 'evidence');
  if (!existsSync(folder)) return;
  for (const part of readdirSync(folder).filter((name) => name !== 'incoming'))
    for (const name of readdirSync(join(folder, part)))
      expect(hashOf(readFileSync(join(folder, part, name))) === name, `${name} is not whole`);
}

async function round() {
  const server = await serve();
  const cookie = await signIn(server.port);
  checkFolder();
  const cut = photo();
  const hangUp = await half(server.port, cookie, cut);
  const sending = [];
  const clients = 1 + Math.floor(chance() * 8);
  for (let i = 0; i < clients; i += 1)
    sending.push((async () => { for (let n = 0; n < 3; n += 1) await upload(server.port, cookie, photo()); })());
  await pause(chance() * 250);
  server.child.kill('SIGKILL');
  await server.ended;
  await Promise.all(sending);
  hangUp();
  checkFolder();
  expect(!existsSync(join(data, 'evidence', hashOf(cut).slice(0, 2), hashOf(cut))), 'half a file was taken as done');
  return cut;
}

execFileSync(program, ['story', example, '--data', data, '--until', '2021-01-06T09:00:00+08:00'], { stdio: 'ignore' });
const halves = [];
for (let number = 1; number <= Number(rounds); number += 1) halves.push(await round());

const server = await serve();
const cookie = await signIn(server.port);
for (const bytes of halves) {
  expect((await ask(server.port, 'GET', path(bytes), { Cookie: cookie })).status === 404, 'half a file is in the log');
  await upload(server.port, cookie, bytes);
}
for (const [hash, bytes] of acknowledged) {
  const shown = await ask(server.port, 'GET', `/api/evidence/${outlet}/${hash}`, { Cookie: cookie });
  expect(shown?.status === 200 && shown.body.equals(bytes), `${hash} was acknowledged and is lost`);
}
server.child.kill('SIGTERM');
await server.ended;
const verified = spawnSync(program, ['verify', '--data', data, '--deep', '--json'], { encoding: 'utf8' });
expect(verified.status === 0, `verify: ${verified.stdout}`);
expect(acknowledged.size > Number(rounds), 'too little was acknowledged to prove anything');
console.log(JSON.stringify({ kills: Number(rounds), acknowledged: acknowledged.size, unanswered, cutInTheMiddle, seed }));
rmSync(work, { recursive: true });
