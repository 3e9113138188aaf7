import type { Alignment } from './alignment.ts';
import type { DifferenceClass, FormClass, Segment } from './comparison.ts';
import type { Edit } from './edit.ts';
import { inOneScript } from './scripts.ts';
import { type Token, type TokenKind, isContent } from './tokens.ts';

/** A segment, and the edit that it belongs to. Segments of one edit are one change to a reader; equal ones belong to none. */
export interface Step {
  readonly segment: Segment;
  readonly edit: string | null;
}

/** The texts that are compared. */
interface Texts {
  readonly a: string;
  readonly b: string;
}

/** A step, and its place in b by which the steps are ordered. */
interface Placed {
  readonly step: Step;
  readonly place: number;
}

/**
 * The edit script: what stayed in its place, with the moved regions (their alignments in the order of b) put in where they
 * stand in b. Move numbers begin at 1. Linear time, and a sort.
 */
export function stepsOf(texts: Texts, rest: Alignment, moved: readonly Alignment[]): readonly Step[] {
  // Among equals a moved region stands first, so that the deletion and the insertion of one edit stay together.
  const blocks = moved.map((alignment, i) => {
    const steps = placedSteps(texts, alignment, i + 1).map(({ step }) => step);
    return { place: alignment.b[0]?.start ?? 0, steps };
  });
  for (const { step, place } of placedSteps(texts, rest, null)) blocks.push({ place, steps: [step] });
  blocks.sort((one, other) => one.place - other.place);
  return blocks.flatMap(({ steps }) => steps);
}

/** The steps of one alignment; `move` is its region's number, null for what stayed. */
function placedSteps(texts: Texts, { a, b, edits }: Alignment, move: number | null): readonly Placed[] {
  const placed: Placed[] = [];
  let place = b[0]?.start ?? 0;
  const add = (segment: Omit<Segment, 'move'>, edit: string | null) => {
    placed.push({
      step: { segment: move === null ? segment : { ...segment, move }, edit },
      place: segment.b?.start ?? place,
    });
    place = segment.b?.end ?? place;
  };
  let aAt = 0;
  let bAt = 0;
  const end: Edit = { aStart: a.length, aEnd: a.length, bStart: b.length, bEnd: b.length };
  for (const [i, edit] of [...edits, end].entries()) {
    for (const segment of equalSegments(texts, a, aAt, edit.aStart, b, bAt)) add(segment, null);
    // An edit that a moved region parts is as many changes.
    const deletions = contiguous(a.slice(edit.aStart, edit.aEnd));
    const insertions = contiguous(b.slice(edit.bStart, edit.bEnd));
    for (let part = 0; part < Math.max(deletions.length, insertions.length); part++) {
      const deleted = deletions[part] ?? [];
      const inserted = insertions[part] ?? [];
      const name = `${move ?? ''}:${i}:${part}`;
      const both = deleted.some(isContent) && inserted.some(isContent);
      for (const { start, end: stop, class: of } of changedStretches(deleted, both)) {
        add({ kind: 'delete', class: of, a: { start, end: stop }, b: null }, name);
      }
      for (const { start, end: stop, class: of } of changedStretches(inserted, both)) {
        add({ kind: 'insert', class: of, a: null, b: { start, end: stop } }, name);
      }
    }
    aAt = edit.aEnd;
    bAt = edit.bEnd;
  }
  return placed;
}

/** The runs of tokens that nothing was cut out of. */
function contiguous(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const runs: Token[][] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1)?.end === token.start) last.push(token);
    else runs.push([token]);
  }
  return runs;
}

/** The tokens of a from `aFrom` to `aTo` and as many of b from `bFrom`, which have the same keys, by class. */
function equalSegments(
  texts: Texts,
  a: readonly Token[],
  aFrom: number,
  aTo: number,
  b: readonly Token[],
  bFrom: number,
): readonly Segment[] {
  const segments: { kind: 'equal'; class: DifferenceClass; a: Stretch; b: Stretch }[] = [];
  for (let i = aFrom, j = bFrom; i < aTo; i++, j++) {
    const inA = a[i] as Token;
    const inB = b[j] as Token;
    const kind = classOfEqual(texts.a.slice(inA.start, inA.end), texts.b.slice(inB.start, inB.end), inA.kind);
    const last = segments.at(-1);
    if (last !== undefined && last.class === kind && last.a.end === inA.start && last.b.end === inB.start) {
      last.a.end = inA.end;
      last.b.end = inB.end;
    } else {
      segments.push({
        kind: 'equal',
        class: kind,
        a: { start: inA.start, end: inA.end },
        b: { start: inB.start, end: inB.end },
      });
    }
  }
  return segments;
}

/** A span in the making. */
interface Stretch {
  start: number;
  end: number;
}

/**
 * Tokens that are only on one side, by class. With anything that says something among them they are text, marks and all;
 * but white space at the ends of a replacement (`both`) is no part of the words.
 */
function changedStretches(
  tokens: readonly Token[],
  both: boolean,
): readonly (Stretch & { class: DifferenceClass })[] {
  const isText = tokens.some(isContent);
  let first = 0;
  let last = tokens.length;
  if (isText && both) {
    while (tokens[first]?.kind === 'space') first++;
    while (tokens[last - 1]?.kind === 'space') last--;
  }
  const stretches: (Stretch & { class: DifferenceClass })[] = [];
  for (const [i, token] of tokens.entries()) {
    const kind = isText && i >= first && i < last ? 'text' : formOf(token.kind);
    const before = stretches.at(-1);
    if (before !== undefined && before.class === kind) before.end = token.end;
    else stretches.push({ start: token.start, end: token.end, class: kind });
  }
  return stretches;
}

/** The class of a whole token that is form and only on one side. */
function formOf(kind: TokenKind): DifferenceClass {
  return kind === 'ordinal' || kind === 'punctuation' || kind === 'space' ? kind : 'text';
}

/** How two texts of one key differ. What differs in script and in width is of another script: readers see that first. */
function classOfEqual(a: string, b: string, kind: TokenKind): 'text' | FormClass {
  if (a === b) return 'text';
  if (kind === 'space') return 'space';
  const [wideA, wideB] = [halfWidth(a), halfWidth(b)];
  if (wideA === wideB) return 'width';
  if (inOneScript(wideA) === inOneScript(wideB)) return 'script';
  return kind === 'ordinal' || kind === 'punctuation' ? kind : 'width';
}

/** The text in half width, as far as Unicode knows one (NFKC). */
function halfWidth(text: string): string {
  return text.normalize('NFKC');
}
