import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportModel } from '../../../src/core/report/model.ts';
import { PLAIN_NAMING } from '../../../src/core/report/naming.ts';
import { listedOf, type ReportMaterial, type ReportOrder } from '../../../src/core/report/order.ts';
import { reportOf } from '../../../src/core/report/report.ts';
import type { Pair, Passage } from '../../../src/core/reuse/pair.ts';
import { emptyDecision, type Decision } from '../../../src/core/review/decision.ts';
import type { StructuredDocument } from '../../../src/core/structure/speech.ts';
import { unitsOf } from '../../../src/core/structure/units.ts';
import { fold } from '../../../src/core/text/fold.ts';
import { made } from '../overview/made.ts';
import { documentOf, measureOf, pairOf } from '../review/corpus.ts';

const WHOLE: Pick<ReportOrder, 'listed' | 'restored' | 'limits'> = { listed: null, restored: [], limits: [] };

function report(
  documents: readonly StructuredDocument[],
  material: ReportMaterial,
  order: Partial<typeof WHOLE> = {},
): { model: ReportModel; progress: readonly number[] } {
  const work = reportOf(documents, material, { ...WHOLE, ...order }, PLAIN_NAMING);
  const progress: number[] = [];
  for (;;) {
    const step = work.next();
    if (step.done === true) return { model: step.value, progress };
    progress.push(step.value);
  }
}

/** The definition, word for word: of the folded characters of a speech, those that stand in a side of such a pair. */
function standing(
  { document, speeches }: StructuredDocument,
  speech: number,
  pairs: readonly Pair[],
): number {
  const own = speeches[speech];
  if (own === undefined) return 0;
  const stands = (at: number, { document: id, span }: Passage) =>
    id === document.id && span.start <= at && at < span.end;
  return unitsOf(document.id, [own])
    .flatMap(({ span }) => [...fold(document.text, span, own.breaks).offsets])
    .filter((at) => pairs.some(({ a, b }) => stands(at, a) || stands(at, b))).length;
}

describe('reportOf', () => {
  it('counts as the definitions say: overall, by speech, speaker and document', () => {
    fc.assert(
      fc.property(made, ({ documents, findings, detection: { boilerplate } }) => {
        const { model } = report(documents, { findings, decisions: [], boilerplate });
        const all = [...findings, ...boilerplate.flatMap(({ pairs }) => pairs)];
        const expected = documents.flatMap((structured, document) =>
          structured.speeches.map(({ speaker }, speech) => ({
            document,
            speaker,
            repeated: standing(structured, speech, all),
            within: standing(
              structured,
              speech,
              all.filter(({ scope }) => scope === 'within'),
            ),
            across: standing(
              structured,
              speech,
              all.filter(({ scope }) => scope === 'across'),
            ),
            withoutBoilerplate: standing(structured, speech, findings),
          })),
        );
        for (const key of ['repeated', 'within', 'across', 'withoutBoilerplate'] as const) {
          const sum = (of: typeof expected) => of.reduce((count, each) => count + each[key], 0);
          expect(model.total[key]).toBe(sum(expected));
          expect(model.speeches.map(({ counts }) => counts[key])).toEqual(expected.map((each) => each[key]));
          for (const { speaker, speeches, counts } of model.speakers) {
            const own = expected.filter((each) => each.speaker === speaker);
            expect([speeches, counts[key]]).toEqual([own.length, sum(own)]);
          }
          for (const [index, { counts }] of model.documents.entries()) {
            expect(counts[key]).toBe(sum(expected.filter(({ document }) => document === index)));
          }
        }
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it('has in the matrix what any two people share in the listed findings', () => {
    fc.assert(
      fc.property(made, fc.infiniteStream(fc.boolean()), ({ documents, findings }, chosen) => {
        const listed = Uint32Array.from([...findings.keys()].filter(() => chosen.next().value === true));
        const { model } = report(documents, { findings, decisions: [], boilerplate: [] }, { listed });
        const personOf = ({ document, speech }: Passage) => {
          const index = documents.findIndex((each) => each.document.id === document);
          return documents[index]?.speeches[speech]?.speaker || `${index} ${speech}`;
        };
        const expected = new Map<string, number>();
        for (const index of listed) {
          const { a, b } = findings[index] as Pair;
          const key = [personOf(a), personOf(b)].sort().join('|');
          expected.set(key, (expected.get(key) ?? 0) + 1);
        }
        const places = documents.flatMap(({ document: { id }, speeches }) =>
          speeches.map((_, speech) => ({ document: id, speech }) as Passage),
        );
        const named = (person: number) => personOf(places[model.matrix.people[person] ?? 0] as Passage);
        const cells = model.matrix.cells.map(
          ({ a, b, count }) => [[named(a), named(b)].sort().join('|'), count] as const,
        );
        expect(new Map(cells)).toEqual(expected);
        expect(cells.length).toBe(expected.size);
        expect(model.matrix.cells.reduce((sum, { shared }) => sum + shared, 0)).toBe(
          model.findings.reduce((sum, { shared }) => sum + shared, 0),
        );
        expect(model.findings.map(({ number }) => number)).toEqual([...listed].map((index) => index + 1));
      }),
      { seed: 8, numRuns: 100 },
    );
  });

  const one = documentOf(
    'd',
    '甲: 一是加强监督工作，改进作风，服务群众。 / 二是别的事',
    '乙: 一是加强检查工作，服务群众。',
  );
  const pair = pairOf('p', measureOf(one, 0, 0), measureOf(one, 1, 0));
  const other = pairOf('q', measureOf(one, 0, 1), measureOf(one, 1, 0), { kind: 'paraphrase' });
  const decision: Decision = {
    ...emptyDecision('p'),
    judgement: 'flag',
    note: '请改',
    reason: '重了',
    rewriteB: '另说',
  };

  it('sets both texts clause beside clause; each side reads as it stands', () => {
    const { model, progress } = report([one], {
      findings: [pair, other],
      decisions: [decision],
      boilerplate: [],
    });
    const [first] = model.findings;
    expect([first?.a.text, first?.b.text]).toEqual([
      '一是加强监督工作，改进作风，服务群众。',
      '一是加强检查工作，服务群众。',
    ]);
    const said = (side: 'a' | 'b') =>
      first?.rows.map((row) => row[side]?.map(({ text }) => text).join('') ?? null);
    expect(said('a')).toEqual(['一是加强监督工作，', '改进作风，', '服务群众。']);
    expect(said('b')).toEqual(['一是加强检查工作，', null, '服务群众。']);
    expect(first?.rows.map(({ kind }) => kind)).toEqual(['changed', 'only-a', 'equal']);
    expect(first?.rows[0]?.a).toContainEqual({ text: '监督', mark: 'replaced', isStrong: true });
    expect(progress).toEqual([...progress].sort((p, q) => p - q));
  });

  it('has the decisions, how many are settled and by which, and what was rewritten', () => {
    const { model } = report([one], { findings: [pair, other], decisions: [decision], boilerplate: [] });
    expect([model.found, model.settled, model.judged.flag, model.judged['keep-a']]).toEqual([2, 1, 1, 0]);
    expect(model.findings[0]?.decision).toEqual(decision);
    expect([model.findings[0]?.a.rewrite, model.findings[0]?.b.rewrite]).toEqual([null, '另说']);
    expect(model.findings[1]?.decision).toEqual(emptyDecision('q'));
  });

  it('leaves out what speaks of documents that are gone', () => {
    const gone = { ...pair, id: 'r', b: { ...pair.b, document: 'gone' } };
    const { model } = report([one], { findings: [gone, pair], decisions: [], boilerplate: [] });
    expect([model.found, model.findings.map(({ number }) => number)]).toEqual([1, [2]]);
  });
});

describe('listedOf', () => {
  const one = documentOf('d', '甲: 一是加强监督 / 二是别的 / 三是其他');
  const pairs = [0, 1, 2].map((index) => pairOf(`p${index}`, measureOf(one, 0, index), measureOf(one, 0, 2)));
  const decisions = new Map([
    ['p0', { ...emptyDecision('p0'), note: '只有备注' }],
    ['p2', { ...emptyDecision('p2'), judgement: 'keep-all' as const }],
  ]);
  const listed = (filtered: readonly Pair[], isFiltered: boolean, isDecidedOnly: boolean) => {
    const given = listedOf({ findings: pairs, filtered, decisions }, { isFiltered, isDecidedOnly });
    return given && [...given];
  };

  it('lists all, what is filtered, what is judged, or what is both', () => {
    expect(listed(pairs.slice(1), false, false)).toBeNull();
    expect(listed(pairs.slice(1), true, false)).toEqual([1, 2]);
    expect(listed(pairs.slice(0, 2), false, true)).toEqual([2]);
    expect(listed(pairs.slice(0, 2), true, true)).toEqual([]);
    expect(listed(pairs.slice(1), true, true)).toEqual([2]);
  });
});
