import { createAlignmentWriter, type PackedAlignments } from './alignments.ts';
import type { Contents, Range, SharedText } from '../contents/contents.ts';
import type { Pace } from '../pace.ts';
import { readTasks, type Tasks } from '../link/tasks.ts';
import { createTiler, type FoldedText } from './tiles.ts';

/** Somebody who aligns tasks beside us, on another core. It answers between two steps, never within one. */
export interface Assistant {
  /** The folded text that its tasks are about; before any task. */
  begin(text: SharedText): void;
  /** How many tasks were given and not yet answered. */
  readonly waiting: number;
  give(tasks: Int32Array<ArrayBuffer>, count: number): void;
  /** What was answered since the last time. */
  take(): readonly PackedAlignments[];
  /** There are no more tasks: it may forget the text. */
  end(): void;
}

/** Tasks in a batch of our own. */
const BATCH = 100;
/** Tasks that an assistant is given at a time, and how many it has to do at most: enough until we hear it again. */
const GIVEN = 500;
const GIVEN_AHEAD = 1_500;

/** How many of all tasks are done, and what they gave so far. */
export interface AlignProgress {
  readonly done: number;
  readonly soFar: readonly PackedAlignments[];
  /** Whether nothing goes on before the assistant answers. */
  readonly isWaiting: boolean;
}

/** Aligns tasks, the heaviest first, together with an assistant where there is one: the same alignments, in another order. */
export function* alignTasks(
  tasks: Tasks,
  contents: Contents,
  pace: Pace,
  assistant: Assistant | null,
): Generator<AlignProgress, readonly PackedAlignments[]> {
  const order = tasks.heaviestFirst();
  const alignments: PackedAlignments[] = [];
  const tiler = createTiler(contents, pace);
  const writer = createAlignmentWriter();
  const other = order.length > GIVEN_AHEAD ? assistant : null;
  other?.begin(contents.share());
  let next = 0;
  const done = () => (next - (other?.waiting ?? 0)) / order.length;
  do {
    if (other !== null) next = handOut(other, tasks, order, next);
    const batch = order.subarray(next, next + BATCH);
    next += batch.length;
    for (const task of readTasks(tasks.pack(batch))) {
      writer.add({ x: task.x, y: task.y, tiles: tiler.tile(task) });
      if (pace.isDue()) yield { done: done(), soFar: alignments, isWaiting: false };
    }
    if (batch.length > 0) alignments.push(writer.take());
    if (other !== null) alignments.push(...other.take());
    if (batch.length === 0 && order.length > 0) yield { done: done(), soFar: alignments, isWaiting: true };
  } while (next < order.length || isAwaited(other));
  if (other !== null) {
    alignments.push(...other.take());
    other.end();
  }
  return alignments;
}

function isAwaited(other: Assistant | null): boolean {
  return other !== null && other.waiting > 0;
}

/** Gives an assistant tasks from number `next` on, as many as it should have ahead; tells which number is the next. */
function handOut(other: Assistant, tasks: Tasks, order: Uint32Array, next: number): number {
  let given = next;
  while (given < order.length && other.waiting < GIVEN_AHEAD) {
    const batch = order.subarray(given, given + GIVEN);
    other.give(tasks.pack(batch), batch.length);
    given += batch.length;
  }
  return given;
}

/** What an assistant does with a batch. Linear in the edits of its tasks. */
export function alignBatch(tasks: Int32Array, text: FoldedText, pace: Pace): PackedAlignments {
  const tiler = createTiler(text, pace);
  const writer = createAlignmentWriter();
  for (const task of readTasks(tasks)) writer.add({ x: task.x, y: task.y, tiles: tiler.tile(task) });
  return writer.take();
}

/** Shared text as what tasks are aligned in. */
export function foldedTextOf({ codes, marks, starts }: SharedText): FoldedText {
  return {
    codes,
    marks,
    rangeOf: (content): Range => ({
      start: starts[content] as number,
      end: (starts[content + 1] as number) - 1,
    }),
  };
}
