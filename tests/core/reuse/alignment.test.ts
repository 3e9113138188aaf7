import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAligner, type Run } from '../../../src/core/reuse/align/alignment.ts';
import { createPace } from '../../../src/core/reuse/pace.ts';

/** Aligns two strings with all diagonals in the band; the runs as they read. */
function align(a: string, b: string): { readonly text: string; readonly runs: readonly Run[] } {
  const codes = Uint16Array.from([...`${a}\0${b}`].map((c) => c.charCodeAt(0)));
  const x = { start: 0, end: a.length };
  const y = { start: a.length + 1, end: a.length + 1 + b.length };
  const runs = createAligner(codes, createPace()).align({ x, y, low: 1 - a.length, high: y.end, core: x });
  return { runs, text: runs.map(({ x: at, length }) => a.slice(at, at + length)).join('|') };
}

describe('alignment', () => {
  it.each([
    ['甲乙丙丁戊', '甲乙丙丁戊', '甲乙丙丁戊'],
    ['甲乙丙丁戊', '甲乙子丁戊', '甲乙|丁戊'],
    ['甲乙丙丁戊', '甲乙丁戊', '甲乙|丁戊'],
    ['甲乙丁戊', '甲乙丙丁戊', '甲乙|丁戊'],
    ['子丑甲乙丙丁', '甲乙丙丁寅卯', '甲乙丙丁'],
    ['甲', '乙', ''],
  ])('of %s and %s keeps %s', (a, b, kept) => {
    expect(align(a, b).text).toBe(kept);
  });

  it('gives runs in order, without overlap, equal on both sides', () => {
    const word = fc.string({ unit: fc.constantFrom(...'甲乙丙丁'), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        let xEnd = 0;
        let yEnd = a.length + 1;
        for (const { x, y, length } of align(a, b).runs) {
          expect(x).toBeGreaterThanOrEqual(xEnd);
          expect(y).toBeGreaterThanOrEqual(yEnd);
          const at = y - a.length - 1;
          expect(b.slice(at, at + length)).toBe(a.slice(x, x + length));
          xEnd = x + length;
          yEnd = y + length;
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
