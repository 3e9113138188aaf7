import type { StructuredDocument } from '../structure/speech.ts';
import type { DocumentId } from '../text/document.ts';
import type { Pair, PairId, PairKind, Passage, Scope } from '../reuse/pair.ts';
import type { Decision } from './decision.ts';
import { searchFor, type Search } from './search.ts';
import { isBelow, sharedLength } from './threshold.ts';

/** What sets a finding apart beside its own figures: a new version brought it, or reviewers differ on it. */
export type Mark = 'fresh' | 'differing';

/** Which findings the list shows. */
export interface Filter {
  readonly scope: 'all' | Scope;
  /** Empty means every kind. */
  readonly kinds: readonly PairKind[];
  /** Only pairs with this speaker on one side at least; null means every speaker. */
  readonly speaker: string | null;
  /** Only pairs at least this alike, 0 to 1; null leaves it to `automaticThreshold`. */
  readonly similarity: number | null;
  /** Only pairs at most this alike, 0 to 1. */
  readonly similarityMost: number;
  /** Only pairs that share at least so many characters. */
  readonly length: number;
  /** Only pairs that share at most so many characters; null for any number. */
  readonly lengthMost: number | null;
  /** Only pairs whose passages, speakers or titles hold this text; case is set aside. */
  readonly query: string;
  /** Only pairs without a judgement. */
  readonly openOnly: boolean;
  /** Only pairs that are marked so; null for all. Whoever knows the marks asks for it. */
  readonly mark: Mark | null;
}

/** The filter that a user starts from: everything, but for what is below the threshold that sets itself. */
export const DEFAULT_FILTER: Filter = {
  scope: 'all',
  kinds: [],
  speaker: null,
  similarity: null,
  similarityMost: 1,
  length: 0,
  lengthMost: null,
  query: '',
  openOnly: false,
  mark: null,
};

/** The filter that shows everything. */
export const EVERYTHING: Filter = { ...DEFAULT_FILTER, similarity: 0 };

/** The filter without the ranges of similarity and length. */
export function withoutRanges(filter: Filter): Filter {
  const { similarity, similarityMost, length, lengthMost } = DEFAULT_FILTER;
  return { ...filter, similarity, similarityMost, length, lengthMost };
}

/** Whether the filter has an upper end of similarity or length. */
export function isCapped({ similarityMost, lengthMost }: Filter): boolean {
  return similarityMost < 1 || lengthMost !== null;
}

/**
 * The pairs that pass the filter, in the order they came. `automatic` is the threshold that sets itself. One pass over
 * the pairs, and one over the texts for a query; none over those that `holds`, the search for the filter's query, has
 * searched before.
 */
export function filterPairs(
  pairs: readonly Pair[],
  filter: Filter,
  automatic: number,
  documents: ReadonlyMap<DocumentId, StructuredDocument>,
  decisions: ReadonlyMap<PairId, Decision>,
  holds: Search = searchFor(filter.query.trim(), documents),
): readonly Pair[] {
  return pairs.filter(
    (pair) =>
      (filter.scope === 'all' || pair.scope === filter.scope) &&
      (filter.kinds.length === 0 || filter.kinds.includes(pair.kind)) &&
      (filter.similarity === null ? !isBelow(pair, automatic) : pair.similarity >= filter.similarity) &&
      pair.similarity <= filter.similarityMost &&
      (filter.length === 0 || sharedLength(pair) >= filter.length) &&
      (filter.lengthMost === null || sharedLength(pair) <= filter.lengthMost) &&
      (filter.speaker === null || saidBy(pair.a) || saidBy(pair.b)) &&
      (!filter.openOnly || !decisions.get(pair.id)?.judgement) &&
      (holds(pair.a) || holds(pair.b)),
  );

  function saidBy(passage: Passage): boolean {
    return documents.get(passage.document)?.speeches[passage.speech]?.speaker === filter.speaker;
  }
}
