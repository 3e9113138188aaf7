import { fragmentOf, viewAt } from './address.ts';
import type { AddressBar } from './address-bar.ts';
import type { Context } from './context.ts';
import type { View } from './state.ts';
import { readView } from './stored-state.ts';

/** Keeps the address and the view the same. */
export interface Addressing {
  /** The view to open with: the stored one, where the address does not name another; and whether it does. */
  arrive(stored: unknown): { readonly view: View; readonly byAddress: boolean };
  /** Names what is shown from now on. */
  begin(): void;
  /** What `change` does is a step of the user, which the back key takes back. */
  step(change: () => void): void;
  /** What is stored with the view, so that a reload knows it for its own: the entry, and the address that it bears. */
  mark(): { readonly entry: string; readonly address: string };
  /** Writes now what waits. */
  flush(): void;
}

/** Of a page without an address. */
const NO_BAR: AddressBar = {
  read: () => ({ fragment: '', kept: null }),
  replace() {},
  push() {},
  onMove() {},
};

/** In milliseconds: how long changes that are no step wait to be written together. */
const REST = 400;
/** Chromium takes 200 writings in 30 seconds; two a step, with what `REST` lets through, stay below. */
const SPAN = 30_000;
const STEPS_MOST = 50;

/**
 * The one place that joins the address with the view. A step puts an entry into the browser's history: to another screen,
 * to all versions and back, and what is said to be one; all else names the entry anew. `look` changes the view.
 */
export function createAddressing(
  { store, patch }: Pick<Context, 'store' | 'patch'>,
  look: (view: View) => void,
  bar: AddressBar = NO_BAR,
): Addressing {
  const opening = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
  let entries = 0;
  /** Names the entry of the history that is shown. */
  let entry = opening;
  /** The address as it was written last. */
  let address = '';
  let last: View = store.get().view;
  let isStep = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let steps: number[] = [];

  return {
    arrive(stored) {
      const { fragment, kept } = bar.read();
      const before = readView(stored);
      const [left, writer] = [keptOf(kept), keptOf(stored)];
      // What this very entry stored last is newer than its address, which waits to be written. A page that is loaded anew at
      // once may have lost what it kept there; then it is known by the address.
      const isOwn =
        left.entry === null
          ? writer.address === fragment && fragmentOf(before) !== fragment
          : writer.entry === left.entry;
      if (fragment === '' || isOwn) return { view: before, byAddress: false };
      const base = left.view === null ? before : readView(left.view);
      return { view: viewAt(fragment, base), byAddress: true };
    },
    begin() {
      last = store.get().view;
      write();
      store.subscribe(onChange);
      bar.onMove(onMove);
    },
    step(change) {
      isStep = true;
      change();
      isStep = false;
    },
    mark: () => ({ entry, address }),
    flush() {
      if (waiting !== undefined) write();
    },
  };

  function onChange(): void {
    const { view } = store.get();
    if (view === last) return;
    if (store.get().byAddress && hasGone(last, view)) patch({ byAddress: false });
    const hasStepped = isStep || view.screen !== last.screen || view.versions !== last.versions;
    if (hasStepped && fragmentOf(view) !== fragmentOf(last) && mayStep()) {
      if (waiting !== undefined) write();
      last = view;
      entry = `${opening}.${++entries}`;
      bar.push(written());
    } else {
      last = view;
      waiting ??= setTimeout(write, REST);
    }
  }

  function onMove(): void {
    clearTimeout(waiting);
    waiting = undefined;
    const { fragment, kept } = bar.read();
    const left = keptOf(kept);
    last = viewAt(fragment, left.view === null ? store.get().view : readView(left.view));
    entry = left.entry ?? `${opening}.${++entries}`;
    look(last);
    patch({ byAddress: true });
    write();
  }

  function write(): void {
    clearTimeout(waiting);
    waiting = undefined;
    bar.replace(written());
  }

  function written() {
    address = fragmentOf(last);
    return { fragment: address, kept: { entry, view: last } };
  }

  /** Whoever leans on a key makes no history. */
  function mayStep(): boolean {
    const now = Date.now();
    steps = steps.filter((each) => now - each < SPAN);
    if (steps.length >= STEPS_MOST) return false;
    steps.push(now);
    return true;
  }
}

/** Whether another thing is shown than the one that the address named. */
function hasGone(before: View, view: View): boolean {
  return (['screen', 'pair', 'document', 'boilerplate', 'picks'] as const).some(
    (name) => before[name] !== view[name],
  );
}

function keptOf(value: unknown): {
  readonly entry: string | null;
  readonly address: string | null;
  readonly view: unknown;
} {
  if (typeof value !== 'object' || value === null) return { entry: null, address: null, view: null };
  const { entry, address, view } = value as Record<string, unknown>;
  return {
    entry: typeof entry === 'string' ? entry : null,
    address: typeof address === 'string' ? address : null,
    view: view ?? null,
  };
}
