import { describe, expect, it } from 'vitest';
import type { PairKind } from '../../../src/core/reuse/pair.ts';
import { automaticThreshold, isBelow, sharedLength } from '../../../src/core/review/threshold.ts';
import { documentOf, measureOf, pairOf } from './corpus.ts';

const structured = documentOf('d', '甲: 一是加强监督', '乙: 一是加强监督，务求实效');
const [a, b] = [measureOf(structured, 0, 0), measureOf(structured, 1, 0)];

const pairAt = (similarity: number, kind: PairKind = 'paraphrase') => pairOf('p', a, b, { similarity, kind });

/** So many pairs around a similarity, spread evenly over a tenth. */
function around(centre: number, count: number, kind: PairKind = 'paraphrase') {
  return Array.from({ length: count }, (_, i) => pairAt(centre + ((i + 0.5) / count - 0.5) / 10, kind));
}

describe('automaticThreshold', () => {
  it('lies in the valley between a few weak findings and many strong ones', () => {
    const threshold = automaticThreshold([...around(0.45, 40), ...around(0.9, 100)]);
    expect(threshold).toBeGreaterThan(0.5);
    expect(threshold).toBeLessThan(0.85);
  });

  it('hides nothing where there are few findings, however they stand', () => {
    expect(automaticThreshold([...around(0.4, 9), ...around(0.95, 20)])).toBe(0);
  });

  it('hides nothing where there is one group only', () => {
    expect(automaticThreshold(around(0.7, 400))).toBe(0);
    const slope = [0.5, 0.6, 0.7, 0.8, 0.9].flatMap((at, i) => around(at, 20 * (i + 1)));
    expect(automaticThreshold(slope)).toBe(0);
  });

  it('hides nothing where the weak ones are most', () => {
    expect(automaticThreshold([...around(0.4, 200), ...around(0.9, 60)])).toBe(0);
  });

  it('looks past what is never hidden', () => {
    const same = [...around(0.9, 500, 'near-identical'), ...around(0.95, 500, 'partial')];
    expect(automaticThreshold([...same, ...around(0.6, 200)])).toBe(0);
    for (const kind of ['identical', 'near-identical', 'partial'] as const)
      expect(isBelow(pairAt(0.2, kind), 0.5)).toBe(false);
    expect(isBelow(pairAt(0.2, 'paraphrase'), 0.5)).toBe(true);
  });

  it('finds hardly ever a valley in chance', () => {
    let state = 1;
    const chance = () => {
      // Park and Miller's minimal standard.
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const thresholds = Array.from({ length: 300 }, () =>
      automaticThreshold(Array.from({ length: 150 }, () => pairAt(0.3 + 0.7 * chance()))),
    );
    expect(thresholds.filter((threshold) => threshold > 0).length).toBeLessThan(6);
  });
});

describe('sharedLength', () => {
  it('is what both sides share, by their mean length', () => {
    const [length, other] = [a.span.end - a.span.start, b.span.end - b.span.start];
    expect(sharedLength(pairAt(1))).toBe(Math.round((length + other) / 2));
    expect(sharedLength(pairAt(0))).toBe(0);
  });
});
