/** Where the user is in the browser's history, and what was left there. */
export interface Entry {
  /** The part of the address after `#`, without it. */
  readonly fragment: string;
  /** What this page, or one before, has kept with it; untrusted. */
  readonly kept: unknown;
}

/** The browser's address bar with its back and forward keys. */
export interface AddressBar {
  read(): Entry;
  /** Names the entry anew. */
  replace(entry: Entry): void;
  /** Puts a new entry behind it. */
  push(entry: Entry): void;
  /** Calls `listener` when the user has gone to another entry, or to a link within the page. */
  onMove(listener: () => void): void;
}

/** The address bar of `page`. A browser that will not take an entry goes without. */
export function createAddressBar(page: Window): AddressBar {
  const write = (way: 'pushState' | 'replaceState', { fragment, kept }: Entry) => {
    try {
      page.history[way](kept, '', `#${fragment}`);
    } catch {
      // Too many in a short time, or an address that must not change: the page itself does not need it.
    }
  };
  return {
    read: () => ({ fragment: page.location.hash.slice(1), kept: page.history.state }),
    replace: (entry) => write('replaceState', entry),
    push: (entry) => write('pushState', entry),
    onMove: (listener) => page.addEventListener('popstate', listener),
  };
}
