import { describe, expect, test } from 'vitest';
import type { ReadingMarks } from '../../../src/core/overview/reading-marks.ts';
import { depthPicture } from '../../../src/ui/components/reading/depth-shapes.ts';
import { mapPicture, type MapSource } from '../../../src/ui/components/reading/minimap-shapes.ts';
import type { Shape } from '../../../src/ui/drawing/shape.ts';

const NONE = new Uint32Array(0);

/** Marks from where they begin to where they end, each of a group of its own, with so many other places. */
function marksOf(...given: readonly (readonly [start: number, end: number, others: number])[]): ReadingMarks {
  return {
    marks: NONE,
    groups: Uint32Array.from(given.keys()),
    starts: Uint32Array.from(given, ([start]) => start),
    ends: Uint32Array.from(given, ([, end]) => end),
    kinds: new Uint8Array(given.length),
    lanes: new Uint8Array(given.length),
    others: Uint32Array.from(given, ([, , others]) => others),
    from: NONE,
    inLines: NONE,
    depths: NONE,
    laneCounts: new Uint8Array(0),
  };
}

function source(marks: ReadingMarks, rest: Partial<MapSource> = {}): MapSource {
  return { length: 1000, speeches: [], marks, removed: [], hits: [], lit: null, ...rest };
}

/** The boxes of marks, as top and height; the first shape is the paper. */
function boxes(shapes: readonly Shape[]): readonly (readonly [number, number])[] {
  return shapes
    .slice(1)
    .flatMap((shape) => (shape.kind === 'rect' ? [[shape.y, shape.height] as const] : []));
}

describe('the map of a document', () => {
  test('is to scale, and no mark is too small to be seen', () => {
    const { shapes, height } = mapPicture(source(marksOf([0, 100, 1], [500, 501, 1], [900, 1000, 1])), 500);
    expect(height).toBe(500);
    expect(boxes(shapes)).toEqual([
      [0, 50],
      [250, 2],
      [450, 50],
    ]);
  });

  test('draws what falls on the same pixels once, unless it stands elsewhere more often or is pointed out', () => {
    const many = Array.from({ length: 1000 }, (_, at) => [at, at + 1, 1] as const);
    expect(boxes(mapPicture(source(marksOf(...many)), 100).shapes).length).toBeLessThanOrEqual(101);
    const same = marksOf([10, 11, 1], [11, 12, 1], [12, 13, 5]);
    expect(boxes(mapPicture(source(same), 100).shapes)).toHaveLength(2);
    expect(boxes(mapPicture(source(same, { lit: 1 }), 100).shapes)).toHaveLength(3);
  });

  test('shows at its edge where what is sought stands, once for each pixel', () => {
    const hits = [100, 101, 102, 900].map((start) => ({ start, end: start + 1 }));
    const last = mapPicture(source(marksOf(), { hits }), 100).shapes.at(-1);
    expect(last?.kind === 'path' && last.d).toMatch(/^M\d+ 10\.5h\d+M\d+ 90\.5h\d+$/);
  });

  test('strikes what goes', () => {
    const { shapes } = mapPicture(source(marksOf(), { removed: [{ start: 100, end: 200 }] }), 100);
    const last = shapes.at(-1);
    expect(last).toMatchObject({ kind: 'path', stroke: 'zhu' });
    expect(last?.kind === 'path' && last.d).toMatch(/^M\d+ 20L\d+ 10$/);
  });
});

test('the margin has a number for each run of lines, and as many rules, up to four', () => {
  const { shapes, height } = depthPicture([0, 1, 1, 9], 30);
  expect(height).toBe(120);
  const numbers = shapes.flatMap((shape) => (shape.kind === 'text' ? [[shape.text, shape.y > 90]] : []));
  expect(numbers).toEqual([
    ['1', false],
    ['9', true],
  ]);
  const rules = shapes.flatMap((shape) => (shape.kind === 'path' ? [shape.d.split('M').length - 1] : []));
  expect(rules).toEqual([1, 4]);
});
