import type { PairId } from '../core/reuse/pair.ts';
import {
  emptyDecision,
  isEmptyDecision,
  isSameDecision,
  type Decision,
  type Judgement,
} from '../core/review/decision.ts';
import { putDecision } from '../storage/schema.ts';
import type { History } from './commands.ts';
import type { Context } from './context.ts';

/** What the user says about pairs. Each promise resolves when it is on disk, and the state shows it only then. */
export interface Deciding {
  judge(pair: PairId, judgement: Judgement | null): Promise<void>;
  note(pair: PairId, note: string): Promise<void>;
  /** Puts an earlier decision back. */
  restore(decision: Decision): Promise<void>;
}

/** The part of the workspace that decides. Its calls must not overlap. */
export function createDeciding({ store, storage, patch }: Context, history: History): Deciding {
  return {
    judge: (pair, judgement) => change({ ...current(pair), judgement }),
    note: (pair, note) => change({ ...current(pair), note }),
    restore: write,
  };

  function current(pair: PairId): Decision {
    return store.get().decisions.get(pair) ?? emptyDecision(pair);
  }

  async function change(decision: Decision): Promise<void> {
    const before = current(decision.pair);
    if (isSameDecision(before, decision)) return;
    await write(decision);
    history.push({ kind: 'decide', before });
  }

  async function write(decision: Decision): Promise<void> {
    await storage.write([putDecision(decision)]);
    const decisions = new Map(store.get().decisions);
    if (isEmptyDecision(decision)) decisions.delete(decision.pair);
    else decisions.set(decision.pair, decision);
    patch({ decisions });
  }
}
