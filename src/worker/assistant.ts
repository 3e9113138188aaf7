import { alignBatch, type Assistant, foldedTextOf } from '../core/reuse/align/align.ts';
import type { PackedAlignments } from '../core/reuse/align/alignments.ts';
import type { SharedText } from '../core/reuse/contents/contents.ts';
import { createPace } from '../core/reuse/pace.ts';
import type { FoldedText } from '../core/reuse/align/tiles.ts';

/**
 * Two workers share the alignments of a detection: the one that detects gives batches of tasks to the other and takes
 * what comes back. They talk over a port of their own, in plain numbers that are moved and not copied.
 */

/** What the detecting worker sends. `round` numbers the detections: answers that belong to an earlier one are void. */
type Order =
  | { readonly kind: 'text'; readonly round: number; readonly text: SharedText }
  | {
      readonly kind: 'tasks';
      readonly round: number;
      readonly tasks: Int32Array<ArrayBuffer>;
      readonly count: number;
    }
  /** Lets go of the text. */
  | { readonly kind: 'end' };

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
    begin(text) {
      round++;
      waiting = 0;
      answers = [];
      send({ kind: 'text', round, text }, [text.codes.buffer, text.marks.buffer, text.starts.buffer]);
    },
    give(tasks, count) {
      waiting += count;
      send({ kind: 'tasks', round, tasks, count }, [tasks.buffer]);
    },
    take() {
      const taken = answers;
      answers = [];
      return taken;
    },
    end() {
      send({ kind: 'end' }, []);
    },
  };

  function send(order: Order, moved: Transferable[]): void {
    port.postMessage(order, moved);
  }
}

/** Makes this worker the assistant at its end of `port`; `begin` is called when there is work. */
export function assist(port: MessagePort, begin: () => void): void {
  let text: FoldedText | null = null;
  let round = 0;
  const pace = createPace();
  port.onmessage = ({ data }: MessageEvent<Order>) => {
    if (data.kind === 'text') {
      begin();
      round = data.round;
      text = foldedTextOf(data.text);
      return;
    }
    if (data.kind === 'end') {
      text = null;
      return;
    }
    if (text === null || data.round !== round) return;
    const alignments = alignBatch(data.tasks, text, pace);
    const answer: Answer = { round, count: data.count, alignments };
    port.postMessage(answer, [alignments.buffer]);
  };
}
