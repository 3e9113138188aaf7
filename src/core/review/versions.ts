import type { Pair, Passage } from '../reuse/pair.ts';
import type { StructuredDocument } from '../structure/speech.ts';
import type { DocumentId } from '../text/document.ts';
import { overlapOf } from '../text/span.ts';
import type { Pick } from './pick.ts';
import { type Witness, witnessOf } from './witness.ts';

/** Somebody and the versions that he or she says. */
export interface Holder {
  /** Empty for a speech without a name. */
  readonly speaker: string;
  /** Indices of the versions, ascending. */
  readonly versions: readonly number[];
}

/** The members of a group as witnesses, in their order; those whose document is gone are left out. */
export function versionsOf(
  members: readonly Passage[],
  documents: ReadonlyMap<DocumentId, StructuredDocument>,
): readonly Witness[] {
  return members.flatMap((member) => witnessOf(member, documents) ?? []);
}

/** The version that a passage is, by what they share; the first when it is none of them. Linear time. */
export function versionAt(versions: readonly Witness[], passage: Passage): number {
  let best = 0;
  let most = 0;
  for (const [index, { passage: own }] of versions.entries()) {
    const shared = own.document === passage.document ? overlapOf(own.span, passage.span) : 0;
    if (shared > most) [best, most] = [index, shared];
  }
  return best;
}

/** The finding between two versions, whichever of them is its a; undefined when there is none. Linear time. */
export function findingBetween(pairs: readonly Pair[], one: Passage, other: Passage): Pair | undefined {
  return pairs.find(
    ({ a, b }) => (isSame(a, one) && isSame(b, other)) || (isSame(a, other) && isSame(b, one)),
  );
}

/** A passage as what the user could have picked: its measure or paragraph. */
export function pickOf({ document, speech, measure, paragraph }: Passage): Pick {
  return { document, speech, measure, paragraph };
}

/** Who has the versions, by the first of them: whoever has several stands once, speeches without a name each by themselves. */
export function holdersOf(indices: readonly number[], versions: readonly Witness[]): readonly Holder[] {
  const holders = new Map<string, { speaker: string; versions: number[] }>();
  for (const index of indices) {
    const version = versions[index];
    if (version === undefined) continue;
    const { speaker } = version.speech;
    const { document, speech } = version.passage;
    const key = speaker === '' ? `${document}/${speech}` : `:${speaker}`;
    const known = holders.get(key);
    if (known === undefined) holders.set(key, { speaker, versions: [index] });
    else known.versions.push(index);
  }
  return [...holders.values()];
}

/** Two passages that share more than half of the longer one are the same place. */
function isSame(one: Passage, other: Passage): boolean {
  if (one.document !== other.document) return false;
  const longer = Math.max(one.span.end - one.span.start, other.span.end - other.span.start);
  return 2 * overlapOf(one.span, other.span) > longer;
}
