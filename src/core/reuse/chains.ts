import type { Anchor } from './anchors.ts';
import type { Rarity } from './rarity.ts';

/** Anchors of two units that follow one another at nearly the same distance: the skeleton of one alignment. */
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
  /** The same, each by how rare it is. */
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
/** Smaller chains may belong to units in which every third character was changed, if all hold this share of the longer unit. */
const SHARE_LEAST = 0.1;
const WEIGHT_OF_ALL_LEAST = 4;

/**
 * Joins the anchors of two units, given in order of x, to chains worth an alignment; `longer` is how many folded characters
 * the longer unit has. Linear time.
 */
export function chainAnchors(anchors: readonly Anchor[], longer: number, rarity: Rarity): readonly Chain[] {
  const chains: Mutable<Chain>[] = [];
  for (const anchor of anchors) {
    const weight = rarity.weightOf(anchor) / anchor.length;
    for (const piece of piecesOf(anchor)) addTo(chains, piece, weight);
  }
  const covered = chains.reduce((total, chain) => total + chain.covered, 0);
  const weight = chains.reduce((total, chain) => total + chain.weight, 0);
  if (covered >= SHARE_LEAST * longer && weight >= WEIGHT_OF_ALL_LEAST) return chains;
  return chains.filter((chain) => chain.covered >= COVERED_SAFE && chain.weight >= WEIGHT_SAFE);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function addTo(chains: Mutable<Chain>[], { x, y, length }: Anchor, meanWeight: number): void {
  const diagonal = y - x;
  let best: Mutable<Chain> | null = null;
  let least = DRIFT + 1;
  for (let i = chains.length - 1; i >= Math.max(0, chains.length - OPEN_CHAINS); i--) {
    const chain = chains[i] as Mutable<Chain>;
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
  best.yStart = Math.min(best.yStart, y);
  best.low = Math.min(best.low, diagonal);
  best.high = Math.max(best.high, diagonal);
}

function piecesOf(anchor: Anchor): readonly Anchor[] {
  if (anchor.length <= LONGEST_CHAIN) return [anchor];
  const pieces: Anchor[] = [];
  for (let at = 0; at < anchor.length; at += LONGEST_CHAIN) {
    const length = Math.min(LONGEST_CHAIN, anchor.length - at);
    pieces.push({ x: anchor.x + at, y: anchor.y + at, length });
  }
  return pieces;
}
