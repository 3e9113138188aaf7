import { shapeOf, type Shape } from './headings.ts';
import type { Paragraph } from './paragraphs.ts';

/** What openings are read from: a document's paragraphs and their shapes, index by index. */
export interface Outline {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly shapes: readonly Shape[];
}

/** The lines above a speech's text, taken together. */
export interface Head {
  /** Indices of the title's paragraphs, `[first, last)`. */
  readonly first: number;
  readonly last: number;
  readonly subtitled: boolean;
  /** Index of the byline's paragraph; null for none. */
  readonly byline: number | null;
  /** Index of the first paragraph behind the head. */
  readonly next: number;
}

/** A title takes two lines at most; what stands above those is another title. */
export const TITLE_LINES_MOST = 2;

/** Paragraphs that are looked at between two steps. */
const STEP = 2_000;

/** Takes the shape of every paragraph. Linear time; yields every few milliseconds. */
export function* readOutline(text: string, paragraphs: readonly Paragraph[]): Generator<void, Outline> {
  const shapes: Shape[] = [];
  for (const paragraph of paragraphs) {
    shapes.push(shapeOf(text, paragraph));
    if (shapes.length % STEP === 0) yield;
  }
  return { text, paragraphs, shapes };
}

/** Reads the head whose title begins at paragraph `first`. */
export function readHead({ shapes, paragraphs }: Outline, first: number): Head {
  const marked = (paragraphs[first] as Paragraph).heading > 0;
  let last = first + 1;
  while (
    shapes[last]?.kind === 'title' &&
    paragraphs[last]?.heading === 0 &&
    last - first < 1 + TITLE_LINES_MOST
  ) {
    last++;
  }
  let next = last;
  let byline: number | null = null;
  let subtitled = false;
  for (; next < shapes.length; next++) {
    const kind = shapes[next]?.kind;
    if (kind === 'subtitle' && next - last < 3) subtitled = true;
    else if (isSubtitleRest(paragraphs, shapes, next)) continue;
    else if (kind === 'byline' && byline === null) byline = next;
    else if (kind !== 'particulars') break;
  }
  // Below a heading that is marked as one, a line without a byline under it is text.
  if (marked && last > first + 1 && byline === null)
    return { first, last: first + 1, subtitled: false, byline, next: first + 1 };
  return { first, last, subtitled, byline, next };
}

/** A long subtitle takes two lines; the second looks like a title. */
function isSubtitleRest(paragraphs: readonly Paragraph[], shapes: readonly Shape[], index: number): boolean {
  const line = paragraphs[index];
  const rest = shapes[index]?.kind === 'title' && shapes[index - 1]?.kind === 'subtitle';
  return rest && line !== undefined && !line.apart && line.heading === 0;
}
