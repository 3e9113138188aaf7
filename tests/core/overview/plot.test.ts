import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findingAt,
  lengthAt,
  lengthTicks,
  plotBins,
  plotScale,
  rangeBetween,
  similarityAt,
  xOfLength,
  yOfSimilarity,
  type PlotScale,
} from '../../../src/core/overview/plot.ts';
import { select } from '../../../src/core/overview/selection.ts';
import { survey } from '../../../src/core/overview/survey.ts';
import { groupsOf } from '../../../src/core/review/groups.ts';
import { made, whole } from './made.ts';

const scale: PlotScale = { least: 5, most: 500, floor: 0.5, width: 200, height: 100 };
const point = fc.record({
  x: fc.double({ min: 0, max: 200, noNaN: true }),
  y: fc.double({ min: 0, max: 100, noNaN: true }),
});

describe('the plot', () => {
  it('goes there and back', () => {
    fc.assert(
      fc.property(point, ({ x, y }) => {
        expect(xOfLength(scale, lengthAt(scale, x))).toBeCloseTo(x, 6);
        expect(yOfSimilarity(scale, similarityAt(scale, y))).toBeCloseTo(y, 6);
      }),
      { seed: 1 },
    );
  });

  it('a rectangle holds both its corners, whichever was first', () => {
    fc.assert(
      fc.property(point, point, (p, q) => {
        const range = rangeBetween(scale, p, q);
        expect(rangeBetween(scale, q, p)).toEqual(range);
        for (const { x, y } of [p, q]) {
          expect(similarityAt(scale, y)).toBeGreaterThanOrEqual(range.similarity - 1e-9);
          expect(similarityAt(scale, y)).toBeLessThanOrEqual(range.similarityMost + 1e-9);
          expect(lengthAt(scale, x)).toBeGreaterThanOrEqual(range.length - 1e-9);
          expect(lengthAt(scale, x)).toBeLessThanOrEqual(range.lengthMost + 1e-9);
        }
      }),
      { seed: 1 },
    );
  });

  it('a rectangle drawn to the lower left edge leaves nothing out there', () => {
    expect(rangeBetween(scale, { x: 0, y: 100 }, { x: 200, y: 0 })).toEqual({
      similarity: 0,
      similarityMost: 1,
      length: 0,
      lengthMost: 500,
    });
  });

  it('holds all findings, and counts each in one square', () => {
    fc.assert(
      fc.property(made, ({ documents, findings, detection }) => {
        const found = whole(survey(documents, findings, groupsOf(detection, new Set())));
        const own = plotScale(found, 300, 120);
        for (const [index, { similarity }] of found.findings.entries()) {
          const [x, y] = [xOfLength(own, found.shared[index]!), yOfSimilarity(own, similarity)];
          expect(x >= 0 && x <= 300 && y >= 0 && y <= 120).toBe(true);
        }
        const shown = select(found, found.findings.slice(0, 4), new Map());
        const all = new Uint8Array(found.findings.length).fill(1);
        const { shown: dark, others } = plotBins(found, all, shown, own);
        expect(dark.reduce((sum, count) => sum + count, 0)).toBe(shown.count);
        expect(others.reduce((sum, count) => sum + count, 0)).toBe(found.findings.length - shown.count);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('the finding at a point is a shown one, and none is nearer', () => {
    fc.assert(
      fc.property(made, fc.nat(400), fc.nat(200), fc.func(fc.boolean()), (all, x, y, isShown) => {
        const found = whole(survey(all.documents, all.findings, groupsOf(all.detection, new Set())));
        const own = plotScale(found, 400, 200);
        const selection = select(
          found,
          found.findings.filter(({ id }) => isShown(id)),
          new Map(),
        );
        const off = (pair: number) =>
          Math.max(
            Math.abs(xOfLength(own, found.shared[pair]!) - x),
            Math.abs(yOfSimilarity(own, found.findings[pair]!.similarity) - y),
          );
        const near = found.findings
          .map((_, pair) => pair)
          .filter((pair) => selection.pairs[pair] === 1 && off(pair) < 60);
        const at = findingAt(found, selection, own, { x, y }, 60);
        if (near.length === 0) expect(at).toBeNull();
        else expect(off(at!)).toBe(Math.min(...near.map(off)));
      }),
    );
  });

  it('is marked with round numbers', () => {
    expect(lengthTicks(scale)).toEqual([5, 10, 20, 50, 100, 200, 500]);
  });
});
