// What the display knows: who it is, what the queue was when it was last read, and whether the line
// holds. A television has no keyboard: a display account's key is kept on it, and it signs in again
// by itself when its session ends.
import { readSession, seeView, signIn } from '../api/client';
import type { QueuePage, Session } from '../api/contract';
import { ApiProblem } from '../api/problem';

export interface Key {
  account: string;
  password: string;
}

export interface Shown {
  stage: 'starting' | 'door' | 'no-outlet' | 'showing';
  session?: Session;
  page?: QueuePage;
  heardAt: number; // By this machine's clock.
  ahead: number; // How far the server's clock is from it.
  cut: boolean;
  problem?: ApiProblem; // Why the door stays shut.
}

const kept = 'waystation.screen.key';
const every = 15_000;
const again = 3_000;
const patience = 10_000;

export class Display {
  shown: Shown = { stage: 'starting', heardAt: 0, ahead: 0, cut: false };
  private key?: Key;
  private source?: EventSource;
  private timer?: ReturnType<typeof setTimeout>;
  private busy = false;
  private asked = false;

  constructor(
    private readonly asksFor: string | undefined, // The outlet in the address.
    private readonly heard: (before: QueuePage | undefined, now: QueuePage) => void,
    private readonly changed: () => void,
  ) {}

  start(fromAddress?: Key): void {
    const stored = localStorage.getItem(kept);
    this.key = fromAddress ?? (stored ? (JSON.parse(stored) as Key) : undefined);
    window.addEventListener('online', () => this.look(0));
    this.look(0);
  }

  enter(key: Key): void {
    this.key = key;
    this.tell({ problem: undefined, stage: 'starting' });
    this.look(0);
  }

  async persona(persona: string): Promise<void> {
    await signIn({ persona }).catch(() => {});
    this.look(0);
  }

  private tell(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change };
    this.changed();
  }

  private look(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), pause);
  }

  // One reading at a time; a change that comes meanwhile is read right after.
  private async read(): Promise<void> {
    this.asked = true;
    if (this.busy) return;
    this.busy = true;
    while (this.asked) {
      this.asked = false;
      await this.readOnce().catch((error: unknown) => this.failed(error));
    }
    this.busy = false;
    this.look(this.shown.cut ? again : every);
  }

  private async readOnce(): Promise<void> {
    if (!this.shown.session?.account) await this.knock();
    const { session } = this.shown;
    if (!session?.account) return;
    const outlet = session.scope?.split('/')[1] || this.asksFor;
    if (!outlet) return this.tell({ stage: 'no-outlet', cut: false });
    this.listen();
    const page = await seeView('queue', { outlet }, AbortSignal.timeout(patience));
    const before = this.shown.page;
    const ahead = Date.parse(page.now) - Date.now();
    this.tell({ stage: 'showing', page, ahead, heardAt: Date.now(), cut: false });
    this.heard(before, page);
  }

  // Who am I? If nobody: the kept key, or the door.
  private async knock(): Promise<void> {
    let session = await readSession(AbortSignal.timeout(patience));
    if (!session.account && this.key) {
      session = await signIn(this.key);
      // Only the key of a display is worth keeping on a wall: it opens nothing but this page.
      if (session.role === 'hall_display') localStorage.setItem(kept, JSON.stringify(this.key));
    }
    this.tell({ session, cut: false, stage: session.account ? this.shown.stage : 'door' });
  }

  private failed(error: unknown): void {
    const no = error instanceof ApiProblem ? error : undefined;
    if (!no || no.status === 0 || no.status >= 500 || no.status === 429) {
      return this.tell({ cut: true });
    }
    this.source?.close();
    this.source = undefined;
    if (no.status === 401 && this.shown.session?.account) {
      // The session is over: the next reading signs in again.
      this.asked = true;
      return this.tell({ session: undefined });
    }
    if (no.code.startsWith('sign-in.')) {
      localStorage.removeItem(kept);
      this.key = undefined;
    }
    this.tell({ session: undefined, stage: 'door', problem: no });
  }

  private listen(): void {
    if (this.source && this.source.readyState !== EventSource.CLOSED) return;
    this.source = new EventSource('/api/changes');
    this.source.addEventListener('message', () => this.look(50));
    this.source.addEventListener('error', () => this.look(50));
  }
}
