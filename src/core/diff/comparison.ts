import type { Span } from '../text/span.ts';

/**
 * `text` is a difference of substance; all others are soft, differences of form alone. `width` includes the case of
 * Latin letters; `script` is the same character in traditional and in simplified script (體 and 体), or another glyph of it,
 * which a variation selector chooses.
 */
export type DifferenceClass = 'text' | 'ordinal' | 'punctuation' | 'width' | 'space' | 'script';

/** The soft classes, in the order in which they are named. */
export const FORM_CLASSES = ['ordinal', 'punctuation', 'width', 'space', 'script'] as const;
export type FormClass = (typeof FORM_CLASSES)[number];

/** One side of a comparison. */
export type SideName = 'a' | 'b';

/**
 * One step of the edit script. The a spans cover a, the b spans cover b, each once; spans count in the compared strings.
 * The steps stand in the reading order of b, deletions before insertions; but for moves the a spans are in order too.
 */
export interface Segment {
  readonly kind: 'equal' | 'delete' | 'insert';
  readonly class: DifferenceClass;
  readonly a: Span | null;
  readonly b: Span | null;
  /** Segments of one moved region share this number; they stand where the region stands in b. */
  readonly move?: number;
}

/** One entry of the apparatus: what a reader would call one difference. */
export interface Difference {
  /** 1, 2, 3 … in reading order. */
  readonly number: number;
  /** `replaced`: other words in the same place; `only-a`, `only-b`: the other side has nothing; `moved`: stands elsewhere; `form`: a soft class. */
  readonly kind: 'replaced' | 'only-a' | 'only-b' | 'moved' | 'form';
  readonly class: DifferenceClass;
  /** Empty spans mark the place where the other side has something. */
  readonly a: Span;
  readonly b: Span;
  /** The number of the moved region that this stands in; a region names itself. */
  readonly move?: number;
}

/** A stretch of one side that is marked. The marks of a side are in order and disjoint; an empty one is a caret. */
export interface Mark extends Span {
  readonly mark: 'replaced' | 'only' | 'moved' | 'form' | 'caret';
  /** The number of the difference. */
  readonly difference: number;
  /** The number of the moved region that this stands in, if any. */
  readonly move: number | null;
  /** True for the very characters that differ, false for the rest of the word. */
  readonly strong: boolean;
}

/** Clauses that stand at the same height. The a spans cover a in order, the b spans cover b in order. */
export interface Row {
  /** `equal` rows differ in form at most. */
  readonly kind: 'equal' | 'changed' | 'only-a' | 'only-b';
  readonly a: Span | null;
  readonly b: Span | null;
  /** For a row of one side: the moved region that all of it belongs to. */
  readonly move?: number;
}

/** The comparison in figures, from which the verdict in words is made. All counts are non-negative integers. */
export interface Summary {
  /** Characters that stand on both sides, letter by letter (graphemes, punctuation included, white space not). */
  readonly equal: number;
  /** All characters of each side, counted in the same way. */
  readonly charactersA: number;
  readonly charactersB: number;
  /** Of those, the ones in differences of text; what only moved is not among them. */
  readonly changedA: number;
  readonly changedB: number;
  /** Differences by kind. */
  readonly replaced: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly moved: number;
  /** Soft differences by class. */
  readonly form: Readonly<Record<FormClass, number>>;
}

/** Everything that a view of two passages is made of. */
export interface Comparison {
  /** The compared strings; all spans count in them. */
  readonly texts: Readonly<Record<SideName, string>>;
  readonly segments: readonly Segment[];
  readonly differences: readonly Difference[];
  readonly marks: Readonly<Record<SideName, readonly Mark[]>>;
  readonly rows: readonly Row[];
  readonly summary: Summary;
  /** True when a limit made the result less fine than it could be. */
  readonly coarse: boolean;
}
