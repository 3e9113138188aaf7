import type { Finding, Place } from './compare-units.ts';
import type { Copies } from './copies.ts';
import type { Corpus } from './corpus.ts';

/** A cluster of more members gives each member against the first instead of all pairs. */
export const ALL_PAIRS_MOST = 24;

/** The same place in every copy of its unit, in order; the place alone where its unit has no copies. */
export function witnesses(place: Place, copies: Copies, corpus: Corpus): readonly Place[] {
  return copies.groups.get(place.unit)?.map((unit) => inCopy(place, unit, corpus)) ?? [place];
}

/** A place of the first of several equal units, in another of them. */
export function inCopy(place: Place, unit: number, corpus: Corpus): Place {
  const shift = (corpus.starts[unit] as number) - (corpus.starts[place.unit] as number);
  return { unit, range: { start: place.range.start + shift, end: place.range.end + shift } };
}

/** A finding between two first units as one between all their copies; inside one unit, as one inside each copy. */
export function* expand(finding: Finding, copies: Copies, corpus: Corpus): Generator<Finding> {
  const { a, b } = finding;
  if (a.unit === b.unit) {
    for (const unit of copies.groups.get(a.unit) ?? [a.unit]) {
      yield { ...finding, a: inCopy(a, unit, corpus), b: inCopy(b, unit, corpus) };
    }
    return;
  }
  for (const p of witnesses(a, copies, corpus)) {
    for (const q of witnesses(b, copies, corpus)) yield inOrder({ ...finding, a: p, b: q });
  }
}

/** The same for units of so many copies that all pairs would be too many: the first of each with all of the other. */
export function* expandSparsely(finding: Finding, copies: Copies, corpus: Corpus): Generator<Finding> {
  const p = witnesses(finding.a, copies, corpus);
  const q = witnesses(finding.b, copies, corpus);
  if (finding.a.unit === finding.b.unit || p.length * q.length <= ALL_PAIRS_MOST ** 2) {
    yield* expand(finding, copies, corpus);
    return;
  }
  for (const b of q) yield inOrder({ ...finding, a: finding.a, b });
  for (const a of p.slice(1)) yield inOrder({ ...finding, a, b: finding.b });
}

/** The finding with the earlier place as `a`. */
export function inOrder(finding: Finding): Finding {
  const { a, b } = finding;
  return a.range.start <= b.range.start ? finding : { ...finding, a: b, b: a };
}
