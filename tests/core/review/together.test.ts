import { describe, expect, it } from 'vitest';
import { planDrafts } from '../../../src/core/draft/draft.ts';
import { createClashFinder, type Outcome } from '../../../src/core/draft/clashes.ts';
import type { Pair, Passage } from '../../../src/core/reuse/pair.ts';
import { changeOf, withChanges } from '../../../src/core/review/change.ts';
import type { Decision } from '../../../src/core/review/decision.ts';
import { keepOnly, pairsOfGroup, type Saying } from '../../../src/core/review/group-decisions.ts';
import { groupsOf } from '../../../src/core/review/groups.ts';
import { chosenPairs, sayingsOf, type Choice } from '../../../src/core/review/many.ts';
import { judgedBoilerplate, setApart } from '../../../src/core/review/set-apart.ts';
import { pairBetween, passageAt, structured } from '../draft/drafts.ts';

/** Four documents that say one thing, and two that say another; the third has a full stop more. */
const SAME = '一是抓好甲项工作，落实责任到人。';
const documents = [
  ...['a', 'b', 'c', 'd'].map((id) => structured(id === 'c' ? SAME.replace('一', '二') : SAME, id)),
  ...['e', 'f'].map((id) => structured(`另外说一件与此无关的事情，${id === 'e' ? '' : '且'}不必改。`, id)),
];
const byId = new Map(documents.map((each) => [each.document.id, each]));
const whole = documents.map((each) => passageAt(each, { start: 0, end: each.document.text.length }));
const [a, b, c, d, e, f] = whole as [Passage, Passage, Passage, Passage, Passage, Passage];
/** As a detection has a large group: all against the first, and one pair more. */
const pairs: readonly Pair[] = [
  pairBetween(a, b, 'ab'),
  pairBetween(a, c, 'ac'),
  pairBetween(a, d, 'ad'),
  pairBetween(b, c, 'bc'),
  { ...pairBetween(e, f, 'ef'), kind: 'near-identical', similarity: 0.8 },
];
const groups = groupsOf(
  { pairs, clusters: [{ members: [a, b, c, d] }], boilerplate: [], speechCount: 6, limits: [] },
  new Set(),
);
const pairOf = (id: string) => pairs.find((pair) => pair.id === id) as Pair;

function decide(sayings: readonly Saying[], before: ReadonlyMap<string, Decision> = new Map()) {
  const changes = sayings.flatMap(({ pair, fields }) => changeOf(pair, before.get(pair), fields) ?? []);
  return withChanges(before, changes, false);
}

function judged(judgements: Readonly<Record<string, Decision['judgement']>>) {
  return decide(Object.entries(judgements).map(([pair, judgement]) => ({ pair, fields: { judgement } })));
}

function judgementsOf(decisions: ReadonlyMap<string, Decision>) {
  return Object.fromEntries([...decisions].map(([id, { judgement }]) => [id, judgement]));
}

/** Which documents lose all that they say. */
function goneBy(decisions: ReadonlyMap<string, Decision>): string {
  const plans = planDrafts({ documents, pairs, groups, decisions });
  expect(plans.flatMap(({ conflicts }) => conflicts)).toEqual([]);
  return plans.flatMap((plan) => (plan.edits.length > 0 ? [plan.document] : [])).join('');
}

function outcomeOf(decisions: ReadonlyMap<string, Decision>, finder = createClashFinder()): Outcome {
  const finding = finder.find(documents, pairs, groups, decisions);
  for (;;) {
    const step = finding.next();
    if (step.done === true) return step.value;
  }
}

describe('of a group', () => {
  it('one place is kept and all others go, whichever pairs there are', () => {
    const own = pairsOfGroup(pairOf('ad'), pairs, groups);
    expect(own.map(({ id }) => id)).toEqual(['ab', 'ac', 'ad', 'bc']);
    expect(goneBy(decide(keepOnly(a, own)))).toBe('bcd');
    const decisions = decide(keepOnly(d, own));
    expect(judgementsOf(decisions)).toEqual({
      ab: 'keep-none',
      ac: 'keep-none',
      ad: 'keep-b',
      bc: 'keep-none',
    });
    expect(goneBy(decisions)).toBe('abc');
    expect(outcomeOf(decisions).conflicts).toBe(0);
  });

  it('all is set apart that one pair says, with its places', () => {
    const { findings, apart } = setApart(pairs, judgedBoilerplate(judged({ bc: 'boilerplate' })), groups);
    expect(findings.map(({ id }) => id)).toEqual(['ef']);
    expect(apart).toEqual([
      expect.objectContaining({ reason: 'user', speeches: 4, judged: ['bc'], members: [a, b, c, d] }),
    ]);
    expect(setApart(pairs, [], groups).findings).toBe(pairs);
    expect(setApart(pairs, ['ef', 'gone'], groups).apart).toEqual([
      expect.objectContaining({ members: [e, f], judged: ['ef'] }),
    ]);
  });
});

describe('many at once', () => {
  const chosen = (choice: Choice, decisions: ReadonlyMap<string, Decision> = new Map()) =>
    chosenPairs(choice, pairs, [pairOf('ef')], byId, decisions).map(({ id }) => id);

  it('are those of a choice that nobody judged', () => {
    expect(chosen({ kind: 'ordinal' })).toEqual(['ac', 'bc']);
    expect(chosen({ kind: 'form' })).toEqual(['ab', 'ac', 'ad', 'bc']);
    expect(chosen({ kind: 'similarity', least: 0.9 })).toEqual(['ab', 'ac', 'ad', 'bc']);
    expect(chosen({ kind: 'shown' })).toEqual(['ef']);
    expect(chosen({ kind: 'speaker', speaker: '' })).toHaveLength(5);
    expect(chosen({ kind: 'ordinal' }, judged({ ac: 'flag' }))).toEqual(['bc']);
  });

  it('keep the first of each group in loading order, and contradict nothing', () => {
    const order = new Map(documents.map(({ document }, index) => [document.id, index]));
    const first = (backwards: boolean) => {
      const counted = backwards ? new Map([...order].map(([id, index]) => [id, -index])) : order;
      return decide(sayingsOf('keep-first', '', pairs, groups, counted));
    };
    expect(goneBy(first(false))).toBe('bcdf');
    expect(goneBy(first(true))).toBe('abce');
    const flags = decide(sayingsOf('flag', '核实', pairs, groups, order));
    expect([...flags.values()].map(({ reason }) => reason)).toEqual(pairs.map(() => '核实'));
  });
});

describe('what contradicts', () => {
  it('is what the draft says, by pair, and groups that were divided', () => {
    const decisions = judged({ ab: 'keep-a', bc: 'keep-a', ad: 'keep-all' });
    const { clashes, conflicts } = outcomeOf(decisions);
    const plans = planDrafts({ documents, pairs, groups, decisions });
    expect(plans.flatMap((plan) => plan.conflicts.map(({ kind }) => kind))).toEqual(['kept-and-removed']);
    expect(clashes.get('ab')).toEqual([
      { kind: 'kept-and-removed', others: ['bc'] },
      { kind: 'group-divided', others: ['ad', 'bc'] },
    ]);
    expect(conflicts).toBe(2);
    expect(clashes.has('ef')).toBe(false);
    expect(outcomeOf(judged({ ab: 'keep-all', ac: 'keep-all', ef: 'keep-a' })).clashes.size).toBe(0);
  });

  it('is seen where nothing would be left of a group, and goes when it is undone', () => {
    const finder = createClashFinder();
    const none = judged({ ab: 'keep-none', ac: 'keep-none', ad: 'keep-none' });
    expect(outcomeOf(none, finder).clashes.get('ad')).toEqual([
      { kind: 'nothing-left', others: ['ab', 'ac'] },
    ]);
    expect(outcomeOf(judged({ ab: 'keep-a' }), finder)).toMatchObject({
      conflicts: 0,
      characters: SAME.length,
    });
    expect(outcomeOf(new Map(), finder)).toMatchObject({ conflicts: 0, characters: 0 });
  });

  it('is found by steps of which none is long, and anew only where decisions changed', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({ ...pairOf('ef'), id: `p${index}` }));
    const decisions = judged({ p7: 'keep-a' });
    const stepsOf = (finder: ReturnType<typeof createClashFinder>) => {
      const finding = finder.find(documents, many, groups, decisions);
      let steps = 0;
      while (finding.next().done !== true) steps++;
      return steps;
    };
    expect(stepsOf(createClashFinder())).toBeGreaterThan(30);
  });
});
