import type { Line } from './lines.ts';

/** A page's lines from top to bottom, with the page's height in points. */
export interface LinedPage {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

/** Lines at the top and at the bottom of a page that may run through the document. */
const RUNNING_LINES = 3;
/** Of the page's height: what stands further in is no header or footer. */
const MARGIN = 0.16;
/** In points: how far a running line may stand from where it stands on the other page. */
const SAME_HEIGHT = 4;
/** Of the usual size of letters; and times the usual distance of two lines. */
const OTHER_SIZE = 0.08;
const APART = 1.3;
/** In squares of a letter: no two lines of a text are so far from each other. */
const FAR = 3;
/** Pages around one on which its running line is looked for: left and right pages, and a chapter's first, differ. */
const NEIGHBOURS = 3;
/** Pages nearby on which a line must stand that nothing but this sets apart from the text. */
const REPEATED = 2;
/** Of pages with numbers that count up, this share of all numbers must fit. */
const COUNTING = 0.6;

/** `— 3 —`, `- 3 -`, `3/10`, `第 3 页 共 10 页`, `Page 3 of 10`, `· 3 ·`, `III`: what stands there beside digits. */
const NUMBER_SIGNS = /^[\s\-–—―─－·•.~～|/／()（）第页頁共,，ofp]*$/u;
/** What stands between a page's number and how many there are. */
const OF = /[/／共页頁]|of/u;
const ROMAN = /^[ivxl]{1,6}$/u;
const DIGITS = /\d+/gu;
const WORDS = /pages?/giu;

/** The pages without running headers, footers and page numbers. Time linear in the lines at the margins. */
export function withoutRunningLines(pages: readonly LinedPage[]): readonly LinedPage[] {
  const margins = pages.map(marginLines);
  const offset = countingOffset(pages, margins);
  return pages.map((page, i) => {
    const running = new Set<Line>();
    for (const edge of ['top', 'bottom'] as const) {
      const lines = margins[i]?.[edge] ?? [];
      // From the edge inwards, so that a line of the text that happens to repeat is not taken from behind another.
      for (const line of lines) {
        const isNumber = isPageNumber(line, page, offset, pages.length);
        const times = isNumber ? 0 : repetitions(line, page, i, edge, pages, margins);
        if (!isNumber && times < (isSetApart(line, edge, page) ? 1 : REPEATED)) break;
        running.add(line);
      }
    }
    return { ...page, lines: page.lines.filter((line) => !running.has(line)) };
  });
}

/** Whether a line at the edge is of another size than most, or further from its neighbour: text repeats, too. */
function isSetApart(line: Line, edge: 'top' | 'bottom', { lines }: LinedPage): boolean {
  const size = median(lines.map((each) => each.size));
  if (Math.abs(line.size - size) > OTHER_SIZE * size) return true;
  const distances = lines.slice(1).map(({ y }, i) => y - (lines[i] as Line).y);
  const at = lines.indexOf(line);
  const distance = (edge === 'top' ? distances[at] : distances[at - 1]) ?? Infinity;
  return distance > APART * median(distances) || distance > FAR * line.size;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

interface Margins {
  /** From the edge inwards. */
  readonly top: readonly Line[];
  readonly bottom: readonly Line[];
}

function marginLines({ lines, height }: LinedPage): Margins {
  return {
    top: lines.slice(0, RUNNING_LINES).filter(({ y }) => y < height * MARGIN),
    bottom: lines
      .slice(-RUNNING_LINES)
      .reverse()
      .filter(({ y }) => y > height * (1 - MARGIN)),
  };
}

/** The number that a line says of its page, and perhaps how many there are; null when it says something else. */
function numbersIn(text: string): readonly number[] | null {
  const bare = text.replaceAll(WORDS, '');
  const numbers = (bare.match(DIGITS) ?? []).map(Number);
  const isNumber =
    numbers.length > 0 && numbers.length <= 2 && NUMBER_SIGNS.test(bare.replaceAll(DIGITS, ''));
  return isNumber && (numbers[0] as number) < 10_000 ? numbers : null;
}

/** What is added to a page's place in the file to get its printed number; null when no numbers count up. */
function countingOffset(pages: readonly LinedPage[], margins: readonly Margins[]): number | null {
  const offsets = new Map<number, number>();
  let numbered = 0;
  for (const [i, { top, bottom }] of margins.entries()) {
    const said = [...bottom, ...top].flatMap(({ text }) => numbersIn(text)?.[0] ?? []);
    if (said.length > 0) numbered++;
    for (const number of new Set(said)) {
      const offset = number - (pages[i] as LinedPage).number;
      offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
    }
  }
  const [offset, count] = [...offsets].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0]);
  const isCounting = pages.length === 1 ? count === 1 : count >= 2 && count >= COUNTING * numbered;
  return isCounting ? offset : null;
}

function isPageNumber(line: Line, page: LinedPage, offset: number | null, pageCount: number): boolean {
  if (ROMAN.test(line.text.trim())) return pageCount > 1;
  const numbers = numbersIn(line.text);
  if (numbers === null) return false;
  if (offset !== null && numbers[0] === page.number + offset) return pageCount > 1 || isSaidSo(line, numbers);
  return isSaidSo(line, numbers);
}

/** A single page's lonely number can be anything; with dashes around it, or how many pages there are, it is its number. */
function isSaidSo({ text }: Line, [page = 0, of]: readonly number[]): boolean {
  const trimmed = text.trim();
  if (of !== undefined) return page <= of && OF.test(trimmed);
  return /^[-–—―─－·•~～]/u.test(trimmed) || /^第.*[页頁]$/u.test(trimmed);
}

/** How many pages nearby have the same words, but for numbers, at the same height. */
function repetitions(
  line: Line,
  page: LinedPage,
  index: number,
  edge: 'top' | 'bottom',
  pages: readonly LinedPage[],
  margins: readonly Margins[],
): number {
  const words = wordsOf(line);
  let times = 0;
  if (words.masked === '') return 0;
  const fromEdge = (each: Line, height: number) => (edge === 'top' ? each.y : height - each.y);
  for (let other = Math.max(0, index - NEIGHBOURS); other <= index + NEIGHBOURS; other++) {
    const there = pages[other];
    if (there === undefined || other === index) continue;
    const isThere = margins[other]?.[edge].some(
      (each) =>
        isSame(wordsOf(each), words, other - index) &&
        Math.abs(fromEdge(each, there.height) - fromEdge(line, page.height)) <= SAME_HEIGHT,
    );
    if (isThere === true) times++;
  }
  return times;
}

interface Words {
  /** With every number as `#`. */
  readonly masked: string;
  readonly numbers: readonly number[];
}

function wordsOf({ text }: Line): Words {
  const bare = text.replaceAll(/\s/gu, '');
  return { masked: bare.replaceAll(DIGITS, '#'), numbers: (bare.match(DIGITS) ?? []).map(Number) };
}

/** The same words, in which numbers stay as they are or count the pages. Footnotes of like words have other numbers. */
function isSame(there: Words, here: Words, pages: number): boolean {
  return (
    there.masked === here.masked &&
    here.numbers.every((number, i) => [number, number + pages].includes(there.numbers[i] as number))
  );
}
