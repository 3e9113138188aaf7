import { foldInto } from '../../text/fold.ts';
import { simplifiedOf } from '../../text/script.ts';
import { partitionPoint } from '../../text/partition-point.ts';
import type { Span } from '../../text/span.ts';
import { grown } from '../grown.ts';
import { kindOf, NAME, TEXT_MARKS } from './marks.ts';
import { namesIn } from './names.ts';
import { sortByKey } from '../link/radix.ts';

/** Stands behind each content. No folded character is 0, so nothing matches across it. */
export const SEPARATOR = 0;

/** A range `[start, end)` of folded characters; positions count in `Contents.codes`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** How many folded characters a range holds. */
export function sizeOf({ start, end }: Range): number {
  return end - start;
}

/** Positions in a block of the table that leads from a position to its content. */
const BLOCK_BITS = 6;
/** Room that is left when the tables grow, as a share of what they hold. */
const SLACK = 1 / 8;

/**
 * The distinct folded texts of all units, each once: what is compared. Units that are equal but for form share one, so
 * five thousand copies of a paragraph cost no more than one, and what is found depends on the texts alone, never on
 * their order. Numbered from 0 in the order in which they came; a content without users stays until all are dropped.
 */
export class Contents {
  /** Folded characters, a separator behind each content. Replaced when it grows. */
  codes = new Uint16Array(0);
  /** By position: what is known of the character; the bits stand in `marks.ts`. */
  marks = new Uint8Array(0);
  /** Characters in use, separators included. */
  length = 0;
  /** Contents, also those without users. */
  count = 0;
  /** Characters of contents that have users. */
  live = 0;
  /** Of the unit that is being folded: from where each character was folded. */
  private offsets = new Uint32Array(0);
  private starts = new Uint32Array(1);
  private hashes = new Uint32Array(0);
  private users = new Uint32Array(0);
  private blocks = new Uint32Array(0);
  /** Contents by hash. */
  private readonly byHash = new Map<number, number | number[]>();

  /** Makes room for so many more characters and contents. Linear in what is there. */
  reserve(characters: number, contents: number): void {
    const room = this.length + characters + contents;
    if (room > this.codes.length) {
      const size = this.length === 0 ? room : Math.ceil(room * (1 + SLACK));
      this.codes = grown(this.codes, new Uint16Array(size));
      this.marks = grown(this.marks, new Uint8Array(size));
      this.blocks = grown(this.blocks, new Uint32Array((size >> BLOCK_BITS) + 1));
    }
    if (this.count + contents > this.users.length) {
      const size = Math.ceil((this.count + contents) * (1 + SLACK));
      this.starts = grown(this.starts, new Uint32Array(size + 1));
      this.hashes = grown(this.hashes, new Uint32Array(size));
      this.users = grown(this.users, new Uint32Array(size));
    }
  }

  /** Folds a unit and gives the number of its content. There must be room. Linear in the unit. */
  add(text: string, unit: Span, breaks: readonly Span[]): number {
    const begin = this.length;
    const { codes, marks } = this;
    const room = unit.end - unit.start;
    if (this.offsets.length < room) this.offsets = new Uint32Array(2 * room);
    const size = foldInto(text, unit, breaks, { codes, edges: marks, offsets: this.offsets }, begin, 0);
    this.markNames(text, unit, begin, size);
    let hash = size;
    for (let at = begin; at < begin + size; at++) {
      const code = simplifiedOf(codes[at] as number);
      codes[at] = code;
      hash = Math.imul(hash ^ code, 0x01000193) ^ (marks[at] as number);
      hash ^= hash >>> 15;
      marks[at]! |= kindOf(code);
    }
    const content = this.find(hash >>> 0, begin, size) ?? this.append(hash >>> 0, size);
    if ((this.users[content] as number) === 0) this.live += size + 1;
    this.users[content]!++;
    return content;
  }

  /** Takes a mark away everywhere. */
  clearMark(mark: number): void {
    for (let at = 0; at < this.length; at++) this.marks[at]! &= ~mark;
  }

  /** A unit of this content is gone. */
  release(content: number): void {
    this.users[content]!--;
    if (!this.isLive(content)) this.live -= this.sizeOf(content) + 1;
  }

  isLive(content: number): boolean {
    return (this.users[content] as number) > 0;
  }

  startOf(content: number): number {
    return this.starts[content] as number;
  }

  /** Where a content ends; its separator stands there. */
  endOf(content: number): number {
    return (this.starts[content + 1] as number) - 1;
  }

  sizeOf(content: number): number {
    return this.endOf(content) - this.startOf(content);
  }

  rangeOf(content: number): Range {
    return { start: this.startOf(content), end: this.endOf(content) };
  }

  /** The content that holds a position. Constant time on average. */
  at(position: number): number {
    let content = this.blocks[position >>> BLOCK_BITS] as number;
    while ((this.starts[content + 1] as number) <= position) content++;
    return content;
  }

  /** The contents that `wanted` names, in an order that only their texts decide. Nearly linear time; yields now and then. */
  *inOrder(wanted: (content: number) => boolean): Generator<void, Uint32Array> {
    const chosen: number[] = [];
    for (let content = 0; content < this.count; content++) if (wanted(content)) chosen.push(content);
    const sorted = yield* sortByKey(Uint32Array.from(chosen, (content) => this.hashes[content] as number));
    const order = sorted.map((index) => chosen[index] as number);
    // Different texts of one hash are as good as none: they are put in order one by one.
    for (let i = 1; i < order.length; i++) {
      for (let at = i; at > 0 && this.precedes(order[at] as number, order[at - 1] as number); at--) {
        [order[at - 1], order[at]] = [order[at] as number, order[at - 1] as number];
      }
    }
    return order;
  }

  /** Two lists of contents that stand in that order, as one. Linear time. */
  merged(first: Uint32Array, second: Uint32Array): Uint32Array {
    if (second.length === 0) return first;
    const all = new Uint32Array(first.length + second.length);
    for (let i = 0, j = 0; i + j < all.length;) {
      const isFirst =
        j === second.length || (i < first.length && this.precedes(first[i] as number, second[j] as number));
      all[i + j] = (isFirst ? first[i++] : second[j++]) as number;
    }
    return all;
  }

  /** Whether content `p` comes before `q` in the order that only the texts decide. */
  precedes(p: number, q: number): boolean {
    if (this.hashes[p] !== this.hashes[q]) return (this.hashes[p] as number) < (this.hashes[q] as number);
    if (p === q) return false;
    if (this.sizeOf(p) !== this.sizeOf(q)) return this.sizeOf(p) < this.sizeOf(q);
    const [x, y] = [this.startOf(p), this.startOf(q)];
    for (let i = 0; i < this.sizeOf(p); i++) {
      const difference = (this.identityAt(x + i) as number) - this.identityAt(y + i);
      if (difference !== 0) return difference < 0;
    }
    return false;
  }

  /** Marks the names in a unit that was folded to `begin`. */
  private markNames(text: string, unit: Span, begin: number, size: number): void {
    const { marks, offsets } = this;
    for (const { start, end } of namesIn(text, unit)) {
      const first = partitionPoint(offsets.subarray(0, size), (offset) => offset < start);
      for (let i = first; i < size && (offsets[i] as number) < end; i++) marks[begin + i]! |= NAME;
    }
  }

  private identityAt(position: number): number {
    return (
      (this.codes[position] as number) * (TEXT_MARKS + 1) + ((this.marks[position] as number) & TEXT_MARKS)
    );
  }

  private find(hash: number, begin: number, size: number): number | undefined {
    const known = this.byHash.get(hash);
    if (known === undefined) return undefined;
    const isEqual = (content: number): boolean => {
      if (this.sizeOf(content) !== size) return false;
      const start = this.startOf(content);
      for (let i = 0; i < size; i++)
        if (this.identityAt(start + i) !== this.identityAt(begin + i)) return false;
      return true;
    };
    return typeof known === 'number' ? (isEqual(known) ? known : undefined) : known.find(isEqual);
  }

  /** Keeps what was folded to the end of the codes as a new content. */
  private append(hash: number, size: number): number {
    const content = this.count++;
    const known = this.byHash.get(hash);
    if (known === undefined) this.byHash.set(hash, content);
    else this.byHash.set(hash, typeof known === 'number' ? [known, content] : [...known, content]);
    this.hashes[content] = hash;
    this.users[content] = 0;
    this.starts[content] = this.length;
    const end = this.length + size;
    // A block leads to the content that holds its first position.
    const first = (this.length + (1 << BLOCK_BITS) - 1) >>> BLOCK_BITS;
    for (let block = first; block << BLOCK_BITS <= end; block++) this.blocks[block] = content;
    this.codes[end] = SEPARATOR;
    this.marks[end] = 0;
    this.length = end + 1;
    this.starts[content + 1] = this.length;
    return content;
  }
}
