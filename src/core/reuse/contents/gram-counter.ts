import type { Contents } from './contents.ts';
import { createGramCounts, type GramCounts, type GramTable } from './rarity.ts';

/** Speeches whose grams another thread counts: their folded text, contents one behind the other. */
export interface GramOrder {
  /** The size of the table to begin with, as a power of two; null where counting goes on. */
  readonly bits: number | null;
  readonly codes: Uint16Array<ArrayBuffer>;
  /** By content: where it ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** By speech: how many contents it has. */
  readonly speeches: Uint32Array<ArrayBuffer>;
  /** Whether there is no more to count. */
  readonly isLast: boolean;
}

/** Somebody who counts beside us, on another core. */
export interface GramCounter {
  count(order: GramOrder): void;
  /** What the orders since the one that began a table gave; null while they are not done. Gives it once. */
  counted(): GramTable | null;
}

/** Folded characters in an order: small beside the text, and soon put together. */
const CHARACTERS = 500_000;

/** The orders by which these speeches, each a list of contents, are counted from nothing. Linear time. */
export function* gramOrders(
  speeches: Iterable<readonly number[]>,
  contents: Contents,
  bits: number,
): Generator<GramOrder, void> {
  let isFirst = true;
  let lists: (readonly number[])[] = [];
  let characters = 0;
  for (const speech of speeches) {
    lists.push(speech);
    for (const content of speech) characters += contents.sizeOf(content);
    if (characters < CHARACTERS) continue;
    yield order(false);
    isFirst = false;
    lists = [];
    characters = 0;
  }
  yield order(true);

  function order(isLast: boolean): GramOrder {
    const all = lists.flat();
    const codes = new Uint16Array(characters);
    const ends = new Uint32Array(all.length);
    let end = 0;
    for (const [index, content] of all.entries()) {
      codes.set(contents.codes.subarray(contents.startOf(content), contents.endOf(content)), end);
      end += contents.sizeOf(content);
      ends[index] = end;
    }
    const sizes = Uint32Array.from(lists, ({ length }) => length);
    return { bits: isFirst ? bits : null, codes, ends, speeches: sizes, isLast };
  }
}

/** What of an order can be moved to another thread. */
export function buffersOf({ codes, ends, speeches }: GramOrder): ArrayBuffer[] {
  return [codes.buffer, ends.buffer, speeches.buffer];
}

/** What the other thread does with orders as they come: it gives the table with the last one. */
export function createGramCounter(): (order: GramOrder) => GramTable | null {
  let counts: GramCounts = createGramCounts(0);
  return ({ bits, codes, ends, speeches, isLast }) => {
    if (bits !== null) counts = createGramCounts(bits);
    let content = 0;
    let start = 0;
    for (const length of speeches) {
      Array.from(counts.nextSpeech());
      for (const last = content + length; content < last; content++) {
        const end = ends[content] as number;
        counts.count(codes, start, end, 1);
        start = end;
      }
    }
    if (!isLast) return null;
    const table = counts.table();
    counts = createGramCounts(0);
    return table;
  };
}
