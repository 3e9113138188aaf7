import type { Pair } from '../reuse/pair.ts';

/** Fewer findings than this are read one by one; a histogram of them says nothing. */
const FINDINGS_LEAST = 30;
/** Width of a bin of the histogram, in similarity. */
const BIN = 0.02;
const BINS = Math.round(1 / BIN);
/** The floor of a valley, as a share of the lower of its two peaks: above it there are no two groups. */
const FLOOR_MOST = 0.5;
/** How far a peak must stand out of its valley, in standard deviations of counts (their variance is their sum). */
const DEVIATIONS_LEAST = 3.5;
/** What is hidden unasked must be the lesser part. */
const HIDDEN_MOST = 0.5;

/**
 * The similarity below which findings are noise, or 0 when nothing sets them apart. The histogram of similarity is parted
 * where the variance between both parts is greatest (Otsu, _A threshold selection method from gray-level histograms_,
 * 1979); that always gives some place, so it counts only where a real valley lies between the two peaks. Only paraphrases
 * are looked at: the other kinds share whole runs of characters and are never hidden unasked; together with them,
 * paraphrases would be the lower peak and all be hidden. Linear time.
 */
export function automaticThreshold(pairs: readonly Pair[]): number {
  const counts = new Array<number>(BINS).fill(0);
  let total = 0;
  for (const pair of pairs) {
    if (!isUncertain(pair)) continue;
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(pair.similarity / BIN)));
    counts[bin] = (counts[bin] as number) + 1;
    total++;
  }
  if (total < FINDINGS_LEAST) return 0;
  const smooth = counts.map((_, bin) => near(counts, bin));
  const parted = partingOf(counts, total);
  const [low, high] = [highestIn(smooth, 0, parted), highestIn(smooth, parted, BINS)];
  const valley = lowestIn(smooth, low, high + 1);
  const floor = smooth[valley] as number;
  const isDeep = [low, high].every((bin) => standsOut(smooth[bin] as number, floor));
  const hidden = counts.slice(0, valley).reduce((sum, count) => sum + count, 0);
  return isDeep && hidden <= total * HIDDEN_MOST ? valley / BINS : 0;
}

/** Whether the threshold that sets itself hides a pair. */
export function isBelow(pair: Pair, automatic: number): boolean {
  return pair.similarity < automatic && isUncertain(pair);
}

/** About how many characters both sides share, punctuation counted, as word processors count. */
export function sharedLength({ a, b, similarity }: Pair): number {
  return Math.round((similarity * (a.span.end - a.span.start + b.span.end - b.span.start)) / 2);
}

function isUncertain({ kind }: Pair): boolean {
  return kind === 'paraphrase';
}

/** The count of a bin and its neighbours: single bins of a small histogram are mostly chance. */
function near(counts: readonly number[], bin: number): number {
  return (counts[bin - 1] ?? 0) + (counts[bin] as number) + (counts[bin + 1] ?? 0);
}

/** The first bin of the upper part, where the variance between the parts is greatest. */
function partingOf(counts: readonly number[], total: number): number {
  const sum = counts.reduce((all, count, bin) => all + count * bin, 0);
  let best = { bin: 1, variance: -1 };
  let below = 0;
  let sumBelow = 0;
  for (let bin = 1; bin < counts.length; bin++) {
    below += counts[bin - 1] as number;
    sumBelow += (counts[bin - 1] as number) * (bin - 1);
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const variance = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (variance > best.variance) best = { bin, variance };
  }
  return best.bin;
}

function standsOut(peak: number, floor: number): boolean {
  return floor <= peak * FLOOR_MOST && peak - floor >= DEVIATIONS_LEAST * Math.sqrt(peak + floor);
}

function highestIn(counts: readonly number[], start: number, end: number): number {
  let highest = start;
  for (let bin = start; bin < end; bin++) {
    if ((counts[bin] as number) > (counts[highest] as number)) highest = bin;
  }
  return highest;
}

/** The lowest bin; of several in a row the one in the middle. */
function lowestIn(counts: readonly number[], start: number, end: number): number {
  let first = start;
  for (let bin = start; bin < end; bin++) {
    if ((counts[bin] as number) < (counts[first] as number)) first = bin;
  }
  let last = first;
  while (last + 1 < end && counts[last + 1] === counts[first]) last++;
  return Math.ceil((first + last) / 2);
}
