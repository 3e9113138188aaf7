import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seriate, type Tie } from '../../../src/core/overview/seriation.ts';

function order(count: number, ties: readonly Tie[], most?: number): readonly number[] {
  const making = seriate(count, ties, most);
  for (;;) {
    const step = making.next();
    if (step.done === true) return step.value;
  }
}

/** Ties written `0-3*2`: 0 and 3, weighing 2. */
function tied(written: string): readonly Tie[] {
  return written.split(' ').map((each) => {
    const [things = '', weight = '1'] = each.split('*');
    const [a = '', b = ''] = things.split('-');
    return { a: Number(a), b: Number(b), weight: Number(weight) };
  });
}

const tie = (count: number) =>
  fc.record({ a: fc.nat(count - 1), b: fc.nat(count - 1), weight: fc.integer({ min: 1, max: 9 }) });

describe('seriate', () => {
  it('puts what is tied side by side, and what is alone last', () => {
    expect(order(6, tied('0-3*5 1-4*9'))).toEqual([1, 4, 0, 3, 2, 5]);
  });

  it('keeps a chain a chain', () => {
    const found = order(6, tied('0-2*9 2-4*8 4-1*7 1-5*6 5-3*5'));
    expect(found[0] === 0 ? found : found.toReversed()).toEqual([0, 2, 4, 1, 5, 3]);
  });

  it('keeps two blocks apart, though a weak tie joins them', () => {
    const found = order(6, tied('0-2*9 0-4*9 2-4*9 1-3*9 1-5*9 3-5*9 4-1*1'));
    const parity = found.map((thing) => thing % 2).join('');
    expect(['000111', '111000']).toContain(parity);
  });

  it('gives each thing once, the same in whatever order the ties come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.infiniteStream(fc.nat()), (count, stream) => {
        const numbers = [...stream.take(60)];
        const ties = Array.from({ length: numbers.length / 3 }, (_, i): Tie => ({
          a: (numbers[3 * i] as number) % count,
          b: (numbers[3 * i + 1] as number) % count,
          weight: 1 + ((numbers[3 * i + 2] as number) % 9),
        }));
        const found = order(count, ties);
        expect(found.toSorted((p, q) => p - q)).toEqual(Array.from({ length: count }, (_, i) => i));
        expect(order(count, ties.toReversed())).toEqual(found);
        // With room for few rows alone, too.
        const few = order(count, ties, 3);
        expect(few.toSorted((p, q) => p - q)).toEqual(found.toSorted((p, q) => p - q));
        expect(order(count, ties.toReversed(), 3)).toEqual(few);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('brings the ties nearer together than the order given, for most', () => {
    const span = (found: readonly number[], ties: readonly Tie[]) => {
      const at = new Map(found.map((thing, place) => [thing, place]));
      return ties.reduce(
        (all, { a, b, weight }) => all + weight * Math.abs((at.get(a) ?? 0) - (at.get(b) ?? 0)),
        0,
      );
    };
    let nearer = 0;
    fc.assert(
      fc.property(fc.array(tie(30), { minLength: 20, maxLength: 40 }), (ties) => {
        const given = Array.from({ length: 30 }, (_, i) => i);
        if (span(order(30, ties), ties) <= span(given, ties)) nearer++;
      }),
      { seed: 7, numRuns: 50 },
    );
    expect(nearer).toBeGreaterThan(45);
  });
});
