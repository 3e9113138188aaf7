import type { Span } from '../text/span.ts';
import { trimEnd, trimStart } from './blanks.ts';

/**
 * The parts of `whole` that `taken` (in order, without overlap) leaves over, white space and breaks at their ends left
 * out. Where that is all of it, it is `whole` itself: most measures are, and there are hundreds of thousands.
 */
export function leftoversOf(
  text: string,
  whole: Span,
  taken: readonly Span[],
  breaks: BreakIndex,
): readonly Span[] {
  if (taken.length === 0) {
    const part = trim(text, whole, breaks);
    return part.end > part.start ? [part] : [];
  }
  const parts: Span[] = [];
  let start = whole.start;
  for (const span of taken) {
    parts.push({ start, end: span.start });
    start = span.end;
  }
  parts.push({ start, end: whole.end });
  return parts.map((part) => trim(text, part, breaks)).filter((part) => part.end > part.start);
}

/** Breaks by where they start and by where they end. */
export interface BreakIndex {
  readonly endAt: ReadonlyMap<number, number>;
  readonly startAt: ReadonlyMap<number, number>;
}

/** Makes breaks findable from both of their ends. */
export function indexBreaks(breaks: readonly Span[]): BreakIndex {
  return {
    endAt: new Map(breaks.map(({ start, end }) => [start, end])),
    startAt: new Map(breaks.map(({ start, end }) => [end, start])),
  };
}

/** `span` without white space and breaks at its ends; itself where there are none. */
function trim(text: string, span: Span, breaks: BreakIndex): Span {
  const { start, end } = span;
  let first = trimStart(text, start, end);
  for (let jump = breaks.endAt.get(first); jump !== undefined && jump <= end && first < end;) {
    first = trimStart(text, jump, end);
    jump = breaks.endAt.get(first);
  }
  let last = trimEnd(text, first, end);
  for (let jump = breaks.startAt.get(last); jump !== undefined && jump >= first && last > first;) {
    last = trimEnd(text, first, jump);
    jump = breaks.startAt.get(last);
  }
  last = Math.max(first, last);
  return first === start && last === end ? span : { start: first, end: last };
}
