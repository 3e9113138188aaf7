import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/core/reuse/parts.ts';

describe('partsOf', () => {
  it('gives parts that join to the list, none empty, and none large unless one item is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30_000)), (sizes) => {
        const parts = [...partsOf(sizes, (size) => size)];
        expect(parts.flat()).toEqual(sizes);
        for (const part of parts) {
          const objects = part.reduce((sum, size) => sum + size, 0);
          expect(part.length).toBeGreaterThan(0);
          expect(objects <= 15_000 || part.length === 1).toBe(true);
        }
      }),
      { seed: 1 },
    );
  });
});
