// @vitest-environment node
import { afterEach, expect, it, vi } from 'vitest';
import { giveCommand, importFile, seeView, viewPath } from './client';
import { ulid } from './ulid';

afterEach(() => vi.unstubAllGlobals());

function answer(status: number, body: unknown) {
  const call = vi.fn(async () => new Response(JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', call);
  return call as unknown as ReturnType<typeof vi.fn>;
}

it('names an intention by time and chance, in 26 letters that the server reads', () => {
  const names = Array.from({ length: 200 }, () => ulid());
  expect(new Set(names).size).toBe(200);
  for (const name of names) expect(name).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  expect(ulid(0) < ulid(Date.now())).toBe(true);
});

it('asks for a view with its filters in the address, and leaves out what is not set', () => {
  expect(viewPath('outlets', { scope: 'SY', search: undefined, zone: null })).toBe(
    '/api/views/outlets?scope=SY',
  );
});

it('sends the key and the version that the page showed', async () => {
  const call = answer(200, { seq: 1 });
  await giveCommand('outlet.prepare', { outlet: '102221004264' }, { key: 'K', version: 4 });
  const [path, init] = call.mock.calls[0]!;
  expect(path).toBe('/api/commands/outlet.prepare');
  expect(init.headers).toMatchObject({ 'Idempotency-Key': 'K', 'If-Match': '"4"' });
});

it('turns a refusal into a problem with its code, its missing parts and the request', async () => {
  answer(409, {
    code: 'outlet.gate-unmet',
    status: 409,
    missing: ['gate.crew-short'],
    request_id: 'R',
  });
  await expect(seeView('board', {})).rejects.toMatchObject({
    code: 'outlet.gate-unmet',
    missing: ['gate.crew-short'],
    requestId: 'R',
    mayRepeat: false,
  });
});

it('lets a command whose answer was lost be sent again under the same key', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => Promise.reject(new TypeError('offline'))),
  );
  await expect(seeView('board', {})).rejects.toMatchObject({
    code: 'web.unreachable',
    mayRepeat: true,
  });
});

it('reads the report of a sheet with errors, whatever its status', async () => {
  const report = { rows: 3, imported: 0, errors: [{ line: 2 }], error_count: 1 };
  answer(422, report);
  await expect(importFile(new File(['x'], 'outlets.csv'), true, 'K')).resolves.toMatchObject(
    report,
  );
});
