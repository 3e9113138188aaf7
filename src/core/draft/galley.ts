import { isBlank, trimEnd, trimStart } from '../structure/blanks.ts';
import type { Measure, Speech, StructuredDocument } from '../structure/speech.ts';
import { paragraphAt } from '../text/layout.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { overlapOf, type Span } from '../text/span.ts';
import { paragraphLinesOf } from './breaks.ts';
import type { Check, Conflict, DraftPlan, Edit } from './plan.ts';

/** What a line is: `aside` is a page number or running header. */
export type GalleyRole = 'title' | 'byline' | 'heading' | 'text' | 'aside';

/**
 * One line of the galley proof: a paragraph of the document with what becomes of it. White lines are left out; what was
 * rewritten across line ends is one line.
 */
export interface GalleyLine {
  readonly kind: 'line';
  /** In the original, white space at the ends and the `#` of a title left out. */
  readonly span: Span;
  readonly role: GalleyRole;
  /** Of a heading, from 1, the speech's title being 1; 0 for everything else. */
  readonly level: number;
  readonly speech: number;
  /** Index of the measure that begins the line; null for none. */
  readonly measure: number | null;
  readonly state: 'kept' | 'changed' | 'removed';
  /** The plan's edits that touch the line. */
  readonly edits: readonly Edit[];
  readonly checks: readonly Check[];
  readonly conflicts: readonly Conflict[];
}

/** Where lines went and what stood around them meets. */
export interface GalleySeam {
  readonly kind: 'seam';
  /** Where it is in the original. */
  readonly at: number;
  readonly speech: number;
  /** The new ordinals of the items that meet; null unless two of one list do. */
  readonly between: { readonly before: number; readonly after: number } | null;
}

export type GalleyRow = GalleyLine | GalleySeam;

/** A piece of a line: what stays, or what becomes `text`. */
export type GalleyPart =
  | { readonly kind: 'kept'; readonly text: string; readonly check: Check | null }
  | { readonly kind: Edit['kind']; readonly old: string; readonly text: string; readonly edit: Edit };

/** A heading without a full stop is no longer than this, in UTF-16 units. */
const HEADING_MOST = 40;
const NO_HEADING_ENDS_WITH = '。！？；，：!?;,:';

/** The galley proof of a document. Linear in the text and in all that is known of it. */
export function galleyOf(structured: StructuredDocument, plan: DraftPlan): readonly GalleyRow[] {
  const { document, speeches } = structured;
  const { text } = document;
  const lines = plan.edits.length > 0 ? paragraphLinesOf(text, speeches) : paragraphLinesOf(text, []);
  const editsIn = cursor(plan.edits, ({ span }) => span);
  const checksIn = starting(plan.checks, ({ span }) => span.start);
  const conflictsIn = starting(plan.conflicts, ({ place }) => place.span.start);
  const rows: GalleyRow[] = [];
  const rewrites = plan.edits.filter(({ kind }) => kind === 'rewrite');
  let speech = 0;
  const asides = speeches.map((each) => cursor(each.breaks, (span) => span));
  const measures = speeches.map(({ measures: all }) =>
    starting([...all.keys()], (index) => (all[index] as Measure).span.start),
  );
  const numbers = newOrdinals(plan.edits);
  let before: { speech: number; measure: number } | null = null;
  let openIn: number | null = null;
  for (let at = 0; at < text.length;) {
    const lineEnd = writtenEnd(lines.lineEnd(at));
    while (speech + 1 < speeches.length && (speeches[speech] as Speech).span.end <= at) speech++;
    const own = speeches[speech] as Speech;
    const whole = wholeOf(at, lineEnd);
    at = lineEnd + 1;
    const edits = editsIn(whole);
    // A white line is one only where something is written into it; a removal may reach over it.
    if (whole.start >= whole.end && edits.every(({ kind }) => kind !== 'rewrite')) continue;
    const begun = measures[speech]?.(whole.end) ?? [];
    const measure = begun.find((each) => own.measures[each]?.marker.start === whole.start) ?? null;
    const first = measure === null ? undefined : own.measures[measure];
    const isAside = (asides[speech]?.(whole) ?? []).some(
      (each) => overlapOf(each, whole) === whole.end - whole.start,
    );
    const { role, level } = isAside ? ASIDE : roleOf(structured, own, whole, first);
    const isRemoved =
      whole.end > whole.start &&
      edits.some(
        ({ kind, span }) => kind === 'removal' && overlapOf(span, whole) === whole.end - whole.start,
      );
    // Where a speech ends, nothing is joined to what follows.
    if (openIn === speech && !isRemoved)
      rows.push({ kind: 'seam', at: whole.start, speech, between: meeting(measure) });
    openIn = isRemoved ? speech : null;
    if (!isRemoved && measure !== null) before = { speech, measure };
    const isChanged = edits.some(({ kind }) => kind !== 'join');
    rows.push({
      kind: 'line',
      span:
        role === 'title' || role === 'heading' ? { start: behindHashes(text, whole), end: whole.end } : whole,
      role,
      level,
      speech,
      measure,
      state: isRemoved ? 'removed' : isChanged ? 'changed' : 'kept',
      edits,
      checks: checksIn(whole.end + 1),
      conflicts: conflictsIn(whole.end),
    });
  }
  return rows;

  /** The end of a line that ends at `end`, as far as what is rewritten across line ends has it: that is one line. */
  function writtenEnd(end: number): number {
    const across = rewrites[partitionPoint(rewrites, ({ span }) => span.end <= end)];
    return across === undefined || across.span.start > end ? end : writtenEnd(lines.lineEnd(across.span.end));
  }

  /** What a line holds beside white space at its ends, and what is written into that. */
  function wholeOf(start: number, end: number): Span {
    const whole = { start: trimStart(text, start, end), end: trimEnd(text, start, end) };
    if (whole.start > whole.end) whole.start = whole.end;
    const isWhite = whole.start === whole.end;
    let at = partitionPoint(rewrites, ({ span }) => span.end < start);
    for (let first = true; (rewrites[at]?.span.start ?? Infinity) <= end; at++, first = false) {
      const { span } = rewrites[at] as Edit;
      whole.start = isWhite && first ? span.start : Math.min(whole.start, span.start);
      whole.end = isWhite && first ? span.end : Math.max(whole.end, span.end);
    }
    return whole;
  }

  function meeting(measure: number | null): GalleySeam['between'] {
    if (measure === null || before === null || before.speech !== speech) return null;
    const [p, q] = [speeches[speech]?.measures[before.measure], speeches[speech]?.measures[measure]];
    if (p === undefined || q === undefined || p.list !== q.list) return null;
    return {
      before: numbers.get(`${speech}/${before.measure}`) ?? p.ordinal,
      after: numbers.get(`${speech}/${measure}`) ?? q.ordinal,
    };
  }
}

const ASIDE = { role: 'aside', level: 0 } as const;

/** The pieces of a line, in order; `kept` and the new texts join to what stays of it. */
export function partsOf(text: string, { span, edits, checks }: GalleyLine): readonly GalleyPart[] {
  const parts: GalleyPart[] = [];
  let at = span.start;
  for (const edit of edits) {
    const start = Math.max(at, edit.span.start);
    const end = Math.min(span.end, edit.span.end);
    if (end <= at && edit.span.end > edit.span.start) continue;
    keep(start);
    parts.push({ kind: edit.kind, old: text.slice(start, end), text: edit.text, edit });
    at = Math.max(at, end);
  }
  keep(span.end);
  return parts;

  /** What stays up to `end`, the words that are to be checked apart. */
  function keep(end: number): void {
    for (const check of checks) {
      const [from, to] = [Math.max(at, check.span.start), Math.min(end, check.span.end)];
      if (from >= to) continue;
      if (from > at) parts.push({ kind: 'kept', text: text.slice(at, from), check: null });
      parts.push({ kind: 'kept', text: text.slice(from, to), check });
      at = to;
    }
    if (end > at) parts.push({ kind: 'kept', text: text.slice(at, end), check: null });
    at = Math.max(at, end);
  }
}

/** What stays of a line, white space at the ends left out; several lines where it was rewritten as such. */
export function cleanLine(text: string, line: GalleyLine): string {
  return partsOf(text, line)
    .map((part) => part.text)
    .join('')
    .trim();
}

/** Rows at which a reader who walks through the changes stops: where something goes, counts anew, or wants to be looked at. */
export function stopsOf(rows: readonly GalleyRow[]): readonly number[] {
  let last: Edit | undefined;
  return rows.flatMap((row, index) => {
    if (row.kind === 'seam') return [];
    const removal = row.edits.find(({ kind }) => kind === 'removal');
    const goesOn =
      row.state === 'removed' && removal === last && row.checks.length + row.conflicts.length === 0;
    last = row.state === 'removed' ? removal : undefined;
    const isStop = row.state !== 'kept' || row.checks.length > 0 || row.conflicts.length > 0;
    return isStop && !goesOn ? [index] : [];
  });
}

function roleOf(
  { document: { text, layout } }: StructuredDocument,
  speech: Speech,
  line: Span,
  measure: Measure | undefined,
): Pick<GalleyLine, 'role' | 'level'> {
  const isIn = (span: Span | null) => span !== null && overlapOf(span, line) > 0;
  if (isIn(speech.titleSpan)) return { role: 'title', level: 1 };
  if (isIn(speech.bylineSpan)) return { role: 'byline', level: 0 };
  const laid = layout === null ? undefined : paragraphAt(layout, line.start);
  if (laid !== undefined && laid.level > 0 && laid.span.end > line.start)
    return { role: 'heading', level: laid.level };
  const hashes = behindHashes(text, line) - line.start;
  if (text.charAt(line.start) === '#' && hashes > 0) {
    return { role: 'heading', level: text.slice(line.start, line.start + hashes).trim().length };
  }
  const isShort =
    line.end - line.start <= HEADING_MOST && !NO_HEADING_ENDS_WITH.includes(text.charAt(line.end - 1));
  return measure !== undefined && isShort && measure.span.end > line.end
    ? { role: 'heading', level: measure.level + 1 }
    : { role: 'text', level: 0 };
}

function behindHashes(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && text.charAt(at) === '#') at++;
  if (at === start) return start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function newOrdinals(edits: readonly Edit[]): ReadonlyMap<string, number> {
  return new Map(
    edits.flatMap((edit) => (edit.kind === 'ordinal' ? [[`${edit.speech}/${edit.measure}`, edit.to]] : [])),
  );
}

/** Walks what is in order and disjoint along with the lines; gives what touches a line. */
function cursor<T>(all: readonly T[], spanOf: (each: T) => Span): (line: Span) => readonly T[] {
  let next = 0;
  return (line) => {
    // What only puts something in touches a line at its very ends, too.
    const isBefore = ({ start, end }: Span) => end < line.start || (end === line.start && start < end);
    const isBehind = ({ start, end }: Span) => start > line.end || (start === line.end && start < end);
    while (next < all.length && isBefore(spanOf(all[next] as T))) next++;
    const found: T[] = [];
    for (let at = next; at < all.length && !isBehind(spanOf(all[at] as T)); at++) found.push(all[at] as T);
    return found;
  };
}

/** Walks what is in order along with the lines; gives what begins before the end of a line and behind that of the line before. */
function starting<T>(all: readonly T[], startOf: (each: T) => number): (end: number) => readonly T[] {
  let next = 0;
  return (end) => {
    const from = next;
    while (next < all.length && startOf(all[next] as T) < end) next++;
    return all.slice(from, next);
  };
}
