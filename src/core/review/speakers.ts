import type { Pair, Passage } from '../reuse/pair.ts';
import type { StructuredDocument } from '../structure/speech.ts';
import type { DocumentId } from '../text/document.ts';

/** Speakers to choose from. */
export interface Speakers {
  /** Those with the most findings first, of equal ones who comes first in the findings; empty for speeches without a name. */
  readonly names: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

/** Pairs between two breaks: a fraction of a millisecond. */
const STEP = 500;

/**
 * Who says the findings: `most` names at most, since a list of tens of thousands helps nobody and takes a page a second to
 * lay out. One pass over the pairs, which can be broken off at each `yield`, and a sort of the names.
 */
export function* speakersIn(
  pairs: readonly Pair[],
  documents: ReadonlyMap<DocumentId, StructuredDocument>,
  most: number,
): Generator<void, Speakers> {
  const counts = new Map<string, number>();
  const speakerOf = ({ document, speech }: Passage) => documents.get(document)?.speeches[speech]?.speaker;
  const count = (speaker: string | undefined) => {
    if (speaker !== undefined) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  };
  for (const [index, { a, b }] of pairs.entries()) {
    if (index % STEP === STEP - 1) yield;
    const first = speakerOf(a);
    const second = speakerOf(b);
    count(first);
    if (second !== first) count(second);
  }
  const names = [...counts].sort(([, m], [, n]) => n - m).map(([name]) => name);
  return { names: names.slice(0, most), more: Math.max(0, names.length - most) };
}
