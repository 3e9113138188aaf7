import type { Pair, Passage } from '../reuse/pair.ts';
import type { Groups } from '../review/groups.ts';
import type { DocumentId } from '../text/document.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { lengthOf, overlapOf, type Span } from '../text/span.ts';
import type { Claim } from './claims.ts';
import type { Conflict, RemovedPlace } from './plan.ts';

/** Of a passage that a decision keeps, so much must go for the two to contradict one another: trimming is no removal. */
const CONTRADICTS = 1 / 2;
/** A passage is gone when so much of it is. */
const GONE = 2 / 3;

/** What stays of the removals, and what stood against the others. */
export interface Settled {
  readonly places: readonly RemovedPlace[];
  readonly conflicts: readonly Conflict[];
}

/** Takes out of `places` what another decision keeps, and says so. Both are in order. */
export function settleKept(
  places: readonly RemovedPlace[],
  keeping: readonly Claim[],
  document: DocumentId,
): Settled {
  if (places.length === 0 || keeping.length === 0) return { places, conflicts: [] };
  const claims = [...keeping].sort((p, q) => p.passage.span.start - q.passage.span.start);
  /** The furthest end of the claims up to each: where to stop looking back. */
  const reach = new Float64Array(claims.length);
  let furthest = 0;
  for (const [index, { passage }] of claims.entries()) {
    furthest = Math.max(furthest, passage.span.end);
    reach[index] = furthest;
  }
  const conflicts: Conflict[] = [];
  const left = places.filter((place) => {
    const against = claimsAgainst(place.span);
    if (against.length === 0) return true;
    conflicts.push({
      kind: 'kept-and-removed',
      place: passageOf(place, document),
      removing: place.pairs,
      keeping: [...new Set(against.map(({ pair }) => pair))],
    });
    return false;
  });
  return { places: left, conflicts };

  function claimsAgainst(span: Span): readonly Claim[] {
    const found: Claim[] = [];
    let at = partitionPoint(claims, ({ passage }) => passage.span.start < span.end) - 1;
    for (; at >= 0 && (reach[at] as number) > span.start; at--) {
      const claim = claims[at] as Claim;
      const kept = claim.passage.span;
      if (overlapOf(kept, span) >= CONTRADICTS * lengthOf(kept)) found.unshift(claim);
    }
    return found;
  }
}

/**
 * Gives back the first of every group of which nothing would be left, and says so. `places` are changed. One pass over the
 * pairs; a group is looked at when both sides of one of its pairs go.
 */
export function settleGroups(
  places: Map<DocumentId, readonly RemovedPlace[]>,
  pairs: readonly Pair[],
  groups: Groups,
): ReadonlyMap<DocumentId, readonly Conflict[]> {
  const conflicts = new Map<DocumentId, Conflict[]>();
  if (places.size === 0) return conflicts;
  for (const pair of pairs) {
    if (takenFrom(pair.a) === null || takenFrom(pair.b) === null) continue;
    const members = groups.membersOf(pair);
    if (members.some((member) => takenFrom(member) === null)) continue;
    const [first] = members;
    const gone = first && takenFrom(first);
    if (first === undefined || gone === null || gone === undefined) continue;
    const { document } = first;
    places.set(
      document,
      (places.get(document) ?? []).filter((place) => !gone.includes(place)),
    );
    const removing = members.flatMap((member) => (takenFrom(member) ?? []).flatMap((place) => place.pairs));
    const own = gone.flatMap((place) => place.pairs);
    const conflict: Conflict = {
      kind: 'nothing-left',
      place: first,
      removing: [...new Set([...own, ...removing])],
      keeping: [],
    };
    conflicts.set(document, [...(conflicts.get(document) ?? []), conflict]);
  }
  return conflicts;

  /** What takes the passage out; null when most of it stays. */
  function takenFrom({ document, span }: Passage): readonly RemovedPlace[] | null {
    const all = places.get(document);
    if (all === undefined) return null;
    const from = partitionPoint(all, (place) => place.span.end <= span.start);
    const found: RemovedPlace[] = [];
    let gone = 0;
    for (let at = from; (all[at]?.span.start ?? Infinity) < span.end; at++) {
      const place = all[at] as RemovedPlace;
      found.push(place);
      gone += overlapOf(place.span, span);
    }
    return gone >= GONE * lengthOf(span) && found.length > 0 ? found : null;
  }
}

function passageOf({ speech, measure, paragraph, span }: RemovedPlace, document: DocumentId): Passage {
  return { document, speech, measure, paragraph, unit: span, span };
}
