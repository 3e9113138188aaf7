import { commonGraphemes } from '../diff/marks.ts';
import type { StructuredDocument, Unit } from '../structure/speech.ts';
import { unitsOf } from '../structure/units.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { slice, type Span } from '../text/span.ts';
import type { ParagraphLines } from './breaks.ts';
import type { RewriteClaim } from './claims.ts';
import { cutOut } from './cuts.ts';
import type { Conflict, RemovedPlace, Rewriting } from './plan.ts';

/** What is rewritten in a document, what then still goes, and what stood against one another. */
export interface SettledRewrites {
  /** In order, disjoint, and apart from all that goes. */
  readonly rewrites: readonly Rewriting[];
  readonly places: readonly RemovedPlace[];
  readonly conflicts: readonly Conflict[];
}

/** A rewriting with the claims that it comes from. */
interface Wanted extends Rewriting {
  readonly claims: readonly RewriteClaim[];
}

/**
 * What the claims put in the place of passages: of each only what differs, so that an ordinal that nobody touched counts
 * anew as ever. Where two say different things of one place, neither stands; where one rewrites what another takes out, it
 * stays and is rewritten. Both are said. `places` are in order and disjoint. Sorts the claims.
 */
export function settleRewrites(
  structured: StructuredDocument,
  claims: readonly RewriteClaim[],
  lines: ParagraphLines,
  places: readonly RemovedPlace[],
): SettledRewrites {
  if (claims.length === 0) return { rewrites: [], places, conflicts: [] };
  const { document, speeches } = structured;
  const { text } = document;
  const conflicts: Conflict[] = [];
  const rewrites: Rewriting[] = [];
  for (const group of overlapping(wantedOf(structured, claims))) {
    const [first] = group as [Wanted];
    const { claims: [claim] = [], ...rewriting } = first;
    if (group.length === 1) rewrites.push(rewriting);
    else if (claim !== undefined)
      conflicts.push({
        kind: 'rewritten-twice',
        place: claim.passage,
        removing: [],
        keeping: unique(group.flatMap(({ pairs }) => pairs)),
      });
  }
  let left = places;
  // What is left may be cut otherwise once something stays: until nothing that goes touches what is rewritten.
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const removal of cutOut(text, speeches, lines, left).removals) {
      const against = rewrites.filter(({ span }) => meet(span, removal.span, lines));
      if (against.length === 0) continue;
      isSettled = false;
      left = left.filter((place) => !removal.places.includes(place));
      for (const { speech, measure, paragraph, span, pairs } of removal.places)
        conflicts.push({
          kind: 'rewritten-and-removed',
          place: { document: document.id, speech, measure, paragraph, unit: span, span },
          removing: pairs,
          keeping: unique(against.flatMap((rewriting) => rewriting.pairs)),
        });
    }
  }
  return { rewrites, places: left, conflicts };
}

/** What each claim changes, in order; those that change the same alike as one. */
function wantedOf(
  { document: { id, text }, speeches }: StructuredDocument,
  claims: readonly RewriteClaim[],
): readonly Wanted[] {
  const units = unitsOf(id, speeches);
  const wanted: Wanted[] = [];
  const sorted = claims
    .flatMap((claim) => {
      const old = slice(text, claim.passage.span);
      const put = old.includes('\r\n') ? claim.text.replace(/\r?\n/gu, '\r\n') : claim.text;
      const [head, tail] = commonGraphemes(old, put);
      const { start, end } = claim.passage.span;
      const span = { start: start + head, end: end - tail };
      return put === old ? [] : [{ claim, span, put: put.slice(head, put.length - tail) }];
    })
    .sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
  for (const { claim, span, put } of sorted) {
    const same = wanted.findLast(
      (each) => each.span.start === span.start && each.span.end === span.end && each.text === put,
    );
    if (same !== undefined) {
      const pairs = unique([...same.pairs, claim.pair]);
      wanted[wanted.indexOf(same)] = { ...same, pairs, claims: [...same.claims, claim] };
      continue;
    }
    const unit = unitAt(units, span.start) ?? claim.passage;
    const { speech, measure, paragraph } = unit;
    wanted.push({
      kind: 'rewrite',
      span,
      text: put,
      speech,
      measure,
      paragraph,
      pairs: [claim.pair],
      claims: [claim],
    });
  }
  return wanted;
}

function unitAt(units: readonly Unit[], at: number): Unit | undefined {
  return units[partitionPoint(units, ({ span }) => span.start <= at) - 1];
}

/** What is in order, parted into runs that have something in common. */
function overlapping(wanted: readonly Wanted[]): readonly (readonly Wanted[])[] {
  const groups: Wanted[][] = [];
  let end = -1;
  for (const each of wanted) {
    const last = groups.at(-1);
    const isInside = each.span.start < end || (each.span.start === end && isPoint(each.span, last));
    if (last !== undefined && isInside) last.push(each);
    else groups.push([each]);
    end = Math.max(end, each.span.end);
  }
  return groups;
}

/** Whether one of what meets here only puts something in: which comes first would be a guess. */
function isPoint({ start, end }: Span, before: readonly Wanted[] | undefined): boolean {
  return start === end || (before?.some(({ span }) => span.start === span.end) ?? false);
}

/** Whether what is rewritten and what goes share a unit, or something is put into a line that goes. */
function meet(written: Span, gone: Span, lines: ParagraphLines): boolean {
  const { start, end } = written;
  if (start < gone.end && gone.start < end) return true;
  if (start !== end) return false;
  if (gone.start < start && start < gone.end) return true;
  const lineStart = lines.lineStart(start);
  const atBegin = start === gone.start && start === lineStart && lines.lineEnd(start) <= gone.end;
  return atBegin || (start === gone.end && start === lines.lineEnd(start) && gone.start <= lineStart);
}

function unique<T>(all: readonly T[]): readonly T[] {
  return [...new Set(all)];
}
