import type { AnyDeed, Kept } from './deed';
import type { Entry } from './entry';

// What the sections can write, by command.
export class Deeds {
  private readonly byCommand = new Map<string, AnyDeed[]>();
  constructor(all: AnyDeed[]) {
    for (const one of all)
      this.byCommand.set(one.command, [...(this.byCommand.get(one.command) ?? []), one]);
  }

  // A second signature is given about a van's handover, about notes, or about a machine: whoever
  // claims the body has it, or else the first section.
  of(command: string, body: unknown): AnyDeed {
    const all = this.byCommand.get(command) ?? [];
    const found = all.find((one) => one.mine?.(body)) ?? all.find((one) => !one.mine);
    if (!found) throw new Error(`no section writes ${command}`);
    return found;
  }

  // The views as they will be: what waits is in them, and what is recorded but not yet read.
  foreseen(kept: Kept, entries: readonly Entry[]): Kept {
    const views: Record<string, unknown> = { ...kept };
    for (const entry of entries) {
      if (!this.byCommand.has(entry.command)) continue;
      const known = this.of(entry.command, entry.body);
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
