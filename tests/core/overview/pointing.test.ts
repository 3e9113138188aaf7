import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctLinks, linkOf } from '../../../src/core/overview/links.ts';
import {
  findingOfPointed,
  groupOfPointed,
  isSamePointed,
  pointedAt,
} from '../../../src/core/overview/pointing.ts';
import { markBox, planRibbons } from '../../../src/core/overview/ribbons.ts';
import { select } from '../../../src/core/overview/selection.ts';
import { survey } from '../../../src/core/overview/survey.ts';
import { groupsOf } from '../../../src/core/review/groups.ts';
import { made, whole } from './made.ts';

describe('pointedAt', () => {
  it('finds a place at each place, a link between two ribbons, and a name beside each ribbon', () => {
    fc.assert(
      fc.property(made, ({ documents, findings, detection }) => {
        const found = whole(survey(documents, findings, groupsOf(detection, new Set())));
        const shown = select(found, found.findings, new Map());
        const order = { width: 900, height: 700, isFolded: () => false, isEven: false };
        const plan = planRibbons(found.speeches, order);
        const links = distinctLinks(found, shown);
        for (const mark of found.marks) {
          const { x, y, width, height } = markBox(plan, mark);
          const at = pointedAt(found, shown, plan, links, x + width / 2, y + height / 2);
          if (at === null || !('mark' in at)) throw new Error('no place there');
          // The shortest that lies there: one that is at most as wide.
          const own = markBox(plan, found.marks[at.mark]!);
          expect(own.width).toBeLessThanOrEqual(width);
          expect(groupOfPointed(found, at)).toBe(found.marks[at.mark]!.group);
          const pair = findingOfPointed(found, shown, at)!;
          expect([found.markA[pair], found.markB[pair]]).toContain(at.mark);
        }
        for (const pair of links) {
          const { form, from, to } = linkOf(found, plan, pair);
          // A ribbon may lie between the two.
          if (form === 'arc' || to.y - from.y > plan.pitch + 1) continue;
          const x = (from.x + from.width / 2 + to.x + to.width / 2) / 2;
          const at = pointedAt(found, shown, plan, [pair], x, from.y + from.height + 8);
          if (at !== null) expect('pair' in at || 'mark' in at).toBe(true);
        }
        for (const [row, { y }] of plan.rows.entries()) {
          expect(pointedAt(found, shown, plan, links, 10, y)).toEqual({ row });
        }
      }),
      { seed: 9, numRuns: 150 },
    );
  });

  it('finds nothing where nothing is', () => {
    const empty = { pairs: [], clusters: [], boilerplate: [], speechCount: 0, limits: [] };
    const found = whole(survey([], [], groupsOf(empty, new Set())));
    const plan = planRibbons([], { width: 300, height: 300, isFolded: () => false, isEven: false });
    expect(pointedAt(found, select(found, [], new Map()), plan, [], 5, 5)).toBeNull();
  });

  it('tells what is the same from what is not', () => {
    const all = [null, { mark: 1 }, { mark: 2 }, { pair: 1 }, { row: 1 }] as const;
    for (const p of all) for (const q of all) expect(isSamePointed(p, q)).toBe(p === q);
  });
});
