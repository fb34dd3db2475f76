// @vitest-environment node
import { beforeEach, expect, it } from 'vitest';
import type { Reply } from '../../api/contract';
import { ApiProblem, unreachable } from '../../api/problem';
import type { Entry, Shelf } from './entry';
import { isHeld, Outbox, versionFor, type Standing, type Way, type Wish } from './outbox';

// A shelf that outlives the outbox, as a disk outlives a browser that is killed.
class Disk implements Shelf {
  kept: Entry[] = [];
  private last = 0;
  all = async () => structuredClone(this.kept);
  add = async (entry: Omit<Entry, 'n'>) => {
    const added = { ...structuredClone(entry), n: ++this.last };
    this.kept.push(added);
    return structuredClone(added);
  };
  put = async (entry: Entry) => {
    this.kept = this.kept.map((e) => (e.n === entry.n ? structuredClone(entry) : e));
  };
  remove = async (numbers: number[]) => {
    this.kept = this.kept.filter((e) => !numbers.includes(e.n));
  };
}

// The duty desk in small: one stock figure a thing, one version a stream, replies kept by key.
class Server implements Way {
  versions: Record<string, number> = {};
  figures: Record<string, unknown> = {};
  replies = new Map<string, Reply>();
  sent: { key: string; version?: number }[] = [];
  meets: ((entry: Entry) => void)[] = []; // What happens to the next tries, before the desk.
  losesAnswer = 0;
  now = () => '2021-01-08T06:32:00Z';

  send = async (entry: Entry, version?: number): Promise<Reply> => {
    this.sent.push({ key: entry.key, version });
    this.meets.shift()?.(entry);
    const known = this.replies.get(entry.key);
    const reply = known ?? this.record(entry, version);
    this.replies.set(entry.key, reply);
    if (this.losesAnswer-- > 0) throw unreachable();
    return reply;
  };
  look = async (entry: Entry): Promise<Standing> => ({
    version: this.versions[entry.stream] ?? 0,
    state: this.figures[entry.thing],
  });

  record(entry: Entry, version?: number): Reply {
    const current = this.versions[entry.stream] ?? 0;
    if (version !== undefined && version !== current) {
      throw new ApiProblem({ code: 'desk.version-changed', status: 412 });
    }
    return this.change(entry.stream, entry.thing, entry.body);
  }
  change(stream: string, thing: string, to: unknown): Reply {
    this.versions[stream] = (this.versions[stream] ?? 0) + 1;
    this.figures[thing] = to;
    const seq = this.replies.size + 1;
    return { seq, event: 'e', stream, version: this.versions[stream], at: this.now() };
  }
}

let disk: Disk;
let server: Server;
let outbox: Outbox;
beforeEach(() => {
  disk = new Disk();
  server = new Server();
  outbox = new Outbox(disk, server);
});

const wish = (thing: string, body: unknown, more: Partial<Wish> = {}): Wish => ({
  account: 'M',
  outlet: 'O',
  command: 'supply.count',
  body,
  stream: 'supply/O',
  thing: `supply/O/${thing}`,
  base: 0,
  at: '2021-01-08T06:00:00Z',
  ...more,
});
const states = () => outbox.entries.map((e) => e.state);
const refuse = (code: string, status: number) => () => {
  throw new ApiProblem({ code, status });
};

it('has the write and its key on the shelf before anything is sent', async () => {
  server.send = async (entry) => {
    expect(disk.kept.map((e) => e.key)).toEqual([entry.key]);
    return server.record(entry, 0);
  };
  await outbox.write(wish('suit', 98));
  expect(await outbox.send('M')).toBe('empty');
  expect(states()).toEqual(['done']);
});

it('sends in the order of writing, each on the version that the one before it made', async () => {
  for (const n of [1, 2, 3]) await outbox.write(wish('suit', n));
  await outbox.send('M');
  expect(server.sent.map((s) => s.version)).toEqual([0, 1, 2]);
  expect(server.figures['supply/O/suit']).toBe(3);
});

it('repeats under the same key when the answer was lost, and so records once', async () => {
  await outbox.write(wish('suit', 98));
  server.losesAnswer = 1;
  expect(await outbox.send('M')).toBe('cut');
  expect(states()).toEqual(['waiting']);
  expect(await outbox.send('M')).toBe('empty');
  expect(new Set(server.sent.map((s) => s.key)).size).toBe(1);
  expect(server.versions['supply/O']).toBe(1);
});

it.each([
  ['busy', refuse('desk.busy', 503), 'unsure'],
  ['of unknown outcome', refuse('desk.outcome-unknown', 503), 'unsure'],
  ['failing', refuse('http.failed', 500), 'unsure'],
  ['slow', refuse('http.timeout', 408), 'unsure'],
  ['a portal that answers in its place', refuse('web.unexpected', 403), 'unsure'],
  ['gone', refuse('web.unreachable', 0), 'cut'],
  ['garbled', () => JSON.parse('<html>'), 'unsure'],
])('keeps the write while the server is %s', async (_, meets, stop) => {
  await outbox.write(wish('suit', 98));
  server.meets = [meets as () => void];
  expect(await outbox.send('M')).toBe(stop);
  expect(states()).toEqual(['waiting']);
  await outbox.send('M');
  expect(states()).toEqual(['done']);
});

it('lets other streams pass while one is stuck, and keeps the order within the stuck one', async () => {
  await outbox.write(wish('suit', 1));
  await outbox.write(wish('suit', 2));
  await outbox.write(wish('P1', 365, { stream: 'quarantine/P1', thing: 'quarantine/P1' }));
  server.meets = [refuse('http.failed', 500)];
  expect(await outbox.send('M')).toBe('unsure');
  expect(states()).toEqual(['waiting', 'waiting', 'done']);
});

it('lists a conflict with both sides when somebody else changed the same thing', async () => {
  await outbox.write(wish('suit', 98, { seen: 100 }));
  server.change('supply/O', 'supply/O/suit', 90);
  await outbox.send('M');
  expect(outbox.entries[0]).toMatchObject({ state: 'conflict', body: 98, theirs: 90, current: 1 });
  expect(outbox.entries[0]!.said!.code).toBe('desk.version-changed');
});

it('goes on top by itself when somebody changed another thing of the same stream', async () => {
  server.figures['supply/O/suit'] = 100;
  await outbox.write(wish('suit', 98, { seen: 100 }));
  server.change('supply/O', 'supply/O/mask', 5);
  await outbox.send('M');
  expect(states()).toEqual(['done']);
  expect(server.sent.map((s) => s.version)).toEqual([0, 1]);
});

it('lists what the domain refuses, and goes on with the rest', async () => {
  await outbox.write(wish('suit', 98));
  await outbox.write(wish('mask', 5, { base: undefined }));
  server.meets = [refuse('supply.short', 409)];
  await outbox.send('M');
  expect(states()).toEqual(['conflict', 'done']);
});

it('holds later writes on the same thing until a person has decided', async () => {
  await outbox.write(wish('suit', 98, { seen: 100 }));
  await outbox.write(wish('suit', 97, { seen: 98 }));
  server.change('supply/O', 'supply/O/suit', 90);
  await outbox.send('M');
  expect(states()).toEqual(['conflict', 'waiting']);
  await outbox.again(1);
  await outbox.send('M');
  expect(states()).toEqual(['done', 'done']);
  expect(server.figures['supply/O/suit']).toBe(97);
});

it('after mine is dropped, asks again about what was built on it', async () => {
  await outbox.write(wish('suit', 98, { seen: 100 }));
  await outbox.write(wish('suit', 97, { seen: 98 }));
  server.change('supply/O', 'supply/O/suit', 90);
  await outbox.send('M');
  await outbox.drop(1);
  await outbox.send('M');
  expect(states()).toEqual(['dropped', 'conflict']);
  expect(outbox.entries[1]).toMatchObject({ theirs: 90, body: 97 });
  expect(server.figures['supply/O/suit']).toBe(90);
});

it('lists it again if it was changed once more before mine was applied again', async () => {
  await outbox.write(wish('suit', 98, { seen: 100 }));
  server.change('supply/O', 'supply/O/suit', 90);
  await outbox.send('M');
  server.change('supply/O', 'supply/O/suit', 80);
  await outbox.again(1);
  await outbox.send('M');
  expect(outbox.entries[0]).toMatchObject({ state: 'conflict', theirs: 80 });
});

it('gives it once more as a person would now, where its command says how', async () => {
  await outbox.write(wish('suit', { counted: 98, occurred_at: 'then' }, { seen: 100 }));
  server.change('supply/O', 'supply/O/suit', 90);
  await outbox.send('M');
  await outbox.again(1, (body) => ({ ...(body as object), occurred_at: undefined }));
  await outbox.send('M');
  expect(states()).toEqual(['done']);
  expect(server.figures['supply/O/suit']).toEqual({ counted: 98 });
});

it('asks again rather than list a conflict whose other side could not be read', async () => {
  await outbox.write(wish('suit', 98, { seen: 100 }));
  server.change('supply/O', 'supply/O/suit', 90);
  const look = server.look;
  server.look = async () => Promise.reject(unreachable());
  expect(await outbox.send('M')).toBe('cut');
  expect(states()).toEqual(['waiting']);
  server.look = look;
  await outbox.send('M');
  expect(states()).toEqual(['conflict']);
});

it('stops when nobody is signed in, and sends nothing in another name', async () => {
  await outbox.write(wish('suit', 98));
  server.meets = [refuse('session.none', 401)];
  expect(await outbox.send('M')).toBe('signed-out');
  expect(await outbox.send('someone-else')).toBe('empty');
  expect(states()).toEqual(['waiting']);
  expect(server.sent).toHaveLength(1);
});

it('finds everything again after the browser was killed at any moment', async () => {
  for (let n = 1; n <= 6; n++) await outbox.write(wish('suit', n));
  let tries = 0;
  const send = server.send;
  server.send = async (entry, version) => {
    if (++tries % 2 === 0) {
      await send(entry, version); // Recorded, but the tablet dies before the answer.
      throw unreachable();
    }
    return send(entry, version);
  };
  for (let life = 0; life < 8; life++) {
    outbox = new Outbox(disk, server);
    await outbox.load();
    await outbox.send('M');
  }
  expect(states()).toEqual(Array(6).fill('done'));
  expect(server.versions['supply/O']).toBe(6);
  expect(server.figures['supply/O/suit']).toBe(6);
});

it("does not take another's later write on this tablet for its own", async () => {
  await outbox.write(wish('suit', 98, { seen: 100 }));
  await outbox.write(wish('suit', 70, { account: 'B', base: 0 }));
  await outbox.send('B');
  expect(states()).toEqual(['waiting', 'done']);
  expect(versionFor(outbox.entries[0]!, outbox.entries)).toBe(0);
  await outbox.send('M');
  expect(outbox.entries[0]).toMatchObject({ state: 'conflict', theirs: 70 });
});

it('keeps writes made while it loads or sends', async () => {
  await Promise.all([outbox.write(wish('a', 1)), outbox.load(), outbox.write(wish('b', 2))]);
  const sending = outbox.send('M');
  await outbox.write(wish('c', 3));
  await sending;
  await outbox.send('M');
  expect(states()).toEqual(['done', 'done', 'done']);
});

it('forgets the oldest settled writes only when nothing waits', async () => {
  for (let n = 0; n < 205; n++) await outbox.write(wish('suit', n));
  await outbox.send('M');
  expect(outbox.entries).toHaveLength(200);
  expect(disk.kept).toHaveLength(200);
  expect(disk.kept[0]!.body).toBe(5);
});

const call = (at = '2021-01-08T06:32:00Z') => ({
  ...wish('window/1', 'call', { base: undefined }),
  told: true as const,
  expires: true as const,
  at,
});
const windowBusy = () => {
  throw new ApiProblem({ code: 'queue.window-busy', status: 409 });
};

it('tells of a refused call and lets the next one through, which ends the matter', async () => {
  const first = await outbox.write(call());
  server.meets.push(windowBusy);
  await outbox.send('M');
  expect(outbox.entries).toMatchObject([
    { state: 'conflict', said: { code: 'queue.window-busy' } },
  ]);
  const second = await outbox.write(call());
  expect(isHeld(second, outbox.entries)).toBe(false);
  await outbox.send('M');
  expect(outbox.entries.map((e) => [e.n, e.state])).toEqual([
    [first.n, 'dropped'],
    [second.n, 'done'],
  ]);
});

it('does not send a call whose moment is over, and says so', async () => {
  await outbox.write(call('2021-01-08T06:31:00Z'));
  expect(await outbox.send('M')).toBe('empty');
  expect(server.sent).toEqual([]);
  expect(outbox.entries).toMatchObject([{ state: 'conflict', said: { code: 'outbox.too-late' } }]);
});

it('keeps one half of a handover until the other half has arrived, and sends it once', async () => {
  const half = { stream: 'cash/O', awaits: ['cash.act-unknown'], base: undefined };
  await outbox.write(wish('act', 'mine', half));
  await outbox.write(wish('suit', 98));
  server.meets = [refuse('cash.act-unknown', 404)];
  expect(await outbox.send('M')).toBe('unsure');
  expect(states()).toEqual(['waiting', 'done']); // Nothing else waits for it.
  await outbox.send('M');
  expect(states()).toEqual(['done', 'done']);
  expect(new Set(server.sent.map((s) => s.key)).size).toBe(2);
});

it('makes a conflict of any other refusal of a half', async () => {
  await outbox.write(wish('act', 'mine', { awaits: ['cash.act-unknown'] }));
  server.meets = [refuse('cash.seal-mismatch', 409)];
  await outbox.send('M');
  expect(states()).toEqual(['conflict']);
});
