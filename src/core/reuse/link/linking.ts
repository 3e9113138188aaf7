import type { PackedAlignments } from '../align/alignments.ts';
import { linkContents } from './anchors.ts';
import type { Contents } from '../contents/contents.ts';
import { letGo } from '../let-go.ts';
import type { Pace } from '../pace.ts';
import { repeatedShingles } from './occurrences.ts';
import type { ShingleRule } from './shingles.ts';
import type { Tasks } from './tasks.ts';

/** What must be aligned so that the alignments are those of the contents as they are now. */
export interface Linking {
  readonly tasks: Tasks;
  /** Shingles that stand in so many places that not all were paired with all. */
  readonly frequent: number;
  /** Whether an alignment from before still holds. */
  isKept(x: number, y: number): boolean;
}

/** What was linked before. */
export interface Linked {
  readonly contents: Contents;
  readonly alignments: readonly PackedAlignments[];
  readonly frequent: number;
  /** Whether the alignments hold all that a content shares with others that are linked. */
  readonly isLinked: (content: number) => boolean;
  /** The contents that are linked, in order. */
  readonly linkedOrder: Uint32Array;
}

/** Above this share of characters that came or went, looking at everything anew is less work. */
const CHANGED_SHARE = 0.5;

/** Links all contents, which stand in `order`, with each other, as if none had been linked before. */
export function* linkAll(
  contents: Contents,
  order: Uint32Array,
  rule: ShingleRule,
  pace: Pace,
): Generator<void, Linking> {
  const occurrences = yield* repeatedShingles(contents, order, rule);
  const tasks = yield* linkContents(contents, occurrences, rule, () => true, pace);
  for (const list of [occurrences.positions, occurrences.byShingle, occurrences.before]) letGo(list);
  return { tasks, frequent: occurrences.frequent, isKept: () => false };
}

/** Whether what came and went is so much that `linkAll` is less work than `linkChanges`. */
export function isMostlyNew({ contents, isLinked }: Linked): boolean {
  let changed = 0;
  for (let content = 0; content < contents.count; content++) {
    if (contents.isLive(content) !== isLinked(content)) changed += contents.sizeOf(content);
  }
  return changed > CHANGED_SHARE * contents.live;
}
