import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCover } from '../../../src/core/reuse/align/cover.ts';
import { sorted } from '../../../src/core/reuse/merge-sort.ts';
import { sortByKey } from '../../../src/core/reuse/link/radix.ts';
import { unionFind } from '../../../src/core/reuse/union-find.ts';
import { seeded } from './texts.ts';

const RUNS = { seed: 5, numRuns: 200 };

describe('the collections', () => {
  it('radix sort orders as comparing does, and keeps equals in place', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(5), fc.nat(0xffff_ffff)), { maxLength: 60 }), (list) => {
        const steps = sortByKey(Uint32Array.from(list));
        let step = steps.next();
        while (step.done !== true) step = steps.next();
        const expected = list.map((_, i) => i).sort((p, q) => (list[p] ?? 0) - (list[q] ?? 0));
        expect([...step.value]).toEqual(expected);
      }),
      RUNS,
    );
  });

  it('sorts in pieces as in one go, equals in place', () => {
    const random = seeded(9);
    for (const length of [0, 1, 4_000, 4_001, 13_000]) {
      const list = Array.from({ length }, (_, index) => ({ key: Math.floor(random() * 500), index }));
      const steps = sorted(list, (p, q) => p.key - q.key);
      let step = steps.next();
      while (step.done !== true) step = steps.next();
      expect(step.value).toEqual([...list].sort((p, q) => p.key - q.key));
    }
  });

  it('a cover knows what is free', () => {
    const range = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 10 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), range, (ranges, asked) => {
        const cover = createCover();
        const taken = new Set<number>();
        for (const each of ranges) {
          if (!cover.isFree(each)) continue;
          cover.add(each);
          for (let at = each.start; at < each.end; at++) taken.add(at);
        }
        let longest = 0;
        for (let at = asked.start, length = 0; at < asked.end; at++) {
          length = taken.has(at) ? 0 : length + 1;
          longest = Math.max(longest, length);
        }
        const free = cover.longestFree(asked);
        expect(free === null ? 0 : free.end - free.start).toBe(longest);
        expect(cover.isFree(asked)).toBe(longest === asked.end - asked.start);
        for (let at = free?.start ?? 0; at < (free?.end ?? 0); at++) expect(taken.has(at)).toBe(false);
      }),
      RUNS,
    );
  });

  it('sets that are joined have one name', () => {
    const sets = unionFind(5);
    sets.join(3, 4);
    sets.join(1, 3);
    expect([0, 1, 2, 3, 4].map((element) => sets.find(element))).toEqual([0, 1, 2, 1, 1]);
  });
});
