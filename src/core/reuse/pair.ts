import type { DocumentId } from '../text/document.ts';
import type { Span } from '../text/span.ts';

/** Names a pair by the content of its two passages, so that decisions survive a new detection and a reload. */
export type PairId = string;

/** How two passages are alike; `design` in src/README.md has the definitions. */
export type PairKind = 'identical' | 'near-identical' | 'partial' | 'paraphrase';

/** `within` one speech, or `across` two (also two of one speaker). */
export type Scope = 'within' | 'across';

/** One side of a pair, one member of a cluster. */
export interface Passage {
  readonly document: DocumentId;
  /** Index into the document's speeches. */
  readonly speech: number;
  /** Index into the speech's measures; null when the passage begins in a paragraph that belongs to none. */
  readonly measure: number | null;
  /** Index into the speech's paragraphs; null when the passage begins in a measure. */
  readonly paragraph: number | null;
  /** The unit in which the passage begins. */
  readonly unit: Span;
  /** The passage itself: the whole unit for identical and near-identical pairs. */
  readonly span: Span;
}

/** Two passages that say the same. `a` stands before `b` in loading order. */
export interface Pair {
  readonly id: PairId;
  readonly a: Passage;
  readonly b: Passage;
  readonly kind: PairKind;
  readonly scope: Scope;
  /** 2·matched / (lengthA + lengthB), folded; of the units, for partial pairs and paraphrases of the passages. 0 to 1. */
  readonly similarity: number;
  /** Matched characters / the folded length of a's unit. 0 to 1. */
  readonly containmentA: number;
  /** Matched characters / the folded length of b's unit. 0 to 1. */
  readonly containmentB: number;
  /** Orders the list, highest first; a pure number without unit. */
  readonly importance: number;
}

/** All passages that are versions of one another. */
export interface Cluster {
  readonly members: readonly Passage[];
}

/** A limit that detection reached; never silent. `count` is how many were left out. */
export interface DetectionLimit {
  readonly kind: 'repeats-sampled' | 'pairs-capped';
  readonly count: number;
}

/** All that one detection found. */
export interface Detection {
  /** The most important first. */
  readonly pairs: readonly Pair[];
  readonly clusters: readonly Cluster[];
  readonly limits: readonly DetectionLimit[];
}
