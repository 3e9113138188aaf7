/**
 * Has the browser keep the page for visits without a network, by the service worker beside it. Only where the page was
 * served: opened from disk it is there anyway. A browser that refuses (private window, plain http) changes nothing.
 */
export function keepForOffline(page: Window): void {
  const served = page.location.protocol === 'https:' || page.location.protocol === 'http:';
  if (!served || !('serviceWorker' in page.navigator)) return;
  page.navigator.serviceWorker
    .register('./service-worker.js', { updateViaCache: 'none' })
    .catch((reason: unknown) => console.info('not kept for offline visits:', reason));
}
