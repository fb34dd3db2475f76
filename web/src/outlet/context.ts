import { createContext, use, useSyncExternalStore } from 'react';
import { commandRoles, type CommandName } from '../api/contract';
import type { Snapshot, Tablet } from './engine/tablet';

export const TabletContext = createContext<Tablet | null>(null);

export function useTablet(): Tablet {
  const tablet = use(TabletContext);
  if (!tablet) throw new Error('a page was drawn without its tablet');
  return tablet;
}

export function useSnapshot(): Snapshot {
  const tablet = useTablet();
  return useSyncExternalStore(tablet.subscribe, () => tablet.snapshot);
}

// Who may give a command, as far as the tablet knows; the server has the last word.
export function useMay() {
  const { session } = useSnapshot();
  return (name: CommandName) => commandRoles[name].some((role) => role === session?.role);
}
