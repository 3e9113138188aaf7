import type { Assistant } from '../core/reuse/align/align.ts';
import type { PackedAlignments } from '../core/reuse/align/alignments.ts';
import { alignBatch, type Batch, buffersOf } from '../core/reuse/align/batch.ts';
import {
  buffersOf as buffersOfGrams,
  createGramCounter,
  type GramOrder,
} from '../core/reuse/contents/gram-counter.ts';
import type { GramTable } from '../core/reuse/contents/rarity.ts';
import { letGo } from '../core/reuse/let-go.ts';
import { createPace } from '../core/reuse/pace.ts';

/**
 * Two workers share the counting and the alignments of a detection: the one that detects gives speeches and batches of tasks
 * to the other and takes what comes back. They talk over a port of their own, in plain numbers that are moved and not copied.
 */

/** What the detecting worker sends. `round` numbers the alignments, or the counts: answers to what was begun earlier are void. */
type Order =
  | { readonly kind: 'align'; readonly round: number; readonly batch: Batch; readonly count: number }
  | { readonly kind: 'count'; readonly round: number; readonly grams: GramOrder };

/** What the assistant sends back. */
type Answer =
  | {
      readonly kind: 'aligned';
      readonly round: number;
      readonly count: number;
      readonly alignments: PackedAlignments;
    }
  | { readonly kind: 'counted'; readonly round: number; readonly table: GramTable };

/** The assistant at the other end of `port`, as the detecting worker sees it. */
export function createAssistant(port: MessagePort): Assistant {
  let round = 0;
  let waiting = 0;
  let answers: PackedAlignments[] = [];
  let countRound = 0;
  let table: GramTable | null = null;
  port.onmessage = ({ data }: MessageEvent<Answer>) => {
    if (data.kind === 'counted') {
      if (data.round === countRound) ({ table } = data);
      return;
    }
    if (data.round !== round) return;
    waiting -= data.count;
    answers.push(data.alignments);
  };
  return {
    get waiting() {
      return waiting;
    },
    begin() {
      round++;
      waiting = 0;
      answers = [];
    },
    give(batch, count) {
      waiting += count;
      send({ kind: 'align', round, batch, count }, buffersOf(batch));
    },
    take() {
      const taken = answers;
      answers = [];
      return taken;
    },
    count(grams) {
      if (grams.bits !== null) {
        countRound++;
        table = null;
      }
      send({ kind: 'count', round: countRound, grams }, buffersOfGrams(grams));
    },
    counted() {
      const taken = table;
      table = null;
      return taken;
    },
  };

  function send(order: Order, moved: Transferable[]): void {
    port.postMessage(order, moved);
  }
}

/** Makes this worker the assistant at its end of `port`; `begin` is called when there is work. */
export function assist(port: MessagePort, begin: () => void): void {
  const pace = createPace();
  const count = createGramCounter();
  port.onmessage = ({ data }: MessageEvent<Order>) => {
    begin();
    const { round } = data;
    if (data.kind === 'count') {
      const table = count(data.grams);
      if (table !== null) answer({ kind: 'counted', round, table }, [table.cells.buffer]);
      return;
    }
    const alignments = alignBatch(data.batch, pace);
    for (const buffer of buffersOf(data.batch)) letGo({ buffer });
    answer({ kind: 'aligned', round, count: data.count, alignments }, [alignments.buffer]);
  };

  function answer(given: Answer, moved: Transferable[]): void {
    port.postMessage(given, moved);
  }
}
