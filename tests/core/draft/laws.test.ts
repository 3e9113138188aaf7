import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanedText, logOf, rebuildOriginal } from '../../../src/core/draft/cleaned.ts';
import { planDrafts } from '../../../src/core/draft/draft.ts';
import { cleanLine, galleyOf } from '../../../src/core/draft/galley.ts';
import type { DraftPlan } from '../../../src/core/draft/plan.ts';
import type { Pair } from '../../../src/core/reuse/pair.ts';
import { emptyDecision, type Decision, type Judgement } from '../../../src/core/review/decision.ts';
import { groupsOf } from '../../../src/core/review/groups.ts';
import type { StructuredDocument } from '../../../src/core/structure/speech.ts';
import { unitsOf } from '../../../src/core/structure/units.ts';
import { pairBetween, passageAt, structured } from './drafts.ts';

const SEED = 20_261_124;
const RUNS = 300;

const CLAUSES = [
  '抓好甲项工作',
  '做到“四不得”',
  '各项任务都要落实',
  '这里（含乙）要办好',
  '开展Cloud project检查',
  '按上述三点办',
  '说“好',
];
const words = fc.array(fc.constantFrom(...CLAUSES), { minLength: 1, maxLength: 4 });
const sentence = fc
  .tuple(words, fc.constantFrom('，', '；', '、'), fc.constantFrom('。', '；', '！', ''))
  .map(([clauses, comma, end]) => clauses.join(comma) + end);
const MARKERS = [
  (n: number) => `${'一二三四五六七八九'.charAt(n)}是`,
  (n: number) => `（${'一二三四五六七八九'.charAt(n)}）`,
  (n: number) => `${n + 1}．`,
  (n: number) => `第${'一二三四五六七八九'.charAt(n)}，`,
  (n: number) => `${String.fromCharCode(0x2460 + n)}`,
  (n: number) => `第${'一二三四五六七八九'.charAt(n)}条　`,
];
const list = fc
  .tuple(
    fc.constantFrom(...MARKERS),
    fc.array(sentence, { minLength: 1, maxLength: 6 }),
    fc.constantFrom('\n', '\n\n', '\r\n', '', '\n　　', '\n— 3 —\n'),
  )
  .map(([marker, items, gap]) => items.map((item, index) => marker(index) + item).join(gap));
const text = fc
  .array(fc.oneof(sentence, list, fc.constant('## 关于甲的发言\n\n某局局长 张三')), {
    minLength: 1,
    maxLength: 7,
  })
  .chain((parts) => fc.constantFrom('\n', '\n\n', '\r\n').map((gap) => parts.join(gap)));

/** Documents with pairs among their units and passages, and a judgement for some. */
const cases = fc
  .tuple(
    fc.array(text, { minLength: 1, maxLength: 2 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 0, max: 9 })), {
      maxLength: 12,
    }),
  )
  .map(([texts, picks]) => {
    const documents = texts.map((each, index) => structured(each, `d${index}`));
    return { documents, ...judged(documents, picks) };
  });

const JUDGEMENTS: readonly (Judgement | null)[] = [
  'keep-a',
  'keep-b',
  'keep-a',
  'keep-b',
  'keep-all',
  'flag',
  'boilerplate',
  'keep-none',
  null,
];
/** What is put in the place of a passage, made of it. */
const REWRITES: readonly ((old: string) => string)[] = [
  () => '',
  (old) => `${old}另加一句。`,
  (old) => `先说一句，${old}`,
  (old) => old.slice(0, 3) + old.slice(6),
  (old) => `${old.slice(0, 4)}\n三是改成两行\n${old.slice(4)}`,
  (old) => old.replaceAll(/\s/gu, ''),
  (old) => old.replace('工作', '事项'),
];

function judged(documents: readonly StructuredDocument[], picks: readonly (readonly number[])[]) {
  const pairs: Pair[] = [];
  const decisions = new Map<string, Decision>();
  const all = documents.flatMap((on) => unitsOf(on.document.id, on.speeches).map((unit) => ({ on, unit })));
  for (const [index, [p = 0, q = 0, cutA = 0, cutB = 0, kind = 0]] of picks.entries()) {
    if (all.length < 2) break;
    const [a, b] = [all[p % all.length], all[q % all.length]];
    if (a === undefined || b === undefined || a === b) continue;
    const sideOf = ({ on, unit }: typeof a, cut: number) => {
      const length = unit.span.end - unit.span.start;
      if (cut % 2 === 0 || length < 3) return passageAt(on, unit.span);
      const start = unit.span.start + (cut % (length - 1));
      return {
        ...passageAt(on, unit.span),
        span: { start, end: start + 1 + ((cut >> 4) % (unit.span.end - start)) },
      };
    };
    const pair = pairBetween(sideOf(a, cutA), sideOf(b, cutB), `p${index}`);
    pairs.push(pair);
    const judgement = JUDGEMENTS[kind % JUDGEMENTS.length] ?? null;
    const { text: whole } = a.on.document;
    const rewriteA =
      q % 3 === 0
        ? (REWRITES[q % REWRITES.length]?.(whole.slice(pair.a.span.start, pair.a.span.end)) ?? null)
        : null;
    if (judgement !== null || rewriteA !== null)
      decisions.set(pair.id, { ...emptyDecision(pair.id), judgement, rewriteA });
  }
  return { pairs, decisions };
}

function plansFor(
  { documents, pairs }: { documents: readonly StructuredDocument[]; pairs: readonly Pair[] },
  decisions: ReadonlyMap<string, Decision>,
): readonly DraftPlan[] {
  const clusters = pairs.map(({ a, b }) => ({ members: [a, b] }));
  const detection = { pairs, clusters, boilerplate: [], speechCount: 1, limits: [] };
  return planDrafts({ documents, pairs, groups: groupsOf(detection, new Set()), decisions });
}

/** Without what the user wrote, of which no law holds. */
function unwritten(decisions: ReadonlyMap<string, Decision>): ReadonlyMap<string, Decision> {
  return new Map([...decisions].map(([id, decision]) => [id, { ...decision, rewriteA: null }]));
}

function law(
  name: string,
  holds: (given: typeof cases extends fc.Arbitrary<infer T> ? T : never) => void,
): void {
  it(name, () => fc.assert(fc.property(cases, holds), { seed: SEED, numRuns: RUNS }));
}

describe('for any decisions', () => {
  law('cleaned text and log rebuild the original', (given) => {
    for (const [index, plan] of plansFor(given, given.decisions).entries()) {
      const on = given.documents[index] as StructuredDocument;
      expect(rebuildOriginal(cleanedText(on.document, plan), logOf(on, plan))).toBe(on.document.text);
    }
  });

  law('the edits are in order and disjoint, and never cut a surrogate pair', (given) => {
    for (const plan of plansFor(given, given.decisions)) {
      let end = 0;
      for (const { span, text: put } of plan.edits) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end - span.start + put.length).toBeGreaterThan(0);
        ({ end } = span);
      }
    }
  });

  law('the order in which they were taken changes nothing', (given) => {
    const backwards = new Map([...given.decisions].reverse());
    expect(plansFor(given, backwards)).toEqual(plansFor(given, given.decisions));
  });

  law('nothing goes that no decision removes', (given) => {
    const kept = new Map(
      [...given.decisions].filter(
        ([, { judgement, rewriteA }]) =>
          (judgement === 'keep-all' || judgement === 'flag') && rewriteA === null,
      ),
    );
    for (const [index, plan] of plansFor(given, kept).entries()) {
      expect(plan).toMatchObject({ edits: [], checks: [], conflicts: [] });
      const { document } = given.documents[index] as StructuredDocument;
      expect(cleanedText(document, plan)).toBe(document.text);
    }
  });

  law('no mark is doubled that was single, and no line begins with one', (given) => {
    for (const [index, plan] of plansFor(given, unwritten(given.decisions)).entries()) {
      const { document } = given.documents[index] as StructuredDocument;
      const doubled = /[，；、。！][，；、]|\n[，；、。！]/gu;
      const count = (all: string) => [...all.matchAll(doubled)].length;
      expect(count(cleanedText(document, plan))).toBeLessThanOrEqual(count(document.text));
    }
  });

  law('no ordinal is left without its words', (given) => {
    for (const [index, plan] of plansFor(given, unwritten(given.decisions)).entries()) {
      const { document } = given.documents[index] as StructuredDocument;
      const bare =
        /^(?:[一二三四五六七八九]是|（[一二三四五六七八九]）|\d．|第[一二三四五六七八九][，条]|[①-⑨])$/u;
      const count = (all: string) => all.split('\n').filter((line) => bare.test(line.trim())).length;
      expect(count(cleanedText(document, plan))).toBe(count(document.text));
    }
  });

  law('the lines of the preview are the lines of the text', (given) => {
    for (const [index, plan] of plansFor(given, given.decisions).entries()) {
      const on = given.documents[index] as StructuredDocument;
      const rows = galleyOf(on, plan);
      for (const row of rows) {
        if (row.kind === 'seam' || row.edits.some(({ kind }) => kind === 'rewrite')) continue;
        expect(row.span.end, 'a white line is no row').toBeGreaterThan(row.span.start);
      }
      const shown = rows.flatMap((row) =>
        row.kind === 'line' && row.state !== 'removed'
          ? cleanLine(on.document.text, row).split(/\r?\n/u)
          : [],
      );
      const lines = cleanedText(on.document, plan)
        .split('\n')
        .map((line) => line.trim().replace(/^#+[ \t]*/u, ''))
        .filter((line) => line !== '');
      expect(shown.map((line) => line.trim()).filter((line) => line !== '')).toEqual(lines);
    }
  });

  law('what counted 1…n counts 1…m', (given) => {
    for (const [nth, plan] of plansFor(given, unwritten(given.decisions)).entries()) {
      const on = given.documents[nth] as StructuredDocument;
      for (const [at, speech] of on.speeches.entries()) {
        for (const index of speech.lists.keys()) {
          const items = speech.measures.flatMap((measure, item) =>
            measure.list === index ? [{ ...measure, item }] : [],
          );
          if (items.some(({ ordinal }, item) => ordinal !== item + 1)) continue;
          const left = items.filter(
            ({ marker }) =>
              !plan.edits.some(
                (edit) =>
                  edit.kind === 'removal' && edit.span.start <= marker.start && marker.end <= edit.span.end,
              ),
          );
          const numbers = left.map(({ item, ordinal }) => {
            const edit = plan.edits.find(
              (each) => each.kind === 'ordinal' && each.speech === at && each.measure === item,
            );
            return edit?.kind === 'ordinal' ? edit.to : ordinal;
          });
          expect(numbers).toEqual(left.map((_, item) => item + 1));
        }
      }
    }
  });
});
