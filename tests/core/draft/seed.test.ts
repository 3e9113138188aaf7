import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanedText, logOf, rebuildOriginal } from '../../../src/core/draft/cleaned.ts';
import { planDrafts } from '../../../src/core/draft/draft.ts';
import { galleyOf, stopsOf } from '../../../src/core/draft/galley.ts';
import { tallyOf, type DraftPlan } from '../../../src/core/draft/plan.ts';
import { detectAll } from '../../../src/core/reuse/detect.ts';
import { emptyDecision, type Decision, type Judgement } from '../../../src/core/review/decision.ts';
import { groupsOf } from '../../../src/core/review/groups.ts';
import { structured } from './drafts.ts';

const text = readFileSync(new URL('../../../seeds/000_5ce4e6a61f350004.txt', import.meta.url), 'utf8');
const golden = (name: string) =>
  readFileSync(new URL(`../../fixtures/draft/${name}`, import.meta.url), 'utf8');
const seed = structured(text, 'seed');
const detection = detectAll([seed]);

/** The plan of the seed when the pair whose `b` begins at each place is judged so. */
function planOf(judgements: Readonly<Record<string, Judgement>>): DraftPlan {
  const decisions = new Map<string, Decision>();
  for (const [at, judgement] of Object.entries(judgements)) {
    const pair = detection.pairs.find(({ b }) => b.span.start === Number(at));
    if (pair === undefined) throw new Error(`no pair whose second side begins at ${at}`);
    decisions.set(pair.id, { ...emptyDecision(pair.id), judgement });
  }
  const groups = groupsOf(detection, new Set());
  return planDrafts({ documents: [seed], pairs: detection.pairs, groups, decisions })[0] as DraftPlan;
}

/** 工信局 四是; 科技局 四是 and 五是. */
const REPEATED = { '1323': 'keep-a', '2775': 'keep-a', '2949': 'keep-a' } as const;

describe('the draft of the seed', () => {
  it('is, without the three measures that one speech says twice, what it should be', () => {
    const plan = planOf(REPEATED);
    expect(cleanedText(seed.document, plan)).toBe(golden('seed-without-repeats.txt'));
    expect(tallyOf(plan)).toEqual({
      removals: 3,
      passages: 0,
      characters: 458,
      rewrites: 0,
      renumberings: 5,
      checks: 0,
      conflicts: 0,
    });
    expect(tallyOf(plan, 0)).toMatchObject({ removals: 1, characters: 116, renumberings: 0 });
    const ordinals = plan.edits.flatMap((edit) => (edit.kind === 'ordinal' ? [[edit.from, edit.to]] : []));
    expect(ordinals).toEqual([
      [6, 4],
      [7, 5],
      [8, 6],
      [9, 7],
      [10, 8],
    ]);
  });

  it('is walked through by what changes: three removals and five ordinals, no white line', () => {
    const rows = galleyOf(seed, planOf(REPEATED));
    expect(stopsOf(rows)).toHaveLength(8);
    const white = rows.filter((row) => row.kind === 'line' && row.span.start >= row.span.end);
    expect(white).toEqual([]);
  });

  it('can be turned back into the seed', () => {
    const plan = planOf(REPEATED);
    const log = logOf(seed, plan);
    expect(rebuildOriginal(cleanedText(seed.document, plan), JSON.parse(JSON.stringify(log)))).toBe(text);
    expect(rebuildOriginal(text, log)).toBeNull();
  });

  it('takes a passage out of its measure, and both measures that two speeches share', () => {
    const plan = planOf({ ...REPEATED, '5192': 'keep-a', '5334': 'keep-a', '3812': 'keep-a' });
    const cleaned = cleanedText(seed.document, plan);
    expect(cleaned).toContain('同时，成立督查小组，及时对“喊口号”');
    expect(cleaned).not.toContain('\n三是健全机制');
    expect(plan.conflicts).toEqual([]);
  });

  it('keeps a measure of which another decision keeps a passage only where most of the passage would go', () => {
    const plan = planOf({ '5192': 'keep-b', '3812': 'keep-a' });
    expect(plan.conflicts).toMatchObject([{ kind: 'kept-and-removed', place: { measure: 8 } }]);
    expect(cleanedText(seed.document, plan)).toContain('六是健全机制');
  });
});
