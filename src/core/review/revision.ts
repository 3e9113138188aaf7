import { anchoredScript } from '../diff/anchors.ts';
import type { Pair, PairId, Passage } from '../reuse/pair.ts';
import type { DocumentId } from '../text/document.ts';
import { readOrdinal } from '../text/ordinals.ts';
import type { Span } from '../text/span.ts';
import type { Decision } from './decision.ts';
import { placeMapOf, unitsOf, type PlaceMap } from './place-map.ts';

/** One side of a pair that is gone, in words that need no document. */
export interface GonePassage {
  /** The name of its document, and who speaks; empty when unknown. */
  readonly document: string;
  readonly speaker: string;
  readonly text: string;
}

/** A decision whose pair is not in the new version any more. */
export interface GonePair {
  readonly decision: Decision;
  readonly a: GonePassage;
  readonly b: GonePassage;
}

/** What became of the decisions when a document was replaced by a new version. */
export interface Revision {
  /** How many decisions were carried over. */
  readonly carried: number;
  readonly gone: readonly GonePair[];
  /** Findings that were not there before. */
  readonly fresh: readonly PairId[];
}

/** What is asked when documents are replaced by new versions; crosses threads. */
export interface RevisionQuestion {
  /** Old and new ids. */
  readonly replaced: readonly (readonly [DocumentId, DocumentId])[];
  /** The texts of all documents that the pairs speak of, old and new. */
  readonly texts: ReadonlyMap<DocumentId, string>;
  /** All pairs with a side in a replaced document, decided or not; and all with a side in a new one. */
  readonly before: readonly Pair[];
  readonly after: readonly Pair[];
}

/** The answer: which old pair is which new one. */
export interface Carried {
  /** `mirrored`: the sides stand the other way round. No pair occurs twice on either side. */
  readonly pairs: readonly { readonly from: PairId; readonly to: PairId; readonly mirrored: boolean }[];
  /** Old pairs that are no new one. */
  readonly gone: readonly PairId[];
  /** New pairs that were no old one. */
  readonly fresh: readonly PairId[];
}

/**
 * How alike the old and the new text of both passages must be for a pair to be the same one, 2·kept / both lengths, ordinals set
 * aside. Passages of which one character in ten was changed stay above 0.88; another version of the same measure mostly stands
 * below 0.8, and above it only where it also stands at the same place (`README.md` has the figures).
 */
export const SAME_LEAST = 0.8;
/** Of a passage that stands nowhere near its old place more is asked: nothing but its text says that it is the same. */
const MOVED_LEAST = 0.9;
/** In UTF-16 units: a shorter passage that was moved must be equal, for turns of phrase are alike wherever they stand. */
const MOVED_SHORT = 24;
/** In UTF-16 units: pairs are looked up by stretches of so many. */
const BUCKET = 512;

/**
 * Finds for every old pair the new pair that it became: both passages overlap the places to which an edit script carries the old
 * ones, or were moved, and say nearly the same. The most alike are joined first, each pair once.
 */
export function carryPairs({ replaced, texts, before, after }: RevisionQuestion): Carried {
  const maps = new Map<DocumentId, { readonly to: DocumentId; readonly places: PlaceMap }>();
  for (const [from, to] of replaced) maps.set(from, { to, places: placeMapOf(textOf(from), textOf(to)) });
  const index = indexOf(after);
  const sides = sidesByText(after, new Set(replaced.map(([, to]) => to)), textOf);
  const likeness = likenessIn(textOf);

  const found: Match[] = [];
  for (const [from, old] of before.entries()) {
    const a = placesOf(old.a);
    const b = placesOf(old.b);
    for (const p of a) {
      for (const q of b) {
        for (const to of index.near(p, q)) consider(from, old, to, [p, q], false);
        for (const to of index.near(q, p)) consider(from, old, to, [q, p], true);
      }
    }
  }
  found.sort((p, q) => q.alike - p.alike || p.away - q.away || p.from - q.from || p.to - q.to);
  const usedFrom = new Set<number>();
  const usedTo = new Set<number>();
  const pairs = found.flatMap(({ from, to, mirrored }) => {
    if (usedFrom.has(from) || usedTo.has(to)) return [];
    usedFrom.add(from);
    usedTo.add(to);
    return [{ from: (before[from] as Pair).id, to: (after[to] as Pair).id, mirrored }];
  });
  return {
    pairs,
    gone: before.flatMap(({ id }, i) => (usedFrom.has(i) ? [] : [id])),
    fresh: after.flatMap(({ id }, i) => (usedTo.has(i) ? [] : [id])),
  };

  function consider(
    from: number,
    old: Pair,
    to: number,
    [p, q]: readonly [Place, Place],
    mirrored: boolean,
  ): void {
    const { a, b } = after[to] as Pair;
    const [oldA, oldB] = mirrored ? [old.b, old.a] : [old.a, old.b];
    const least = p.isMoved || q.isMoved ? MOVED_LEAST : SAME_LEAST;
    const first = likeness(oldA, a, least);
    const alike = first < least ? first : Math.min(first, likeness(oldB, b, least));
    const away = Math.abs(p.span.start - a.span.start) + Math.abs(q.span.start - b.span.start);
    if (alike >= least) found.push({ from, to, mirrored, alike, away });
  }

  /** Where a passage may be now. */
  function placesOf({ document, span }: Passage): readonly Place[] {
    const map = maps.get(document);
    if (map === undefined) return [{ document, span, isMoved: false }];
    const there = map.places.spanOf(span);
    if (there !== null) return [{ document: map.to, span: there, isMoved: false }];
    const text = bare(textOf(document).slice(span.start, span.end));
    // What was there before is itself, and no other passage that came to stand there.
    const come = sides.like(map.to, text).filter((each) => map.places.isNew(each));
    return come.map((moved) => ({ document: map.to, span: moved, isMoved: true }));
  }

  function textOf(id: DocumentId): string {
    const text = texts.get(id);
    if (text === undefined) throw new Error(`the text of document ${id} was not given`);
    return text;
  }
}

/** A pair that may have become another. */
interface Match {
  readonly from: number;
  readonly to: number;
  readonly mirrored: boolean;
  readonly alike: number;
  readonly away: number;
}

interface Place {
  readonly document: DocumentId;
  readonly span: Span;
  readonly isMoved: boolean;
}

/** The pairs by where they stand. */
function indexOf(pairs: readonly Pair[]) {
  const buckets = new Map<string, number[]>();
  for (const [i, { a, b }] of pairs.entries()) {
    for (const bucket of bucketsOf(a.span)) {
      const key = `${a.document}~${b.document}~${bucket}`;
      const known = buckets.get(key);
      if (known === undefined) buckets.set(key, [i]);
      else known.push(i);
    }
  }
  return {
    /** The pairs whose sides overlap these places, each once. */
    near(p: Place, q: Place): ReadonlySet<number> {
      const near = new Set<number>();
      for (const bucket of bucketsOf(p.span)) {
        for (const i of buckets.get(`${p.document}~${q.document}~${bucket}`) ?? []) {
          const { a, b } = pairs[i] as Pair;
          if (overlap(a.span, p.span) && overlap(b.span, q.span)) near.add(i);
        }
      }
      return near;
    },
  };
}

function* bucketsOf({ start, end }: Span): Generator<number> {
  for (let bucket = Math.floor(start / BUCKET); bucket * BUCKET < end; bucket++) yield bucket;
}

/** The passages of the new documents, to find again what was moved: by their text, and by how much of it is the same. */
function sidesByText(
  pairs: readonly Pair[],
  documents: ReadonlySet<DocumentId>,
  textOf: (id: DocumentId) => string,
) {
  const sides = new Map<DocumentId, Map<string, { readonly span: Span; readonly text: string }>>();
  for (const { document, span } of pairs.flatMap(({ a, b }) => [a, b])) {
    if (!documents.has(document)) continue;
    let own = sides.get(document);
    if (own === undefined) sides.set(document, (own = new Map()));
    const key = `${span.start}-${span.end}`;
    if (!own.has(key)) own.set(key, { span, text: bare(textOf(document).slice(span.start, span.end)) });
  }
  const known = new Map<string, readonly Span[]>();
  return {
    like(document: DocumentId, text: string): readonly Span[] {
      const key = `${document} ${text}`;
      let spans = known.get(key);
      if (spans === undefined) {
        const grams = bigramsOf(text);
        spans = [...(sides.get(document)?.values() ?? [])]
          .filter(
            (side) =>
              side.text === text ||
              (text.length >= MOVED_SHORT &&
                isNearlySized(side.text, text) &&
                diceOf(grams, side.text) >= SAME_LEAST),
          )
          .map(({ span }) => span);
        known.set(key, spans);
      }
      return spans;
    },
  };
}

/** Gives how alike an old and a new passage are, 0 to 1; what is below `least` need not be exact. Remembers what it was asked. */
function likenessIn(textOf: (id: DocumentId) => string) {
  const known = new Map<string, number>();
  return (p: Passage, q: Passage, least: number): number => {
    const key = [p.document, p.span.start, p.span.end, q.document, q.span.start, q.span.end].join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    const alike = likenessOf(
      bare(textOf(p.document).slice(p.span.start, p.span.end)),
      bare(textOf(q.document).slice(q.span.start, q.span.end)),
      least,
    );
    known.set(key, alike);
    return alike;
  };
}

/** 2·kept / both lengths of two texts by a script of edits, 0 to 1; less than `least` may be 0. */
export function likenessOf(p: string, q: string, least = 0): number {
  if (p === q) return 1;
  const total = p.length + q.length;
  if (2 * Math.min(p.length, q.length) < least * total) return 0;
  let kept = p.length;
  for (const { aStart, aEnd } of anchoredScript(unitsOf(p), unitsOf(q)).edits) kept -= aEnd - aStart;
  return (2 * kept) / total;
}

/** A passage without the ordinal before it and the white space around: a measure that counts anew is the same one. */
function bare(text: string): string {
  const start = text.search(/\S/u);
  if (start < 0) return '';
  return text.slice(readOrdinal(text, start)?.end ?? start).trim();
}

function overlap(p: Span, q: Span): boolean {
  return p.start < q.end && q.start < p.end;
}

function isNearlySized(p: string, q: string): boolean {
  return 2 * Math.min(p.length, q.length) >= SAME_LEAST * (p.length + q.length);
}

function bigramsOf(text: string): ReadonlyMap<string, number> {
  const grams = new Map<string, number>();
  for (let i = 1; i < text.length; i++) {
    const gram = text.slice(i - 1, i + 1);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** The Dice coefficient of bigrams, 0 to 1 (Dice, 1945); 1 for two texts without any. */
function diceOf(grams: ReadonlyMap<string, number>, text: string): number {
  let [shared, total] = [0, Math.max(0, text.length - 1)];
  for (const [gram, count] of bigramsOf(text)) shared += Math.min(count, grams.get(gram) ?? 0);
  for (const count of grams.values()) total += count;
  return total === 0 ? 1 : (2 * shared) / total;
}
