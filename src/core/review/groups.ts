import type { BoilerplateId, Cluster, Detection, Pair, Passage } from '../reuse/pair.ts';
import type { DocumentId } from '../text/document.ts';
import { partitionPoint } from '../text/partition-point.ts';

/** How many places say the same. */
export interface Groups {
  /** The places of the group that both sides of a pair belong to; 2 when it is alone. */
  sizeOf(pair: Pair): number;
}

interface Member {
  readonly passage: Passage;
  readonly group: number;
}

/** Members that begin before a passage and may still be it: groups of one place, and lists inside an item. */
const LOOK_BACK = 16;
/** A passage is a member when they share so much of the longer one: sides of several pairs need not end alike. */
const SAME_PASSAGE = 2 / 3;

/** The groups of a detection, with those of the boilerplate that the user took back. Sorting time, then bisection. */
export function groupsOf({ clusters, boilerplate }: Detection, restored: ReadonlySet<BoilerplateId>): Groups {
  const all: readonly Cluster[] = [...clusters, ...boilerplate.filter(({ id }) => restored.has(id))];
  const byDocument = new Map<DocumentId, Member[]>();
  for (const [group, { members }] of all.entries()) {
    for (const passage of members) {
      const known = byDocument.get(passage.document);
      if (known === undefined) byDocument.set(passage.document, [{ passage, group }]);
      else known.push({ passage, group });
    }
  }
  for (const members of byDocument.values())
    members.sort((m, n) => m.passage.span.start - n.passage.span.start);

  return {
    sizeOf({ a, b }) {
      const groups = new Set(groupsAt(b));
      const common = groupsAt(a).filter((group) => groups.has(group));
      return Math.max(2, ...common.map((group) => (all[group] as Cluster).members.length));
    },
  };

  function groupsAt(passage: Passage): readonly number[] {
    const members = byDocument.get(passage.document) ?? [];
    const end = partitionPoint(members, (member) => member.passage.span.start < passage.span.end);
    return members
      .slice(Math.max(0, end - LOOK_BACK), end)
      .filter((member) => isSame(member.passage, passage))
      .map(({ group }) => group);
  }
}

function isSame({ span: s }: Passage, { span: t }: Passage): boolean {
  const shared = Math.min(s.end, t.end) - Math.max(s.start, t.start);
  return shared >= SAME_PASSAGE * Math.max(s.end - s.start, t.end - t.start);
}
