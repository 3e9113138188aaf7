import { expect, it } from 'vitest';
import { importanceOf } from '../../../src/core/reuse/describe/importance.ts';
import { rank } from '../../../src/core/reuse/describe/ranking.ts';
import { comparePlace, type WitnessPair } from '../../../src/core/reuse/describe/witnesses.ts';
import { seeded } from '../../bench/random.ts';

const random = seeded(3);
const below = (limit: number): number => Math.floor(random() * limit);

/** A pair of one of a few weights, so that many are equally important. */
function somePair(): WitnessPair {
  const place = () => ({ content: 0, start: below(20), end: 40 });
  const [a, b] = [place(), place()];
  const finding = {
    a,
    b,
    kind: 'partial' as const,
    matched: 20,
    weight: 2 ** below(40) / 3,
    matters: true,
    flaw: null,
    tornEnds: below(3),
  };
  return { a: { unit: below(30), place: a }, b: { unit: below(30), place: b }, finding };
}

it.each([500, 3_000])('ranks %i pairs as comparing them does', (count) => {
  const pairs = Array.from({ length: count }, somePair);
  const steps = rank(pairs);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const expected = pairs.toSorted(
    (p, q) =>
      importanceOf(q.finding) - importanceOf(p.finding) || comparePlace(p.a, q.a) || comparePlace(p.b, q.b),
  );
  expect(step.value.map(({ pair }) => pair)).toEqual(expected);
});
