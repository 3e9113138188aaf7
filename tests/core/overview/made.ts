import fc from 'fast-check';
import type { Detection, Pair, Passage } from '../../../src/core/reuse/pair.ts';
import type { StructuredDocument } from '../../../src/core/structure/speech.ts';
import { documentOf, pairOf } from '../review/corpus.ts';

/** Runs what is made in steps to its end. */
export function whole<T>(making: Generator<unknown, T>): T {
  for (;;) {
    const step = making.next();
    if (step.done === true) return step.value;
  }
}

/** Documents, pairs between any of their units or parts of these, and boilerplate of such pairs. */
export interface Made {
  readonly documents: readonly StructuredDocument[];
  readonly findings: readonly Pair[];
  readonly detection: Detection;
}

const SPEAKERS = ['甲', '乙', '丙', ''];
const BODIES = [
  '开头一段 / 一是加强监督，改进作风。 / 二是 A B c 一百二十三',
  '一是加强监督，改进作风。 / 第二段：话',
  '只有一段话，没有条目。',
  '一是甲 / 二是乙 / 三是丙丁戊己庚辛',
];

const document = fc.array(fc.tuple(fc.constantFrom(...SPEAKERS), fc.constantFrom(...BODIES)), {
  minLength: 1,
  maxLength: 4,
});

/** Any such documents and findings. */
export const made: fc.Arbitrary<Made> = fc
  .tuple(
    fc.array(document, { minLength: 1, maxLength: 4 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat(9)), {
      maxLength: 24,
    }),
  )
  .map(([given, picks]) => {
    const documents = given.map((speeches, index) =>
      documentOf(`d${index}`, ...speeches.map(([speaker, body]) => `${speaker}: ${body}`)),
    );
    const units = documents.flatMap(({ document: { id }, speeches }) =>
      speeches.flatMap((speech, at) => [
        ...speech.paragraphs.map((span, paragraph): Passage => ({
          document: id,
          speech: at,
          measure: null,
          paragraph,
          unit: span,
          span,
        })),
        ...speech.measures.map(({ span }, measure): Passage => ({
          document: id,
          speech: at,
          measure,
          paragraph: null,
          unit: span,
          span,
        })),
      ]),
    );
    const part = (unit: number, from: number, to: number): Passage => {
      const passage = units[unit % units.length] as Passage;
      const { start, end } = passage.span;
      const [p, q] = [from, to].map((each) => start + (each % (end - start + 1))) as [number, number];
      return p === q ? passage : { ...passage, span: { start: Math.min(p, q), end: Math.max(p, q) } };
    };
    const pairs = picks.map(([a, b, p, q, r, s, importance], index) =>
      pairOf(`p${index}`, part(a, p, q), part(b, r, s), { importance }),
    );
    pairs.sort((p, q) => q.importance - p.importance);
    const findings = pairs.filter((_, index) => index % 3 > 0);
    const apart = pairs.filter((_, index) => index % 3 === 0);
    const detection: Detection = {
      pairs: findings,
      clusters: [],
      boilerplate: apart.map((pair, index) => ({
        id: `b${index}`,
        reason: 'common',
        members: [pair.a, pair.b],
        speeches: 2,
        pairs: [pair],
      })),
      speechCount: documents.reduce((count, { speeches }) => count + speeches.length, 0),
      limits: [],
    };
    return { documents, findings, detection };
  });
