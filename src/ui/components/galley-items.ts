import type { Layout } from '../../app/state.ts';
import type { SideName } from '../../core/diff/comparison.ts';
import type { Line } from '../../core/diff/lines.ts';
import type { Surroundings } from '../../core/review/surroundings.ts';
import type { Witness } from '../../core/review/witness.ts';
import type { Messages } from '../../i18n/index.ts';

/** Text around the passages, or words of the page about it. */
export interface Around {
  readonly text: string;
  readonly isSaid: boolean;
}

/** What stands at one height in the galley. */
export type GalleyItem =
  | Line
  | {
      readonly kind: 'context';
      readonly position: 'before' | 'rest' | 'after';
      readonly a: Around;
      readonly b: Around;
    }
  /** A button for one more paragraph of context; `shown` are there already. */
  | { readonly kind: 'more'; readonly position: 'before' | 'after'; readonly shown: number };

/** How many paragraphs of context were asked for; 0 is the short excerpt. */
export interface Reach {
  readonly before: number;
  readonly after: number;
}

/** What the items around the clauses are made of. */
export interface AroundOptions {
  readonly witnesses: Readonly<Record<SideName, Witness>>;
  readonly surroundings: Readonly<Record<SideName, Surroundings>>;
  readonly reach: Reach;
  readonly layout: Layout;
  readonly isOn: boolean;
  /** Whether b's unit follows a's at once. */
  readonly follows: boolean;
}

/** Context and the rest of the units before and behind the clauses. */
export function aroundItems(
  options: AroundOptions,
  messages: Messages,
): { readonly above: readonly GalleyItem[]; readonly below: readonly GalleyItem[] } {
  const { witnesses, surroundings, reach, isOn } = options;
  const { a, b } = witnesses;
  const isBeside = options.layout !== 'only-a' && options.layout !== 'only-b';
  const follows = options.follows && isBeside;
  const above: GalleyItem[] = [];
  const below: GalleyItem[] = [];
  const sides = [surroundings.a, surroundings.b];
  if (isOn) {
    const none = said(messages.speechBeginsHere);
    if (sides.some(({ hasMoreBefore }) => hasMoreBefore))
      above.push({ kind: 'more', position: 'before', shown: reach.before });
    above.push({
      kind: 'context',
      position: 'before',
      a: written(surroundings.a.before) ?? none,
      b: follows ? said(messages.followsLeft) : (written(surroundings.b.before) ?? none),
    });
  }
  if (a.unitBefore !== '' || b.unitBefore !== '') above.push(rest(a.unitBefore, b.unitBefore));
  if (a.unitAfter !== '' || b.unitAfter !== '') below.push(rest(a.unitAfter, b.unitAfter));
  if (isOn) {
    const none = said(messages.speechEndsHere);
    below.push({
      kind: 'context',
      position: 'after',
      a: follows ? said(messages.precedesRight) : (written(surroundings.a.after) ?? none),
      b: written(surroundings.b.after) ?? none,
    });
    if (sides.some(({ hasMoreAfter }) => hasMoreAfter))
      below.push({ kind: 'more', position: 'after', shown: reach.after });
  }
  return { above, below };
}

function rest(a: string, b: string): GalleyItem {
  return { kind: 'context', position: 'rest', a: writtenOrNothing(a), b: writtenOrNothing(b) };
}

function writtenOrNothing(text: string): Around {
  return written(text) ?? { text: '', isSaid: false };
}

function written(text: string): Around | null {
  const closed = closeUp(text);
  return closed === '' ? null : { text: closed, isSaid: false };
}

function said(text: string): Around {
  return { text, isSaid: true };
}

/** Paragraphs one under another: blank lines between them say nothing here. */
function closeUp(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** A block has at most so many items, and is full from so many units of text on. */
const BLOCK_ITEMS = 30;
const BLOCK_UNITS = 6_000;
/** Up to here everything is one block and always drawn: then each side is one element from top to bottom. */
const WHOLE_ITEMS = 120;
const WHOLE_UNITS = 20_000;

/** A run of items that are drawn together. */
export interface GalleyBlock {
  readonly items: readonly GalleyItem[];
  /** The index of the first item among all. */
  readonly first: number;
}

/** Cuts a galley into blocks; what comes before an item decides in which block it stands. */
export function blocksOf(items: readonly GalleyItem[]): readonly GalleyBlock[] {
  const all = items.reduce((sum, item) => sum + unitsOf(item), 0);
  if (items.length <= WHOLE_ITEMS && all <= WHOLE_UNITS) return [{ items, first: 0 }];
  const blocks: GalleyBlock[] = [];
  let [first, units] = [0, 0];
  items.forEach((item, index) => {
    if (index > first && (index - first >= BLOCK_ITEMS || units >= BLOCK_UNITS)) {
      blocks.push({ items: items.slice(first, index), first });
      [first, units] = [index, 0];
    }
    units += unitsOf(item);
  });
  blocks.push({ items: items.slice(first), first });
  return blocks;
}

function unitsOf(item: GalleyItem): number {
  if (item.kind !== 'row') return 0;
  const { a, b } = item.row;
  return Math.max(a === null ? 0 : a.end - a.start, b === null ? 0 : b.end - b.start);
}
