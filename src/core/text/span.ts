/** A half-open range `[start, end)` in UTF-16 units of a document's original text (or of the text named beside it). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span `[start, end)`. Throws when the bounds are negative, fractional or crossed: that is always a bug. */
export function span(start: number, end: number): Span {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start) {
    throw new RangeError(`not a span: [${start}, ${end})`);
  }
  return { start, end };
}

/** How many UTF-16 units the span holds; 0 for an empty one. */
export function lengthOf(s: Span): number {
  return s.end - s.start;
}

/** How many UTF-16 units two spans of one text share; 0 when they only touch. */
export function overlapOf(s: Span, t: Span): number {
  return Math.max(0, Math.min(s.end, t.end) - Math.max(s.start, t.start));
}

/** Whether `outer` holds all of `inner`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The part of `text` that the span names. */
export function slice(text: string, s: Span): string {
  return text.slice(s.start, s.end);
}
