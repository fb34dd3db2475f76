// The worker keeps the tablet's own code, so that it starts without a line. New code is fetched in
// the background, whole or not at all, and used from the next start on: never in the middle of work,
// and never later.
import { useSyncExternalStore } from 'react';

const worker = () => (window.isSecureContext ? navigator.serviceWorker : undefined);
const patience = 2000;

// True when a newer version had been fetched: it takes over and the page is loaded again.
export async function takeUpdate(): Promise<boolean> {
  const waiting = (await worker()?.getRegistration('/outlet'))?.waiting;
  if (!waiting) return false;
  const taken = new Promise<boolean>((done) => {
    worker()!.addEventListener('controllerchange', () => done(true), { once: true });
    setTimeout(() => done(false), patience);
  });
  waiting.postMessage('take over');
  if (!(await taken)) return false;
  window.location.reload();
  return true;
}

let ready = false;
const listeners = new Set<() => void>();
const tell = () => {
  ready = true;
  for (const listener of listeners) listener();
};

// A tablet may stay on for weeks: it asks for new code once an hour and says when there is some.
export function followUpdates(): void {
  const register = async () => {
    const options = { scope: '/outlet', updateViaCache: 'none' } as const;
    const installed = await worker()!.register('/outlet-worker.js', options);
    installed.addEventListener('updatefound', () => {
      const coming = installed.installing!;
      coming.addEventListener('statechange', () => {
        if (coming.state === 'installed' && worker()!.controller) tell();
      });
    });
    setInterval(() => void installed.update().catch(() => {}), 3_600_000);
  };
  if (worker()) void register().catch(() => {}); // In development there is no worker.
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const useUpdateReady = () => useSyncExternalStore(subscribe, () => ready);

// ---- The browser's own offer to install.

interface Offer extends Event {
  prompt: () => Promise<unknown>;
}
let offer: Offer | undefined;
const offered = new Set<() => void>();
window.addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  offer = event as Offer;
  for (const listener of offered) listener();
});
const followOffer = (listener: () => void) => {
  offered.add(listener);
  return () => void offered.delete(listener);
};
export const useInstallOffer = () => useSyncExternalStore(followOffer, () => offer);
