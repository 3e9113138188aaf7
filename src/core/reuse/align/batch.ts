import type { Contents, Range } from '../contents/contents.ts';
import { moveTasks, readTasks } from '../link/tasks.ts';
import type { Pace } from '../pace.ts';
import { createAlignmentWriter, type PackedAlignments } from './alignments.ts';
import type { Runs } from './disjoint.ts';
import { createTiler } from './tiles.ts';

/**
 * Tasks with the text that they are about, for another thread: the text of all would be as much again as this thread has.
 * In it contents are numbered from 0 and stand at other positions than in `Contents`.
 */
export interface Batch {
  readonly tasks: Int32Array<ArrayBuffer>;
  /** Folded characters and what is known of them. A separator stands before the first content and behind each. */
  readonly codes: Uint16Array<ArrayBuffer>;
  readonly marks: Uint8Array<ArrayBuffer>;
  /** By content of the batch: where it starts; one entry more than there are contents. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** By content of the batch: its number here, and how much farther on it stands here. */
  readonly contents: Uint32Array<ArrayBuffer>;
  readonly shifts: Int32Array<ArrayBuffer>;
}

/** What of a batch can be moved to another thread. */
export function buffersOf({ tasks, codes, marks, starts, contents, shifts }: Batch): ArrayBuffer[] {
  return [tasks, codes, marks, starts, contents, shifts].map(({ buffer }) => buffer);
}

/** A batch of packed tasks, which it takes over. Linear in their texts. */
export function batchOf(tasks: Int32Array<ArrayBuffer>, contents: Contents): Batch {
  const numbers = new Map<number, number>();
  const starts = [1];
  moveTasks(tasks, (content) => {
    let number = numbers.get(content);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(content, number);
      starts.push((starts[number] as number) + contents.sizeOf(content) + 1);
    }
    return { number, shift: contents.startOf(content) - (starts[number] as number) };
  });
  const length = starts[numbers.size] as number;
  const codes = new Uint16Array(length);
  const marks = new Uint8Array(length);
  const shifts = new Int32Array(numbers.size);
  for (const [content, number] of numbers) {
    const { start, end } = contents.rangeOf(content);
    const to = starts[number] as number;
    codes.set(contents.codes.subarray(start, end), to);
    marks.set(contents.marks.subarray(start, end), to);
    shifts[number] = start - to;
  }
  return {
    tasks,
    codes,
    marks,
    starts: Uint32Array.from(starts),
    contents: Uint32Array.from(numbers.keys()),
    shifts,
  };
}

/** Aligns a batch; what it gives is of the contents as they were when the batch was made. Linear in the edits of its tasks. */
export function alignBatch(
  { tasks, codes, marks, starts, contents, shifts }: Batch,
  pace: Pace,
): PackedAlignments {
  const rangeOf = (content: number): Range => ({
    start: starts[content] as number,
    end: (starts[content + 1] as number) - 1,
  });
  const tiler = createTiler({ codes, marks, rangeOf }, pace);
  const writer = createAlignmentWriter();
  for (const task of readTasks(tasks)) {
    const tiles = moved(tiler.tile(task), shifts[task.x] as number, shifts[task.y] as number);
    writer.add({ x: contents[task.x] as number, y: contents[task.y] as number, tiles });
  }
  return writer.take();
}

function moved(tiles: readonly Runs[], shiftX: number, shiftY: number): readonly Runs[] {
  return tiles.map((runs) => runs.map(({ x, y, length }) => ({ x: x + shiftX, y: y + shiftY, length })));
}
