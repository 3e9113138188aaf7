import type { Boilerplate, Cluster, Detection, Pair, Passage } from '../core/reuse/pair.ts';
import type { Speech, StructuredDocument } from '../core/structure/speech.ts';
import type { Span } from '../core/text/span.ts';
import { partitionPoint } from '../core/text/partition-point.ts';

/**
 * What of a detection still holds when its documents have changed, shown until the new one is there. Every index of
 * what remains is valid.
 */

/** The detection without what it says of one of its documents. */
export function withoutDocument(
  detection: Detection,
  { document: { id }, speeches }: StructuredDocument,
): Detection {
  const isElsewhere = (member: Passage) => member.document !== id;
  const isBetweenOthers = ({ a, b }: Pair) => isElsewhere(a) && isElsewhere(b);
  return {
    ...detection,
    pairs: detection.pairs.filter(isBetweenOthers),
    clusters: detection.clusters
      .map(({ members }) => ({ members: members.filter(isElsewhere) }))
      .filter(({ members }) => members.length > 1),
    boilerplate: detection.boilerplate
      .map((entry): Boilerplate => {
        const members = entry.members.filter(isElsewhere);
        return {
          ...entry,
          members,
          speeches: speechesOf(members),
          pairs: entry.pairs.filter(isBetweenOthers),
        };
      })
      .filter(({ members }) => members.length > 1),
    speechCount: Math.max(0, detection.speechCount - speeches.length),
  };
}

function speechesOf(members: readonly Passage[]): number {
  return new Set(members.map(({ document, speech }) => `${document}/${speech}`)).size;
}

/** The detection with the passages of one document placed in its structure as it is now; their spans stay. */
export function relocated(detection: Detection, { document, speeches }: StructuredDocument): Detection {
  const moved = (passage: Passage): Passage =>
    passage.document === document.id ? { ...passage, ...placeOf(passage.span.start, speeches) } : passage;
  const movedPair = (pair: Pair): Pair => ({ ...pair, a: moved(pair.a), b: moved(pair.b) });
  return {
    ...detection,
    pairs: detection.pairs.map(movedPair),
    clusters: detection.clusters.map(({ members }): Cluster => ({ members: members.map(moved) })),
    boilerplate: detection.boilerplate.map((entry): Boilerplate => ({
      ...entry,
      members: entry.members.map(moved),
      pairs: entry.pairs.map(movedPair),
    })),
  };
}

function placeOf(at: number, speeches: readonly Speech[]): Pick<Passage, 'speech' | 'measure' | 'paragraph'> {
  const index = Math.max(
    0,
    lastBefore(at, speeches, ({ span }) => span),
  );
  const speech = speeches[index];
  if (speech === undefined) return { speech: 0, measure: null, paragraph: null };
  const measure = innermost(at, speech);
  const paragraph = lastBefore(at, speech.paragraphs, (span) => span);
  return { speech: index, measure, paragraph: measure === null && paragraph >= 0 ? paragraph : null };
}

/** The innermost measure that holds `at`: the last that begins before it, or one that encloses that one. */
function innermost(at: number, { measures }: Speech): number | null {
  const last = lastBefore(at, measures, ({ span }) => span);
  let index: number | null = last < 0 ? null : last;
  while (index !== null && at >= (measures[index]?.span.end ?? 0)) index = measures[index]?.parent ?? null;
  return index;
}

/** The index of the last item that begins at or before `at`, by bisection; -1 when there is none. */
function lastBefore<T>(at: number, sorted: readonly T[], spanOf: (item: T) => Span): number {
  return partitionPoint(sorted, (item) => spanOf(item).start <= at) - 1;
}
