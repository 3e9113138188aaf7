import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedCorrections, placeMapOf } from '../../../src/core/review/place-map.ts';
import { carryPairs, likenessOf, SAME_LEAST } from '../../../src/core/review/revision.ts';
import { isMirrored, mirrored } from '../../../src/core/review/opinion.ts';
import { emptyDecision } from '../../../src/core/review/decision.ts';
import type { Pair } from '../../../src/core/reuse/pair.ts';
import { seeded } from '../../bench/random.ts';
import { makeDocuments } from '../../bench/speeches.ts';
import { revise, revisedLines, type Edits, type Revised } from './revised.ts';

const TEXTS = makeDocuments(60_000, 7);
const NOTHING: Edits = { deleted: 0, added: 0, moved: 0, edited: 0, rate: 0 };

/** What was carried, and how much of it right: of the old pairs that the new detection still has, and of all that was carried. */
function judge({ question, isSame }: Revised) {
  const { pairs, gone, fresh } = carryPairs(question);
  const before = new Map(question.before.map((pair) => [pair.id, pair]));
  const after = new Map(question.after.map((pair) => [pair.id, pair]));
  const isOne = (p: Pair, q: Pair) =>
    (isSame(p.a, q.a) && isSame(p.b, q.b)) || (isSame(p.a, q.b) && isSame(p.b, q.a));
  const wrong = pairs.filter(({ from, to }) => !isOne(before.get(from) as Pair, after.get(to) as Pair));
  const there = question.before.filter((p) => question.after.some((q) => isOne(p, q)));
  return { pairs, gone, fresh, there, wrong };
}

describe('the pairs of a replaced document', () => {
  it('are all the same when nothing was changed', () => {
    const revised = revise(TEXTS, 0, revisedLines(`${TEXTS[0]}\n`, NOTHING, seeded(1)));
    const { pairs, gone, fresh } = judge(revised);
    expect(revised.question.before.length).toBeGreaterThan(10);
    expect(pairs).toHaveLength(revised.question.before.length);
    expect(pairs.every((pair) => !pair.mirrored)).toBe(true);
    expect([gone, fresh]).toEqual([[], []]);
  });

  it('stay when a paragraph goes, but for its own', () => {
    for (const line of [4, 6, 10, 14]) {
      const lines = revisedLines(TEXTS[1] ?? '', NOTHING, seeded(1)).filter(({ from }) => from !== line);
      const { pairs, gone, there, wrong } = judge(revise(TEXTS, 1, lines));
      expect(wrong).toEqual([]);
      const carried = new Set(pairs.map(({ from }) => from));
      expect(there.filter(({ id }) => !carried.has(id))).toEqual([]);
      expect(there.length + gone.length).toBeGreaterThan(0);
    }
  });

  it('stay when up to a tenth of every line is edited, and lines come, go and move; none becomes another', () => {
    let [all, right] = [0, 0];
    for (const [index, rate] of [0.02, 0.05, 0.1, 0.1].entries()) {
      const edits: Edits = { deleted: 0.1, added: 0.1, moved: 0.03, edited: 1, rate };
      const revised = revise(TEXTS, index, revisedLines(TEXTS[index] ?? '', edits, seeded(index + 5)));
      const { pairs, there, wrong } = judge(revised);
      expect(wrong).toEqual([]);
      all += there.length;
      right += pairs.length;
    }
    expect(right / all).toBeGreaterThan(0.95);
  });

  it('turn round when the first is moved behind the second', () => {
    const measure = '建立重点项目周调度机制，逐项明确责任单位和完成时限，对进展滞后的项目挂牌督办。';
    const other =
      '各单位要把这项工作摆上重要日程，主要负责同志亲自过问，每周听一次汇报，发现苗头性问题当场指出、限期整改，年终逐条对账，结果向社会公开，接受群众和媒体的监督评议。';
    const text = [`一是${measure}`, other, `二是${measure.replace('督办', '盯办')}`].join('\n');
    const lines = [1, 2, 0].map((from) => ({ text: text.split('\n')[from] ?? '', from }));
    const { pairs } = judge(revise([text], 0, lines));
    expect(pairs).toMatchObject([{ mirrored: true }]);
  });
});

describe('likeness', () => {
  it('is 1 for equal texts only, and stays above the threshold when a tenth is changed', () => {
    const units = fc.array(fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸子丑寅卯'), {
      minLength: 20,
      maxLength: 80,
    });
    fc.assert(
      fc.property(units, fc.infiniteStream(fc.nat()), (list, stream) => {
        const changed = [...list];
        for (let i = 0; i < Math.floor(list.length / 10); i++)
          changed[Number(stream.next().value) % list.length] = '新';
        const alike = likenessOf(list.join(''), changed.join(''));
        expect(alike).toBeGreaterThanOrEqual(SAME_LEAST);
        expect(alike === 1).toBe(list.join('') === changed.join(''));
      }),
    );
  });
});

describe('places', () => {
  it('are those of the same characters', () => {
    const text = fc.stringMatching(/^[甲乙丙丁\n]{0,60}$/u);
    fc.assert(
      fc.property(text, text, (before, after) => {
        const places = placeMapOf(before, after);
        let last = -1;
        for (let at = 0; at < before.length; at++) {
          const now = places.placeOf(at);
          if (now === null) continue;
          expect(after[now]).toBe(before[at]);
          expect(now).toBeGreaterThan(last);
          last = now;
        }
        const same = placeMapOf(before, before);
        for (let at = 0; at < before.length; at++) expect(same.placeOf(at)).toBe(at);
      }),
    );
  });

  it('take corrections along where they are the same, and leave the others out', () => {
    const before = '一\n张三：\n二\n李四：\n三';
    const at = [before.indexOf('张'), before.indexOf('李')];
    const corrections = at.map((each) => ({ kind: 'start-speech', at: each }) as const);
    expect(carriedCorrections(before, `零\n${before.replace('李四：\n', '')}`, corrections)).toEqual([
      { kind: 'start-speech', at: (at[0] ?? 0) + 2 },
    ]);
  });
});

it('a decision is mirrored where the other has the documents the other way round', () => {
  const decision = { ...emptyDecision('p:1:0~q:2:0'), judgement: 'keep-a', rewriteA: '甲' } as const;
  expect(mirrored(mirrored(decision))).toEqual(decision);
  expect(mirrored(decision)).toMatchObject({ judgement: 'keep-b', rewriteA: null, rewriteB: '甲' });
  const order = (...ids: string[]) => new Map(ids.map((id, i) => [id, i]));
  expect(isMirrored('p:1:0~q:2:0', order('p', 'q'), order('q', 'x', 'p'))).toBe(true);
  expect(isMirrored('p:1:0~q:2:0', order('p', 'q'), order('p', 'x', 'q'))).toBe(false);
  expect(isMirrored('p:1:0~p:2:0', order('p', 'q'), order('q', 'p'))).toBe(false);
});
