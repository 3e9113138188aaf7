import type { PairKind } from '../reuse/pair.ts';
import { markBox, type Box, type RibbonPlan } from './ribbons.ts';
import type { Selection } from './selection.ts';
import type { Mark, Survey } from './survey.ts';

/** A line between two places that say the same. */
export interface Link {
  /** Index of the finding that it stands for: the most important of those between the two places. */
  readonly pair: number;
  readonly group: number;
  readonly kind: PairKind;
  /** An arc over one ribbon; or a band from a lower edge to an upper edge, as wide as the places. */
  readonly form: 'arc' | 'band';
  /** For a band the upper place comes first, for an arc the left one. */
  readonly from: Box;
  readonly to: Box;
}

/** How high an arc rises over its ribbon at least, in CSS pixels, and how much of its width it does. */
const ARC_LEAST = 9;
const ARC_SHARE = 0.1;
/** How near a pointer must be to a line, in CSS pixels. */
const NEAR = 4;
/** Steps of the bisection that finds where a curve has a height: finer than a pixel. */
const BISECTIONS = 14;

/** The shown findings that are drawn as links: one for each two places, the most important first. One pass. */
export function distinctLinks(
  { findings, markA, markB, linkOf: linkNumber, linkCount }: Survey,
  { pairs }: Selection,
): readonly number[] {
  const seen = new Uint8Array(linkCount);
  const distinct: number[] = [];
  for (let pair = 0; pair < findings.length; pair++) {
    const link = linkNumber[pair] as number;
    if (pairs[pair] === 0 || seen[link] === 1 || markA[pair] === markB[pair]) continue;
    seen[link] = 1;
    distinct.push(pair);
  }
  return distinct;
}

/** The first `most` of some links that stand, at least in part, in the rows from `from` to before `to`; and how many are left out. */
export function thinned(
  { speechA, speechB }: Survey,
  plan: RibbonPlan,
  links: readonly number[],
  rows: { readonly from: number; readonly to: number },
  most: number,
): { readonly links: readonly number[]; readonly left: number } {
  const kept: number[] = [];
  let left = 0;
  for (const pair of links) {
    const p = plan.rowOf[speechA[pair] as number] as number;
    const q = plan.rowOf[speechB[pair] as number] as number;
    if (Math.max(p, q) < rows.from || Math.min(p, q) >= rows.to) continue;
    if (kept.length < most) kept.push(pair);
    else left++;
  }
  return { links: kept, left };
}

/** Where a link runs. */
export function linkOf(survey: Survey, plan: RibbonPlan, pair: number): Link {
  const { findings, groupOf, marks, markA, markB } = survey;
  const [p, q] = [markA[pair] as number, markB[pair] as number].map((mark) =>
    markBox(plan, marks[mark] as Mark),
  ) as [Box, Box];
  const form = p.y === q.y ? 'arc' : 'band';
  const isInOrder = form === 'arc' ? p.x <= q.x : p.y < q.y;
  return {
    pair,
    group: groupOf[pair] as number,
    kind: (findings[pair] as Survey['findings'][number]).kind,
    form,
    from: isInOrder ? p : q,
    to: isInOrder ? q : p,
  };
}

/** The middle line of a link as an SVG path; `above` is how far over the bars arcs begin, and `most` how high they rise. */
export function linePath({ form, from, to }: Link, above: number, most: number): string {
  const [x0, x1] = [from.x + from.width / 2, to.x + to.width / 2];
  if (form === 'arc') {
    const y = from.y - above;
    const rise = Math.min(most, Math.max(Math.min(most, ARC_LEAST), (x1 - x0) * ARC_SHARE));
    return path`M${x0} ${y}C${x0} ${y - rise * 1.33} ${x1} ${y - rise * 1.33} ${x1} ${y}`;
  }
  const [y0, y1] = [from.y + from.height, to.y];
  const middle = (y0 + y1) / 2;
  return path`M${x0} ${y0}C${x0} ${middle} ${x1} ${middle} ${x1} ${y1}`;
}

/** A band as wide as the places that it joins, closed, as an SVG path. */
export function bandPath({ from, to }: Link): string {
  const [y0, y1] = [from.y + from.height, to.y];
  const middle = (y0 + y1) / 2;
  const [left, right] = [edges(from), edges(to)];
  return (
    path`M${left[0]} ${y0}C${left[0]} ${middle} ${right[0]} ${middle} ${right[0]} ${y1}` +
    path`L${right[1]} ${y1}C${right[1]} ${middle} ${left[1]} ${middle} ${left[1]} ${y0}Z`
  );
}

/** Whether a point is on a band, or near the line of one. Arcs are reached by their ends. */
export function isOnBand({ form, from, to }: Link, x: number, y: number): boolean {
  const [y0, y1] = [from.y + from.height, to.y];
  if (form === 'arc' || y <= y0 || y >= y1) return false;
  let [low, high] = [0, 1];
  for (let step = 0; step < BISECTIONS; step++) {
    const t = (low + high) / 2;
    if (y0 + (y1 - y0) * eased(t, 0.5) < y) low = t;
    else high = t;
  }
  const share = eased(low, 0);
  const [left, right] = [edges(from), edges(to)];
  const start = left[0] + (right[0] - left[0]) * share;
  const end = left[1] + (right[1] - left[1]) * share;
  return x >= Math.min(start, (start + end) / 2 - NEAR) && x <= Math.max(end, (start + end) / 2 + NEAR);
}

/** A cubic Bézier from 0 to 1 whose inner points lie at `inner` and 1 - `inner`. */
function eased(t: number, inner: number): number {
  return 3 * (1 - t) * (1 - t) * t * inner + 3 * (1 - t) * t * t * (1 - inner) + t * t * t;
}

function edges({ x, width }: Box): readonly [number, number] {
  return [x, x + width];
}

/** A path whose numbers are rounded to tenths of a pixel. */
function path(words: TemplateStringsArray, ...numbers: readonly number[]): string {
  return words.map((word, at) => word + (numbers[at] === undefined ? '' : round(numbers[at]))).join('');
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
