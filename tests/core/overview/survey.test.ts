import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distinctLinks,
  linkOf,
  linePath,
  bandPath,
  isOnBand,
  thinned,
} from '../../../src/core/overview/links.ts';
import { axisOf, gridCellsOf, gridOf } from '../../../src/core/overview/matrix.ts';
import {
  markBox,
  planRibbons,
  rowAt,
  rowsBetween,
  speechBox,
  type Box,
  type RibbonPlan,
} from '../../../src/core/overview/ribbons.ts';
import { select } from '../../../src/core/overview/selection.ts';
import { survey } from '../../../src/core/overview/survey.ts';
import { emptyDecision, type Decision } from '../../../src/core/review/decision.ts';
import { groupsOf } from '../../../src/core/review/groups.ts';
import { documentOf, measureOf, pairOf } from '../review/corpus.ts';
import { made, whole, type Made } from './made.ts';

const NOTHING = new Set<string>();
const UNDECIDED = new Map<string, Decision>();

function surveyOf({ documents, findings, detection }: Made) {
  return whole(survey(documents, findings, groupsOf(detection, NOTHING)));
}

const order = fc.record({
  width: fc.integer({ min: 150, max: 2000 }),
  height: fc.integer({ min: 50, max: 1500 }),
  isEven: fc.boolean(),
  folded: fc.boolean(),
});

describe('survey', () => {
  it('places every side of every finding in a mark of its speech and its group', () => {
    fc.assert(
      fc.property(made, (all) => {
        const found = surveyOf(all);
        for (const [index, pair] of found.findings.entries()) {
          for (const [side, mark, speech] of [
            [pair.a, found.markA[index]!, found.speechA[index]!],
            [pair.b, found.markB[index]!, found.speechB[index]!],
          ] as const) {
            const { structured, speech: said, index: own } = found.speeches[speech]!;
            expect([structured.document.id, own]).toEqual([side.document, side.speech]);
            const place = found.marks[mark]!;
            expect(place.speech).toBe(speech);
            expect(place.group).toBe(found.groupOf[index]);
            expect(place.start).toBeLessThanOrEqual(side.span.start - said.span.start);
            expect(place.end).toBeGreaterThanOrEqual(side.span.end - said.span.start);
          }
        }
        const pairs = found.groups.flatMap((group) => [...group.pairs]);
        expect(pairs.toSorted((p, q) => p - q)).toEqual(found.findings.map((_, index) => index));
        for (const [index, { speech }] of found.marks.entries()) {
          expect(found.marksFrom[speech]).toBeLessThanOrEqual(index);
          expect(found.marksFrom[speech + 1]).toBeGreaterThan(index);
        }
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('keeps marks of one group apart in their speech, and groups in order of importance', () => {
    fc.assert(
      fc.property(made, (all) => {
        const found = surveyOf(all);
        for (const { marks, importance } of found.groups) {
          for (const [index, mark] of marks.entries()) {
            const [p, q] = [found.marks[mark]!, found.marks[marks[index + 1] ?? mark]!];
            if (p !== q && p.speech === q.speech) expect(q.start).toBeGreaterThanOrEqual(p.end);
          }
          expect(importance).toBeLessThanOrEqual(found.groups[0]!.importance);
        }
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('gathers the versions of one passage under one group, counts who says them, and each nameless speech', () => {
    const document = documentOf('d', '甲: 一是加强监督 / 二是加强监督', ': 一是加强监督', ': 一是加强监督');
    const members = [
      measureOf(document, 0, 0),
      measureOf(document, 0, 1),
      measureOf(document, 1, 0),
      measureOf(document, 2, 0),
    ];
    const findings = members.slice(1).map((member, index) => pairOf(`p${index}`, members[0]!, member));
    const detection = {
      pairs: findings,
      clusters: [{ members }],
      boilerplate: [],
      speechCount: 3,
      limits: [],
    };
    const found = surveyOf({ documents: [document], findings, detection });
    expect(found.groups).toHaveLength(1);
    expect(found.groups[0]).toMatchObject({ pairs: [0, 1, 2], marks: [0, 1, 2, 3], speakers: 3 });
  });
});

describe('select', () => {
  it('shows the marks of what is shown, and strikes what a decision removes', () => {
    const document = documentOf('d', '甲: 一是加强监督 / 二是加强监督', '乙: 一是加强监督');
    const [p, q, r] = [measureOf(document, 0, 0), measureOf(document, 0, 1), measureOf(document, 1, 0)];
    const findings = [pairOf('one', p, q), pairOf('two', p, r)];
    const detection = { pairs: findings, clusters: [], boilerplate: [], speechCount: 2, limits: [] };
    const found = surveyOf({ documents: [document], findings, detection });
    const decisions = new Map<string, Decision>([['two', { ...emptyDecision('two'), judgement: 'keep-a' }]]);
    const shown = select(found, [findings[1]!], decisions);
    expect([...shown.pairs]).toEqual([0, 1]);
    expect([...shown.groups]).toEqual([0, 1]);
    expect(shown.marks[found.markB[1]!]).toBe(1);
    expect(shown.marks[found.markB[0]!]).toBe(0);
    expect([...shown.removed].filter(Boolean)).toHaveLength(1);
    expect(shown.removed[found.markB[1]!]).toBe(1);
    expect(shown).toMatchObject({ count: 1 });
    expect([...shown.settled]).toEqual([0, 1]);
    const removedBy = (decision: Partial<Decision>) =>
      select(found, findings, new Map([['two', { ...emptyDecision('two'), ...decision }]])).removed;
    const sides = [found.markA[1]!, found.markB[1]!];
    const removedSides = (decision: Partial<Decision>) =>
      sides.map((side) => removedBy(decision)[side] === 1);
    expect(removedSides({ judgement: 'keep-none' })).toEqual([true, true]);
    expect(removedSides({ judgement: 'keep-a', rewriteB: '另写。' })).toEqual([false, false]);
    expect(removedSides({ rewriteA: '' })).toEqual([true, false]);
  });
});

function inside({ x, y, width, height }: Box, plan: RibbonPlan): boolean {
  const slack = 1e-6;
  return (
    x >= plan.left - slack &&
    x + width <= plan.right + slack &&
    y >= 0 &&
    y + height <= plan.height &&
    width >= 0
  );
}

describe('ribbons', () => {
  it('keep every speech and mark inside the bars’ room, in whatever size and fold', () => {
    fc.assert(
      fc.property(made, order, (all, { folded, ...rest }) => {
        const found = surveyOf(all);
        const plan = planRibbons(found.speeches, { ...rest, isFolded: () => folded });
        expect(
          plan.rows.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
        ).toEqual(found.speeches.map((_, speech) => speech));
        for (let speech = 0; speech < found.speeches.length; speech++) {
          expect(inside(speechBox(plan, found.speeches, speech), plan)).toBe(true);
          const { y } = plan.rows[plan.rowOf[speech]!]!;
          expect(rowAt(plan, y)).toBe(plan.rowOf[speech]);
          const { from, to } = rowsBetween(plan, y, y + 1);
          expect(from <= plan.rowOf[speech]! && plan.rowOf[speech]! < to).toBe(true);
        }
        for (const mark of found.marks) expect(inside(markBox(plan, mark), plan)).toBe(true);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('are to scale: a speech twice as long has a ribbon twice as long', () => {
    const document = documentOf('d', `甲: ${'字'.repeat(500)}`, `乙: ${'字'.repeat(245)}`);
    const found = surveyOf({
      documents: [document],
      findings: [],
      detection: { pairs: [], clusters: [], boilerplate: [], speechCount: 2, limits: [] },
    });
    const plan = planRibbons(found.speeches, {
      width: 800,
      height: 400,
      isFolded: () => false,
      isEven: false,
    });
    const [first, second] = [0, 1].map((speech) => speechBox(plan, found.speeches, speech).width) as [
      number,
      number,
    ];
    expect(first).toBeCloseTo(plan.right - plan.left);
    expect(second / first).toBeCloseTo(found.speeches[1]!.length / found.speeches[0]!.length);
    const even = planRibbons(found.speeches, {
      width: 800,
      height: 400,
      isFolded: () => false,
      isEven: true,
    });
    expect(speechBox(even, found.speeches, 1).width).toBeCloseTo(first);
  });
});

describe('links', () => {
  it('are one for each two places, run from edge to edge, and are on themselves', () => {
    fc.assert(
      fc.property(made, (all) => {
        const found = surveyOf(all);
        const shown = select(found, found.findings, UNDECIDED);
        const plan = planRibbons(found.speeches, {
          width: 900,
          height: 600,
          isFolded: () => false,
          isEven: false,
        });
        const links = distinctLinks(found, shown);
        const keys = links.map((pair) =>
          [found.markA[pair]!, found.markB[pair]!].toSorted((p, q) => p - q).join(),
        );
        expect(new Set(keys).size).toBe(links.length);
        for (const pair of links) {
          const link = linkOf(found, plan, pair);
          expect(linePath(link, 20, 20)).toMatch(/^M[\d. -]+C[\d. -]+$/);
          expect(link.form).toBe(found.speechA[pair] === found.speechB[pair] ? 'arc' : 'band');
          if (link.form === 'arc') continue;
          expect(bandPath(link)).toMatch(/Z$/);
          expect(link.from.y).toBeLessThan(link.to.y);
          const middle = (link.from.y + link.from.height + link.to.y) / 2;
          const x = (link.from.x + link.from.width / 2 + link.to.x + link.to.width / 2) / 2;
          expect(isOnBand(link, x, middle)).toBe(true);
          expect(isOnBand(link, x + 1000, middle)).toBe(false);
        }
        const rows = { from: 0, to: plan.rows.length };
        const kept = thinned(found, plan, links, rows, 3);
        expect(kept.links).toEqual(links.slice(0, 3));
        expect(kept.left).toBe(Math.max(0, links.length - 3));
        expect(thinned(found, plan, links, { from: 0, to: 0 }, 3).links).toEqual([]);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('the matrix', () => {
  it('counts every shown finding once, in whatever cells', () => {
    fc.assert(
      fc.property(
        made,
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('speakers', 'documents', 'speeches'),
        (all, most, of) => {
          const found = surveyOf(all);
          const axis = whole(axisOf(found, of));
          const places = new Set(axis.placeOf);
          expect(places.size).toBe(axis.count);
          expect([...axis.speechAt].map((speech) => axis.placeOf[speech])).toEqual(
            Array.from({ length: axis.count }, (_, i) => i),
          );
          const shown = select(
            found,
            found.findings.filter((_, index) => index % 2 === 0),
            UNDECIDED,
          );
          const grid = gridOf(found, shown, axis, { row: 0, column: 0, length: axis.count }, most);
          expect(grid.side).toBeLessThanOrEqual(most);
          expect(grid.counts.reduce((sum, count) => sum + count, 0)).toBe(shown.count);
          for (const [cell, count] of grid.counts.entries()) {
            expect(count > 0).toBe(grid.best[cell]! >= 0);
            if (count > 0) expect(Math.floor(cell / grid.side)).toBeLessThanOrEqual(cell % grid.side);
          }
          const whereAll = gridCellsOf(found, shown, axis, { row: 0, column: 0, length: axis.count }, grid, [
            ...found.findings.keys(),
          ]);
          expect(whereAll.map(({ row, column }) => row * grid.side + column).sort((p, q) => p - q)).toEqual(
            [...grid.counts.keys()].filter((cell) => grid.counts[cell]! > 0),
          );
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });
});
