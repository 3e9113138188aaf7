import type { PageLine } from './lines.ts';

/** Lines that make one paragraph. */
export interface PageParagraph {
  readonly text: string;
  readonly page: number;
  /** 1 to 3 for what is set larger than the text, 0 for the text. */
  readonly level: number;
}

/** In sizes: a line that begins further right is indented, one that ends further left ends its paragraph. */
const INDENT = 0.8;
const RAGGED = 1.6;
/** Times the usual distance of lines: more stands between paragraphs. */
const APART = 1.6;
/** Times the size of the text: what is larger is a heading, when it is not longer, in characters, than HEADING_MOST. */
const LARGER = 1.12;
const HEADING_MOST = 80;
const LEVELS = 3;

/** Joins lines to paragraphs, also over the ends of pages: by indentation, by what fills its line, by distance and size. */
export function paragraphsOf(lines: readonly PageLine[]): readonly PageParagraph[] {
  const body = commonest(lines.map(({ size, text }) => [size, text.length]));
  const texts = lines.filter(({ size }) => Math.abs(size - body) < body * (LARGER - 1));
  const left = texts.reduce((least, line) => Math.min(least, line.left), Infinity);
  const right = commonest(texts.map((line) => [line.right, line.text.length]));
  const leading = commonest(
    lines.slice(1).flatMap((line, i) => {
      const before = lines[i] as PageLine;
      return line.page === before.page ? [[line.y - before.y, 1] as const] : [];
    }),
  );
  const paragraphs: { text: string; page: number; size: number }[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const last = paragraphs.at(-1);
    if (before !== undefined && last !== undefined && goesOn(before, line))
      last.text = glued(last.text, line.text);
    else paragraphs.push({ text: line.text, page: line.page, size: line.size });
  });
  const larger = [...new Set(paragraphs.filter(isHeading).map(({ size }) => rounded(size)))].sort(
    (a, b) => b - a,
  );
  return paragraphs.map((paragraph) => ({
    text: paragraph.text,
    page: paragraph.page,
    level: isHeading(paragraph) ? Math.min(LEVELS, larger.indexOf(rounded(paragraph.size)) + 1) : 0,
  }));

  function goesOn(before: PageLine, line: PageLine): boolean {
    if (Math.abs(before.size - line.size) > body * (LARGER - 1)) return false;
    const isApart = line.page === before.page && line.y - before.y > leading * APART;
    if (isApart) return false;
    // Lines of a title stand in the middle and fill nothing.
    if (line.size > body * LARGER) return true;
    return line.left - left < INDENT * line.size && right - before.right < RAGGED * line.size;
  }

  function isHeading({ size, text }: { readonly size: number; readonly text: string }): boolean {
    return size > body * LARGER && text.length <= HEADING_MOST;
  }
}

/** The value, to half a millimetre, with the greatest weight; 0 where there is none. */
function commonest(values: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values)
    weights.set(rounded(value), (weights.get(rounded(value)) ?? 0) + weight);
  let best = 0;
  let most = 0;
  for (const [value, weight] of weights) {
    if (weight <= most) continue;
    best = value;
    most = weight;
  }
  return best;
}

function rounded(value: number): number {
  return Math.round(value * 2) / 2;
}

/** Latin words at the end of a line are divided from the next by a space. */
function glued(text: string, next: string): string {
  const isLatin = /[A-Za-z0-9,.;]$/u.test(text) && /^[A-Za-z0-9]/u.test(next);
  return text + (isLatin ? ' ' : '') + next;
}
