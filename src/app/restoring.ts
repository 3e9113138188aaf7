import type { BoilerplateId } from '../core/reuse/pair.ts';
import type { Step } from '../storage/journal.ts';
import { putRestored } from '../storage/schema.ts';
import type { Context } from './context.ts';
import type { History } from './history.ts';
import { withMark } from './with-mark.ts';

/** Boilerplate that is a finding after all. Each promise resolves when it is on disk, and the state shows it only then. */
export interface Restoring {
  /** Takes boilerplate back among the findings, or sets it apart again. */
  set(id: BoilerplateId, isRestored: boolean): Promise<void>;
  /** As `set`, to undo or redo one, together with `also`. */
  putBack(id: BoilerplateId, isRestored: boolean, also: Step): Promise<void>;
}

/** The part of the workspace that takes boilerplate back. Its calls must not overlap. */
export function createRestoring({ store, storage, patch }: Context, history: History): Restoring {
  return {
    async set(id, isRestored) {
      if (store.get().restored.has(id) === isRestored) return;
      await history.write({ kind: 'restored', boilerplate: id, isRestored }, [putRestored(id, isRestored)]);
      show(id, isRestored);
    },
    async putBack(id, isRestored, also) {
      await storage.write([putRestored(id, isRestored), ...also]);
      show(id, isRestored);
    },
  };

  function show(id: BoilerplateId, isRestored: boolean): void {
    patch({ restored: withMark(store.get().restored, id, isRestored) });
  }
}
