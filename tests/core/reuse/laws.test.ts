import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectAll } from '../../../src/core/reuse/detect.ts';
import type { Detection, Passage } from '../../../src/core/reuse/pair.ts';
import type { StructuredDocument } from '../../../src/core/structure/speech.ts';
import { unitsOf } from '../../../src/core/structure/units.ts';
import { PUNCTUATION, SPACE, classOf } from '../../../src/core/text/characters.ts';
import { covers } from '../../../src/core/text/span.ts';
import { load } from './load.ts';
import { paragraph, randomText, relatedTexts, seeded } from './texts.ts';

const RUNS = { seed: 20_260_101, numRuns: 60 };

const loadAll = (texts: readonly string[]): readonly StructuredDocument[] =>
  [...new Set(texts)].map((text, index) => load(`text ${index}`, text));

/** A pair without regard to its sides and to the numbers that loading gave. */
function essence({ pairs }: Detection): readonly string[] {
  const side = ({ document, span }: Passage): string => `${document} ${span.start}-${span.end}`;
  return pairs
    .map(({ id, a, b, kind, scope, similarity, containmentA, containmentB }) => {
      const sides = [`${side(a)} ${containmentA.toFixed(6)}`, `${side(b)} ${containmentB.toFixed(6)}`];
      return [id, kind, scope, similarity.toFixed(6), ...sides.sort()].join(' ');
    })
    .sort();
}

describe('what always holds', () => {
  it('loading in another order finds the same', () => {
    fc.assert(
      fc.property(relatedTexts, (texts) => {
        const documents = loadAll(texts);
        expect(essence(detectAll([...documents].reverse()))).toEqual(essence(detectAll(documents)));
      }),
      RUNS,
    );
  });

  it('loading in another order finds the same where one of two equal lines only announces', () => {
    const line = '各乡镇要把今年汛期防洪排涝物资储备台账逐项核对清楚并张榜公布';
    const documents = [`${line}：\n\n别的内容。`, `${line}。\n\n其他的事情。`].map((text, index) =>
      load(`text ${index}`, `讲话\n\n${text}`),
    );
    const found = detectAll(documents);
    expect(found.pairs).toHaveLength(1);
    expect(essence(detectAll([...documents].reverse()))).toEqual(essence(found));
  });

  it('spans lie in units that exist; a is loaded before b; measures are shares', () => {
    fc.assert(
      fc.property(relatedTexts, (texts) => {
        const documents = loadAll(texts);
        const order = new Map(documents.map(({ document }, index) => [document.id, index]));
        const { pairs, clusters } = detectAll(documents);
        const check = (passage: Passage, whole: boolean): void => {
          const index = order.get(passage.document) as number;
          const { document, speeches } = documents[index] as StructuredDocument;
          const unit = unitsOf(document.id, speeches).find(
            ({ speech, span }) => speech === passage.speech && span.start === passage.unit.start,
          );
          expect(unit).toMatchObject({
            measure: passage.measure,
            paragraph: passage.paragraph,
            span: passage.unit,
          });
          expect(covers(passage.unit, passage.span)).toBe(true);
          if (whole) expect(passage.span).toEqual(passage.unit);
          else {
            for (const at of [passage.span.start, passage.span.end - 1]) {
              expect([PUNCTUATION, SPACE]).not.toContain(classOf(document.text.charCodeAt(at)));
            }
          }
        };
        for (const { a, b, kind, similarity, containmentA, containmentB, importance } of pairs) {
          const whole = kind === 'identical' || kind === 'near-identical';
          check(a, whole);
          check(b, whole);
          const [p, q] = [order.get(a.document) as number, order.get(b.document) as number];
          // Not the same place, nor does one run into the other.
          expect(p < q || (p === q && a.span.end <= b.span.start)).toBe(true);
          for (const share of [similarity, containmentA, containmentB]) {
            expect(share).toBeGreaterThan(0);
            expect(share).toBeLessThanOrEqual(1);
          }
          expect(Number.isFinite(importance)).toBe(true);
        }
        expect(pairs.map(({ importance }) => importance)).toEqual(
          pairs.map(({ importance }) => importance).sort((p, q) => q - p),
        );
        expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length);
        for (const { members } of clusters) expect(members.length).toBeGreaterThan(1);
      }),
      RUNS,
    );
  });

  it('a text is alike 1.0 to itself, paragraph by paragraph', () => {
    fc.assert(
      fc.property(fc.uniqueArray(paragraph, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const text = paragraphs.join('\n\n');
        const first = load('first', text);
        // The same text once more: named by its hash and by which one it is.
        const second = { ...first, document: { ...first.document, id: `${first.document.id}-2` } };
        const whole = detectAll([first, second]).pairs.filter(
          ({ a, b }) => a.unit.start === b.unit.start && a.document !== b.document,
        );
        expect(whole).toHaveLength(paragraphs.length);
        for (const pair of whole) {
          expect(pair).toMatchObject({ kind: 'identical', similarity: 1, containmentA: 1, containmentB: 1 });
        }
      }),
      RUNS,
    );
  });

  it('names a unit the same when another document holds all of it as a part', () => {
    const random = seeded(12);
    const [start, end] = [randomText(30, 3_000, random), randomText(30, 3_000, random)];
    const unit = start + end;
    // No mark behind the unit: as a unit and as a passage it is the same span.
    const documents = [unit, start + randomText(8, 3_000, random) + end].map((text, index) =>
      load(`text ${index}`, ['讲话', `${randomText(60, 3_000, random)}。`, text].join('\n\n')),
    );
    const other = load(
      'other',
      `讲话\n\n${randomText(90, 3_000, random)}，${unit}，${randomText(90, 3_000, random)}。`,
    );
    const [pair] = detectAll(documents).pairs;
    const more = detectAll([...documents, other]).pairs;
    expect(pair?.kind).toBe('near-identical');
    expect(more.map(({ kind }) => kind)).toContain('partial');
    expect(more.map(({ id }) => id)).toContain(pair?.id);
  });

  it('names pairs by content: another document changes no name', () => {
    fc.assert(
      fc.property(relatedTexts, paragraph, (texts, other) => {
        const documents = loadAll(texts);
        const more = detectAll([load('other', `${other}另文`), ...documents]);
        const names = new Set(more.pairs.map(({ id }) => id));
        const kept = detectAll(documents).pairs.filter(({ id }) => names.has(id));
        expect(kept).toHaveLength(detectAll(documents).pairs.length);
      }),
      RUNS,
    );
  });
});
