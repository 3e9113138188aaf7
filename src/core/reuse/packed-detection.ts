import type { DocumentId } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import type { Boilerplate, Cluster, Detection, Pair, PairKind, Passage, Scope } from './pair.ts';

/**
 * A detection in columns of numbers, as it goes from thread to thread and to the disk: columns are moved, or copied at one
 * stroke, where objects would be cloned one by one while the page waits.
 */
export interface PackedDetection {
  /** Every passage that anything speaks of, once, in `PASSAGE` numbers. The other columns name it by its place here. */
  readonly passages: Int32Array<ArrayBuffer>;
  /** The findings, then those of each boilerplate, in `PAIR` numbers each. */
  readonly pairs: Int32Array<ArrayBuffer>;
  /** Of each pair, in `FIGURES` numbers. */
  readonly figures: Float64Array<ArrayBuffer>;
  /** The ids of all pairs, one behind the other. */
  readonly ids: string;
  /** How many members each cluster has. */
  readonly clusters: Int32Array<ArrayBuffer>;
  /** The members of the clusters, then those of each boilerplate. */
  readonly members: Int32Array<ArrayBuffer>;
  readonly rest: Rest;
}

/** What is few: documents as passages number them, and boilerplate with how much of the columns belongs to each. */
interface Rest extends Pick<Detection, 'speechCount' | 'limits'> {
  readonly documents: readonly DocumentId[];
  readonly boilerplate: readonly (Omit<Boilerplate, 'members' | 'pairs'> & {
    readonly members: number;
    readonly pairs: number;
  })[];
}

/** Document, speech, measure and paragraph (`NONE` for none), the unit's start and end, the passage's start and end. */
const PASSAGE = 8;
const NONE = -1;
/** Both passages, kind and scope in one, and where the id ends. */
const PAIR = 4;
/** Similarity, both containments, importance. */
const FIGURES = 4;

const KINDS: readonly PairKind[] = ['identical', 'near-identical', 'partial', 'paraphrase'];
const SCOPES: readonly Scope[] = ['within', 'across'];

/** Pairs or passages between two steps: less than a millisecond's work. */
const STEP = 1_000;

/** Packs a detection. Linear; yields now and then. */
export function* packDetection(detection: Detection): Generator<void, PackedDetection> {
  const { speechCount, limits } = detection;
  const documents = new Map<DocumentId, number>();
  const numbers = new Map<Passage, number>();
  const numberOf = (passage: Passage): number => numbered(numbers, passage);

  const lists = [detection.pairs, ...detection.boilerplate.map((entry) => entry.pairs)];
  const pairCount = lists.reduce((sum, list) => sum + list.length, 0);
  const pairs = new Int32Array(PAIR * pairCount);
  const figures = new Float64Array(FIGURES * pairCount);
  const ids: string[] = [];
  let idsEnd = 0;
  for (const list of lists) {
    for (const pair of list) {
      const index = ids.push(pair.id) - 1;
      idsEnd += pair.id.length;
      const sort = KINDS.indexOf(pair.kind) * SCOPES.length + SCOPES.indexOf(pair.scope);
      pairs.set([numberOf(pair.a), numberOf(pair.b), sort, idsEnd], PAIR * index);
      figures.set([pair.similarity, pair.containmentA, pair.containmentB, pair.importance], FIGURES * index);
      if (index % STEP === 0) yield;
    }
  }

  const groups = [...detection.clusters, ...detection.boilerplate];
  const members = new Int32Array(groups.reduce((sum, group) => sum + group.members.length, 0));
  let count = 0;
  for (const group of groups) {
    for (const member of group.members) {
      members[count++] = numberOf(member);
      if (count % STEP === 0) yield;
    }
  }

  const passages = new Int32Array(PASSAGE * numbers.size);
  for (const [{ document, speech, measure, paragraph, unit, span }, number] of numbers) {
    const place = [numbered(documents, document), speech, measure ?? NONE, paragraph ?? NONE];
    passages.set([...place, unit.start, unit.end, span.start, span.end], PASSAGE * number);
    if (number % STEP === 0) yield;
  }
  return {
    passages,
    pairs,
    figures,
    ids: ids.join(''),
    clusters: Int32Array.from(detection.clusters, (cluster) => cluster.members.length),
    members,
    rest: {
      speechCount,
      limits,
      documents: [...documents.keys()],
      boilerplate: detection.boilerplate.map(({ members: all, pairs: own, ...entry }) => ({
        ...entry,
        members: all.length,
        pairs: own.length,
      })),
    },
  };
}

/** The buffers that are moved with a packed detection, and not copied. */
export function buffersOf(packed: PackedDetection): ArrayBuffer[] {
  const { passages, pairs, figures, clusters, members } = packed;
  return [passages, pairs, figures, clusters, members].map(({ buffer }) => buffer);
}

/** Undoes `packDetection`; of each passage there is one object, whoever speaks of it. Linear; yields now and then. */
export function* unpackDetection(packed: PackedDetection): Generator<void, Detection> {
  const { speechCount, limits } = packed.rest;
  const passages: Passage[] = [];
  for (let at = 0; at < packed.passages.length; at += PASSAGE) {
    if (passages.push(passageAt(packed, at)) % STEP === 0) yield;
  }
  let pairsDone = 0;
  let idStart = 0;
  let membersDone = 0;

  const own = packed.rest.boilerplate.reduce((sum, entry) => sum + entry.pairs, 0);
  const pairs = yield* nextPairs(packed.pairs.length / PAIR - own);
  const clusters: Cluster[] = [];
  for (const size of packed.clusters) {
    if (clusters.push({ members: yield* nextMembers(size) }) % STEP === 0) yield;
  }
  const boilerplate: Boilerplate[] = [];
  for (const { id, reason, members, speeches, pairs: count } of packed.rest.boilerplate) {
    const places = yield* nextMembers(members);
    boilerplate.push({ id, reason, members: places, speeches, pairs: yield* nextPairs(count) });
  }
  return { pairs, clusters, boilerplate, speechCount, limits };

  function* nextPairs(count: number): Generator<void, readonly Pair[]> {
    const list: Pair[] = [];
    while (list.length < count) {
      const pair = (index: number): number => packed.pairs[PAIR * pairsDone + index] as number;
      const figure = (index: number): number => packed.figures[FIGURES * pairsDone + index] as number;
      const idEnd = pair(3);
      list.push({
        id: packed.ids.slice(idStart, idEnd),
        a: passages[pair(0)] as Passage,
        b: passages[pair(1)] as Passage,
        kind: KINDS[Math.floor(pair(2) / SCOPES.length)] as PairKind,
        scope: SCOPES[pair(2) % SCOPES.length] as Scope,
        similarity: figure(0),
        containmentA: figure(1),
        containmentB: figure(2),
        importance: figure(3),
      });
      idStart = idEnd;
      if (++pairsDone % STEP === 0) yield;
    }
    return list;
  }

  function* nextMembers(count: number): Generator<void, readonly Passage[]> {
    const list: Passage[] = [];
    while (list.length < count) {
      list.push(passages[packed.members[membersDone] as number] as Passage);
      if (++membersDone % STEP === 0) yield;
    }
    return list;
  }
}

function passageAt({ passages, rest }: PackedDetection, at: number): Passage {
  const number = (index: number): number => passages[at + index] as number;
  const orNone = (value: number): number | null => (value === NONE ? null : value);
  const unit: Span = { start: number(4), end: number(5) };
  const isUnit = number(6) === unit.start && number(7) === unit.end;
  return {
    document: rest.documents[number(0)] as DocumentId,
    speech: number(1),
    measure: orNone(number(2)),
    paragraph: orNone(number(3)),
    unit,
    span: isUnit ? unit : { start: number(6), end: number(7) },
  };
}

/** The number of a key, given in the order in which keys are asked for. */
function numbered<Key>(numbers: Map<Key, number>, key: Key): number {
  let number = numbers.get(key);
  if (number === undefined) numbers.set(key, (number = numbers.size));
  return number;
}
