import type { QueuePage } from '../api/contract';

// One call to be said aloud: this ticket to this window.
export interface Announcement {
  ticket: string;
  window: number;
}

// What was called between two readings: another ticket stands at a window, or it was called again.
// The first reading announces nothing: a display that starts anew does not repeat the morning.
export function announced(before: QueuePage | undefined, now: QueuePage): Announcement[] {
  if (!before || before.outlet !== now.outlet) return [];
  return now.windows.flatMap(({ window, ticket, serving, calls }) => {
    if (!ticket || serving) return [];
    const was = before.windows.find((w) => w.window === window);
    if (was?.ticket === ticket && was.calls >= calls) return [];
    return [{ ticket, window }];
  });
}
