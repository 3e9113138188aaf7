import { isOnBand, linkOf } from './links.ts';
import { markBox, rowAt, speechBox, type RibbonPlan, type RibbonRow } from './ribbons.ts';
import type { Selection } from './selection.ts';
import type { Mark, Survey } from './survey.ts';

/** What is pointed at in the ribbons: a place, a link by its finding, or the name of a row. */
export type Pointed = { readonly mark: number } | { readonly pair: number } | { readonly row: number };

/** How far over a bar its letters reach, and how far beside a mark a pointer may be, in CSS pixels. */
const LETTERS = 18;
const NEAR = 2;
/** How far behind a bar its figures reach, in CSS pixels. */
const FIGURES = 80;

/**
 * What lies at a point of the picture: a row's name, else the shortest place there, else the topmost of `links` (findings,
 * the first at the bottom), else a row's figures; null for nothing. Linear in the marks of a row and in the links.
 */
export function pointedAt(
  survey: Survey,
  selection: Selection,
  plan: RibbonPlan,
  links: readonly number[],
  x: number,
  y: number,
): Pointed | null {
  const row = rowAt(plan, y);
  if (row !== null && x < plan.left - LETTERS / 2) return { row };
  const mark = row === null ? null : markIn(survey, selection, plan, row, x, y);
  if (mark !== null) return { mark };
  const pair = links.findLast((each) => isOnBand(linkOf(survey, plan, each), x, y));
  if (pair !== undefined) return { pair };
  return row !== null && isBehind(survey, plan, row, x, y) ? { row } : null;
}

/** Whether a point is where the figures of a row stand. */
function isBehind({ speeches }: Survey, plan: RibbonPlan, row: number, x: number, y: number): boolean {
  const { y: top, to } = plan.rows[row] as RibbonRow;
  const bar = speechBox(plan, speeches, to - 1);
  const end = bar.x + bar.width;
  return x > end + NEAR && x < end + FIGURES && y > top - NEAR && y < top + plan.barHeight + NEAR;
}

function markIn(
  { marks, marksFrom }: Survey,
  selection: Selection,
  plan: RibbonPlan,
  row: number,
  x: number,
  y: number,
): number | null {
  const { y: top, from, to } = plan.rows[row] as RibbonRow;
  if (y < top - LETTERS || y > top + plan.barHeight + NEAR) return null;
  let best: { mark: number; width: number } | null = null;
  const end = marksFrom[to] as number;
  for (let mark = marksFrom[from] as number; mark < end; mark++) {
    if (selection.marks[mark] === 0) continue;
    const box = markBox(plan, marks[mark] as Mark);
    if (x < box.x - NEAR || x > box.x + box.width + NEAR) continue;
    if (best === null || box.width < best.width) best = { mark, width: box.width };
  }
  return best?.mark ?? null;
}

/** Whether two are the same. */
export function isSamePointed(p: Pointed | null, q: Pointed | null): boolean {
  if (p === null || q === null) return p === q;
  if ('row' in p) return 'row' in q && p.row === q.row;
  if ('mark' in p) return 'mark' in q && p.mark === q.mark;
  return 'pair' in q && p.pair === q.pair;
}

/** The group of what is pointed at; null for a row. */
export function groupOfPointed({ marks, groupOf }: Survey, at: Pointed): number | null {
  if ('row' in at) return null;
  return 'mark' in at ? (marks[at.mark] as Mark).group : (groupOf[at.pair] as number);
}

/** The finding that is opened from there: the most important shown one of a place. Undefined for a row. */
export function findingOfPointed(survey: Survey, { pairs }: Selection, at: Pointed): number | undefined {
  if ('row' in at) return undefined;
  if ('pair' in at) return at.pair;
  const { markA, markB, groups, marks } = survey;
  const own = groups[(marks[at.mark] as Mark).group]?.pairs ?? [];
  return own.find((pair) => pairs[pair] === 1 && (markA[pair] === at.mark || markB[pair] === at.mark));
}
