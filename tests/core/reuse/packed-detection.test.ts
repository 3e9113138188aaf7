import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buffersOf } from '../../../src/core/reuse/packed-detection.ts';
import type { Boilerplate, Detection, Pair, Passage } from '../../../src/core/reuse/pair.ts';
import { packedOf, unpackedOf } from './packed.ts';

const offset = fc.nat(2 ** 27);
const span = fc.record({ start: offset, end: offset });
const place = { document: fc.constantFrom('d', 'e', 'e-2'), speech: fc.nat(9_000), unit: span };
const index = fc.option(fc.nat(9_000));
const passage: fc.Arbitrary<Passage> = fc.oneof(
  fc.record({ ...place, measure: index, paragraph: index, span }),
  fc.record({ ...place, measure: index, paragraph: index }).map((each) => ({ ...each, span: each.unit })),
);

/** Detections whose passages are shared, as those of a real one are. */
const detection: fc.Arbitrary<Detection> = fc.array(passage, { minLength: 1 }).chain((passages) => {
  const shared = fc.constantFrom(...passages);
  const figure = fc.double({ noNaN: true });
  const pair: fc.Arbitrary<Pair> = fc.record({
    id: fc.string(),
    a: shared,
    b: shared,
    kind: fc.constantFrom('identical', 'near-identical', 'partial', 'paraphrase'),
    scope: fc.constantFrom('within', 'across'),
    similarity: figure,
    containmentA: figure,
    containmentB: figure,
    importance: figure,
  });
  const boilerplate: fc.Arbitrary<Boilerplate> = fc.record({
    id: fc.string(),
    reason: fc.constantFrom('template', 'ritual', 'stock'),
    members: fc.array(shared),
    speeches: fc.nat(),
    pairs: fc.array(pair),
  });
  return fc.record({
    pairs: fc.array(pair),
    clusters: fc.array(fc.record({ members: fc.array(shared) })),
    boilerplate: fc.array(boilerplate),
    speechCount: fc.nat(),
    limits: fc.constantFrom([], [{ kind: 'pairs-capped' as const, count: 3 }]),
  });
});

describe('a packed detection', () => {
  it('is the detection, also behind a message that moves its buffers', () => {
    fc.assert(
      fc.property(detection, (given) => {
        const packed = packedOf(given);
        const moved = structuredClone(packed, { transfer: buffersOf(packed) });
        expect(packed.pairs.buffer.byteLength + packed.figures.buffer.byteLength).toBe(0);
        expect(unpackedOf(moved)).toEqual(given);
      }),
      { seed: 1 },
    );
  });

  it('has every passage once', () => {
    fc.assert(
      fc.property(detection, (given) => {
        const passages = (all: Detection) =>
          [all, ...all.boilerplate]
            .flatMap(({ pairs }) => pairs)
            .flatMap(({ a, b }) => [a, b])
            .concat([...all.clusters, ...all.boilerplate].flatMap(({ members }) => members));
        const before = new Set(passages(given)).size;
        expect(new Set(passages(unpackedOf(packedOf(given)))).size).toBe(before);
      }),
      { seed: 1 },
    );
  });
});
