// The worker keeps the tablet's own code, so that it starts without a line. New code is fetched in
// the background, whole or not at all, and used from the next start on: never in the middle of
// work, and never later.
import { useSyncExternalStore } from 'react';

const worker = () => (window.isSecureContext ? navigator.serviceWorker : undefined);
const afterFirstView = 1500; // The worker's own fetching does not delay the first view.

// Something that happens once, and that a part of the page waits for.
function once<T>() {
  let value: T | undefined;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const happen = (what: T) => {
    value = what;
    for (const listener of listeners) listener();
  };
  return { happen, use: () => useSyncExternalStore(subscribe, () => value) };
}

const update = once<true>();
export const useUpdateReady = update.use;

// A tablet may stay on for weeks: it asks for new code once an hour and says when there is some.
export function followUpdates(page = '/outlet'): void {
  const workers = worker();
  if (!workers) return;
  const hadCode = workers.controller !== null;
  workers.addEventListener('controllerchange', () => hadCode && update.happen(true));
  const register = async () => {
    const options = { scope: page, updateViaCache: 'none' } as const;
    const installed = await workers.register(`${page}-worker.js`, options);
    setInterval(() => void installed.update().catch(() => {}), 3_600_000);
  };
  setTimeout(() => void register().catch(() => {}), afterFirstView); // In development: none.
}

// ---- The browser's own offer to install.

interface Offer extends Event {
  prompt: () => Promise<unknown>;
}
const offer = once<Offer>();
export const useInstallOffer = offer.use;
window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offer.happen(event as Offer);
});
