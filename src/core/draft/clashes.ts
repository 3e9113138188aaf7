import type { Pair, PairId, Passage } from '../reuse/pair.ts';
import type { Decision } from '../review/decision.ts';
import type { Groups } from '../review/groups.ts';
import type { StructuredDocument } from '../structure/speech.ts';
import type { DocumentId } from '../text/document.ts';
import { paragraphLinesOf } from './breaks.ts';
import { claimsOf, type Claims } from './claims.ts';
import { settleGroups, settleKept } from './conflicts.ts';
import type { Conflict, RemovedPlace } from './plan.ts';
import { placesTaken } from './removals.ts';
import { settleRewrites } from './rewrites.ts';

/** Why the decision of a pair does not go together with others: as the draft has it, or as its group was decided. */
export interface Clash {
  /** `group-divided`: of a group that says the same, some places stay beside others that go, or more than one is chosen. */
  readonly kind: Conflict['kind'] | 'group-divided';
  /** The other decisions, in the order of the findings. */
  readonly others: readonly PairId[];
}

/** What the decisions of one document come to; kept while they stay the same. */
interface Settled {
  readonly structured: StructuredDocument;
  readonly claims: string;
  readonly places: readonly RemovedPlace[];
  readonly conflicts: readonly Conflict[];
}

/** What the decisions amount to. */
export interface Outcome {
  /** The clashes of each pair that has any. */
  readonly clashes: ReadonlyMap<PairId, readonly Clash[]>;
  /** How much goes, in UTF-16 units, and how many contradictions there are. */
  readonly characters: number;
  readonly conflicts: number;
}

/** What no decisions amount to. */
export const NO_OUTCOME: Outcome = { clashes: new Map(), characters: 0, conflicts: 0 };

/** Finds what does not go together, and remembers each document's share. */
export interface ClashFinder {
  /** In steps that take a moment each. */
  find(
    documents: readonly StructuredDocument[],
    pairs: readonly Pair[],
    groups: Groups | null,
    decisions: ReadonlyMap<PairId, Decision>,
  ): Generator<void, Outcome>;
}

/** So many pairs are walked in one step. */
const STEP = 5_000;
/** So many are looked up in their groups, which takes longer. */
const GROUPS_STEP = 500;

/** A finder that knows nothing yet. Only documents whose decisions changed are looked at anew. */
export function createClashFinder(): ClashFinder {
  const known = new Map<DocumentId, Settled>();
  return {
    *find(documents, pairs, groups, decisions) {
      if (groups === null) return NO_OUTCOME;
      const clashes = new Map<PairId, Clash[]>();
      const decided: Pair[] = [];
      if (decisions.size > 0)
        for (let from = 0; from < pairs.length; from += STEP) {
          for (const pair of pairs.slice(from, from + STEP)) if (decisions.has(pair.id)) decided.push(pair);
          yield;
        }
      const claims = claimsOf(decided, decisions);
      const places = new Map<DocumentId, readonly RemovedPlace[]>();
      const conflicts: Conflict[] = [];
      for (const structured of documents) {
        const { id } = structured.document;
        const own = claims.get(id);
        if (own === undefined) {
          known.delete(id);
          continue;
        }
        const settled = settledOf(structured, own, known.get(id));
        known.set(id, settled);
        if (settled.places.length > 0) places.set(id, settled.places);
        conflicts.push(...settled.conflicts);
        yield;
      }
      // Only where both sides lose something can nothing be left.
      const both: Pair[] = [];
      if (places.size > 0)
        for (let from = 0; from < pairs.length; from += STEP) {
          for (const pair of pairs.slice(from, from + STEP))
            if (places.has(pair.a.document) && places.has(pair.b.document)) both.push(pair);
          yield;
        }
      for (let from = 0; from < both.length; from += STEP) {
        const found = settleGroups(places, both.slice(from, from + STEP), groups);
        for (const own of found.values()) conflicts.push(...own);
        yield;
      }
      for (const { kind, removing, keeping } of conflicts) add(clashes, kind, [...removing, ...keeping]);
      const divided = yield* dividedGroups(decided, groups, decisions);
      for (const own of divided) add(clashes, 'group-divided', own);
      let characters = 0;
      for (const own of places.values()) for (const { span } of own) characters += span.end - span.start;
      return { clashes, characters, conflicts: conflicts.length + divided.length };
    },
  };
}

function add(clashes: Map<PairId, Clash[]>, kind: Clash['kind'], pairs: readonly PairId[]): void {
  const all = [...new Set(pairs)];
  for (const pair of all) {
    const clash = { kind, others: all.filter((other) => other !== pair) };
    const own = clashes.get(pair);
    if (own === undefined) clashes.set(pair, [clash]);
    else if (!own.some((each) => each.kind === kind)) own.push(clash);
  }
}

function settledOf(structured: StructuredDocument, claims: Claims, before: Settled | undefined): Settled {
  const { document, speeches } = structured;
  const name = nameOf(claims);
  if (before?.structured === structured && before.claims === name) return before;
  const kept = settleKept(placesTaken(structured, claims.removing), claims.keeping, document.id);
  const lines = paragraphLinesOf(document.text, speeches);
  const { places, conflicts } = settleRewrites(structured, claims.rewriting, lines, kept.places);
  return { structured, claims: name, places, conflicts: [...kept.conflicts, ...conflicts] };
}

/** Names what the decisions say of a document. */
function nameOf({ removing, keeping, rewriting }: Claims): string {
  const of = (all: Claims['keeping']) =>
    all.map(({ pair, passage }) => `${pair}@${passage.span.start}`).join();
  return [of(removing), of(keeping), of(rewriting), ...rewriting.map(({ text }) => text)].join('\n');
}

/** The decided pairs of each group that was decided in different ways. */
function* dividedGroups(
  decided: readonly Pair[],
  groups: Groups,
  decisions: ReadonlyMap<PairId, Decision>,
): Generator<void, readonly (readonly PairId[])[]> {
  const byGroup = new Map<number, Pair[]>();
  for (const [index, pair] of decided.entries()) {
    if (index % GROUPS_STEP === GROUPS_STEP - 1) yield;
    if (!JUDGED.has(decisions.get(pair.id)?.judgement ?? '') || groups.sizeOf(pair) < 3) continue;
    const number = groups.numberOf(pair);
    if (number === null) continue;
    const known = byGroup.get(number);
    if (known === undefined) byGroup.set(number, [pair]);
    else known.push(pair);
  }
  return [...byGroup.values()].flatMap((own) => {
    const [kept, gone] = [new Set<string>(), new Set<string>()];
    for (const { id, a, b } of own) {
      const judgement = decisions.get(id)?.judgement;
      (judgement === 'keep-b' || judgement === 'keep-none' ? gone : kept).add(placeOf(a));
      (judgement === 'keep-a' || judgement === 'keep-none' ? gone : kept).add(placeOf(b));
    }
    const left = [...kept].filter((place) => !gone.has(place));
    return gone.size > 0 && left.length > 1 ? [own.map(({ id }) => id)] : [];
  });
}

const JUDGED: ReadonlySet<string> = new Set(['keep-a', 'keep-b', 'keep-all', 'keep-none']);

function placeOf({ document, unit }: Passage): string {
  return `${document}/${unit.start}`;
}
