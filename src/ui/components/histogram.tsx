import { useMemo } from 'preact/hooks';
import type { Pair } from '../../core/reuse/pair.ts';

/** Lowest similarity that the histogram and the slider show. */
export const SIMILARITY_LEAST = 0.3;
const BINS = 14;
/** In the units of the picture's own coordinates. */
const BAR_WIDTH = 6;
const BAR_PITCH = 8;
const HEIGHT = 20;

/** How many findings there are at each similarity; those below the threshold are pale. Heights grow with the square root. */
export function Histogram(props: { pairs: readonly Pair[]; from: number; label: string }) {
  const bins = useMemo(() => countsOf(props.pairs), [props.pairs]);
  const most = Math.max(1, ...bins);
  return (
    <svg
      class="histogram"
      viewBox={`0 0 ${BINS * BAR_PITCH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={props.label}
    >
      {bins.map((count, bin) => {
        const height = count === 0 ? 1 : Math.max(2, Math.sqrt(count / most) * (HEIGHT - 1));
        const within = count > 0 && lowerEdge(bin + 1) > props.from;
        return (
          <rect
            key={bin}
            class={within ? 'within' : undefined}
            x={bin * BAR_PITCH}
            y={HEIGHT - height}
            width={BAR_WIDTH}
            height={height}
          />
        );
      })}
    </svg>
  );
}

function countsOf(pairs: readonly Pair[]): number[] {
  const bins = new Array<number>(BINS).fill(0);
  for (const { similarity } of pairs) {
    const share = (similarity - SIMILARITY_LEAST) / (1 - SIMILARITY_LEAST);
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(share * BINS)));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

function lowerEdge(bin: number): number {
  return SIMILARITY_LEAST + (bin / BINS) * (1 - SIMILARITY_LEAST);
}
