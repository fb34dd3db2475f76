/// <reference lib="webworker" />
// The tablet's worker: keeps the code of a version, whole, and starts the tablet from it. It never
// touches the API: what may be shown without a line lies in the tablet's own database, with its age.
export declare const self: ServiceWorkerGlobalScope;
declare const tabletFiles: string[]; // Put in by the build: every file of this version.
declare const tabletVersion: string;
declare const tabletPage: string; // The address that this worker keeps: /outlet or /crew.

const page = tabletPage;
const ours = `waystation-${page.slice(1)}-`;
const shelf = ours + tabletVersion;

// Whole or not at all: if one file cannot be had, the version before stays. Once all is here it is
// what the next start gets; a page that runs has its code in memory already.
async function fetchVersion(): Promise<void> {
  const cache = await caches.open(shelf);
  await cache.add(new Request(page, { cache: 'no-cache' }));
  await cache.addAll(tabletFiles);
  await self.skipWaiting();
}

// The version before stays too: a page that still runs on it may ask for its other language.
async function tidy(): Promise<void> {
  const kept = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== shelf);
  await Promise.all(kept.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('install', (event) => event.waitUntil(fetchVersion()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));

// The scope "/outlet" takes in the staff's pages at "/outlets" too; they are none of our business.
const isOurs = (path: string) => path === page || path.startsWith(`${page}/`);

async function keptCopy(path: string): Promise<Response | undefined> {
  const own = await (await caches.open(shelf)).match(path, { ignoreVary: true });
  return own ?? (path === page ? undefined : caches.match(path, { ignoreVary: true }));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  const start = request.mode === 'navigate';
  if (
    start ? !isOurs(pathname) : !pathname.startsWith('/assets/') && !tabletFiles.includes(pathname)
  )
    return;
  const answer = async () => (await keptCopy(start ? page : pathname)) ?? fetch(request);
  event.respondWith(answer());
});
