import type { Pair } from '../reuse/pair.ts';
import type { Selection } from './selection.ts';
import type { Survey } from './survey.ts';

/** Similarity against shared characters, these on a logarithmic scale. */
export interface PlotScale {
  /** In characters; `most` is above `least`, which is 1 at least. */
  readonly least: number;
  readonly most: number;
  /** The lowest similarity; the highest is 1. */
  readonly floor: number;
  /** Of the picture, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** A rectangle of the plot in its own measures; all ends are within. */
export interface PlotRange {
  readonly similarity: number;
  readonly similarityMost: number;
  /** In characters. */
  readonly length: number;
  readonly lengthMost: number;
}

/** Findings in small squares of the picture, where they are too many to be drawn one by one. */
export interface PlotBins {
  readonly columns: number;
  readonly rows: number;
  /** Of a square's side, in CSS pixels. */
  readonly size: number;
  /** By square, row for row from the top: findings that are shown, and others. */
  readonly shown: Uint32Array;
  readonly others: Uint32Array;
}

const FLOOR_MOST = 0.5;
const FLOOR_STEP = 0.1;
/** In characters: shorter findings are rare, and a scale that begins at 1 is half empty. */
const LEAST = 5;
const BIN = 4;

/** The scale that holds all findings. One pass. */
export function plotScale({ findings, shared }: Survey, width: number, height: number): PlotScale {
  let [least, most, lowest] = [Infinity, 0, FLOOR_MOST];
  for (let pair = 0; pair < shared.length; pair++) {
    least = Math.min(least, shared[pair] as number);
    most = Math.max(most, shared[pair] as number);
    lowest = Math.min(lowest, (findings[pair] as Pair).similarity);
  }
  const from = Math.max(1, Math.min(LEAST, least));
  return {
    least: from,
    most: Math.max(from * 4, most),
    floor: Math.max(0, Math.floor(lowest / FLOOR_STEP + 1e-9) * FLOOR_STEP),
    width,
    height,
  };
}

/** Where so many characters stand, in CSS pixels from the left, and which number stands at such a place. */
export function xOfLength({ least, most, width }: PlotScale, length: number): number {
  const share = Math.log(Math.max(least, length) / least) / Math.log(most / least);
  return Math.min(1, share) * width;
}

export function lengthAt({ least, most, width }: PlotScale, x: number): number {
  return least * (most / least) ** Math.min(1, Math.max(0, x / width));
}

/** Where a similarity stands, in CSS pixels from the top, and which similarity stands at such a place. */
export function yOfSimilarity({ floor, height }: PlotScale, similarity: number): number {
  return (1 - Math.max(0, (similarity - floor) / (1 - floor))) * height;
}

export function similarityAt({ floor, height }: PlotScale, y: number): number {
  return floor + (1 - Math.min(1, Math.max(0, y / height))) * (1 - floor);
}

/** The rectangle between two points of the picture, its edges rounded outwards to what is said of them. */
export function rangeBetween(
  scale: PlotScale,
  p: { readonly x: number; readonly y: number },
  q: { readonly x: number; readonly y: number },
): PlotRange {
  const [left, right] = [Math.min(p.x, q.x), Math.max(p.x, q.x)];
  const [top, bottom] = [Math.min(p.y, q.y), Math.max(p.y, q.y)];
  return {
    // Whoever draws to an edge means all that is there.
    similarity: bottom >= scale.height ? 0 : Math.floor(similarityAt(scale, bottom) * 100) / 100,
    similarityMost: Math.ceil(similarityAt(scale, top) * 100) / 100,
    length: left <= 0 ? 0 : Math.floor(lengthAt(scale, left)),
    lengthMost: Math.ceil(lengthAt(scale, right)),
  };
}

/** The shown finding that stands nearest to a point of the picture, at most `most` CSS pixels off; the important one of several; null for none. One pass. */
export function findingAt(
  { findings, shared }: Survey,
  { pairs }: Selection,
  scale: PlotScale,
  { x, y }: { readonly x: number; readonly y: number },
  most: number,
): number | null {
  let best: number | null = null;
  let nearest = most;
  for (let pair = 0; pair < shared.length; pair++) {
    if (pairs[pair] === 0) continue;
    const across = Math.abs(xOfLength(scale, shared[pair] as number) - x);
    if (across >= nearest) continue;
    const off = Math.max(across, Math.abs(yOfSimilarity(scale, (findings[pair] as Pair).similarity) - y));
    if (off < nearest) {
      nearest = off;
      best = pair;
    }
  }
  return best;
}

/** Counts findings in squares. `candidates`: 1 for each finding that is drawn at all. One pass. */
export function plotBins(
  { findings, shared }: Survey,
  candidates: Uint8Array,
  { pairs }: Selection,
  scale: PlotScale,
): PlotBins {
  const columns = Math.ceil(scale.width / BIN) + 1;
  const rows = Math.ceil(scale.height / BIN) + 1;
  const shown = new Uint32Array(columns * rows);
  const others = new Uint32Array(columns * rows);
  for (let pair = 0; pair < findings.length; pair++) {
    if (candidates[pair] === 0) continue;
    const column = Math.floor(xOfLength(scale, shared[pair] as number) / BIN);
    const row = Math.floor(yOfSimilarity(scale, (findings[pair] as Pair).similarity) / BIN);
    const bins = pairs[pair] === 1 ? shown : others;
    bins[row * columns + column] = (bins[row * columns + column] as number) + 1;
  }
  return { columns, rows, size: BIN, shown, others };
}

/** Round numbers of characters that a scale is marked with: 1, 2 and 5 times a power of ten. */
export function lengthTicks({ least, most }: PlotScale): readonly number[] {
  const ticks: number[] = [];
  for (let power = 1; power <= most; power *= 10) {
    for (const digit of [1, 2, 5]) {
      const tick = digit * power;
      if (tick >= least && tick <= most) ticks.push(tick);
    }
  }
  return ticks;
}
