import type { BoilerplateId, Cluster, Detection, Pair, Passage } from '../reuse/pair.ts';
import type { DocumentId } from '../text/document.ts';
import { partitionPoint } from '../text/partition-point.ts';

/** How many places say the same. */
export interface Groups {
  /** The places of the group that both sides of a pair belong to; 2 when it is alone. */
  sizeOf(pair: Pair): number;
  /** The places themselves, in loading order; both sides of the pair when it is alone. */
  membersOf(pair: Pair): readonly Passage[];
  /** Numbers the group that both sides belong to; null when the pair is alone. */
  numberOf(pair: Pair): number | null;
}

/** What groups have in one document. */
interface Members {
  readonly passages: Passage[];
  /** The group of each. */
  readonly groups: number[];
  /** Their order in the text; null until somebody asks. */
  order: Order | null;
}

/** Members in order of the text, those that begin at one place as they were given. */
interface Order {
  readonly members: Uint32Array;
  /** Where each of them begins. */
  readonly starts: Uint32Array;
}

/** More than any number of members: with a start, one makes a number that is exact and sorts by itself. */
const MANY = 2 ** 24;

/** Members that begin before a passage and may still be it: groups of one place, and lists inside an item. */
const LOOK_BACK = 16;
/** A passage is a member when they share so much of the longer one: sides of several pairs need not end alike. */
const SAME_PASSAGE = 2 / 3;

/**
 * The groups of a detection, with those of the boilerplate that the user took back. Linear time; a document's members are
 * sorted when it is first asked for, and bisected from then on.
 */
export function groupsOf({ clusters, boilerplate }: Detection, restored: ReadonlySet<BoilerplateId>): Groups {
  const all: readonly Cluster[] = [...clusters, ...boilerplate.filter(({ id }) => restored.has(id))];
  const byDocument = new Map<DocumentId, Members>();
  for (const [group, { members }] of all.entries()) {
    for (const passage of members) {
      let known = byDocument.get(passage.document);
      if (known === undefined) {
        byDocument.set(passage.document, (known = { passages: [], groups: [], order: null }));
      }
      known.passages.push(passage);
      known.groups.push(group);
    }
  }

  return {
    sizeOf: (pair) => Math.max(2, largestOf(pair).length),
    membersOf: (pair) => {
      const members = largestOf(pair);
      return members.length > 2 ? members : [pair.a, pair.b];
    },
    numberOf,
  };

  /** The members of the largest group that both sides belong to; none when they share none. */
  function largestOf(pair: Pair): readonly Passage[] {
    const group = numberOf(pair);
    return group === null ? [] : membersIn(group);
  }

  function numberOf({ a, b }: Pair): number | null {
    const groups = new Set(groupsAt(b));
    let largest: number | null = null;
    for (const group of groupsAt(a)) {
      if (!groups.has(group)) continue;
      if (largest === null || membersIn(group).length > membersIn(largest).length) largest = group;
    }
    return largest;
  }

  function membersIn(group: number): readonly Passage[] {
    return (all[group] as Cluster).members;
  }

  function groupsAt(passage: Passage): readonly number[] {
    const members = byDocument.get(passage.document);
    if (members === undefined) return [];
    const { passages, groups } = members;
    const passageAt = (member: number) => passages[member] as Passage;
    const order = (members.order ??= sorted(passages));
    const end = partitionPoint(order.starts, (start) => start < passage.span.end);
    const near = [...order.members.subarray(Math.max(0, end - LOOK_BACK), end)];
    return near
      .filter((member) => isSamePlace(passageAt(member), passage))
      .map((member) => groups[member] as number);
  }
}

function sorted(passages: readonly Passage[]): Order {
  // Loops: `from` with a function asks an iterator for each, five times as slow.
  const keys = new Float64Array(passages.length);
  for (let member = 0; member < keys.length; member++)
    keys[member] = (passages[member] as Passage).span.start * MANY + member;
  keys.sort();
  const members = new Uint32Array(keys.length);
  const starts = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number;
    const start = Math.floor(key / MANY);
    starts[at] = start;
    members[at] = key - start * MANY;
  }
  return { members, starts };
}

/** Whether two passages are the same place, though sides of several pairs need not end alike. */
export function isSamePassage(one: Passage, other: Passage): boolean {
  return one.document === other.document && isSamePlace(one, other);
}

function isSamePlace({ span: s }: Passage, { span: t }: Passage): boolean {
  const shared = Math.min(s.end, t.end) - Math.max(s.start, t.start);
  return shared >= SAME_PASSAGE * Math.max(s.end - s.start, t.end - t.start);
}
