import { readableText } from './characters.ts';
import type { PageText, TextItem } from './engine.ts';

/** A run of text on a page that is held so that its text runs from left to right. Lengths in points, from the top left. */
export interface Fragment {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** The height of a letter's square. */
  readonly size: number;
  readonly font: string;
}

/** A page with what it shows. */
export interface Page {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly fragments: readonly Fragment[];
  /** What stands turned beside the rest, in the order of the file: a note along the margin. */
  readonly turned: readonly string[];
  /** How many characters there are, and how many of them run from top to bottom. */
  readonly characters: number;
  readonly verticalCharacters: number;
}

/** In squares of a letter: how far apart two characters of a column may be, and how far out of it. */
const STACKED_LEAST = 0.7;
const STACKED_MOST = 2;
const STACKED_ASIDE = 0.3;
/** Characters above one another that make a column: fewer are a table's narrow heading. */
const STACK_LEAST = 4;

/** 0 to 3: right, down, left, up as the reader sees it; null for slanting text, which is a watermark. */
type Direction = 0 | 1 | 2 | 3;

interface Placed {
  readonly item: TextItem;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly direction: Direction;
}

/** The page as it is held to be read. Linear time. */
export function pageOf(number: number, page: PageText): Page {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const placed = page.items.flatMap((item) => place(item, page.rotation, [left, bottom, right, top]));
  const counts = [0, 0, 0, 0];
  let characters = 0;
  for (const { text, direction } of placed) {
    counts[direction] = (counts[direction] ?? 0) + text.length;
    characters += text.length;
  }
  const main = counts.indexOf(Math.max(...counts)) as Direction;
  const isAcross = page.rotation % 180 !== 0;
  const width = isAcross ? top - bottom : right - left;
  const height = isAcross ? right - left : top - bottom;
  const upright = placed.filter(({ direction }) => direction === main);
  const inColumns = upright.filter(({ item }) => page.verticalFonts.has(item.fontName));
  const fragments = upright.map((each) => turnedBack(each, main, width, height));
  const columned = sum(inColumns.map(({ text }) => text.length));
  return {
    number,
    width: main % 2 === 0 ? width : height,
    height: main % 2 === 0 ? height : width,
    fragments,
    turned: placed.filter(({ direction }) => direction !== main).map(({ text }) => text),
    characters,
    // Text that stands sideways on a page that is not turned is set from top to bottom.
    verticalCharacters: main % 2 === 1 && !isAcross ? characters : Math.max(columned, stackedIn(fragments)),
  };
}

function place(item: TextItem, rotation: number, view: readonly [number, number, number, number]): Placed[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform;
  const text = readableText(item.str);
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  if (text.trim() === '' || !Number.isFinite(e + f + size + item.width) || size === 0) return [];
  const [x, y] = shown(e, f, rotation, view);
  const [aheadX, aheadY] = shown(e + a, f + b, rotation, view);
  const direction = directionOf(aheadX - x, aheadY - y);
  return direction === null ? [] : [{ item, text, x, y, size, direction }];
}

/** Where a point of the file is seen, from the top left of the page as it is shown. */
function shown(
  x: number,
  y: number,
  rotation: number,
  [left, bottom, right, top]: readonly [number, number, number, number],
): readonly [x: number, y: number] {
  switch (rotation) {
    case 90:
      return [y - bottom, x - left];
    case 180:
      return [right - x, y - bottom];
    case 270:
      return [top - y, right - x];
    default:
      return [x - left, top - y];
  }
}

function directionOf(dx: number, dy: number): Direction | null {
  const along = Math.max(Math.abs(dx), Math.abs(dy));
  const aside = Math.min(Math.abs(dx), Math.abs(dy));
  if (along === 0 || aside > along / 8) return null;
  if (Math.abs(dx) >= Math.abs(dy)) return dx > 0 ? 0 : 2;
  return dy > 0 ? 1 : 3;
}

/** Holds the page so that text of `direction` runs to the right. */
function turnedBack(
  { item, text, x, y, size }: Placed,
  direction: Direction,
  width: number,
  height: number,
): Fragment {
  const [turnedX, turnedY] = [
    [x, y],
    [y, width - x],
    [width - x, height - y],
    [height - y, x],
  ][direction] as [number, number];
  return { text, x: turnedX, y: turnedY, width: item.width, size, font: item.fontName };
}

/** How many characters stand below one another, one by one, as in a text that is set from top to bottom. */
function stackedIn(fragments: readonly Fragment[]): number {
  let stacked = 0;
  let run = 1;
  for (let i = 1; i <= fragments.length; i++) {
    const [above, below] = [fragments[i - 1] as Fragment, fragments[i]];
    if (below !== undefined && isBelow(above, below)) {
      run++;
      continue;
    }
    if (run >= STACK_LEAST) stacked += run;
    run = 1;
  }
  return stacked;
}

function isBelow(above: Fragment, below: Fragment): boolean {
  const step = (below.y - above.y) / above.size;
  const isOneByOne = [...above.text].length === 1 && [...below.text].length <= 2;
  const isInLine = Math.abs(below.x - above.x) < STACKED_ASIDE * above.size;
  return isOneByOne && isInLine && step > STACKED_LEAST && step < STACKED_MOST;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
