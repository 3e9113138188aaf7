import type { Detection, Pair, PairId } from '../core/reuse/pair.ts';
import { pairInPlaceOf } from '../core/review/pair-in-place.ts';
import type { StructuredDocument } from '../core/structure/speech.ts';
import type { AppState } from './state.ts';

/** What is shown of a detection that still runs. */

/** What has been found so far, as a detection. */
export function earlyDetection(pairs: readonly Pair[], documents: readonly StructuredDocument[]): Detection {
  const speechCount = documents.reduce((count, { speeches }) => count + speeches.length, 0);
  return { pairs, clusters: [], boilerplate: [], speechCount, limits: [] };
}

/**
 * Whether the state has room for what is found early: a whole detection stays until the next is whole, so that the list
 * does not jump, unless nothing of it is left.
 */
export function hasRoomForEarly({ detection, early }: Pick<AppState, 'detection' | 'early'>): boolean {
  return early || detection === null || detection.pairs.length + detection.boilerplate.length === 0;
}

/** The open pair among the pairs of a whole detection: itself, or else the one that stands where it stood. */
export function stillOpen(chosen: PairId | null, before: Detection | null, whole: Detection): PairId | null {
  const pair = before?.pairs.find(({ id }) => id === chosen);
  return pair === undefined ? chosen : (pairInPlaceOf(pair, whole.pairs)?.id ?? chosen);
}
