import type { Span } from '../text/span.ts';
import type { Difference, DifferenceClass, Segment, SideName } from './comparison.ts';
import type { Step } from './segments.ts';

/** A difference without its number. */
type Entry = Omit<Difference, 'number'>;

/** Gathers the steps to what a reader would call differences, in the order of the steps. Linear time. */
export function differencesOf(steps: readonly Step[]): readonly Difference[] {
  const entries: Entry[] = [];
  /** Where each stream (what stayed, and each moved region) has come to. */
  const places = new Map<number | null, Record<SideName, number>>();
  const regions = regionsOf(steps);
  const groups = grouped(steps);
  for (const group of groups) {
    const first = group[0] as Segment;
    const move = first.move ?? null;
    const region = move === null ? undefined : regions.get(move);
    if (region !== undefined && !places.has(move)) {
      entries.push({ kind: 'moved', class: 'text', ...region });
    }
    const place = places.get(move) ?? { a: region?.a.start ?? 0, b: region?.b.start ?? 0 };
    places.set(move, place);
    const inMove = move === null ? {} : { move };
    for (const entry of entriesOf(group, place)) entries.push({ ...entry, ...inMove });
  }
  return entries.map((entry, i) => ({ number: i + 1, ...entry }));
}

/** Brings the segments of one edit together; an equal one stands alone. */
function grouped(steps: readonly Step[]): readonly (readonly Segment[])[] {
  const groups: Segment[][] = [];
  const byEdit = new Map<string, Segment[]>();
  for (const { segment, edit } of steps) {
    const group = edit === null ? undefined : byEdit.get(edit);
    if (group !== undefined) {
      group.push(segment);
      continue;
    }
    const begun = [segment];
    groups.push(begun);
    if (edit !== null) byEdit.set(edit, begun);
  }
  return groups;
}

/** The span of each moved region on both sides. */
function regionsOf(steps: readonly Step[]): ReadonlyMap<number, { a: Span; b: Span; move: number }> {
  const hulls = new Map<number, { a: Span | null; b: Span | null }>();
  for (const { segment } of steps) {
    if (segment.move === undefined) continue;
    const known = hulls.get(segment.move);
    // A region may begin with what only one side has: the other side's hull then begins later.
    hulls.set(segment.move, { a: hull(known?.a, segment.a), b: hull(known?.b, segment.b) });
  }
  const regions = new Map<number, { a: Span; b: Span; move: number }>();
  for (const [move, { a, b }] of hulls) if (a !== null && b !== null) regions.set(move, { a, b, move });
  return regions;
}

function hull(one: Span | null | undefined, other: Span | null): Span | null {
  if (one === null || one === undefined) return other;
  if (other === null) return one;
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

/** The differences of one edit: one of text, and those of form beside it. Moves `place` behind the edit. */
function entriesOf(group: readonly Segment[], place: Record<SideName, number>): readonly Entry[] {
  for (const segment of group) {
    place.a = segment.a?.end ?? place.a;
    place.b = segment.b?.end ?? place.b;
  }
  const entries: Entry[] = [];
  const add = (kind: DifferenceClass, a: Span | null, b: Span | null) => {
    entries.push({
      kind: kind !== 'text' ? 'form' : a === null ? 'only-b' : b === null ? 'only-a' : 'replaced',
      class: kind,
      a: a ?? { start: place.a, end: place.a },
      b: b ?? { start: place.b, end: place.b },
    });
  };
  for (const kind of new Set(group.map((segment) => segment.class))) {
    const alike = group.filter((segment) => segment.class === kind);
    const [one, other] = alike;
    if (one === undefined || (one.kind === 'equal' && kind === 'text')) continue;
    if (other !== undefined && alike.length === 2 && one.kind !== other.kind) add(kind, one.a, other.b);
    else for (const { a, b } of alike) add(kind, a, b);
  }
  return entries;
}
