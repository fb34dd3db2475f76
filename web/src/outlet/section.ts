// A part of the workplace is one file in sections/: what it writes, what it reads, what is due by
// it, and its page. The shell finds it there; nothing else has to be told of it.
import type { ComponentType, ReactNode } from 'react';
import type { OutletPage, Session, Time } from '../api/contract';
import type { AnyDeed, Kept, Translate } from './engine/deed';
import type { Entry } from './engine/entry';
import type { Want } from './engine/shelves';

export interface Scene {
  page: OutletPage; // As it will be when what waits has been recorded.
  views: Kept;
  entries: readonly Entry[];
  session: Session;
  now: Time;
}

export interface Task {
  id: string;
  section: string; // Whose page it is done on.
  deadline?: Time; // None: as soon as possible.
  title: string;
  detail?: string;
  do: string; // The verb on the button.
}

export interface Past {
  id: string;
  at: Time;
  title: string;
  detail?: string;
}

export interface Section {
  name: string; // Its address, /outlet/<name>, and its word, tablet.tab.<name>.
  order: number;
  icon: ReactNode; // Drawn on a 24-unit sheet with one pen.
  deeds: AnyDeed[];
  wants?: (outlet: string, session: Session) => Want[];
  due?: (scene: Scene, t: Translate) => Task[];
  done?: (scene: Scene, t: Translate) => Past[]; // What was done today, as the log has it.
  Summary?: ComponentType<{ scene: Scene }>; // A card beside what is due.
  Page: ComponentType<{ scene: Scene }>;
}
