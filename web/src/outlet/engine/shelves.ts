// The last answer of each view that the sections need, with the moment at which it was confirmed.
// They lie on the tablet's disk under the account that read them, and go when it signs out.
import type { ViewName } from '../../api/contract';
import { ApiProblem } from '../../api/problem';
import type { Database } from './database';
import type { Kept } from './deed';

export interface Want {
  name: ViewName;
  query: Record<string, string | undefined>;
  later?: boolean; // Not needed by the first view: read a moment after it.
}

interface Answer {
  view: unknown;
  heardAt: number;
}

export class Shelves {
  kept: Kept = {};
  problems: Partial<Record<ViewName, ApiProblem>> = {};
  private heard: Partial<Record<ViewName, number>> = {};

  constructor(private readonly disk: Database) {}

  // The oldest of what is shown: nothing on the page is older than its chip says.
  get heardAt(): number {
    const moments = Object.values(this.heard);
    return moments.length > 0 ? Math.min(...moments) : 0;
  }

  // Up to which entry of the log all that is shown has been read.
  get seq(): number {
    const views = Object.values(this.kept) as { as_of_seq: number }[];
    return Math.min(...views.map((view) => view.as_of_seq));
  }

  async recall(account: string, wants: Want[]): Promise<void> {
    this.forget();
    for (const want of wants) {
      const answer = await this.disk.get<Answer>('views', keyOf(account, want));
      if (answer) this.place(want.name, answer);
    }
  }

  forget(): void {
    this.kept = {};
    this.problems = {};
    this.heard = {};
  }

  // Reads all of them; one that is refused does not keep the others from being read.
  async read(
    account: string,
    wants: Want[],
    see: (name: ViewName, query: Want['query']) => Promise<unknown>,
  ): Promise<void> {
    await Promise.all(
      wants.map(async (want) => {
        try {
          await this.keep(account, want, await see(want.name, want.query));
        } catch (error) {
          if (!(error instanceof ApiProblem) || [0, 401].includes(error.status)) throw error;
          this.problems = { ...this.problems, [want.name]: error };
        }
      }),
    );
  }

  async keep(account: string, want: Want, view: unknown): Promise<void> {
    const answer = { view, heardAt: Date.now() };
    this.place(want.name, answer);
    const { [want.name]: _solved, ...rest } = this.problems;
    this.problems = rest;
    await this.disk.set('views', keyOf(account, want), answer);
  }

  private place(name: ViewName, { view, heardAt }: Answer): void {
    this.kept = { ...this.kept, [name]: view };
    this.heard = { ...this.heard, [name]: heardAt };
  }
}

const keyOf = (account: string, want: Want) =>
  `${account} ${want.name} ${JSON.stringify(want.query)}`;
