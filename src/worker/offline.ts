/**
 * The service worker: keeps the one file that the page is, so that it opens with the network gone. The network comes
 * first, so that a new build is there on the next visit; the kept page serves when it fails or is too slow.
 * Built alone, without imports, into dist/service-worker.js.
 */
declare const self: ServiceWorkerGlobalScope;

const CACHE = 'leitong-page';
const PAGE = new URL('./', self.location.href);
const PAGE_NAMES = new Set([PAGE.pathname, `${PAGE.pathname}index.html`]);
/** Milliseconds to wait for the network when a kept page is at hand: what a reader takes for "it is opening". */
const PATIENCE_MS = 2000;

self.addEventListener('install', (event) => {
  event.waitUntil(fetchAndKeep().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode !== 'navigate' || !PAGE_NAMES.has(new URL(request.url).pathname)) return;
  const fresh = fetchAndKeep().catch(() => null);
  event.waitUntil(fresh);
  event.respondWith(answer(fresh));
});

async function answer(fresh: Promise<Response | null>): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(PAGE);
  if (kept === undefined) return (await fresh) ?? Response.error();
  return (await Promise.race([fresh, patience()])) ?? kept;
}

/** Fetches the page and keeps it. Throws when the network or the server fails, or leads elsewhere (a log-in portal). */
async function fetchAndKeep(): Promise<Response> {
  const response = await fetch(PAGE, { cache: 'no-cache' });
  if (!response.ok || response.redirected) throw new Error(`no page: status ${response.status}`);
  const cache = await caches.open(CACHE);
  await cache.put(PAGE, response.clone());
  return response;
}

function patience(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));
}
