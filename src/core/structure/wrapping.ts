import type { Line } from './lines.ts';

/** The width at which a document's lines were broken by hand, in columns and in characters; null where that measure shows none. */
export interface PageWidths {
  readonly columns: number | null;
  readonly characters: number | null;
}

/** No page is narrower, in columns (18 ideographs). */
const NARROWEST = 36;
const WIDEST = 200;
/** Lines of one page differ by this much: a mark hangs over, or a digit takes half a place. */
const TOLERANCE = 4;
/** So many lines, and this share of those with a line right below, make a page's width. */
const LINES_LEAST = 3;
const SHARE_LEAST = 0.4;

/** Finds the width at which lines were broken; null for a document whose lines are paragraphs. Linear time. */
export function findPageWidths(lines: readonly Line[]): PageWidths | null {
  const above = lines.filter((_, index) => lines[index + 1]?.apart === false);
  const columns = findPeak(above.map(indented), NARROWEST);
  const characters = findPeak(
    above.map((line) => line.end - line.content),
    NARROWEST / 2,
  );
  return columns === null && characters === null ? null : { columns, characters };
}

/**
 * Whether `a` reaches the page's width, so that `b` below it may be the same paragraph. Where the document has no width
 * of its own, `neighbour` (a line of the same paragraph, or `b`) may show one for these few lines.
 */
export function isFull(a: Line, b: Line, widths: PageWidths | null, neighbour: Line | null): boolean {
  if (widths !== null) {
    const length = a.end - a.content;
    const near = (value: number, width: number | null) =>
      width !== null && Math.abs(value - width) <= TOLERANCE;
    if (near(indented(a), widths.columns) || near(length, widths.characters)) return true;
  }
  return (
    neighbour !== null &&
    a.width >= NARROWEST &&
    a.width <= WIDEST &&
    b.width <= a.width + TOLERANCE &&
    Math.abs(indented(neighbour) - indented(a)) <= TOLERANCE
  );
}

/** A first line's indentation takes part of the page's width. */
function indented(line: Line): number {
  return line.width + line.indent;
}

/** The upper end of the narrow band of widths that holds most lines, where it holds enough of them. */
function findPeak(widths: readonly number[], narrowest: number): number | null {
  const counts = new Uint32Array(WIDEST + TOLERANCE + 1);
  let all = 0;
  for (const width of widths) {
    all++;
    if (width >= narrowest && width <= WIDEST) counts[width] = (counts[width] ?? 0) + 1;
  }
  let best = 0;
  let peak: number | null = null;
  for (let width = narrowest; width <= WIDEST; width++) {
    let band = 0;
    for (let w = Math.max(0, width - TOLERANCE); w <= width; w++) band += counts[w] ?? 0;
    if (band >= best && (counts[width] ?? 0) > 0) {
      best = band;
      peak = width;
    }
  }
  return best >= LINES_LEAST && best >= SHARE_LEAST * all ? peak : null;
}
