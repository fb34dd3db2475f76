// @vitest-environment node
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Database } from './database';
import type { Entry } from './entry';
import { Files } from './files';

const bytes = new Blob(['%PDF-1.7 a paper'], { type: 'application/pdf' });
const hash = createHash('sha256').update('%PDF-1.7 a paper').digest('hex');
const signal = new AbortController().signal;

let kept: Map<string, Blob>;
let files: Files;
let answer: () => Response;

beforeEach(() => {
  kept = new Map();
  const disk = {
    get: async (_: string, key: string) => kept.get(key),
    set: async (_: string, key: string, value: Blob) => void kept.set(key, value),
    keys: async () => [...kept.keys()],
    remove: async (_: string, key: string) => void kept.delete(key),
  };
  files = new Files(disk as unknown as Database);
  vi.stubGlobal('fetch', async () => answer());
});
afterEach(() => vi.unstubAllGlobals());

const entry = (state: Entry['state'] = 'waiting') =>
  ({
    command: 'evidence.store',
    key: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    body: { outlet: '102221004264', sha256: hash, media: 'pdf', bytes: bytes.size },
    state,
  }) as Entry;
const receipt = (sha256: string, size = bytes.size) =>
  Response.json({ outlet: '102221004264', sha256, media: 'pdf', bytes: size });

it('keeps the bytes under their hash before anything is sent', async () => {
  expect(await files.keep(bytes)).toEqual({ sha256: hash, media: 'pdf', bytes: bytes.size });
  expect(kept.get(hash)).toBe(bytes);
});

it('takes a file for stored only when the server names its hash and its size', async () => {
  await files.keep(bytes);
  answer = () => receipt(hash);
  await expect(files.send(entry(), 'now', signal)).resolves.toMatchObject({
    event: 'evidence.stored',
  });
  answer = () => receipt('0'.repeat(64));
  await expect(files.send(entry(), 'now', signal)).rejects.toMatchObject({
    code: 'web.unexpected',
  });
  answer = () => receipt(hash, 3);
  await expect(files.send(entry(), 'now', signal)).rejects.toMatchObject({
    code: 'web.unexpected',
  });
  expect(kept.has(hash)).toBe(true);
});

it('says so when the bytes are not here any more', async () => {
  await expect(files.send(entry(), 'now', signal)).rejects.toMatchObject({
    code: 'web.file-lost',
  });
});

it('lets go of bytes only once their write is recorded or dropped', async () => {
  await files.keep(bytes);
  await files.forgetAllBut([entry('waiting')]);
  await files.forgetAllBut([entry('conflict')]);
  expect(kept.has(hash)).toBe(true);
  await files.forgetAllBut([entry('done')]);
  expect(kept.has(hash)).toBe(false);
});

it('refuses what is no evidence', async () => {
  const text = new Blob(['hello'], { type: 'text/plain' });
  await expect(files.keep(text)).rejects.toThrow(TypeError);
});
