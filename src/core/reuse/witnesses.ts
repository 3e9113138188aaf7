import type { Finding, Place } from './compare-units.ts';
import type { Copies } from './copies.ts';
import type { Corpus } from './corpus.ts';

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

/** The finding with the earlier place as `a`. */
export function inOrder(finding: Finding): Finding {
  const { a, b } = finding;
  return a.range.start <= b.range.start ? finding : { ...finding, a: b, b: a };
}
