import type { Span } from '../text/span.ts';

/** One of the two compared passages. */
export type SideName = 'a' | 'b';

/** `text` is a difference of substance; all others are soft, differences of form alone. */
export type DifferenceClass = 'text' | 'ordinal' | 'punctuation' | 'width' | 'space' | 'script';

/** One step of the edit script. The a spans cover a, the b spans cover b, each once; spans count in the compared strings. */
export interface Segment {
  readonly kind: 'equal' | 'delete' | 'insert';
  readonly class: DifferenceClass;
  readonly a: Span | null;
  readonly b: Span | null;
  /** Segments of one moved region share this number. */
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
}

/** Clauses that stand at the same height. */
export interface Row {
  readonly kind: 'equal' | 'changed' | 'only-a' | 'only-b';
  readonly a: Span | null;
  readonly b: Span | null;
}

/** The comparison in figures, from which the verdict in words is made. All counts are non-negative integers. */
export interface Summary {
  /** Characters that stand on both sides, letter by letter (graphemes, punctuation included). */
  readonly equal: number;
  readonly replaced: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly moved: number;
  /** Soft differences by class. */
  readonly form: Readonly<Record<Exclude<DifferenceClass, 'text'>, number>>;
}

/** Everything that a view of two passages is made of. */
export interface Comparison {
  readonly segments: readonly Segment[];
  readonly differences: readonly Difference[];
  readonly rows: readonly Row[];
  readonly summary: Summary;
  /** True when a limit made the result less fine than it could be. */
  readonly coarse: boolean;
}
