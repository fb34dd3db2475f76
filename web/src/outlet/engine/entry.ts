import type { CommandName, Fact, Reply, Time } from '../../api/contract';

// What a refusal said, as it is kept on the tablet.
export interface Said {
  code: string;
  status: number;
  where: string;
  missing: string[];
  facts: Fact[];
  requestId: string;
}

// One write of a person, kept on the tablet from the tap until the end of the day, whatever becomes
// of it.
//   waiting   not yet known to be recorded; it is sent, under the same key, until it is
//   conflict  the server said no, or somebody else changed the same thing: a person decides
//   done      recorded, with the entry of the log
//   dropped   given up by a person, on purpose
export interface Entry {
  n: number; // The order of writing; given by the shelf.
  key: string; // ULID, made before the first try and never changed.
  account: string; // Who wrote it; it is sent in nobody else's name.
  outlet: string;
  command: CommandName;
  body: unknown;
  stream: string; // "supply/102221004264": what the server counts versions of.
  thing: string; // "supply/102221004264/suit": what the write is about, within the stream.
  base?: number; // The stream's version that the page showed; none where the page showed none.
  seen?: unknown; // What stood of the thing, as the page showed it.
  at: Time;
  told?: true; // A refusal is told, and holds up nothing: there is nothing to decide about.
  awaits?: readonly string[]; // Refusals that only say that the other half is not there yet.
  expires?: true; // Worth nothing once its moment is over: it is not sent late.
  state: 'waiting' | 'conflict' | 'done' | 'dropped';
  tried: number;
  reply?: Reply;
  said?: Said;
  theirs?: unknown; // What stands now of the thing, read after the refusal.
  current?: number; // The stream's version that goes with it.
  settled?: Time;
}

// Where entries lie. Each call is one transaction: when it returns, the device has written it.
export interface Shelf {
  all(): Promise<Entry[]>; // In the order of writing.
  add(entry: Omit<Entry, 'n'>): Promise<Entry>;
  put(entry: Entry): Promise<void>;
  remove(numbers: number[]): Promise<void>;
}

export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
