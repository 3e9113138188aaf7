import { changeOf, withChanges, type DecisionChange } from '../core/review/change.ts';
import type { Saying } from '../core/review/group-decisions.ts';
import type { Step } from '../storage/journal.ts';
import { amendDecision } from '../storage/schema.ts';
import type { Reach } from './commands.ts';
import type { Context } from './context.ts';
import type { History } from './history.ts';
import type { Neighbours } from './neighbours.ts';

/** What the user says about pairs. Each promise resolves when it is on disk, and the state shows it only then. */
export interface Deciding {
  /** Says something of pairs as one step; `visit` names a stretch of typing, which is one step however often it is stored. */
  say(all: readonly Saying[], reach: Reach, visit?: string): Promise<void>;
  /**
   * Changes decisions to undo or redo, together with `also`, and calls `show` when that is on disk, so that all is drawn
   * once. What somebody else said since of the same pair stays.
   */
  put(changes: readonly DecisionChange[], also: Step, show: () => void): Promise<void>;
}

/** The part of the workspace that decides. Its calls must not overlap. */
export function createDeciding(context: Context, history: History, neighbours: Neighbours): Deciding {
  const { store, storage, patch } = context;
  return {
    say: (all, reach, visit) =>
      history.inTurn(async (write) => {
        const { decisions } = store.get();
        const changes = all.flatMap(({ pair, fields }) => changeOf(pair, decisions.get(pair), fields) ?? []);
        if (changes.length === 0) return;
        const step = changes.map((change) => amendDecision(change, false));
        const heard = await write({ kind: 'decide', reach, changes }, step, visit);
        patch({ decisions: withChanges(store.get().decisions, changes, false) });
        neighbours.tell({ heard, changes, isGuarded: false });
      }),

    put: (changes, also, show) =>
      history.inTurn(async () => {
        await storage.write([...changes.map((change) => amendDecision(change, true)), ...also]);
        patch({ decisions: withChanges(store.get().decisions, changes, true) });
        show();
      }),
  };
}
