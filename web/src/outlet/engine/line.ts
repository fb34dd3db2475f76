import type { Change } from '../../api/contract';
import { ApiProblem } from '../../api/problem';

// The line to the server, as the last tries found it: the browser's own word ("onLine") only says
// that there is a network, not that it leads anywhere.
export type Reach = 'unknown' | 'reached' | 'cut';

export class Line {
  reach: Reach = 'unknown';
  private tries = 0;
  private timer?: ReturnType<typeof setTimeout>;
  private source?: EventSource;

  constructor(
    private readonly told: () => void, // It is time to look.
    private readonly isNews: (seq: number) => boolean,
    private readonly changed: () => void,
  ) {}

  // Every call to the server is made through here, with an end: a dead cell swallows requests.
  async call<T>(act: (signal: AbortSignal) => Promise<T>, within = patience): Promise<T> {
    try {
      const answer = await act(AbortSignal.timeout(within));
      this.found('reached');
      return answer;
    } catch (error) {
      const cut = !(error instanceof ApiProblem) || error.status === 0;
      this.found(cut ? 'cut' : 'reached');
      throw error;
    }
  }

  private found(reach: Reach): void {
    if (reach === 'reached') this.tries = 0;
    if (this.reach === reach) return;
    this.reach = reach;
    this.changed();
  }

  // While all is well the server says when to look, and every so often we look anyway; while it is
  // not, less and less often, up to once in half a minute.
  watch(): () => void {
    const wake = () => this.look(0);
    const seen = () => document.visibilityState === 'visible' && wake();
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', seen);
    this.look(0);
    return () => {
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', seen);
      clearTimeout(this.timer);
      this.hush();
    };
  }

  look(after: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.reach === 'cut') this.tries++; // A look is one try, however many views it reads.
      this.told();
      this.look(this.pause());
    }, after);
  }

  private pause(): number {
    if (this.reach !== 'cut') return 20_000;
    return Math.min(30_000, 1000 * 2 ** Math.min(this.tries, 5)) * (0.8 + 0.4 * Math.random());
  }

  // Server-sent events while somebody is signed in; the browser connects again by itself.
  listen(): void {
    if (this.source && this.source.readyState !== EventSource.CLOSED) return;
    this.source = new EventSource('/api/changes');
    this.source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const { seq } = JSON.parse(data) as Change;
      if (this.isNews(seq)) this.look(50);
    });
  }
  hush(): void {
    this.source?.close();
    this.source = undefined;
  }
}

const patience = 15_000;
export const patienceForFiles = 90_000; // Half a megabyte over a line of 50 kbit/s.
