import type { ComponentChildren } from 'preact';
import { rightToLeftRuns } from '../../core/text/right-to-left.ts';
import type { Span } from '../../core/text/span.ts';

/** A stretch of a line, and how any part of it is drawn. */
export interface DrawnPiece extends Span {
  draw(start: number, end: number): ComponentChildren;
}

/**
 * The pieces of a line in order. A quotation that runs from right to left stands isolated as a whole, marks and numbers
 * inside, so that it reorders nothing around it and is read in its own order.
 */
export function inReadingOrder(text: string, pieces: readonly DrawnPiece[]): ComponentChildren[] {
  const runs = rightToLeftRuns(text);
  if (runs.length === 0) return pieces.map(({ start, end, draw }) => draw(start, end));
  const drawn: ComponentChildren[] = [];
  let next = 0;
  let at = 0;
  for (const run of runs) {
    drawn.push(...partsUntil(run.start));
    drawn.push(
      <bdi key={`rtl${run.start}`} dir="rtl">
        {partsUntil(run.end)}
      </bdi>,
    );
  }
  return [...drawn, ...partsUntil(Infinity)];

  /** What comes before `end` and was not drawn. Carets at the edge come with what follows. */
  function partsUntil(end: number): ComponentChildren[] {
    const parts: ComponentChildren[] = [];
    while (next < pieces.length) {
      const piece = pieces[next] as DrawnPiece;
      const start = Math.max(at, piece.start);
      if (start >= end) break;
      const to = Math.min(piece.end, end);
      parts.push(piece.draw(start, to));
      at = to;
      if (to === piece.end) next++;
      else break;
    }
    return parts;
  }
}
