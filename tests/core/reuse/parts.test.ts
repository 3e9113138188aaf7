import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Boilerplate, Pair, Passage } from '../../../src/core/reuse/pair.ts';
import { joinPieces, objectsInBoilerplate, partsOf, piecesOf } from '../../../src/core/reuse/parts.ts';

describe('partsOf', () => {
  it('gives parts that join to the list, none empty, and none large unless one item is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30_000)), (sizes) => {
        const parts = [...partsOf(sizes, (size) => size)];
        expect(parts.flat()).toEqual(sizes);
        for (const part of parts) {
          const objects = part.reduce((sum, size) => sum + size, 0);
          expect(part.length).toBeGreaterThan(0);
          expect(objects <= 7_500 || part.length === 1).toBe(true);
        }
      }),
      { seed: 1 },
    );
  });
});

describe('piecesOf', () => {
  it('gives pieces that join to the entries, none larger than a part', () => {
    const passage = { document: 'd', speech: 0 } as Passage;
    const pair = { id: 'p', a: passage, b: passage } as Pair;
    const sizes = fc.array(fc.tuple(fc.nat(2_500), fc.nat(2_500)), { maxLength: 4 });
    fc.assert(
      fc.property(sizes, (given) => {
        const entries = given.map(([members, pairs], index): Boilerplate => ({
          id: String(index),
          reason: 'common',
          members: Array.from({ length: members }, () => passage),
          speeches: members,
          pairs: Array.from({ length: pairs }, () => pair),
        }));
        const pieces = [...piecesOf(entries)];
        expect(joinPieces(pieces)).toEqual(entries);
        expect(Math.max(0, ...pieces.map(objectsInBoilerplate))).toBeLessThan(7_500);
      }),
      { seed: 1, numRuns: 20 },
    );
  });
});
