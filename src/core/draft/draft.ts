import type { Pair, PairId } from '../reuse/pair.ts';
import type { Decision } from '../review/decision.ts';
import type { Groups } from '../review/groups.ts';
import { trimStart } from '../structure/blanks.ts';
import type { Measure, Speech, StructuredDocument } from '../structure/speech.ts';
import { unitsOf } from '../structure/units.ts';
import type { DocumentId } from '../text/document.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { covers, type Span } from '../text/span.ts';
import { joinBreaks, paragraphLinesOf } from './breaks.ts';
import { claimsOf } from './claims.ts';
import { settleGroups, settleKept } from './conflicts.ts';
import { cutOut } from './cuts.ts';
import { numberAnew } from './numbering.ts';
import type { Check, Conflict, DraftPlan, Edit, RemovedPlace, Removal, Rewriting } from './plan.ts';
import { referencesIn } from './references.ts';
import { placesTaken } from './removals.ts';
import { settleRewrites } from './rewrites.ts';

/** What a draft is made of. */
export interface DraftSource {
  readonly documents: readonly StructuredDocument[];
  /** The findings, the most important first. */
  readonly pairs: readonly Pair[];
  readonly groups: Groups;
  readonly decisions: ReadonlyMap<PairId, Decision>;
}

/**
 * What becomes of every document by the decisions, in the order of the documents. The order in which decisions were taken
 * changes nothing. A document of which nothing goes and that nobody rewrites is not looked at. Linear in the findings and in the documents of
 * which something goes.
 */
export function planDrafts({ documents, pairs, groups, decisions }: DraftSource): readonly DraftPlan[] {
  const claims = claimsOf(pairs, decisions);
  const places = new Map<DocumentId, readonly RemovedPlace[]>();
  const rewrites = new Map<DocumentId, readonly Rewriting[]>();
  const conflicts = new Map<DocumentId, Conflict[]>();
  for (const structured of documents) {
    const { id, text } = structured.document;
    const own = claims.get(id);
    if (own === undefined) continue;
    const kept = settleKept(placesTaken(structured, own.removing), own.keeping, id);
    const lines = paragraphLinesOf(text, structured.speeches);
    const settled = settleRewrites(structured, own.rewriting, lines, kept.places);
    if (settled.places.length > 0) places.set(id, settled.places);
    rewrites.set(id, settled.rewrites);
    conflicts.set(id, [...kept.conflicts, ...settled.conflicts]);
  }
  for (const [id, more] of settleGroups(places, pairs, groups)) conflicts.get(id)?.push(...more);
  return documents.map((structured) => {
    const { id } = structured.document;
    const own = places.get(id) ?? [];
    const written = rewrites.get(id) ?? [];
    const { edits, checks } =
      own.length + written.length === 0 ? NOTHING : planEdits(structured, own, written);
    return { document: id, edits, checks, conflicts: (conflicts.get(id) ?? []).sort(byPlace) };
  });
}

const NOTHING: Pick<DraftPlan, 'edits' | 'checks'> = { edits: [], checks: [] };

/** The edits that take `places` out of a document and carry `rewrites` out (in order, disjoint), and what is to be checked. */
function planEdits(
  structured: StructuredDocument,
  places: readonly RemovedPlace[],
  rewrites: readonly Rewriting[],
): Pick<DraftPlan, 'edits' | 'checks'> {
  const { document, speeches } = structured;
  const { text } = document;
  const lines = paragraphLinesOf(text, speeches);
  const { removals, torn } = cutOut(text, speeches, lines, places);
  const removed = removals.map(({ span }) => span);
  const written = rewrites.map(({ span }) => span);
  const edits: Edit[] = [...removals, ...rewrites];
  const checks: Check[] = [...torn];
  for (const [index, own] of bySpeech(places)) {
    const speech = speeches[index] as Speech;
    const { renumberings, seams, checks: found, changes } = numberAnew(text, speech, index, own);
    edits.push(...renumberings.filter(stays), ...seams.filter(stays));
    checks.push(
      ...found.filter(stays),
      ...unjudgedIn(speech, index, own),
      ...headlessIn(text, speech, index, own),
    );
    if (isEmptied(structured, index, own) && speech.titleSpan !== null)
      checks.push({ kind: 'empty-speech', span: speech.titleSpan, speech: index });
    const markers = speech.measures.map(({ marker }) => marker);
    const followsRemoval = (at: number) => isBehind(removals, lines.lineStart(at));
    if (changes.length > 0)
      checks.push(
        ...referencesIn({
          text,
          speech: index,
          span: speech.span,
          changes,
          removed,
          markers,
          followsRemoval,
        }),
      );
  }
  const taken = edits.map(({ span }) => span).sort(byStart);
  edits.push(...joinBreaks(text, lines.breaks, taken));
  return {
    edits: edits.sort(bySpan),
    // Words that were written anew are the user's own.
    checks: checks.filter(({ span }) => !isIn(written, span)).sort(bySpan),
  };

  function stays({ span }: { readonly span: Span }): boolean {
    return !isIn(removed, span) && !isIn(written, span);
  }
}

/** Whether a span shares something with one of `spans`, or holds the place where one puts something in. */
function isIn(spans: readonly Span[], { start, end }: Span): boolean {
  const next = spans[partitionPoint(spans, (each) => each.end <= start)];
  return next !== undefined && next.start < end;
}

function bySpeech(places: readonly RemovedPlace[]): ReadonlyMap<number, readonly RemovedPlace[]> {
  const sorted = new Map<number, RemovedPlace[]>();
  for (const place of places) {
    const known = sorted.get(place.speech);
    if (known === undefined) sorted.set(place.speech, [place]);
    else known.push(place);
  }
  return sorted;
}

/** Measures that go with the one around them and that no decision is about. */
function unjudgedIn({ measures }: Speech, speech: number, places: readonly RemovedPlace[]): readonly Check[] {
  return places.flatMap((place): readonly Check[] => {
    if (place.kind !== 'measure' || place.measure === null) return [];
    let count = 0;
    for (let at = place.measure + 1; at < measures.length; at++) {
      if (!covers(place.span, (measures[at] as Measure).span)) break;
      count++;
    }
    const { marker } = measures[place.measure] as Measure;
    return count === 0 ? [] : [{ kind: 'children', span: marker, speech, count }];
  });
}

/** What is left of measures whose first line goes with the ordinal. */
function headlessIn(
  text: string,
  { measures }: Speech,
  speech: number,
  places: readonly RemovedPlace[],
): readonly Check[] {
  return places.flatMap((place): readonly Check[] => {
    if (place.kind !== 'passage' || place.measure === null) return [];
    const { marker, span } = measures[place.measure] as Measure;
    const start = trimStart(text, place.span.end, span.end);
    return covers(place.span, marker) && start < span.end
      ? [{ kind: 'headless', span: { start, end: start }, speech }]
      : [];
  });
}

/** Whether nothing of a speech but its head is left. */
function isEmptied(
  { document, speeches }: StructuredDocument,
  index: number,
  places: readonly RemovedPlace[],
): boolean {
  const units = unitsOf(document.id, [speeches[index] as Speech]);
  return units.every(({ span }) => {
    const place = places[partitionPoint(places, (each) => each.span.end <= span.start)];
    return place !== undefined && covers(place.span, span);
  });
}

/** Whether a removal ends where `at` begins a line. */
function isBehind(removals: readonly Removal[], at: number): boolean {
  return removals[partitionPoint(removals, ({ span }) => span.end < at)]?.span.end === at;
}

function byStart(s: Span, t: Span): number {
  return s.start - t.start;
}

function bySpan(p: { readonly span: Span }, q: { readonly span: Span }): number {
  return p.span.start - q.span.start || p.span.end - q.span.end;
}

function byPlace(p: Conflict, q: Conflict): number {
  return p.place.span.start - q.place.span.start;
}
