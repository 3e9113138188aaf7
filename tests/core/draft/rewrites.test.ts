import { describe, expect, it } from 'vitest';
import { cleanedText, logOf, rebuildOriginal } from '../../../src/core/draft/cleaned.ts';
import { planDrafts } from '../../../src/core/draft/draft.ts';
import { tallyOf, type DraftPlan } from '../../../src/core/draft/plan.ts';
import { emptyDecision, type Decision } from '../../../src/core/review/decision.ts';
import { groupsOf } from '../../../src/core/review/groups.ts';
import { pairBetween, passageAt, structured } from './drafts.ts';

const TEXT = '一是抓好甲项工作。\n二是抓好乙项工作，落实责任。\n三是抓好丙项工作。\n';
const OTHER = structured('另一份稿件里的话。', 'o');

/** The plan of `text` when each decision is of the passage of these words and one that stands elsewhere. */
function planOf(text: string, decided: readonly (readonly [words: string, Partial<Decision>])[]): DraftPlan {
  const on = structured(text);
  const elsewhere = passageAt(OTHER, { start: 0, end: 9 });
  const pairs = decided.map(([words], index) => {
    const start = text.indexOf(words);
    return pairBetween(passageAt(on, { start, end: start + words.length }), elsewhere, `p${index}`);
  });
  const decisions = new Map(
    decided.map(([, decision], index) => [`p${index}`, { ...emptyDecision(`p${index}`), ...decision }]),
  );
  const detection = { pairs, clusters: [], boilerplate: [], speechCount: 1, limits: [] };
  const groups = groupsOf(detection, new Set());
  const plan = planDrafts({ documents: [on, OTHER], pairs, groups, decisions })[0] as DraftPlan;
  expect(rebuildOriginal(cleanedText(on.document, plan), logOf(on, plan))).toBe(text);
  return plan;
}

function draftOf(text: string, plan: DraftPlan): string {
  return cleanedText({ text }, plan);
}

describe('a rewritten passage', () => {
  it('changes only what differs', () => {
    const plan = planOf(TEXT, [['抓好乙项工作，落实责任', { rewriteA: '抓好乙项事项，落实责任' }]]);
    expect(plan.edits).toEqual([
      expect.objectContaining({ kind: 'rewrite', text: '事项', speech: 0, measure: 1, pairs: ['p0'] }),
    ]);
    expect(draftOf(TEXT, plan)).toBe(TEXT.replace('乙项工作', '乙项事项'));
    expect(tallyOf(plan)).toMatchObject({ rewrites: 1, removals: 0, conflicts: 0 });
  });

  it('counts anew beside what goes', () => {
    const plan = planOf(TEXT, [
      ['一是抓好甲项工作。', { judgement: 'keep-b' }],
      ['二是抓好乙项工作，落实责任。', { rewriteA: '二是抓好乙项事项。' }],
    ]);
    expect(draftOf(TEXT, plan)).toBe('一是抓好乙项事项。\n二是抓好丙项工作。\n');
    expect(plan.conflicts).toEqual([]);
  });

  it('goes when nothing is left of it, and stays when the other side is kept', () => {
    const emptied = planOf(TEXT, [['二是抓好乙项工作，落实责任。', { rewriteA: ' ' }]]);
    expect(draftOf(TEXT, emptied)).toBe('一是抓好甲项工作。\n二是抓好丙项工作。\n');
    const instead = planOf(TEXT, [['抓好甲项工作', { judgement: 'keep-b', rewriteA: '抓好丁项工作' }]]);
    expect(draftOf(TEXT, instead)).toBe(TEXT.replace('甲', '丁'));
  });

  it('takes the line ends of the document, and may have several', () => {
    const text = TEXT.replaceAll('\n', '\r\n');
    const both = text.slice(0, text.indexOf('三是') - 2);
    const plan = planOf(text, [[both, { rewriteA: both.replaceAll('\r\n', '\n').replace('，', '\n') }]]);
    expect(draftOf(text, plan)).toBe(text.replace('，', '\r\n'));
  });

  it('stands against what another decision takes out, and stays', () => {
    const plan = planOf(TEXT, [
      ['二是抓好乙项工作，落实责任。', { judgement: 'keep-b' }],
      ['落实责任', { rewriteA: '落细责任' }],
    ]);
    expect(draftOf(TEXT, plan)).toBe(TEXT.replace('落实', '落细'));
    expect(plan.conflicts).toEqual([
      expect.objectContaining({ kind: 'rewritten-and-removed', removing: ['p0'], keeping: ['p1'] }),
    ]);
  });

  it('stands against another wording of the same words, but not against one of others', () => {
    const against = planOf(TEXT, [
      ['抓好甲项工作', { rewriteA: '抓好丁项工作' }],
      ['一是抓好甲项工作', { rewriteA: '一是抓好戊项工作' }],
    ]);
    expect(against.edits).toEqual([]);
    expect(against.conflicts).toEqual([
      expect.objectContaining({ kind: 'rewritten-twice', removing: [], keeping: ['p0', 'p1'] }),
    ]);
    const beside = planOf(TEXT, [
      ['抓好甲项工作', { rewriteA: '抓好丁项工作' }],
      ['一是抓好甲项工作', { rewriteA: '一是抓好甲项事项' }],
      ['甲项', { rewriteA: '丁项' }],
    ]);
    expect(draftOf(TEXT, beside)).toBe(TEXT.replace('甲项工作', '丁项事项'));
    expect(beside.edits.map((edit) => edit.kind === 'rewrite' && edit.pairs)).toEqual([['p0', 'p2'], ['p1']]);
  });
});
