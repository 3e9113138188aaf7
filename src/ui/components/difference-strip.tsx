import type { Comparison, Difference } from '../../core/diff/comparison.ts';
import { useMessages } from '../hooks/context.ts';

/** Height of the strip and its middle line, in CSS pixels; it is as wide as there is room. */
const HEIGHT = 26;
const MIDDLE = 12.5;
/** Room at either end for half a mark, as a share of the width. */
const MARGIN = 0.025;

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
      height={HEIGHT}
      role="img"
      aria-label={messages.differencePlaces}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const nearest = nearestTo((event.clientX - box.left) / box.width, comparison.differences, place);
        if (nearest !== null) onChoose(nearest.number);
      }}
    >
      <line class="line" x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} />
      {comparison.differences.map((difference) => (
        // A picture of its own at each place: marks keep their shape whatever the width of the strip.
        <svg key={difference.number} x={percent(place(difference))} overflow="visible">
          <Mark kind={difference.kind} />
        </svg>
      ))}
      {current !== undefined && (
        <svg x={percent(place(current))} overflow="visible">
          <path class="here" d="M0 21l-4 4h8z" />
        </svg>
      )}
    </svg>
  );
}

function Mark({ kind }: { kind: Difference['kind'] }) {
  switch (kind) {
    case 'replaced':
      return <rect class="replaced" x={-2} y={6} width={4} height={13} />;
    case 'only-a':
      return <rect class="only" x={-2} y={3.5} width={4} height={8} />;
    case 'only-b':
      return <rect class="only" x={-2} y={13.5} width={4} height={8} />;
    case 'moved':
      return <path class="moved" d="M-3 9l6 7M3 9l-6 7" />;
    case 'form':
      return <circle class="form" cx={0} cy={MIDDLE} r={2.6} />;
  }
}

/** Gives a difference's place from left to right, 0 to 1: the mean of where it stands in a and in b. */
function placer(comparison: Comparison): (difference: Difference) => number {
  const last = comparison.segments.reduce(
    (ends, { a, b }) => ({ a: Math.max(ends.a, a?.end ?? 0), b: Math.max(ends.b, b?.end ?? 0) }),
    { a: 1, b: 1 },
  );
  return ({ a, b }) => {
    const share = (a.start / last.a + b.start / last.b) / 2;
    return MARGIN + share * (1 - 2 * MARGIN);
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

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
