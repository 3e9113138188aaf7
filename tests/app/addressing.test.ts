import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AddressBar, Entry } from '../../src/app/address-bar.ts';
import { createAddressing } from '../../src/app/addressing.ts';
import { INITIAL_STATE, type AppState, type View } from '../../src/app/state.ts';
import { createStore } from '../../src/app/store.ts';
import { DEFAULT_FILTER } from '../../src/core/review/filter.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A browser's history in one tab. */
function madeBar(fragment = '') {
  const entries: Entry[] = [{ fragment, kept: null }];
  let at = 0;
  let writings = 0;
  const listeners: (() => void)[] = [];
  const bar: AddressBar = {
    read: () => entries[at] as Entry,
    replace(entry) {
      writings++;
      entries[at] = structuredClone(entry);
    },
    push(entry) {
      writings++;
      entries.length = ++at;
      entries.push(structuredClone(entry));
    },
    onMove: (listener) => listeners.push(listener),
  };
  return {
    bar,
    go(by: number) {
      at += by;
      for (const listener of listeners) listener();
    },
    follow(link: string) {
      entries.length = ++at;
      entries.push({ fragment: link, kept: null });
      for (const listener of listeners) listener();
    },
    fragments: () => entries.map((entry) => entry.fragment),
    writings: () => writings,
  };
}

/** A page as it opens in a tab: over what was stored, with that tab's history. */
function opened(bar: AddressBar, stored: unknown = null) {
  const store = createStore<AppState>(INITIAL_STATE);
  const patch = (change: Partial<AppState>) => store.set({ ...store.get(), ...change });
  const look = (change: Partial<View>) => patch({ view: { ...store.get().view, ...change } });
  const addressing = createAddressing({ store, patch }, look, bar);
  patch({ ...addressing.arrive(stored), opened: true });
  addressing.begin();
  return {
    look,
    step: (change: Partial<View>) => addressing.step(() => look(change)),
    flush: addressing.flush,
    view: () => store.get().view,
    byAddress: () => store.get().byAddress,
    stored: () => ({ ...store.get().view, ...addressing.mark() }),
  };
}

describe('the history', () => {
  it('has an entry for each step, and none for walking and typing, which wait to be written together', () => {
    const tab = madeBar();
    const page = opened(tab.bar);
    expect(tab.fragments()).toEqual(['compare']);
    page.look({ pair: 'a' });
    page.look({ pair: 'b', difference: 2 });
    expect(tab.fragments()).toEqual(['compare']);
    vi.runAllTimers();
    expect(tab.fragments()).toEqual(['compare/pair/b?difference=2']);
    page.look({ filter: { ...DEFAULT_FILTER, query: '调度' } });
    page.look({ screen: 'boilerplate' });
    page.step({ boilerplate: 'x' });
    page.step({ boilerplate: 'x' });
    expect(tab.fragments()).toEqual([
      'compare/pair/b?difference=2&find=%E8%B0%83%E5%BA%A6',
      'boilerplate',
      'boilerplate/x',
    ]);
  });

  it('leads back to each view as it was left, with what its address does not name', () => {
    const tab = madeBar();
    const page = opened(tab.bar);
    page.look({ pair: 'a', listTop: 500, compareTop: 60 });
    page.step({ pair: 'b', compareTop: 0 });
    page.look({ listTop: 900, screen: 'overview' });
    tab.go(-1);
    expect(page.view()).toMatchObject({ screen: 'compare', pair: 'b', compareTop: 0 });
    tab.go(-1);
    expect(page.view()).toMatchObject({ screen: 'compare', pair: 'a', compareTop: 60, listTop: 500 });
    tab.go(2);
    expect(page.view()).toMatchObject({ screen: 'overview', listTop: 900 });
    vi.runAllTimers();
    expect(tab.fragments()).toEqual(['compare/pair/a', 'compare/pair/b', 'overview']);
  });

  it('follows a link within the page, and says so until the user goes elsewhere', () => {
    const tab = madeBar();
    const page = opened(tab.bar);
    page.look({ pair: 'a', difference: 3, compareTop: 50 });
    vi.runAllTimers();
    expect(page.byAddress()).toBe(false);
    tab.follow('compare/pair/z');
    expect(page.view()).toMatchObject({ pair: 'z', difference: 0, compareTop: 0 });
    expect(page.byAddress()).toBe(true);
    page.look({ listTop: 7 });
    expect(page.byAddress()).toBe(true);
    page.look({ pair: 'y' });
    expect(page.byAddress()).toBe(false);
  });

  it('is not filled by whoever leans on a key', () => {
    const tab = madeBar();
    const page = opened(tab.bar);
    for (let press = 0; press < 900; press++) {
      page.look({ screen: press % 2 === 0 ? 'overview' : 'compare' });
      page.look({ listTop: press });
      vi.advanceTimersByTime(33);
    }
    expect(tab.writings()).toBeLessThan(200);
    vi.advanceTimersByTime(30_000);
    page.look({ screen: 'documents' });
    expect(tab.fragments().at(-1)).toBe('documents');
  });
});

describe('a new opening', () => {
  it('takes a link before what was stored, but keeps what the link cannot name', () => {
    const page = opened(madeBar('documents/d/12').bar, { screen: 'overview', pair: 'p', listTop: 40 });
    expect(page.view()).toMatchObject({ screen: 'documents', document: 'd', documentAt: 12, pair: 'p' });
    expect(page.byAddress()).toBe(true);
  });

  it('takes what was stored where the address says nothing, or is its own and older', () => {
    expect(opened(madeBar().bar, { screen: 'overview' }).view().screen).toBe('overview');
    const tab = madeBar();
    const before = opened(tab.bar);
    before.look({ pair: 'a' });
    // Reloaded before the address was written.
    const after = opened(tab.bar, before.stored());
    expect(after.view().pair).toBe('a');
    expect(after.byAddress()).toBe(false);
  });

  it('knows its own address, which waits to be written, where the browser lost what was kept with it', () => {
    const tab = madeBar();
    const before = opened(tab.bar);
    before.look({ filter: { ...DEFAULT_FILTER, query: '调度' } });
    const [address] = tab.fragments();
    expect(opened(madeBar(address).bar, before.stored()).view().filter.query).toBe('调度');
    expect(opened(madeBar('compare/pair/z').bar, before.stored()).view()).toMatchObject({
      pair: 'z',
      filter: { query: '' },
    });
    // Nothing waits: the same address is a link like any other.
    before.look({ screen: 'overview' });
    before.look({ screen: 'compare', filter: DEFAULT_FILTER });
    before.flush();
    expect(opened(madeBar('compare').bar, before.stored()).byAddress()).toBe(true);
  });

  it('takes its own address where another tab has stored a view since', () => {
    const [one, other] = [madeBar(), madeBar()];
    const first = opened(one.bar);
    first.look({ screen: 'overview', overviewTop: 300 });
    first.look({ overviewTop: 400 });
    first.flush();
    const second = opened(other.bar, first.stored());
    second.look({ screen: 'draft' });
    const again = opened(one.bar, second.stored());
    expect(again.view()).toMatchObject({ screen: 'overview', overviewTop: 400 });
    expect(opened(other.bar, second.stored()).view().screen).toBe('draft');
  });
});
