import { isBlank, trimEnd, trimStart } from '../structure/blanks.ts';
import type { Speech } from '../structure/speech.ts';
import { partitionPoint } from '../text/partition-point.ts';
import type { Span } from '../text/span.ts';
import type { ParagraphLines } from './breaks.ts';
import { isSentenceEnd, isSeparator, strengthOf } from './marks.ts';
import type { Check, Removal, RemovedPlace } from './plan.ts';

/** The removals of a document, and the places where a clause was cut. */
export interface Cuts {
  readonly removals: readonly Removal[];
  readonly torn: readonly Check[];
}

/** Quotation marks and brackets that come in pairs. */
const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['【', '】'],
];
const CLOSERS = PAIRS.map(([, close]) => close).join('');

/** Places that stand in one line with nothing but punctuation between them. */
interface Run {
  readonly places: RemovedPlace[];
  readonly start: number;
  end: number;
}

/**
 * Makes removals of places (in order, disjoint): whole lines go with the white lines behind them (before them at the end of
 * the text); inside a line, of the marks on both sides the stronger one stays, and none stays at its beginning. Linear.
 */
export function cutOut(
  text: string,
  speeches: readonly Speech[],
  lines: ParagraphLines,
  places: readonly RemovedPlace[],
): Cuts {
  const runs = runsOf(text, places);
  const removals: Removal[] = [];
  const torn: Check[] = [];
  const isTail = tailOf(text, runs, lines);
  let done = 0;
  for (const [index, run] of runs.entries()) {
    const first = run.places[0] as RemovedPlace;
    let span: Span;
    if (isWholeLine(text, run, lines)) span = lineCut(text, run, lines, isTail[index] === true);
    else {
      const cut = inlineCut(text, run, lowerBound(speeches[first.speech] as Speech, run, lines), lines);
      span = cut.span;
      if (cut.isTorn && run.places.some(({ kind }) => kind === 'passage')) {
        torn.push({ kind: 'torn', span: { start: span.end, end: span.end }, speech: first.speech });
      }
    }
    const start = Math.max(done, span.start);
    removals.push({ kind: 'removal', span: { start, end: span.end }, text: '', places: run.places });
    done = span.end;
  }
  return { removals, torn };
}

function runsOf(text: string, places: readonly RemovedPlace[]): readonly Run[] {
  const runs: Run[] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last !== undefined && isGap(text, last.end, place.span.start)) {
      last.places.push(place);
      last.end = place.span.end;
    } else runs.push({ places: [place], start: place.span.start, end: place.span.end });
  }
  return runs;
}

/** Whether nothing but punctuation and blanks of one line stands between. */
function isGap(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || !(isBlank(unit) || isSeparator(unit))) return false;
  }
  return true;
}

function isWholeLine(text: string, { start, end }: Run, lines: ParagraphLines): boolean {
  const before = lines.lineStart(start);
  return isGap(text, before, start) && isGap(text, end, lines.lineEnd(end));
}

/** For each run, whether nothing that stays follows it. */
function tailOf(text: string, runs: readonly Run[], lines: ParagraphLines): readonly boolean[] {
  const tail: boolean[] = runs.map(() => false);
  let end = text.length;
  for (let index = runs.length - 1; index >= 0; index--) {
    const run = runs[index] as Run;
    const after = lines.lineEnd(run.end);
    if (!isWholeLine(text, run, lines) || trimStart(text, after, end) < end) break;
    tail[index] = true;
    end = lines.lineStart(run.start);
  }
  return tail;
}

function lineCut(text: string, { start, end }: Run, lines: ParagraphLines, isTail: boolean): Span {
  const lineStart = lines.lineStart(start);
  const lineEnd = lines.lineEnd(end);
  if (isTail) return { start: trimEnd(text, 0, lineStart), end: trimEnd(text, end, lineEnd) };
  const next = trimStart(text, lineEnd, text.length);
  return { start: lineStart, end: text.lastIndexOf('\n', next) + 1 };
}

/** Where what stands before the run in its line begins; an ordinal is none of it. */
function lowerBound({ measures }: Speech, { start }: Run, lines: ParagraphLines): number {
  const before = measures[partitionPoint(measures, ({ marker }) => marker.end <= start) - 1];
  return Math.max(lines.lineStart(start), before?.marker.end ?? 0);
}

function inlineCut(
  text: string,
  run: Run,
  low: number,
  lines: ParagraphLines,
): { span: Span; isTorn: boolean } {
  const high = lines.lineEnd(run.end);
  const [first, last] = withoutLoneMarks(text, run.start, run.end, lines);
  const [start, end] = withPairedMarks(text, first, last, low, high);
  const before = walkLeft(text, start, low, lines);
  const after = walkRight(text, end, high, lines);
  const [l, r] = [strengthOf(text.slice(before, start)), strengthOf(text.slice(end, after))];
  if (before === low)
    return { span: { start: trimStart(text, low, start), end: after }, isTorn: after < high && r === 0 };
  const isCutBefore = l === 0 && !isClosed(text, before);
  if (after === high && r === 0) {
    return { span: { start: l === strengthOf('。') ? start : before, end }, isTorn: isCutBefore };
  }
  const isTorn = isCutBefore || (r === 0 && !isClosed(text, end));
  return { span: r > l ? { start: before, end } : { start, end: after }, isTorn };
}

function walkRight(text: string, from: number, most: number, lines: ParagraphLines): number {
  let at = from;
  while (at < most) {
    const unit = text.charCodeAt(at);
    const jump = lines.breakEnd(at);
    if (jump > at && jump <= most) at = jump;
    else if (isBlank(unit) || isSeparator(unit)) at++;
    else break;
  }
  return at;
}

function walkLeft(text: string, from: number, least: number, lines: ParagraphLines): number {
  let at = from;
  while (at > least) {
    const unit = text.charCodeAt(at - 1);
    const jump = lines.breakStart(at);
    if (jump < at && jump >= least) at = jump;
    else if (isBlank(unit) || isSeparator(unit)) at--;
    else break;
  }
  return at;
}

/** Without the punctuation at both ends, and without marks there whose other half stays further off. */
function withoutLoneMarks(text: string, from: number, to: number, lines: ParagraphLines): [number, number] {
  let [start, end] = [from, to];
  for (;;) {
    start = walkRight(text, start, end, lines);
    end = walkLeft(text, end, start, lines);
    const opened = PAIRS.find(([open]) => open === text.charAt(start));
    const closed = PAIRS.find(([, close]) => close === text.charAt(end - 1));
    if (
      start < end &&
      opened !== undefined &&
      balanceOf(text, start, end, opened) > 0 &&
      text.charAt(end) !== opened[1]
    )
      start++;
    else if (
      start < end &&
      closed !== undefined &&
      balanceOf(text, start, end, closed) < 0 &&
      text.charAt(start - 1) !== closed[0]
    )
      end--;
    else return [start, end];
  }
}

/** Takes along a mark whose other half goes, and a pair of marks of which the whole inside goes. */
function withPairedMarks(
  text: string,
  start: number,
  end: number,
  low: number,
  high: number,
): [number, number] {
  let [from, to] = [start, end];
  for (let grown = true; grown;) {
    grown = false;
    for (const pair of PAIRS) {
      const [open, close] = pair;
      const inside = balanceOf(text, from, to, pair);
      const opensBefore = from > low && text.charAt(from - 1) === open;
      const closesAfter = to < high && text.charAt(to) === close;
      if (closesAfter && (inside > 0 || opensBefore)) {
        to++;
        grown = true;
      }
      if (opensBefore && (inside < 0 || closesAfter)) {
        from--;
        grown = true;
      }
    }
  }
  return [from, to];
}

/** How many pairs are opened inside and not closed; negative for those closed and not opened. */
function balanceOf(
  text: string,
  start: number,
  end: number,
  [open, close]: readonly [string, string],
): number {
  let balance = 0;
  for (let at = start; at < end; at++) {
    const mark = text.charAt(at);
    if (mark === open) balance++;
    else if (mark === close) balance--;
  }
  return balance;
}

/** Whether a sentence ends before `at`, inside of a quotation. */
function isClosed(text: string, at: number): boolean {
  return CLOSERS.includes(text.charAt(at - 1) || ' ') && isSentenceEnd(text.charCodeAt(at - 2));
}
