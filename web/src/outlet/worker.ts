/// <reference lib="webworker" />
// The tablet's worker: keeps the code of one version, whole, and starts the tablet from it. It never
// touches the API: what may be shown without a line lies in the tablet's own database, with its age.
export declare const self: ServiceWorkerGlobalScope;
declare const tabletFiles: string[]; // Put in by the build: every file of this version.
declare const tabletVersion: string;

const shelf = `waystation-outlet-${tabletVersion}`;
const page = '/outlet';

// Whole or not at all: if one file cannot be had, the version before stays.
async function fetchVersion(): Promise<void> {
  const cache = await caches.open(shelf);
  await cache.add(new Request(page, { cache: 'no-cache' }));
  await cache.addAll(tabletFiles);
}

async function tidy(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith('waystation-outlet-'));
  await Promise.all(old.filter((name) => name !== shelf).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('install', (event) => event.waitUntil(fetchVersion()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));

self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting();
});

// The scope "/outlet" takes in the staff's pages at "/outlets" too; they are none of our business.
const isOurs = (path: string) => path === page || path.startsWith(`${page}/`);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  const wanted = request.mode === 'navigate' ? isOurs(pathname) && page : pathname;
  if (!wanted || (wanted !== page && !tabletFiles.includes(wanted))) return;
  const kept = async () => {
    const cache = await caches.open(shelf);
    return (await cache.match(wanted, { ignoreVary: true })) ?? fetch(request);
  };
  event.respondWith(kept());
});
