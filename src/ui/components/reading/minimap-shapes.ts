import type { ReadingMarks } from '../../../core/overview/reading-marks.ts';
import type { Speech } from '../../../core/structure/speech.ts';
import type { Span } from '../../../core/text/span.ts';
import type { Picture, Shape } from '../../drawing/shape.ts';

/** Of the picture, in CSS pixels. */
export const MAP_WIDTH = 56;
const LEFT = 8;
const MARK_LEAST = 2;
/** A mark as high as this shows its group's texture. */
const TEXTURE_LEAST = 8;
/** How far marks that overlap stand beside one another, in CSS pixels. */
const STEP = 6;

/** What of the map is shown, in numbers. */
export interface MapSource {
  readonly length: number;
  readonly speeches: readonly Speech[];
  readonly marks: ReadingMarks | null;
  readonly removed: readonly Span[];
  /** Where what is sought stands, in order. */
  readonly hits: readonly Span[];
  /** The group that is pointed out; null for none. */
  readonly lit: number | null;
}

/**
 * A whole document to scale: where speeches begin, what recurs (the more often, the darker), what goes struck through, what is
 * sought at the edge. What falls on the
 * same pixel is drawn once. Linear.
 */
export function mapPicture(source: MapSource, height: number): Picture {
  const { length, speeches, marks, removed, hits, lit } = source;
  const scale = height / Math.max(1, length);
  const shapes: Shape[] = [
    { kind: 'rect', x: LEFT, y: 0, width: MAP_WIDTH - 2 * LEFT, height, fill: 'lift', opacity: 0.5 },
  ];
  let drawn = -1;
  let d = '';
  for (const { span } of speeches) {
    const y = Math.round(span.start * scale);
    if (y <= drawn) continue;
    drawn = y;
    d += `M${LEFT - 4} ${y + 0.5}H${MAP_WIDTH - LEFT + 4}`;
  }
  shapes.push({ kind: 'path', d, stroke: 'rule-2' });
  if (marks !== null) shapes.push(...markShapes(marks, scale, lit));
  drawn = -1;
  d = '';
  for (const { start, end } of removed) {
    const [top, bottom] = [Math.round(start * scale), Math.round(end * scale)];
    if (bottom <= drawn) continue;
    drawn = Math.max(bottom, top + 1);
    d += `M${LEFT - 2} ${Math.max(drawn, top + MARK_LEAST)}L${MAP_WIDTH - LEFT + 2} ${top}`;
  }
  if (d !== '') shapes.push({ kind: 'path', d, stroke: 'zhu', strokeWidth: 1.3 });
  drawn = -1;
  d = '';
  for (const { start } of hits) {
    const y = Math.round(start * scale);
    if (y <= drawn) continue;
    drawn = y + 1;
    d += `M${MAP_WIDTH - LEFT + 1} ${y + 0.5}h${LEFT - 2}`;
  }
  if (d !== '') shapes.push({ kind: 'path', d, stroke: 'zhu', strokeWidth: 2 });
  return { width: MAP_WIDTH, height, shapes };
}

function markShapes(
  { starts, ends, lanes, groups, others }: ReadingMarks,
  scale: number,
  lit: number | null,
): readonly Shape[] {
  const shapes: Shape[] = [];
  const over: Shape[] = [];
  /** By lane: how far down it is drawn, and how dark there. */
  const bottoms: number[] = [];
  const darkest: number[] = [];
  for (let mark = 0; mark < starts.length; mark++) {
    const lane = lanes[mark] as number;
    const isLit = groups[mark] === lit;
    const y = Math.round((starts[mark] as number) * scale);
    const bottom = Math.max(y + MARK_LEAST, Math.round((ends[mark] as number) * scale));
    const depth = others[mark] as number;
    if (!isLit && bottom <= (bottoms[lane] ?? 0) && depth <= (darkest[lane] ?? 0)) continue;
    bottoms[lane] = Math.max(bottom, bottoms[lane] ?? 0);
    darkest[lane] = depth;
    const x = LEFT + lane * STEP;
    const box = {
      kind: 'rect',
      x,
      y,
      width: Math.max(STEP, MAP_WIDTH - LEFT - x),
      height: bottom - y,
    } as const;
    if (isLit) over.push({ ...box, fill: 'lan' });
    else if (box.height >= TEXTURE_LEAST)
      shapes.push({ ...box, fill: { texture: groups[mark] as number }, stroke: 'lan', strokeWidth: 0.75 });
    else shapes.push({ ...box, fill: 'lan', opacity: Math.min(1, 0.35 + 0.15 * depth) });
  }
  return [...shapes, ...over];
}
