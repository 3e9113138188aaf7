import { describe, expect, it } from 'vitest';
import { closeWaysOut } from '../../src/app/guard.ts';

/** A page with as much of a window as the guard touches. */
function guardedPage() {
  const page = {
    navigation: new EventTarget(),
    open: () => 'a window',
    RTCPeerConnection: class {},
  };
  closeWaysOut(page as unknown as Window & typeof globalThis);
  return page;
}

/** Whether navigating so is prevented. */
function isStopped(navigate: {
  hashChange?: boolean;
  downloadRequest?: string;
  navigationType?: string;
}): boolean {
  const event = Object.assign(new Event('navigate', { cancelable: true }), {
    hashChange: false,
    downloadRequest: null,
    navigationType: 'push',
    ...navigate,
  });
  guardedPage().navigation.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('closeWaysOut', () => {
  it('stops navigating away, and lets the hash, downloads and reloading pass', () => {
    expect(isStopped({})).toBe(true);
    expect(isStopped({ navigationType: 'replace' })).toBe(true);
    expect(isStopped({ hashChange: true })).toBe(false);
    expect(isStopped({ downloadRequest: 'report.docx' })).toBe(false);
    expect(isStopped({ downloadRequest: '' })).toBe(false);
    expect(isStopped({ navigationType: 'reload' })).toBe(false);
  });

  it('opens no window and no peer connection, whatever a later script tries', () => {
    const page = guardedPage();
    expect(page.open()).toBeNull();
    expect(page.RTCPeerConnection).toBeUndefined();
    expect(() => {
      page.open = () => 'again';
    }).toThrow(TypeError);
  });

  it('does nothing where a browser has no navigation API', () => {
    expect(() => closeWaysOut({ open: () => null } as unknown as Window & typeof globalThis)).not.toThrow();
  });
});
