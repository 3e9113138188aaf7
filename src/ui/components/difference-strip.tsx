import type { Comparison, Difference } from '../../core/diff/comparison.ts';
import { useMessages } from '../hooks/context.ts';

/** In the units of the picture's own coordinates. */
const WIDTH = 200;
const HEIGHT = 26;
const MIDDLE = 12.5;
const MARGIN = 4;

/** Where the differences stand along the passage, each kind in its own shape; a click chooses one. */
export function DifferenceStrip(props: {
  comparison: Comparison;
  chosen: number;
  onChoose: (number: number) => void;
}) {
  const { comparison, chosen, onChoose } = props;
  const messages = useMessages();
  const place = placer(comparison);
  const current = comparison.differences.find((difference) => difference.number === chosen);
  return (
    <svg
      class="strip"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={messages.differencePlaces}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const at = ((event.clientX - box.left) / box.width) * WIDTH;
        const nearest = nearestTo(at, comparison.differences, place);
        if (nearest !== null) onChoose(nearest.number);
      }}
    >
      <path class="line" d={`M0 ${MIDDLE}H${WIDTH}`} />
      {comparison.differences.map((difference) => (
        <Mark key={difference.number} difference={difference} x={place(difference)} />
      ))}
      {current !== undefined && <path class="here" d={`M${place(current)} 21l-4 4h8z`} />}
    </svg>
  );
}

function Mark({ difference, x }: { difference: Difference; x: number }) {
  switch (difference.kind) {
    case 'replaced':
      return <rect class="replaced" x={x - 2} y={6} width={4} height={13} />;
    case 'only-a':
      return <rect class="only" x={x - 1.5} y={4.5} width={3} height={7.5} />;
    case 'only-b':
      return <rect class="only" x={x - 1.5} y={13} width={3} height={7.5} />;
    case 'moved':
      return <path class="moved" d={`M${x - 3} 9l6 7M${x + 3} 9l-6 7`} />;
    case 'form':
      return <circle class="form" cx={x} cy={MIDDLE} r={2.6} />;
  }
}

/** Gives a difference's place from left to right: the mean of where it stands in a and in b. */
function placer(comparison: Comparison): (difference: Difference) => number {
  const last = comparison.segments.reduce(
    (ends, { a, b }) => ({ a: Math.max(ends.a, a?.end ?? 0), b: Math.max(ends.b, b?.end ?? 0) }),
    { a: 1, b: 1 },
  );
  return ({ a, b }) => {
    const share = (a.start / last.a + b.start / last.b) / 2;
    return MARGIN + share * (WIDTH - 2 * MARGIN);
  };
}

function nearestTo(
  at: number,
  differences: readonly Difference[],
  place: (difference: Difference) => number,
): Difference | null {
  let nearest: Difference | null = null;
  for (const difference of differences) {
    if (nearest === null || Math.abs(place(difference) - at) < Math.abs(place(nearest) - at))
      nearest = difference;
  }
  return nearest;
}
