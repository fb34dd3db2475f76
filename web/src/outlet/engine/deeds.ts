import type { AnyDeed, Kept } from './deed';
import type { Entry } from './entry';

// What the sections can write, by command.
export class Deeds {
  private readonly byCommand: Map<string, AnyDeed>;
  constructor(all: AnyDeed[]) {
    this.byCommand = new Map(all.map((d) => [d.command, d]));
  }

  of(command: string): AnyDeed {
    const found = this.byCommand.get(command);
    if (!found) throw new Error(`no section writes ${command}`);
    return found;
  }

  // The views as they will be: what waits is in them, and what is recorded but not yet read.
  foreseen(kept: Kept, entries: readonly Entry[]): Kept {
    const views: Record<string, unknown> = { ...kept };
    for (const entry of entries) {
      const known = this.byCommand.get(entry.command);
      if (!known) continue;
      const mark = { at: entry.at, by: entry.account };
      for (const [name, foresee] of [[known.view, known.foresee], ...othersOf(known)] as const)
        if (views[name] && isAhead(entry, views[name]))
          views[name] = foresee(views[name], entry.body, mark);
    }
    return views as Kept;
  }
}

type Foresee = [string, AnyDeed['foresee']];
const othersOf = (known: AnyDeed) => Object.entries(known.also ?? {}) as unknown as Foresee[];

const isAhead = (entry: Entry, view: unknown) =>
  entry.state === 'waiting' ||
  (entry.state === 'done' && entry.reply!.seq > (view as { as_of_seq: number }).as_of_seq);
