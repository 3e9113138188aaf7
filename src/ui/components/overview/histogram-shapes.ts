import { widthOf, type Shape } from '../../drawing/shape.ts';
import type { Bins, Scale } from '../histogram.tsx';

/** A histogram as it is taken along: with its name, its numbers and its scale. */
export interface NamedHistogram {
  readonly name: string;
  readonly bins: Bins;
  readonly scale: Scale;
  /** Findings below it are not shown. */
  readonly from: number;
  readonly written: (value: number) => string;
}

/** In CSS pixels. */
export const HISTOGRAM = { width: 420, height: 150 };
const TOP = 40;
const BASE = HISTOGRAM.height - 22;
const SMALL = 12;
const GAP = 2;

/** A histogram whose upper edge is at `top`. Heights grow with the square root, and each bar has its number. */
export function histogramShapes(histogram: NamedHistogram, top: number): readonly Shape[] {
  const { name, bins, scale, from, written } = histogram;
  const most = Math.max(1, ...bins);
  const pitch = HISTOGRAM.width / bins.length;
  const valueAt = (bin: number) => scale.least + (bin / bins.length) * (scale.most - scale.least);
  const words = (text: string, x: number, y: number): Shape => ({
    kind: 'text',
    x,
    y: top + y,
    text,
    paint: 'ink-2',
    size: SMALL,
    anchor: 'middle',
  });
  const shapes: Shape[] = [
    { kind: 'text', x: 0, y: top + 14, text: name, paint: 'ink', size: SMALL, isBold: true },
    { kind: 'path', d: `M0 ${top + BASE}H${HISTOGRAM.width}`, stroke: 'rule-2' },
  ];
  for (const [bin, count] of bins.entries()) {
    const x = bin * pitch;
    if (bin % 2 === 0) shapes.push(words(written(valueAt(bin)), Math.max(x, SMALL), BASE + 16));
    if (count === 0) continue;
    const height = Math.max(2, Math.sqrt(count / most) * (BASE - TOP));
    const box = { x: x + GAP / 2, y: top + BASE - height, width: pitch - GAP, height };
    const isShown = valueAt(bin + 1) > from || bin === bins.length - 1;
    shapes.push(
      isShown
        ? { kind: 'rect', ...box, fill: 'ink-2' }
        : { kind: 'rect', ...box, fill: 'sheet', stroke: 'rule-2', dash: 'dashed' },
    );
    if (widthOf(String(count), SMALL) <= pitch)
      shapes.push(words(String(count), x + pitch / 2, BASE - height - 4));
  }
  return shapes;
}
