import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratesOf, shareOf } from '../../../src/core/review/rates.ts';
import { made, whole } from '../overview/made.ts';
import { documentOf, measureOf, pairOf } from './corpus.ts';
import { slowly } from './definitions.ts';

const NOTHING = new Set<string>();

describe('ratesOf', () => {
  it('counts as the definitions say, for every speech, speaker and all', () => {
    fc.assert(
      fc.property(made, ({ documents, findings, detection }) => {
        const { boilerplate } = detection;
        const rates = whole(ratesOf(documents, findings, boilerplate, NOTHING));
        const slow = slowly(
          documents,
          findings,
          boilerplate.flatMap(({ pairs }) => pairs),
        );
        expect(rates.speeches).toEqual(slow.map(({ counts }) => counts));
        for (const key of ['all', 'repeated', 'within', 'across', 'withoutBoilerplate'] as const) {
          const sum = (of: typeof slow) => of.reduce((count, { counts }) => count + counts[key], 0);
          expect(rates.total[key]).toBe(sum(slow));
          for (const [speaker, counts] of rates.speakers) {
            expect(counts[key]).toBe(sum(slow.filter((speech) => speech.speaker === speaker)));
          }
        }
        const largest = Math.max(
          0,
          ...slow.flatMap(({ counts, others }) => others.map((n) => shareOf(n, counts.all))),
        );
        const own = rates.largest;
        expect(own === null ? 0 : shareOf(own.shared, rates.speeches[own.speech]!.all)).toBe(largest);
        if (own !== null) expect(slow[own.speech]!.others[own.other]).toBe(own.shared);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('leaves out ordinals, punctuation, headings and bylines, and counts a character that stands in two pairs once', () => {
    const document = documentOf('d', '甲: 一是加强监督。 / 二是加强监督！ / 别的话', '乙: 一是加强监督');
    const [p, q, r] = [measureOf(document, 0, 0), measureOf(document, 0, 1), measureOf(document, 1, 0)];
    const rates = whole(ratesOf([document], [pairOf('p', p, q), pairOf('q', p, r)], [], NOTHING));
    expect(rates.total).toEqual({ all: 15, repeated: 12, within: 8, across: 8, withoutBoilerplate: 12 });
    expect(rates.largest).toEqual({ speech: 1, other: 0, shared: 4 });
  });

  it('counts boilerplate apart until it is taken back', () => {
    const document = documentOf('d', '甲: 一是加强监督', '乙: 一是加强监督');
    const pair = pairOf('p', measureOf(document, 0, 0), measureOf(document, 1, 0));
    const entry = {
      id: 'b',
      reason: 'common',
      members: [pair.a, pair.b],
      speeches: 2,
      pairs: [pair],
    } as const;
    const apart = whole(ratesOf([document], [], [entry], NOTHING));
    expect(apart.total).toMatchObject({ repeated: 8, withoutBoilerplate: 0 });
    expect(apart.largest).toBeNull();
    const back = whole(ratesOf([document], [pair], [entry], new Set(['b'])));
    expect(back.total).toMatchObject({ repeated: 8, withoutBoilerplate: 8 });
  });

  it('is nothing of nothing', () => {
    expect(whole(ratesOf([], [], [], NOTHING)).total).toMatchObject({ all: 0, repeated: 0 });
    expect(shareOf(0, 0)).toBe(0);
  });
});
