import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pair, Passage } from '../../../src/core/reuse/pair.ts';
import { ratesOf, shareOf, type Counts } from '../../../src/core/review/rates.ts';
import type { StructuredDocument } from '../../../src/core/structure/speech.ts';
import { unitsOf } from '../../../src/core/structure/units.ts';
import { fold } from '../../../src/core/text/fold.ts';
import { made, whole } from '../overview/made.ts';
import { documentOf, measureOf, pairOf } from './corpus.ts';

const NOTHING = new Set<string>();

/** The definitions, word for word: every folded character is asked whether it stands in such a pair. */
function slowly(documents: readonly StructuredDocument[], findings: readonly Pair[], apart: readonly Pair[]) {
  const stands = (at: number, { document, span }: Passage, id: string) =>
    document === id && span.start <= at && at < span.end;
  return documents.flatMap(({ document, speeches }) =>
    speeches.map((speech, index) => {
      const characters = unitsOf(document.id, [speech]).flatMap(({ span }) => [
        ...fold(document.text, span, speech.breaks).offsets,
      ]);
      const inAny = (pairs: readonly Pair[]) =>
        characters.filter((at) =>
          pairs.some(({ a, b }) => stands(at, a, document.id) || stands(at, b, document.id)),
        ).length;
      const all = [...findings, ...apart];
      const others = documents.flatMap(({ document: { id }, speeches: theirs }) =>
        theirs.map(
          (_, other) =>
            characters.filter((at) =>
              findings.some(
                ({ a, b, scope }) =>
                  scope === 'across' &&
                  ((stands(at, a, document.id) && b.document === id && b.speech === other) ||
                    (stands(at, b, document.id) && a.document === id && a.speech === other)),
              ),
            ).length,
        ),
      );
      const counts: Counts = {
        all: characters.length,
        repeated: inAny(all),
        within: inAny(all.filter(({ scope }) => scope === 'within')),
        across: inAny(all.filter(({ scope }) => scope === 'across')),
        withoutBoilerplate: inAny(findings),
      };
      return { speaker: speeches[index]?.speaker ?? '', counts, others };
    }),
  );
}

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
