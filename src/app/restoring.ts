import type { BoilerplateId } from '../core/reuse/pair.ts';
import { putRestored } from '../storage/schema.ts';
import type { History } from './commands.ts';
import type { Context } from './context.ts';
import { withMark } from './with-mark.ts';

/** Boilerplate that is a finding after all. Each promise resolves when it is on disk, and the state shows it only then. */
export interface Restoring {
  /** Takes boilerplate back among the findings, or sets it apart again. */
  set(id: BoilerplateId, isRestored: boolean): Promise<void>;
  /** As `set`, to undo one. */
  putBack(id: BoilerplateId, isRestored: boolean): Promise<void>;
}

/** The part of the workspace that takes boilerplate back. Its calls must not overlap. */
export function createRestoring({ store, storage, patch }: Context, history: History): Restoring {
  return {
    async set(id, isRestored) {
      const before = store.get().restored.has(id);
      if (before === isRestored) return;
      await write(id, isRestored);
      history.push({ kind: 'restored', boilerplate: id, before });
    },
    putBack: write,
  };

  async function write(id: BoilerplateId, isRestored: boolean): Promise<void> {
    await storage.write([putRestored(id, isRestored)]);
    patch({ restored: withMark(store.get().restored, id, isRestored) });
  }
}
