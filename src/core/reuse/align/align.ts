import { createAlignmentWriter, type PackedAlignments } from './alignments.ts';
import { type Batch, batchOf } from './batch.ts';
import type { Contents } from '../contents/contents.ts';
import type { GramCounter } from '../contents/gram-counter.ts';
import type { Pace } from '../pace.ts';
import { readTasks, type Tasks } from '../link/tasks.ts';
import { createTiler } from './tiles.ts';

/** Somebody who aligns tasks beside us, and counts, on another core. It answers between two steps, never within one. */
export interface Assistant extends GramCounter {
  /** What was given before and not yet answered is of no more interest. */
  begin(): void;
  /** How many tasks were given and not yet answered. */
  readonly waiting: number;
  /** Gives it so many tasks. */
  give(batch: Batch, count: number): void;
  /** What was answered since the last time. */
  take(): readonly PackedAlignments[];
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
  other?.begin();
  let next = 0;
  const done = () => (next - (other?.waiting ?? 0)) / order.length;
  do {
    if (other !== null) next = handOut(other, tasks, contents, order, next);
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
  if (other !== null) alignments.push(...other.take());
  return alignments;
}

function isAwaited(other: Assistant | null): boolean {
  return other !== null && other.waiting > 0;
}

/** Gives an assistant tasks from number `next` on, as many as it should have ahead; tells which number is the next. */
function handOut(
  other: Assistant,
  tasks: Tasks,
  contents: Contents,
  order: Uint32Array,
  next: number,
): number {
  let given = next;
  while (given < order.length && other.waiting < GIVEN_AHEAD) {
    const batch = order.subarray(given, given + GIVEN);
    other.give(batchOf(tasks.pack(batch), contents), batch.length);
    given += batch.length;
  }
  return given;
}
