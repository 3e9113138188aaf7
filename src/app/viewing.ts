import { SETTINGS_KEY, VIEW_KEY } from '../storage/schema.ts';
import type { Context } from './context.ts';
import type { Settings, View } from './state.ts';

/** What the user looks at, and how. */
export interface Viewing {
  /** Changes the view at once and stores it at once, or, while an earlier change is on its way, right behind that. */
  look(change: Partial<View>): void;
  /** Stores now what still waits behind an earlier change. */
  flush(): void;
  /** Forgets what has not been stored. */
  forget(): void;
  /** Changes settings; resolves when they are on disk. */
  set(change: Partial<Settings>): Promise<void>;
}

/** The part of the workspace that keeps view and settings. `mark` names what the browser's history shows. */
export function createViewing({ store, storage, patch }: Context, mark: () => object): Viewing {
  let isPending = false;
  let isWriting = false;
  return { look, flush, forget, set };

  function look(change: Partial<View>): void {
    // Before what is stored has been read, there is nothing to look at, and a write would wipe it out.
    if (!store.get().opened) return;
    patch({ view: { ...store.get().view, ...change } });
    isPending = true;
    if (!isWriting) void writeWhilePending();
  }

  /** Many changes that come while one is written are one write: dragging a slider does not queue up. */
  async function writeWhilePending(): Promise<void> {
    isWriting = true;
    while (isPending) await write();
    isWriting = false;
  }

  function flush(): void {
    if (isPending) void write();
  }

  function write(): Promise<void> {
    isPending = false;
    return storage.writeSoon([{ kind: 'put', key: VIEW_KEY, value: { ...store.get().view, ...mark() } }]);
  }

  function forget(): void {
    isPending = false;
  }

  async function set(change: Partial<Settings>): Promise<void> {
    patch({ settings: { ...store.get().settings, ...change } });
    await storage.write([{ kind: 'merge', key: SETTINGS_KEY, change }]);
  }
}
