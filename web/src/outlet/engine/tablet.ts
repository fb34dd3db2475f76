// The tablet: the outbox, the last views and who is signed in, kept on its disk and brought up to
// date whenever the line allows. Pages read its snapshot and write through it; none of them talks
// to the server by itself.
import { giveCommand, readSession, seeView, signIn, signOut } from '../../api/client';
import { Files } from './files';
import type { CommandName, Commands, Reply, Session, SignIn, ViewName } from '../../api/contract';
import { ApiProblem } from '../../api/problem';
import type { Database } from './database';
import type { Deeds } from './deeds';
import type { Kept } from './deed';
import type { Entry } from './entry';
import { Line, patienceForFiles, type Reach } from './line';
import { Outbox, type Standing } from './outbox';
import { Shelves, type Want } from './shelves';

export interface Snapshot {
  ready: boolean;
  session?: Session; // Of the account that is signed in, or was when the line was cut.
  signedOut: boolean;
  outlet?: string;
  views: Kept; // With what waits in them.
  problems: Partial<Record<ViewName, ApiProblem>>;
  heardAt: number; // When the oldest of the views was confirmed, by this machine's clock.
  ahead: number; // How far the server's clock is from this machine's.
  entries: readonly Entry[];
  reach: Reach;
  sending: boolean;
}

const afterFirst = 3000;
const soon = 500;

type Wants = (outlet: string, session: Session) => Want[];

// A workplace of a device: its name, and what it reads before an outlet is chosen. One that goes
// from place to place never chooses.
export interface Workplace {
  name: string;
  alone: (session: Session) => Want[];
}
const atAnOutlet: Workplace = {
  name: 'waystation-outlet',
  alone: () => [{ name: 'outlets', query: {} }],
};

export class Tablet {
  snapshot: Snapshot;
  readonly outbox: Outbox;
  private readonly line = new Line(
    () => void this.refresh(),
    (seq) => seq > this.shelves.seq,
    () => this.tell(),
  );
  private readonly shelves: Shelves;
  readonly files: Files;
  private readonly others: BroadcastChannel;
  private listeners = new Set<() => void>();
  private session?: Session;
  private signedOut = false;
  private chosen?: string;
  private ahead = 0;
  private ready = false;
  private sending = false;
  private turn: Promise<unknown> = Promise.resolve();
  private busy = false;
  private settled = false; // The first view has what it needs.
  private asked = false;

  constructor(
    private readonly disk: Database,
    readonly deeds: Deeds,
    private readonly wants: Wants,
    private readonly workplace = atAnOutlet,
  ) {
    this.others = new BroadcastChannel(workplace.name);
    this.shelves = new Shelves(disk);
    this.files = new Files(disk);
    const way = {
      send: (entry: Entry, version?: number) => this.give(entry, version),
      look: (entry: Entry) => this.look(entry),
      now: () => this.now(),
    };
    this.outbox = new Outbox(disk.outbox, way, () => this.tell());
    this.others.addEventListener('message', () => void this.outbox.load());
    this.snapshot = this.picture();
  }

  // First what the tablet knows by itself, then what the server says.
  async start(): Promise<void> {
    this.session = await this.disk.get('device', 'session');
    this.chosen = await this.disk.get('device', 'outlet');
    this.ahead = (await this.disk.get<number>('device', 'ahead')) ?? 0;
    await this.outbox.load();
    await this.files.forgetAllBut(this.outbox.entries);
    await this.recall();
    this.ready = this.session !== undefined;
    this.tell();
    this.line.watch();
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  now = () => new Date(Date.now() + this.ahead).toISOString();

  // ---- Writing.

  async write<Name extends CommandName>(command: Name, body: Commands[Name]): Promise<Entry> {
    const deed = this.deeds.of(command, body);
    const view = this.snapshot.views[deed.view];
    // The version is the one that was read; the state has what waits before this write in it.
    const read = this.shelves.kept[deed.view];
    const at = this.now();
    // Without a line it will arrive later than it happened; the log is told both.
    const { occurred_at } = body as { occurred_at?: string | null };
    const late = deed.dated && !occurred_at && this.line.reach === 'cut';
    const entry = await this.outbox.write({
      account: this.session!.account!,
      outlet: this.snapshot.outlet ?? '',
      command,
      body: late ? { ...body, occurred_at: at } : body,
      stream: deed.stream(body),
      thing: deed.thing(body),
      base: read && deed.version(read, body),
      seen: view && deed.state(view, body),
      at,
      ...(deed.awaits && { awaits: deed.awaits }),
      ...(deed.moment && { told: true }),
      ...(deed.moment === 'expires' && { expires: true }),
    });
    this.others.postMessage('written');
    this.line.look(0);
    return entry;
  }

  // The bytes are on the tablet's disk before the write that speaks of them.
  async writeFile(file: Blob): Promise<string> {
    const { sha256, media, bytes } = await this.files.keep(file);
    const outlet = this.snapshot.outlet!;
    await this.write('evidence.store', { outlet, sha256, media, bytes });
    return sha256;
  }

  private give(entry: Entry, version?: number): Promise<Reply> {
    const given = { key: entry.key, version };
    if (entry.command === 'evidence.store')
      return this.line.call(
        (signal) => this.files.send(entry, this.now(), signal),
        patienceForFiles,
      );
    return this.line.call((signal) =>
      giveCommand(entry.command, entry.body as never, { ...given, signal }),
    );
  }

  async decide(n: number, how: 'again' | 'drop'): Promise<void> {
    const entry = this.outbox.entries.find((e) => e.n === n)!;
    if (how === 'again') await this.outbox.again(n, this.deeds.of(entry.command, entry.body).again);
    else await this.outbox.drop(n);
    this.others.postMessage('decided');
    this.line.look(0);
  }

  tryNow(): void {
    this.line.look(0);
  }

  // ---- Coming and going.

  // Not while a refresh runs: it may be ending the session of whoever left before.
  async enter(who: SignIn): Promise<void> {
    await this.inTurn(async () => {
      if (await this.disk.get('device', 'leaving')) await this.sayGoodbye();
      await this.welcome(await this.line.call(() => signIn(who)));
    });
    this.line.look(0);
  }

  // The views go at once; what waits stays, and is sent when its writer signs in again. Without a
  // line the session is ended as soon as there is one.
  async leave(): Promise<void> {
    this.line.hush();
    await this.disk.set('device', 'leaving', true);
    await this.forget();
    this.tell();
    this.line.look(0);
  }

  async choose(outlet: string): Promise<void> {
    this.chosen = outlet;
    await this.disk.set('device', 'outlet', outlet);
    await this.recall();
    this.tell();
    this.line.look(0);
  }

  private async welcome(session: Session): Promise<void> {
    if (!session.account) {
      await this.forget(session);
      return;
    }
    const stranger = this.session?.account !== session.account;
    this.session = session;
    this.signedOut = false;
    this.ready = true;
    this.ahead = Date.parse(session.clock) - Date.now();
    await this.disk.set('device', 'session', session);
    await this.disk.set('device', 'ahead', this.ahead);
    if (stranger) await this.recall();
    this.tell();
  }

  private async forget(session?: Session): Promise<void> {
    this.session = session;
    this.signedOut = true;
    this.ready = true;
    this.shelves.forget();
    await this.disk.clear('views');
    await this.disk.set('device', 'session', undefined);
    this.tell();
  }

  // ---- Reading.

  private outletNow(): string | undefined {
    return this.session?.scope?.split('/')[1] || this.chosen;
  }

  private wanted(): Want[] {
    const outlet = this.outletNow();
    if (!this.session?.account) return [];
    return outlet ? this.wants(outlet, this.session) : this.workplace.alone(this.session);
  }

  private recall = () => this.shelves.recall(this.session?.account ?? '', this.wanted());

  // One refresh at a time; wishes that come while it runs are served by one more.
  private async refresh(): Promise<void> {
    this.asked = true;
    if (this.busy) return;
    this.busy = true;
    while (this.asked) {
      this.asked = false;
      await this.inTurn(() => this.catchUp());
    }
    this.busy = false;
  }

  private inTurn(act: () => Promise<void>): Promise<void> {
    const mine = this.turn.then(act);
    this.turn = mine.catch(() => {});
    return mine;
  }

  private known = false; // Whether the server has said who is signed in since the line came back.

  private async catchUp(): Promise<void> {
    try {
      if (await this.disk.get('device', 'leaving')) await this.sayGoodbye();
      if (!this.known) await this.welcome(await this.line.call((signal) => readSession(signal)));
      this.known = true;
      if (!this.session?.account) return;
      this.line.listen();
      await this.send();
      const now = this.wanted().filter((want) => this.settled || !want.later);
      await this.shelves.read(this.session.account, now, (name, query) =>
        this.line.call((signal) => seeView(name, query as never, signal)),
      );
      if (!this.settled) this.line.look(afterFirst);
      this.settled = true;
    } catch (error) {
      this.known = false;
      if (error instanceof ApiProblem && error.status === 401) {
        await this.forget();
        this.line.look(soon); // Who may sign in here, the server says.
      }
    }
    this.ready = this.ready || this.line.reach === 'cut';
    this.tell();
  }

  private async sayGoodbye(): Promise<void> {
    await this.line.call(() => signOut());
    await this.disk.set('device', 'leaving', false);
    this.known = false;
  }

  // Only one page of this tablet sends at a time.
  private async send(): Promise<void> {
    const account = this.session!.account!;
    if (!this.outbox.entries.some((e) => e.state === 'waiting' && e.account === account)) return;
    const work = async () => {
      this.sending = true;
      this.tell();
      const stop = await this.outbox.send(account).finally(() => (this.sending = false));
      this.others.postMessage('sent');
      if (stop === 'signed-out') throw new ApiProblem({ code: 'session.none', status: 401 });
    };
    if (!navigator.locks) return work();
    await navigator.locks.request(`${this.workplace.name}-outbox`, { ifAvailable: true }, (lock) =>
      lock ? work() : undefined,
    );
  }

  // What stands now of the thing that a refused write was about.
  private async look(entry: Entry): Promise<Standing> {
    const deed = this.deeds.of(entry.command, entry.body);
    const wants = entry.outlet
      ? this.wants(entry.outlet, this.session!)
      : this.workplace.alone(this.session!);
    const want = wants.find((w) => w.name === deed.view);
    if (!want) return {};
    try {
      const view = await this.line.call((signal) =>
        seeView(want.name, want.query as never, signal),
      );
      await this.shelves.keep(this.session!.account!, want, view);
      return { version: deed.version(view, entry.body), state: deed.state(view, entry.body) };
    } catch (error) {
      if (error instanceof ApiProblem && [403, 404].includes(error.status)) return {};
      throw error;
    }
  }

  // ---- What pages see.

  private tell(): void {
    this.snapshot = this.picture();
    for (const listener of this.listeners) listener();
  }

  private picture(): Snapshot {
    return {
      ready: this.ready,
      session: this.session,
      signedOut: this.signedOut,
      outlet: this.outletNow(),
      views: this.deeds.foreseen(this.shelves.kept, this.outbox?.entries ?? []),
      problems: this.shelves.problems,
      heardAt: this.shelves.heardAt,
      ahead: this.ahead,
      entries: this.outbox?.entries ?? [],
      reach: this.line.reach,
      sending: this.sending,
    };
  }
}
