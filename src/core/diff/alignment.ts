import { anchoredScript } from './anchors.ts';
import { snapped, tidied } from './cleanup.ts';
import { type Edit, normalized, shifted } from './edit.ts';
import { partedAtMembers } from './members.ts';
import type { Script } from './script.ts';
import { type Token, isContent, sayOther } from './tokens.ts';

/** Two token sequences and how one becomes the other. */
export interface Alignment {
  readonly a: readonly Token[];
  readonly b: readonly Token[];
  /** Whole words: what is marked. Two of them may touch. */
  readonly edits: readonly Edit[];
  /** Within them the characters that really differ. */
  readonly exact: readonly Edit[];
  readonly coarse: boolean;
}

/**
 * Aligns two token sequences: first what they say, then, between what is equal, the form. So a change of form alone is
 * never seen as a change of text, however many marks move.
 */
export function align(a: readonly Token[], b: readonly Token[]): Alignment {
  const content = scriptOf(a.filter(isContent), b.filter(isContent));
  const form = withForm(content.edits, a, b);
  const exact = tidied(withoutFalseEqualities(form.edits, a, b), a, b);
  return {
    a,
    b,
    edits: partedAtMembers(snapped(exact, a, b), a, b),
    exact,
    coarse: content.coarse || form.coarse,
  };
}

function scriptOf(a: readonly Token[], b: readonly Token[]): Script {
  return anchoredScript(keysOf(a), keysOf(b));
}

function keysOf(tokens: readonly Token[]): Int32Array {
  const keys = new Int32Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) keys[i] = (tokens[i] as Token).key;
  return keys;
}

/** Cuts out of the equalities the tokens that say something else all the same: 發 and 髮. */
function withoutFalseEqualities(
  edits: readonly Edit[],
  a: readonly Token[],
  b: readonly Token[],
): readonly Edit[] {
  const result: Edit[] = [];
  let aAt = 0;
  let bAt = 0;
  for (const edit of [...edits, { aStart: a.length, aEnd: a.length, bStart: b.length, bEnd: b.length }]) {
    for (; aAt < edit.aStart; aAt++, bAt++) {
      const [inA, inB] = [a[aAt] as Token, b[bAt] as Token];
      if (sayOther(inA, inB)) result.push({ aStart: aAt, aEnd: aAt + 1, bStart: bAt, bEnd: bAt + 1 });
    }
    result.push(edit);
    aAt = edit.aEnd;
    bAt = edit.bEnd;
  }
  return normalized(result);
}

/** From a script of the content alone makes one of all tokens: in each gap between equal content the form is compared. */
function withForm(content: readonly Edit[], a: readonly Token[], b: readonly Token[]): Script {
  const edits: Edit[] = [];
  let coarse = false;
  let aAt = 0;
  let bAt = 0;
  const closeGap = (aEnd: number, bEnd: number) => {
    // Nearly every gap is empty, or holds the same on both sides.
    if (aEnd - aAt === bEnd - bAt && sameKeys(a, aAt, aEnd, b, bAt)) return;
    const script = scriptOf(a.slice(aAt, aEnd), b.slice(bAt, bEnd));
    for (const edit of script.edits) edits.push(shifted(edit, aAt, bAt));
    coarse ||= script.coarse;
  };
  const aContent = contentIndices(a);
  const bContent = contentIndices(b);
  const end = { aStart: aContent.length, aEnd: 0, bStart: bContent.length, bEnd: 0 };
  let i = 0;
  let j = 0;
  for (const edit of [...content, end]) {
    for (; i < edit.aStart; i++, j++) {
      const aNext = aContent[i] as number;
      const bNext = bContent[j] as number;
      closeGap(aNext, bNext);
      aAt = aNext + 1;
      bAt = bNext + 1;
    }
    i = edit.aEnd;
    j = edit.bEnd;
  }
  closeGap(a.length, b.length);
  return { edits: normalized(edits), coarse };
}

function sameKeys(
  a: readonly Token[],
  aStart: number,
  aEnd: number,
  b: readonly Token[],
  bStart: number,
): boolean {
  for (let i = aStart, j = bStart; i < aEnd; i++, j++) if (a[i]?.key !== b[j]?.key) return false;
  return true;
}

function contentIndices(tokens: readonly Token[]): readonly number[] {
  const indices: number[] = [];
  for (const [i, token] of tokens.entries()) if (isContent(token)) indices.push(i);
  return indices;
}
