import type { Pair, PairId, Passage } from '../reuse/pair.ts';
import type { StructuredDocument } from '../structure/speech.ts';
import type { DocumentId } from '../text/document.ts';
import { readOrdinal } from '../text/ordinals.ts';
import { slice } from '../text/span.ts';
import type { Decision } from './decision.ts';
import { keepOnly, type Saying } from './group-decisions.ts';
import type { Groups } from './groups.ts';

/** Which findings are judged at once. */
export type Choice =
  /** Letter for letter the same but for the ordinal at the head. */
  | { readonly kind: 'ordinal' }
  /** The same but for form: ordinals, punctuation, width, white space, script. */
  | { readonly kind: 'form' }
  | { readonly kind: 'speaker'; readonly speaker: string }
  /** At least so alike, 0 to 1. */
  | { readonly kind: 'similarity'; readonly least: number }
  /** All that the list shows. */
  | { readonly kind: 'shown' };

/** What is said of all of them: the first in loading order stays, or what can be said of one. */
export type Verdict = 'keep-first' | 'keep-all' | 'flag' | 'boilerplate';

type Documents = ReadonlyMap<DocumentId, StructuredDocument>;

/** The findings of a choice that nobody judged yet. One pass; for `ordinal` and `form` over their texts, too. */
export function chosenPairs(
  choice: Choice,
  findings: readonly Pair[],
  shown: readonly Pair[],
  documents: Documents,
  decisions: ReadonlyMap<PairId, Decision>,
): readonly Pair[] {
  const among = choice.kind === 'shown' ? shown : findings;
  return among.filter((pair) => (decisions.get(pair.id)?.judgement ?? null) === null && isChosen(pair));

  function isChosen(pair: Pair): boolean {
    switch (choice.kind) {
      case 'ordinal':
        return pair.kind === 'identical' && differsInOrdinal(pair, documents);
      case 'form':
        return pair.kind === 'identical';
      case 'speaker':
        return [pair.a, pair.b].some(
          ({ document, speech }) => documents.get(document)?.speeches[speech]?.speaker === choice.speaker,
        );
      case 'similarity':
        return pair.similarity >= choice.least;
      case 'shown':
        return true;
    }
  }
}

function differsInOrdinal({ a, b }: Pair, documents: Documents): boolean {
  const one = partsOf(a, documents);
  const other = partsOf(b, documents);
  return one.ordinal !== other.ordinal && one.rest === other.rest;
}

function partsOf({ document, span }: Passage, documents: Documents): { ordinal: string; rest: string } {
  const text = slice(documents.get(document)?.document.text ?? '', span);
  const end = readOrdinal(text, 0)?.end ?? 0;
  return { ordinal: text.slice(0, end), rest: text.slice(end) };
}

/**
 * What a verdict says of each of the pairs. Of those of one group the place that comes first in loading order stays, so that
 * no pair keeps what another removes. `order` counts the documents. Linear but for the groups' own looking up.
 */
export function sayingsOf(
  verdict: Verdict,
  reason: string,
  pairs: readonly Pair[],
  groups: Groups,
  order: ReadonlyMap<DocumentId, number>,
): readonly Saying[] {
  if (verdict !== 'keep-first') {
    const fields = { judgement: verdict, reason: verdict === 'flag' ? reason : '' };
    return pairs.map(({ id }) => ({ pair: id, fields }));
  }
  const byGroup = new Map<number, Pair[]>();
  const sayings: Saying[] = [];
  for (const pair of pairs) {
    const number = groups.numberOf(pair);
    const known = number === null ? undefined : byGroup.get(number);
    if (number === null) sayings.push(...keepOnly(firstOf([pair]), [pair]));
    else if (known === undefined) byGroup.set(number, [pair]);
    else known.push(pair);
  }
  for (const own of byGroup.values()) sayings.push(...keepOnly(firstOf(own), own));
  return sayings;

  function firstOf(own: readonly Pair[]): Passage {
    const [first] = own.flatMap(({ a, b }) => [a, b]).sort(byPlace) as [Passage];
    return first;
  }

  function byPlace(p: Passage, q: Passage): number {
    return (order.get(p.document) ?? 0) - (order.get(q.document) ?? 0) || p.span.start - q.span.start;
  }
}
