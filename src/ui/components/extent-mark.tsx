import type { Pair, Passage } from '../../core/reuse/pair.ts';

/** Width and height of the mark, in CSS pixels: two bars with a gap between them. */
const WIDTH = 34;
const BAR = 4;
const GAP = 3;
/** A short passage in a long unit is still seen. */
const WIDTH_LEAST = 3;

/** How much of each side is shared, and where: two bars, the shared part dark. */
export function ExtentMark({ pair }: { pair: Pair }) {
  return (
    <svg class="extent" width={WIDTH} height={2 * BAR + GAP} aria-hidden="true">
      <Bar passage={pair.a} y={0} />
      <Bar passage={pair.b} y={BAR + GAP} />
    </svg>
  );
}

function Bar({ passage, y }: { passage: Passage; y: number }) {
  const unit = Math.max(1, Math.max(passage.unit.end, passage.span.end) - passage.unit.start);
  const width = Math.max(WIDTH_LEAST, ((passage.span.end - passage.span.start) / unit) * WIDTH);
  const x = Math.min(WIDTH - width, Math.max(0, ((passage.span.start - passage.unit.start) / unit) * WIDTH));
  return (
    <>
      <rect class="extent-unit" x={0} y={y} width={WIDTH} height={BAR} />
      <rect class="extent-shared" x={x} y={y} width={width} height={BAR} />
    </>
  );
}
