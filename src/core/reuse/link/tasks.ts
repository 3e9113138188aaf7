import { type Chains, PER_CHAIN } from './chains.ts';
import { grown } from '../grown.ts';
import { letGo } from '../let-go.ts';

/**
 * Pairs of contents worth an alignment, with the chains that say where, as plain numbers: so they are kept without an
 * object each, and go to another worker as they are. A task is the two contents, the number of chains, and six numbers a
 * chain.
 */
export interface Tasks {
  readonly count: number;
  add(x: number, y: number, chains: Chains): void;
  /** The numbers of the tasks, those first that have most in common; the rest by the order in which they came. */
  heaviestFirst(): Uint32Array;
  /** Copies tasks one behind the other, so that `readTasks` can read them. */
  pack(numbers: ArrayLike<number>): Int32Array<ArrayBuffer>;
  /** They are done. */
  letGo(): void;
}

/** One task, unpacked. */
export interface Task {
  readonly x: number;
  readonly y: number;
  readonly chains: readonly TaskChain[];
}

/** What an alignment needs of a chain. */
export interface TaskChain {
  readonly xStart: number;
  readonly xEnd: number;
  readonly yStart: number;
  readonly yEnd: number;
  /** The least and the greatest diagonal, y − x. */
  readonly low: number;
  readonly high: number;
}

const HEAD = 3;
/** Tasks are put in order by how much they have in common up to this, in folded characters. */
const HEAVIEST = 1_000;

/** No tasks. */
export function createTasks(): Tasks {
  let numbers = new Int32Array(1 << 10);
  let length = 0;
  let starts = new Uint32Array(1 << 8);
  let heaviness = new Uint16Array(1 << 8);
  let count = 0;

  return {
    get count() {
      return count;
    },
    add(x, y, chains) {
      const end = length + HEAD + PER_CHAIN * chains.count;
      if (numbers.length < end) numbers = grown(numbers, new Int32Array(2 * end));
      if (starts.length < count + 2) {
        starts = grown(starts, new Uint32Array(2 * starts.length));
        heaviness = grown(heaviness, new Uint16Array(2 * heaviness.length));
      }
      starts[count] = length;
      numbers[length] = x;
      numbers[length + 1] = y;
      numbers[length + 2] = chains.count;
      numbers.set(chains.spans.subarray(0, PER_CHAIN * chains.count), length + HEAD);
      let covered = 0;
      for (let chain = 0; chain < chains.count; chain++) covered += chains.covered[chain] as number;
      heaviness[count] = Math.min(HEAVIEST, covered);
      length = end;
      starts[++count] = length;
    },
    heaviestFirst() {
      // A counting sort: there are few degrees of heaviness.
      const next = new Uint32Array(HEAVIEST + 2);
      for (let task = 0; task < count; task++) next[HEAVIEST - (heaviness[task] as number) + 1]!++;
      for (let i = 1; i < next.length; i++) next[i]! += next[i - 1] as number;
      const order = new Uint32Array(count);
      for (let task = 0; task < count; task++) order[next[HEAVIEST - (heaviness[task] as number)]!++] = task;
      return order;
    },
    pack(tasks) {
      let room = 0;
      for (let i = 0; i < tasks.length; i++) room += sizeOf(tasks[i] as number);
      const packed = new Int32Array(room);
      let at = 0;
      for (let i = 0; i < tasks.length; i++) {
        const task = tasks[i] as number;
        packed.set(numbers.subarray(starts[task], starts[task + 1]), at);
        at += sizeOf(task);
      }
      return packed;
    },
    letGo() {
      for (const list of [numbers, starts, heaviness]) letGo(list);
      count = 0;
    },
  };

  function sizeOf(task: number): number {
    return (starts[task + 1] as number) - (starts[task] as number);
  }
}

/** Unpacks tasks one by one. */
export function* readTasks(packed: Int32Array): Generator<Task> {
  for (let at = 0; at < packed.length;) {
    const chains: TaskChain[] = [];
    const end = at + HEAD + PER_CHAIN * (packed[at + 2] as number);
    for (let i = at + HEAD; i < end; i += PER_CHAIN) {
      chains.push({
        xStart: packed[i] as number,
        xEnd: packed[i + 1] as number,
        yStart: packed[i + 2] as number,
        yEnd: packed[i + 3] as number,
        low: packed[i + 4] as number,
        high: packed[i + 5] as number,
      });
    }
    yield { x: packed[at] as number, y: packed[at + 1] as number, chains };
    at = end;
  }
}

/**
 * Makes packed tasks those of another text: `placeOf` gives the number that a content has there, and how much less its
 * positions are.
 */
export function moveTasks(
  packed: Int32Array,
  placeOf: (content: number) => { readonly number: number; readonly shift: number },
): void {
  for (let at = 0; at < packed.length;) {
    const x = placeOf(packed[at] as number);
    const y = placeOf(packed[at + 1] as number);
    const end = at + HEAD + PER_CHAIN * (packed[at + 2] as number);
    packed[at] = x.number;
    packed[at + 1] = y.number;
    for (let i = at + HEAD; i < end; i += PER_CHAIN) {
      packed[i]! -= x.shift;
      packed[i + 1]! -= x.shift;
      packed[i + 2]! -= y.shift;
      packed[i + 3]! -= y.shift;
      packed[i + 4]! += x.shift - y.shift;
      packed[i + 5]! += x.shift - y.shift;
    }
    at = end;
  }
}
