const BINS = 14;
/** In the units of the picture's own coordinates. */
const BAR_WIDTH = 6;
const BAR_PITCH = 8;
const HEIGHT = 20;
/** Items between two breaks: a fraction of a millisecond. */
const STEP = 1_000;

/** The values between which a histogram and its slider show; what lies beyond is counted at the ends. */
export interface Scale {
  readonly least: number;
  readonly most: number;
}

/** How many values there are in each of equal steps of a scale. */
export type Bins = readonly number[];

export const NO_BINS: Bins = new Array<number>(BINS).fill(0);

/** How many findings there are at each value; those below the threshold are pale. Heights grow with the square root. */
export function Histogram(props: { bins: Bins; scale: Scale; from: number; label: string }) {
  const { bins, scale } = props;
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
        const upperEdge = scale.least + ((bin + 1) / BINS) * (scale.most - scale.least);
        const within = count > 0 && (upperEdge > props.from || bin === BINS - 1);
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

/** Counts the values of `items` for a histogram; can be broken off at each `yield`. */
export function* binned<T>(
  items: readonly T[],
  valueOf: (item: T) => number,
  { least, most }: Scale,
): Generator<void, Bins> {
  const bins = new Array<number>(BINS).fill(0);
  for (const [index, item] of items.entries()) {
    if (index % STEP === STEP - 1) yield;
    const share = (valueOf(item) - least) / (most - least);
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(share * BINS)));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}
