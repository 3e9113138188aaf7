import {
  lengthTicks,
  plotBins,
  xOfLength,
  yOfSimilarity,
  type PlotRange,
  type PlotScale,
} from '../../../core/overview/plot.ts';
import type { Selection } from '../../../core/overview/selection.ts';
import type { Survey } from '../../../core/overview/survey.ts';
import type { Pair, PairKind } from '../../../core/reuse/pair.ts';
import { widthOf, type Shape } from '../../drawing/shape.ts';

/** Room around the plot for its scales, in CSS pixels. */
export const EDGE = { left: 30, top: 8, right: 8, bottom: 20 };
/** More points than this are drawn as squares of several. */
const POINTS_MOST = 1200;
const RADIUS = 3.2;
/** Of a group that is pointed at, more rings are one blot. */
const LIT_MOST = 200;
const SMALL = 12;
const SIMILARITY_STEP = 0.1;
const TICK_GAP = 8;

/** The scales, and a sign for each finding or a square for several. `candidates`: 1 for each finding that is drawn. */
export function plotShapes(
  survey: Survey,
  candidates: Uint8Array,
  selection: Selection,
  scale: PlotScale,
): readonly Shape[] {
  const shapes: Shape[] = [...frame(scale)];
  let count = 0;
  for (const candidate of candidates) count += candidate;
  if (count > POINTS_MOST) return [...shapes, ...squares(survey, candidates, selection, scale)];
  // Those that are shown lie on the others, the important ones on top.
  for (const isShown of [0, 1]) {
    for (let pair = survey.findings.length - 1; pair >= 0; pair--) {
      if (candidates[pair] === 1 && selection.pairs[pair] === isShown)
        shapes.push(sign(survey, pair, scale, isShown));
    }
  }
  return shapes;
}

/** A rectangle that is being drawn or that filters. */
export function rangeShapes(range: PlotRange, scale: PlotScale): readonly Shape[] {
  const [x0, x1] = [
    xOfLength(scale, Math.max(scale.least, range.length)),
    xOfLength(scale, range.lengthMost),
  ];
  const [y0, y1] = [yOfSimilarity(scale, range.similarityMost), yOfSimilarity(scale, range.similarity)];
  const box = {
    x: EDGE.left + x0,
    y: EDGE.top + y0,
    width: Math.max(2, x1 - x0),
    height: Math.max(2, y1 - y0),
  };
  return [{ kind: 'rect', ...box, fill: 'lan-wash', stroke: 'lan', dash: 'dashed' }];
}

/** Rings around the shown ones of some findings. */
export function litPointShapes(
  { findings, shared }: Survey,
  { pairs }: Selection,
  scale: PlotScale,
  some: readonly number[],
): readonly Shape[] {
  return some
    .filter((pair) => pairs[pair] === 1)
    .slice(0, LIT_MOST)
    .map((pair) => {
      const x = EDGE.left + xOfLength(scale, shared[pair] as number);
      const y = EDGE.top + yOfSimilarity(scale, (findings[pair] as Pair).similarity);
      return { kind: 'path', d: ringPath(x, y, RADIUS + 3), stroke: 'ink', strokeWidth: 2 };
    });
}

/** Where the keyboard is. */
export function crossShapes(
  { x, y }: { x: number; y: number },
  { width, height }: PlotScale,
): readonly Shape[] {
  const [left, top] = [EDGE.left + x, EDGE.top + y];
  return [
    { kind: 'path', d: `M${EDGE.left} ${top}H${EDGE.left + width}`, stroke: 'ink-3' },
    { kind: 'path', d: `M${left} ${EDGE.top}V${EDGE.top + height}`, stroke: 'ink-3' },
    { kind: 'rect', x: left - 3, y: top - 3, width: 6, height: 6, stroke: 'ink', strokeWidth: 2 },
  ];
}

function frame(scale: PlotScale): readonly Shape[] {
  const { width, height, floor } = scale;
  const { left, top } = EDGE;
  const shapes: Shape[] = [];
  const steps = Math.round((1 - floor) / SIMILARITY_STEP);
  const every = steps > 6 ? 2 : 1;
  for (let step = 0; step <= steps; step++) {
    const similarity = 1 - step * SIMILARITY_STEP;
    const y = top + yOfSimilarity(scale, similarity);
    shapes.push({
      kind: 'path',
      d: `M${left} ${y}H${left + width}`,
      stroke: step === steps ? 'rule-2' : 'rule',
    });
    if (step % every > 0) continue;
    shapes.push({
      kind: 'text',
      x: left - 6,
      y: y + 4,
      text: similarity.toFixed(1),
      paint: 'ink-3',
      size: SMALL,
      anchor: 'end',
    });
  }
  let end = -Infinity;
  for (const tick of lengthTicks(scale)) {
    const x = left + xOfLength(scale, tick);
    const half = widthOf(String(tick), SMALL) / 2;
    shapes.push({ kind: 'path', d: `M${x} ${top + height}v4`, stroke: 'rule-2' });
    if (x - half < end + TICK_GAP || x + half > left + width + EDGE.right) continue;
    end = x + half;
    shapes.push({
      kind: 'text',
      x,
      y: top + height + 16,
      text: String(tick),
      paint: 'ink-3',
      size: SMALL,
      anchor: 'middle',
    });
  }
  return shapes;
}

/** A full square is the same, a disc similar, a half-open square a passage, a ring reworded. */
function sign({ findings, shared }: Survey, pair: number, scale: PlotScale, isShown: number): Shape {
  const { kind, similarity } = findings[pair] as Pair;
  const x = EDGE.left + xOfLength(scale, shared[pair] as number);
  const y = EDGE.top + yOfSimilarity(scale, similarity);
  const paint = isShown === 1 ? 'lan' : 'rule-2';
  return signOf(kind, x, y, paint);
}

function ringPath(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

/** The sign of a kind of finding around a point. */
export function signOf(kind: PairKind, x: number, y: number, paint: 'lan' | 'rule-2' | 'ink-2'): Shape {
  const r = RADIUS;
  const ring = ringPath(x, y, r);
  switch (kind) {
    case 'identical':
      return {
        kind: 'rect',
        x: x - r,
        y: y - r,
        width: 2 * r,
        height: 2 * r,
        fill: paint,
        stroke: 'sheet',
        strokeWidth: 0.6,
      };
    case 'near-identical':
      return { kind: 'path', d: ring, fill: paint, stroke: 'sheet', strokeWidth: 0.6 };
    case 'partial':
      return {
        kind: 'path',
        d: `M${x - r} ${y + r}V${y - r}H${x + r}V${y + r}Z`,
        fill: 'sheet',
        stroke: paint,
        strokeWidth: 1.6,
      };
    case 'paraphrase':
      return { kind: 'path', d: ring, fill: 'sheet', stroke: paint, strokeWidth: 1.6 };
  }
}

function squares(
  survey: Survey,
  candidates: Uint8Array,
  selection: Selection,
  scale: PlotScale,
): readonly Shape[] {
  const { columns, size, shown, others } = plotBins(survey, candidates, selection, scale);
  const most = shown.reduce((all, each) => Math.max(all, each), 1);
  const mostOther = others.reduce((all, each) => Math.max(all, each), 1);
  const shapes: Shape[] = [];
  for (const [index, count] of shown.entries()) {
    const other = others[index] as number;
    if (count + other === 0) continue;
    const x = EDGE.left + (index % columns) * size;
    const y = EDGE.top + Math.floor(index / columns) * size - size / 2;
    const box = { kind: 'rect', x, y, width: size, height: size } as const;
    if (count > 0) shapes.push({ ...box, fill: 'lan', opacity: dark(count, most) });
    else shapes.push({ ...box, fill: 'ink-3', opacity: 0.5 * dark(other, mostOther) });
  }
  return shapes;
}

/** By the logarithm: single findings are seen beside thousands. */
function dark(count: number, most: number): number {
  return 0.3 + (0.7 * Math.log(1 + count)) / Math.log(1 + most);
}
