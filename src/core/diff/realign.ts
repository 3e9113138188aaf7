import { type Alignment, align } from './alignment.ts';
import { type Edit, shifted } from './edit.ts';
import type { Token } from './tokens.ts';

/** An equal run of so many tokens stays as it is, whatever is taken out beyond its ends; half of it is context for either side. */
const SETTLED_LEAST = 48;

/** A stretch of an alignment on both sides, from one settled run to the next, as an edit of all of it. */
type Block = Edit;

/**
 * The alignment of what is left when some tokens are taken out (1 in `goneA` and `goneB`). Only what lies near is aligned
 * anew: the time is linear, with a small factor, and that of `align` for the blocks that hold one.
 */
export function realign(whole: Alignment, goneA: Uint8Array, goneB: Uint8Array): Alignment {
  const edits: Edit[] = [];
  const exact: Edit[] = [];
  let coarse = whole.coarse;
  let [nextEdit, nextExact] = [0, 0];
  let [aLeft, bLeft] = [0, 0];
  for (const block of blocksOf(whole, goneA, goneB)) {
    const { aStart, aEnd, bStart, bEnd } = block;
    const isTouched = holdsOne(goneA, aStart, aEnd) || holdsOne(goneB, bStart, bEnd);
    const from = { edit: nextEdit, exact: nextExact };
    nextEdit = firstBehind(whole.edits, nextEdit, block);
    nextExact = firstBehind(whole.exact, nextExact, block);
    if (isTouched) {
      const part = align(left(whole.a, goneA, aStart, aEnd), left(whole.b, goneB, bStart, bEnd));
      for (const edit of part.edits) edits.push(shifted(edit, aLeft, bLeft));
      for (const edit of part.exact) exact.push(shifted(edit, aLeft, bLeft));
      coarse ||= part.coarse;
      aLeft += part.a.length;
      bLeft += part.b.length;
    } else {
      const [a, b] = [aLeft - aStart, bLeft - bStart];
      for (let i = from.edit; i < nextEdit; i++) edits.push(shifted(whole.edits[i] as Edit, a, b));
      for (let i = from.exact; i < nextExact; i++) exact.push(shifted(whole.exact[i] as Edit, a, b));
      aLeft += aEnd - aStart;
      bLeft += bEnd - bStart;
    }
  }
  return {
    a: left(whole.a, goneA, 0, whole.a.length),
    b: left(whole.b, goneB, 0, whole.b.length),
    edits,
    exact,
    coarse,
  };
}

/** Cuts the alignment in the middle of every long equal run that nothing is taken out of. */
function blocksOf({ a, b, edits }: Alignment, goneA: Uint8Array, goneB: Uint8Array): readonly Block[] {
  const blocks: Block[] = [];
  let [aStart, bStart] = [0, 0];
  let [aAt, bAt] = [0, 0];
  for (const edit of edits) {
    const run = edit.aStart - aAt;
    if (run >= SETTLED_LEAST && !holdsOne(goneA, aAt, edit.aStart) && !holdsOne(goneB, bAt, edit.bStart)) {
      const [aEnd, bEnd] = [aAt + (run >> 1), bAt + (run >> 1)];
      blocks.push({ aStart, aEnd, bStart, bEnd });
      [aStart, bStart] = [aEnd, bEnd];
    }
    [aAt, bAt] = [edit.aEnd, edit.bEnd];
  }
  return [...blocks, { aStart, aEnd: a.length, bStart, bEnd: b.length }];
}

function holdsOne(gone: Uint8Array, start: number, end: number): boolean {
  return gone.subarray(start, end).includes(1);
}

/** The first edit from `from` on that lies behind the block. */
function firstBehind(edits: readonly Edit[], from: number, { aEnd, bEnd }: Block): number {
  let i = from;
  for (let edit = edits[i]; edit !== undefined && edit.aEnd <= aEnd && edit.bEnd <= bEnd; edit = edits[i])
    i++;
  return i;
}

function left(tokens: readonly Token[], gone: Uint8Array, start: number, end: number): readonly Token[] {
  const result: Token[] = [];
  for (let at = start; at < end; at++) if (gone[at] === 0) result.push(tokens[at] as Token);
  return result;
}
