// The outbox: writes are put on the tablet's own shelf first and sent afterwards, so that a dead
// line, a lost answer or a dead battery never costs one, and never makes one happen twice.
//
//   - The key (ULID) is on the shelf before the first byte is sent, and every try uses it: the
//     server answers a repeat with the reply that it stored.
//   - Writes on one stream go in the order in which they were made; If-Match carries the version
//     that the page showed, moved on by this tablet's own earlier writes and by nothing else.
//   - If somebody else moved the stream (412), the thing itself is read again. If it stands as it
//     stood, the write goes on top of it; if not, or if the domain refuses, it becomes a conflict
//     and waits for a person. Later writes on the same thing wait behind it.
//   - What is of the moment (a call, a tap at the door) is no conflict that somebody must decide:
//     its refusal is told and holds up nothing. What expired before it could be sent stays here.
//   - What confirms somebody else's half waits for that half, however long it takes to arrive.
//   - Whatever is not a clear answer of our server (no line, 5xx, a portal's page) changes nothing.
import type { Reply, Time } from '../../api/contract';
import { ApiProblem } from '../../api/problem';
import { ulid } from '../../api/ulid';
import { same, type Entry, type Said, type Shelf } from './entry';

export interface Wish {
  account: string;
  outlet: string;
  command: Entry['command'];
  body: unknown;
  stream: string;
  thing: string;
  base?: number;
  seen?: unknown;
  at: Time;
  told?: true;
  expires?: true;
  awaits?: readonly string[];
}

// What stands now, read from the server.
export interface Standing {
  version?: number;
  state?: unknown;
}

export interface Way {
  send(entry: Entry, version: number | undefined): Promise<Reply>; // Throws an ApiProblem.
  look(entry: Entry): Promise<Standing>; // Throws when nothing could be read.
  now(): Time;
}

// Why sending stopped: nothing is left, the line is cut, the server cannot say, or nobody is
// signed in.
export type Stop = 'empty' | 'cut' | 'unsure' | 'signed-out';

const worthSending = 30_000; // Milliseconds after the tap.
const mostLooks = 5; // On a busy stream the next round goes on; it does not spin.
const keptDone = 200;

export class Outbox {
  private list: Entry[] = [];
  private turn: Promise<unknown> = Promise.resolve();
  constructor(
    private readonly shelf: Shelf,
    private readonly way: Way,
    private readonly changed: () => void = () => {},
  ) {}

  get entries(): readonly Entry[] {
    return this.list;
  }

  // From the shelf: at the start, and when another page of this tablet has written to it.
  load(): Promise<void> {
    return this.inTurn(async () => {
      this.list = await this.shelf.all();
    });
  }

  write(wish: Wish): Promise<Entry> {
    return this.inTurn(async () => {
      const entry = await this.shelf.add({ ...wish, key: ulid(), state: 'waiting', tried: 0 });
      this.list = [...this.list, entry];
      return entry;
    });
  }

  // Mine again, on top of what stands now: deliberately, having seen it. What was refused has left
  // nothing under its key, so that the key may go with another body.
  async again(n: number, change = (body: unknown) => body): Promise<void> {
    const entry = this.find(n, 'conflict');
    const { said: _said, theirs, current, ...rest } = entry;
    const base = current ?? entry.base;
    await this.put({ ...rest, body: change(entry.body), base, seen: theirs, state: 'waiting' });
  }

  async drop(n: number): Promise<void> {
    await this.put({ ...this.find(n, 'conflict'), state: 'dropped', settled: this.way.now() });
  }

  // One round in the order of writing, for the account that is signed in.
  async send(account: string): Promise<Stop> {
    const stalled = new Set<string>();
    const looks = new Map<number, number>();
    for (;;) {
      const entry = this.list.find((e) => this.isDue(e, account) && !stalled.has(e.stream));
      if (!entry) break;
      const stop = await this.sendOne(entry, looks);
      if (stop === 'cut' || stop === 'signed-out') return stop;
      if (stop === 'unsure') stalled.add(entry.stream);
    }
    await this.tidy();
    return stalled.size > 0 ? 'unsure' : 'empty';
  }

  // Waits, is the account's own, and no undecided conflict on the same thing stands before it.
  private isDue(entry: Entry, account: string): boolean {
    return entry.state === 'waiting' && entry.account === account && !isHeld(entry, this.list);
  }

  private async sendOne(entry: Entry, looks: Map<number, number>): Promise<Stop | undefined> {
    if (entry.expires && Date.parse(this.way.now()) - Date.parse(entry.at) > worthSending) {
      await this.close(entry, late);
      return undefined;
    }
    await this.put({ ...entry, tried: entry.tried + 1 });
    const sent = this.find(entry.n, 'waiting');
    try {
      const reply = await this.way.send(sent, versionFor(sent, this.list));
      if (!isReply(reply)) return 'unsure';
      await this.put({ ...sent, state: 'done', reply, settled: reply.at });
      if (sent.told) await this.forgetTold(sent);
      return undefined;
    } catch (error) {
      const no = error instanceof ApiProblem ? error : undefined;
      if (!no || !isAnswer(no)) return no?.status === 0 ? 'cut' : 'unsure';
      if (no.status === 401) return 'signed-out';
      if (sent.awaits?.includes(no.code)) return 'unsure'; // Asked again when the log grows.
      return this.refused(sent, no, looks);
    }
  }

  private async refused(
    entry: Entry,
    no: ApiProblem,
    looks: Map<number, number>,
  ): Promise<Stop | undefined> {
    let now: Standing;
    try {
      now = await this.way.look(entry);
    } catch {
      return 'cut'; // Without what stands now there is nothing to show; it is asked again.
    }
    const seen = looks.get(entry.n) ?? 0;
    looks.set(entry.n, seen + 1);
    if (no.status === 412 && now.version !== undefined && same(now.state, entry.seen)) {
      await this.put({ ...entry, base: now.version });
      return seen < mostLooks ? undefined : 'unsure';
    }
    await this.close({ ...entry, theirs: now.state, current: now.version }, saidBy(no));
    return undefined;
  }

  private close(entry: Entry, said: Said): Promise<void> {
    return this.put({ ...entry, state: 'conflict', said, settled: this.way.now() });
  }

  // It has gone well since: what was told of the tries before is over.
  private async forgetTold({ n, thing }: Entry): Promise<void> {
    const over = (e: Entry) => e.told && e.state === 'conflict' && e.n < n && e.thing === thing;
    for (const entry of this.list.filter(over)) await this.drop(entry.n);
  }

  // What is settled stays to be looked at; only the oldest of it goes, and never while something
  // that was written after it still waits.
  private async tidy(): Promise<void> {
    if (this.list.some((e) => e.state === 'waiting' || e.state === 'conflict')) return;
    const spare = this.list.slice(0, -keptDone).map((e) => e.n);
    if (spare.length === 0) return;
    await this.inTurn(async () => {
      await this.shelf.remove(spare);
      this.list = this.list.filter((e) => !spare.includes(e.n));
    });
  }

  private find(n: number, state: Entry['state']): Entry {
    const entry = this.list.find((e) => e.n === n && e.state === state);
    if (!entry) throw new Error(`no ${state} write ${n}`);
    return entry;
  }

  private put(entry: Entry): Promise<void> {
    return this.inTurn(async () => {
      await this.shelf.put(entry);
      this.list = this.list.map((e) => (e.n === entry.n ? entry : e));
    });
  }

  // The list and the shelf change together, one change after the other.
  private inTurn<T>(change: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(change);
    this.turn = mine.catch(() => {});
    return mine.finally(this.changed);
  }
}

export function isHeld(entry: Entry, list: readonly Entry[]): boolean {
  return list.some(
    (e) => e.n < entry.n && e.thing === entry.thing && e.state === 'conflict' && !e.told,
  );
}

// The version that the page showed, moved on by what this tablet wrote before this write.
export function versionFor(entry: Entry, list: readonly Entry[]): number | undefined {
  if (entry.base === undefined) return undefined;
  const own = new Set(
    list
      .filter((e) => e.n < entry.n && e.state === 'done' && e.stream === entry.stream)
      .map((e) => e.reply!.version),
  );
  let version = entry.base;
  while (own.has(version + 1)) version++;
  return version;
}

// A clear "no" of our own server. Anything else (a proxy's page, a time-out, "busy", "unknown
// outcome") says nothing about the write.
function isAnswer(no: ApiProblem): boolean {
  const unclear = [0, 408, 425, 429].includes(no.status) || no.status >= 500;
  return !unclear && no.code !== 'web.unexpected';
}

const late: Said = {
  code: 'outbox.too-late',
  status: 0,
  where: '',
  missing: [],
  facts: [],
  requestId: '',
};

const isReply = (reply: Reply | undefined) =>
  typeof reply?.seq === 'number' && typeof reply.version === 'number';

const saidBy = ({ code, status, where, missing, facts, requestId }: ApiProblem): Said => ({
  code,
  status,
  where,
  missing,
  facts,
  requestId,
});
