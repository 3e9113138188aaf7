/**
 * Closes the ways out that a content security policy cannot forbid: script-driven navigation, new windows, links that
 * open one, and WebRTC. The user's own way (address bar, back, reload), changes of the hash, and downloads of what the
 * page made itself pass. Call it before anything else runs.
 */
export function closeWaysOut(page: Window & typeof globalThis): void {
  page.navigation?.addEventListener('navigate', (event) => {
    const byUser = event.navigationType === 'reload' || event.navigationType === 'traverse';
    if (!byUser && leadsAway(event.destination.url, page)) event.preventDefault();
  });
  page.open = () => null;
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) Reflect.deleteProperty(page, name);
  closeLinks(page);
}

/** A link with a target asks no navigation of this page; clicked by a script, it need not even stand in the document. */
function closeLinks(page: Window & typeof globalThis): void {
  page.addEventListener(
    'click',
    (event) => {
      const away = event
        .composedPath()
        .some((target) => target instanceof page.HTMLAnchorElement && leadsAway(target.href, page));
      if (away) event.preventDefault();
    },
    { capture: true },
  );
  const { prototype } = page.HTMLAnchorElement;
  const { click, dispatchEvent } = prototype;
  prototype.click = function clickWithin(this: HTMLAnchorElement) {
    if (!leadsAway(this.href, page)) click.call(this);
  };
  prototype.dispatchEvent = function dispatchWithin(this: HTMLAnchorElement, event: Event) {
    return !leadsAway(this.href, page) && dispatchEvent.call(this, event);
  };
}

/** Whether an address is neither this page nor something that it made itself. A link without an address has ''. */
function leadsAway(url: string, page: Window): boolean {
  if (url === '' || url.startsWith('blob:')) return false;
  return withoutHash(url) !== withoutHash(page.location.href);
}

function withoutHash(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}
