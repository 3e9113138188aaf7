import type { Assistant } from '../core/reuse/align/align.ts';
import type { PackedAlignments } from '../core/reuse/align/alignments.ts';
import { alignBatch, type Batch, buffersOf } from '../core/reuse/align/batch.ts';
import { createPace } from '../core/reuse/pace.ts';

/**
 * Two workers share the alignments of a detection: the one that detects gives batches of tasks to the other and takes
 * what comes back. They talk over a port of their own, in plain numbers that are moved and not copied.
 */

/** What the detecting worker sends. `round` numbers the detections: answers that belong to an earlier one are void. */
interface Order {
  readonly round: number;
  readonly batch: Batch;
  readonly count: number;
}

/** What the assistant sends back. */
interface Answer {
  readonly round: number;
  readonly count: number;
  readonly alignments: PackedAlignments;
}

/** The assistant at the other end of `port`, as the detecting worker sees it. */
export function createAssistant(port: MessagePort): Assistant {
  let round = 0;
  let waiting = 0;
  let answers: PackedAlignments[] = [];
  port.onmessage = ({ data }: MessageEvent<Answer>) => {
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
      const order: Order = { round, batch, count };
      port.postMessage(order, buffersOf(batch));
    },
    take() {
      const taken = answers;
      answers = [];
      return taken;
    },
  };
}

/** Makes this worker the assistant at its end of `port`. */
export function assist(port: MessagePort): void {
  const pace = createPace();
  port.onmessage = ({ data: { round, batch, count } }: MessageEvent<Order>) => {
    const alignments = alignBatch(batch, pace);
    const answer: Answer = { round, count, alignments };
    port.postMessage(answer, [alignments.buffer]);
  };
}
