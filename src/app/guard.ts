/**
 * Closes the three ways out that a content security policy leaves to a script: navigating away, opening a window, and
 * WebRTC. Call it before any other code runs. Moving within the page, reloading it and downloads pass.
 */
export function closeWaysOut(page: Window & typeof globalThis): void {
  closeNavigation(page);
  replace(page, 'open', () => null);
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) {
    if (name in page) replace(page, name, undefined);
  }
}

/** What of a navigate event tells whether it leaves the page. Older browsers do not fire it. */
interface Leaving extends Event {
  readonly hashChange: boolean;
  readonly downloadRequest: string | null;
  readonly navigationType: string;
}

function closeNavigation(page: Window): void {
  if (!('navigation' in page)) return;
  const navigation = page.navigation as EventTarget;
  navigation.addEventListener('navigate', (event) => {
    const { hashChange, downloadRequest, navigationType } = event as Leaving;
    const isHarmless = hashChange || downloadRequest !== null || navigationType === 'reload';
    if (!isHarmless && event.cancelable) event.preventDefault();
  });
}

/** For good: a later script cannot put the original back. */
function replace(page: Window, name: string, value: unknown): void {
  Object.defineProperty(page, name, { value, writable: false, configurable: false });
}
