import type { DocumentId } from '../text/document.ts';
import type { Span } from '../text/span.ts';

/** Names a pair by the content of its two passages, so that decisions survive a new detection and a reload. */
export type PairId = string;

/** How two passages are alike; the words in src/README.md define it. */
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

/** Names boilerplate by its content: the hash of its folded text. */
export type BoilerplateId = string;

/** Why a passage that recurs is of no interest; the first that holds, in this order. */
export type BoilerplateReason =
  /** It stands in a document that the user named as a template. */
  | 'template'
  /** Mostly phrases of the list of ritual phrases. */
  | 'ritual'
  /** It announces a list (下一步主要开展以下工作). */
  | 'lead-in'
  /** It greets or thanks (尊敬的各位领导，同志们). */
  | 'salutation'
  /** One law says it of several things, in parallel sentences, or of a duty and again of its sanction. */
  | 'parallel'
  /** A name, a term or a part of a list, torn out of clauses. */
  | 'term'
  /** So many speeches say it that it belongs to none. */
  | 'common'
  /** It is put together from words that every official speech is made of. */
  | 'stock';

/** A passage that recurs and is set apart from the findings (套话), with what would be its findings. */
export interface Boilerplate {
  readonly id: BoilerplateId;
  readonly reason: BoilerplateReason;
  /** All its places, in loading order. */
  readonly members: readonly Passage[];
  /** How many speeches hold it. */
  readonly speeches: number;
  /** What is a finding once the user takes it back; in order of importance. */
  readonly pairs: readonly Pair[];
}

/** What the user set for detection; texts aside, all that a detection depends on. */
export interface DetectionSettings {
  /** Ritual phrases of official prose: to share them is duty, not copying. */
  readonly ritualPhrases: readonly string[];
  /** Documents whose text is a white list: what stands in one of them is no finding. */
  readonly templates: readonly DocumentId[];
}

/** A limit that detection reached; never silent. `count` is how many were left out. */
export interface DetectionLimit {
  readonly kind: 'repeats-sampled' | 'pairs-capped' | 'boilerplate-capped';
  readonly count: number;
}

/** All that one detection found. */
export interface Detection {
  /** The most important first. */
  readonly pairs: readonly Pair[];
  readonly clusters: readonly Cluster[];
  /** What recurs and was set apart, the most frequent first. */
  readonly boilerplate: readonly Boilerplate[];
  /** How many speeches there are in all. */
  readonly speechCount: number;
  readonly limits: readonly DetectionLimit[];
}
