import { grown } from '../grown.ts';

/** Folded characters between two anchors of one chain, at most: about a clause and a half. */
const GAP = 40;
/** How far the distance of the two sides may shift from one anchor to the next, in folded characters. */
const DRIFT = 16;
/** Chains to which an anchor may be added: the last ones begun. Bounds the work where thousands of anchors cross. */
const OPEN_CHAINS = 24;
/** Folded characters in a chain: bounds the memory of its alignment. */
const LONGEST_CHAIN = 6_000;
/** A chain whose anchors hold so many characters, and of such weight, is worth an alignment whatever stands around it. */
const COVERED_SAFE = 9;
const WEIGHT_SAFE = 7;
/** Smaller chains may belong to contents in which much was changed, if all hold this share of the longer one. */
const SHARE_LEAST = 0.1;
/** All anchors of two contents that may be versions of one another must weigh so much: one shingle of a short measure. */
const WEIGHT_OF_ALL_LEAST = 3;
/** In place of a chain: an anchor goes on none, or one holds it already. */
const NONE = -1;
const ALREADY_HELD = -2;

/** Whether anchors that hold so many characters in all may be worth an alignment of contents that are not alike. */
export function mayChain(covered: number): boolean {
  return covered >= COVERED_SAFE;
}

/** Numbers of a chain in `Chains.spans`: where it begins and ends in x and in y, and its least and greatest diagonal, y − x. */
export const PER_CHAIN = 6;
const [X_START, X_END, Y_START, Y_END, LOW, HIGH] = [0, 1, 2, 3, 4, 5] as const;
const ROOM = 64;

/**
 * The chains of two contents: anchors that follow one another at nearly the same distance, each chain the skeleton of one
 * alignment. An anchor is a longest common run: what stands from x on is what stands from y on.
 */
export class Chains {
  count = 0;
  /** The chains one behind the other, `PER_CHAIN` numbers each. */
  spans = new Int32Array(PER_CHAIN * ROOM);
  /** By chain: the characters of x that its anchors hold. */
  covered = new Int32Array(ROOM);
  /** By chain: the most that these weigh. */
  private weight = new Float64Array(ROOM);

  /** Begins anew. */
  clear(): void {
    this.count = 0;
  }

  /** Adds an anchor and the most that its characters weigh in all; anchors come in order of y. Constant time. */
  add(x: number, y: number, length: number, weight: number): void {
    const meanWeight = weight / length;
    for (let at = 0; at < length; at += LONGEST_CHAIN) {
      this.addPiece(x + at, y + at, Math.min(LONGEST_CHAIN, length - at), meanWeight);
    }
  }

  /**
   * Drops what is not worth an alignment. `longer` is the size of the longer content; `alike` says that they may be versions
   * of one another, as `resemblance.ts` finds.
   */
  keepWorthy(longer: number, alike: boolean): void {
    const { spans, covered, weight } = this;
    let allCovered = 0;
    let allWeight = 0;
    for (let chain = 0; chain < this.count; chain++) {
      allCovered += covered[chain] as number;
      allWeight += weight[chain] as number;
    }
    const mayBeVersions = alike || allCovered >= Math.max(COVERED_SAFE, SHARE_LEAST * longer);
    if (mayBeVersions && allWeight >= WEIGHT_OF_ALL_LEAST) return;
    let kept = 0;
    for (let chain = 0; chain < this.count; chain++) {
      if ((covered[chain] as number) < COVERED_SAFE || (weight[chain] as number) < WEIGHT_SAFE) continue;
      spans.copyWithin(PER_CHAIN * kept, PER_CHAIN * chain, PER_CHAIN * (chain + 1));
      covered[kept++] = covered[chain] as number;
    }
    this.count = kept;
  }

  private addPiece(x: number, y: number, length: number, meanWeight: number): void {
    const best = this.followed(x, y, length);
    if (best === ALREADY_HELD) return;
    if (best === NONE) {
      this.begin(x, y, length, meanWeight);
      return;
    }
    const { spans } = this;
    const at = PER_CHAIN * best;
    const added = x + length - Math.max(x, spans[at + X_END] as number);
    this.covered[best]! += added;
    this.weight[best]! += added * meanWeight;
    spans[at + X_START] = Math.min(spans[at + X_START] as number, x);
    spans[at + X_END] = x + length;
    spans[at + Y_END] = y + length;
    spans[at + LOW] = Math.min(spans[at + LOW] as number, y - x);
    spans[at + HIGH] = Math.max(spans[at + HIGH] as number, y - x);
  }

  /** The chain that an anchor goes on, with the least drift. */
  private followed(x: number, y: number, length: number): number {
    const { spans } = this;
    const [diagonal, xTo, yTo] = [y - x, x + length, y + length];
    const last = Math.max(0, this.count - OPEN_CHAINS);
    let best = NONE;
    let least = DRIFT + 1;
    for (let chain = this.count - 1; chain >= last; chain--) {
      const at = PER_CHAIN * chain;
      const xStart = spans[at + X_START] as number;
      const xEnd = spans[at + X_END] as number;
      const yStart = spans[at + Y_START] as number;
      const yEnd = spans[at + Y_END] as number;
      const [low, high] = [spans[at + LOW] as number, spans[at + HIGH] as number];
      // A frequent shingle may lead to the same run more than once.
      const isInside = x >= xStart && xTo <= xEnd && y >= yStart && yTo <= yEnd;
      if (isInside && diagonal >= low && diagonal <= high) return ALREADY_HELD;
      const gapX = x - xEnd;
      const gapY = y - yEnd;
      const follows = gapX <= GAP && gapY <= GAP && xTo > xEnd && yTo > yEnd;
      if (!follows || gapX < -DRIFT || gapY < -DRIFT) continue;
      // Inside one unit a passage must not run into its own repetition.
      if (Math.max(xStart, yStart) < Math.min(x, y) + length) continue;
      if (xTo - xStart > LONGEST_CHAIN || yTo - yStart > LONGEST_CHAIN) continue;
      const drift = Math.abs(diagonal - (yEnd - xEnd));
      if (drift >= least) continue;
      least = drift;
      best = chain;
    }
    return best;
  }

  private begin(x: number, y: number, length: number, meanWeight: number): void {
    if (this.count === this.covered.length) {
      this.spans = grown(this.spans, new Int32Array(2 * PER_CHAIN * this.count));
      this.covered = grown(this.covered, new Int32Array(2 * this.count));
      this.weight = grown(this.weight, new Float64Array(2 * this.count));
    }
    const chain = this.count++;
    const at = PER_CHAIN * chain;
    this.spans[at + X_START] = x;
    this.spans[at + X_END] = x + length;
    this.spans[at + Y_START] = y;
    this.spans[at + Y_END] = y + length;
    this.spans[at + LOW] = y - x;
    this.spans[at + HIGH] = y - x;
    this.covered[chain] = length;
    this.weight[chain] = length * meanWeight;
  }
}
