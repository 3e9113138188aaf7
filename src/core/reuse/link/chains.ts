/** Longest common runs of contents: `codes[x .. x + length)` equals `codes[y .. y + length)`. */
export interface Anchors {
  readonly x: Uint32Array;
  readonly y: Uint32Array;
  readonly lengths: Uint32Array;
  /** By anchor: the next one of the same two contents, in order of y; -1 behind the last. */
  readonly next: Int32Array;
  /** The most that an anchor's characters weigh. */
  weightOf(anchor: number): number;
}

/** Anchors of two contents that follow one another at nearly the same distance: the skeleton of one alignment. */
export interface Chain {
  readonly xStart: number;
  readonly xEnd: number;
  readonly yStart: number;
  readonly yEnd: number;
  /** The least and the greatest diagonal, y − x. */
  readonly low: number;
  readonly high: number;
  /** Characters of x that its anchors hold. */
  readonly covered: number;
  /** The most that these weigh. */
  readonly weight: number;
}

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

/** Whether anchors that hold so many characters in all may be worth an alignment of contents that are not `alike`. */
export function mayChain(covered: number): boolean {
  return covered >= COVERED_SAFE;
}

/**
 * Joins the anchors that two contents have, from the first one on, to chains worth an alignment. `longer` is the size of the
 * longer content; `alike` says that they may be versions of one another, as `resemblance.ts` finds. Linear time.
 */
export function chainAnchors(
  anchors: Anchors,
  first: number,
  longer: number,
  alike: boolean,
): readonly Chain[] {
  const chains: Mutable<Chain>[] = [];
  for (let anchor = first; anchor >= 0; anchor = anchors.next[anchor] as number) {
    const x = anchors.x[anchor] as number;
    const y = anchors.y[anchor] as number;
    const length = anchors.lengths[anchor] as number;
    const meanWeight = anchors.weightOf(anchor) / length;
    for (let at = 0; at < length; at += LONGEST_CHAIN) {
      addTo(chains, x + at, y + at, Math.min(LONGEST_CHAIN, length - at), meanWeight);
    }
  }
  let covered = 0;
  let weight = 0;
  for (const chain of chains) {
    covered += chain.covered;
    weight += chain.weight;
  }
  const mayBeVersions = alike || covered >= Math.max(COVERED_SAFE, SHARE_LEAST * longer);
  if (mayBeVersions && weight >= WEIGHT_OF_ALL_LEAST) return chains;
  return chains.filter((chain) => chain.covered >= COVERED_SAFE && chain.weight >= WEIGHT_SAFE);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function addTo(chains: Mutable<Chain>[], x: number, y: number, length: number, meanWeight: number): void {
  const diagonal = y - x;
  let best: Mutable<Chain> | null = null;
  let least = DRIFT + 1;
  for (let i = chains.length - 1; i >= 0 && i >= chains.length - OPEN_CHAINS; i--) {
    const chain = chains[i] as Mutable<Chain>;
    if (holds(chain, x, y, length)) return;
    const gapX = x - chain.xEnd;
    const gapY = y - chain.yEnd;
    const follows = gapX <= GAP && gapY <= GAP && x + length > chain.xEnd && y + length > chain.yEnd;
    if (!follows || gapX < -DRIFT || gapY < -DRIFT) continue;
    // Inside one unit a passage must not run into its own repetition.
    if (Math.max(chain.xStart, chain.yStart) < Math.min(x, y) + length) continue;
    if (x + length - chain.xStart > LONGEST_CHAIN || y + length - chain.yStart > LONGEST_CHAIN) continue;
    const drift = Math.abs(diagonal - (chain.yEnd - chain.xEnd));
    if (drift < least) {
      least = drift;
      best = chain;
    }
  }
  if (best === null) {
    chains.push({
      xStart: x,
      xEnd: x + length,
      yStart: y,
      yEnd: y + length,
      low: diagonal,
      high: diagonal,
      covered: length,
      weight: length * meanWeight,
    });
    return;
  }
  const added = x + length - Math.max(x, best.xEnd);
  best.covered += added;
  best.weight += added * meanWeight;
  best.xEnd = x + length;
  best.yEnd = y + length;
  best.xStart = Math.min(best.xStart, x);
  best.low = Math.min(best.low, diagonal);
  best.high = Math.max(best.high, diagonal);
}

/** Whether an anchor is one that the chain has already: a frequent shingle may lead to the same run more than once. */
function holds(
  { xStart, xEnd, yStart, yEnd, low, high }: Chain,
  x: number,
  y: number,
  length: number,
): boolean {
  const diagonal = y - x;
  return (
    x >= xStart &&
    x + length <= xEnd &&
    y >= yStart &&
    y + length <= yEnd &&
    diagonal >= low &&
    diagonal <= high
  );
}
