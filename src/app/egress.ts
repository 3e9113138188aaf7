/**
 * Closes the ways out that a content security policy cannot forbid: script-driven navigation, new windows and WebRTC.
 * The user's own way (address bar, back, reload), changes of the hash, and downloads pass. Call it before anything else runs.
 */
export function closeWaysOut(page: Window & typeof globalThis): void {
  page.navigation?.addEventListener('navigate', (event) => {
    if (leavesPage(event, page.location.href)) event.preventDefault();
  });
  page.open = () => null;
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) Reflect.deleteProperty(page, name);
}

function leavesPage(event: NavigateEvent, here: string): boolean {
  if (event.hashChange || event.downloadRequest !== null) return false;
  if (event.navigationType === 'reload' || event.navigationType === 'traverse') return false;
  return withoutHash(event.destination.url) !== withoutHash(here);
}

function withoutHash(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}
