import { SETTINGS_KEY, VIEW_KEY } from '../storage/schema.ts';
import type { Context } from './context.ts';
import type { Settings, View } from './state.ts';

/** What the user looks at, and how. */
export interface Viewing {
  /** Changes the view at once, and stores it: a first change at once, too, those that follow it when they have rested. */
  look(change: Partial<View>): void;
  /** Stores now what has not rested yet. */
  flush(): void;
  /** Forgets what has not been stored. */
  forget(): void;
  /** Changes settings; resolves when they are on disk. */
  set(change: Partial<Settings>): Promise<void>;
}

/** In milliseconds: scrolling changes the view with every frame, and only where it ends is worth a write. */
const REST = 300;

/** The part of the workspace that keeps view and settings. */
export function createViewing({ store, storage, patch }: Context): Viewing {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPending = false;
  return { look, flush, forget, set };

  function look(change: Partial<View>): void {
    // Before what is stored has been read, there is nothing to look at, and a write would wipe it out.
    if (!store.get().opened) return;
    patch({ view: { ...store.get().view, ...change } });
    isPending = true;
    if (timer === undefined) write();
    clearTimeout(timer);
    timer = setTimeout(flush, REST);
  }

  function flush(): void {
    if (isPending) write();
    forget();
  }

  function write(): void {
    isPending = false;
    void storage.writeSoon([{ kind: 'put', key: VIEW_KEY, value: store.get().view }]);
  }

  function forget(): void {
    clearTimeout(timer);
    timer = undefined;
    isPending = false;
  }

  async function set(change: Partial<Settings>): Promise<void> {
    patch({ settings: { ...store.get().settings, ...change } });
    await storage.write([{ kind: 'merge', key: SETTINGS_KEY, change }]);
  }
}
