import type { MadeDocument } from '../speeches.ts';
import { clausesIn, type Place } from './places.ts';

/**
 * How many of the members of all groups belong where they are: in each group, the largest number of members that clauses of
 * one origin hold together, directly or through others.
 */
export function purityOf(
  documents: readonly MadeDocument[],
  groups: readonly (readonly Place[])[],
): { readonly members: number; readonly belonging: number } {
  let [members, belonging] = [0, 0];
  for (const group of groups) {
    members += group.length;
    belonging += largestPart(group.map((place) => clausesIn(documents, place).map(({ id }) => id)));
  }
  return { members, belonging };
}

/** The size of the largest set of members that are connected by ids they share; 1 where none share any. */
function largestPart(members: readonly (readonly number[])[]): number {
  const holders = new Map<number, number[]>();
  for (const [member, ids] of members.entries()) {
    for (const id of ids) holders.set(id, [...(holders.get(id) ?? []), member]);
  }
  const seen = new Set<number>();
  let largest = 0;
  for (const first of members.keys()) {
    if (seen.has(first)) continue;
    const part = [first];
    seen.add(first);
    // The list grows while it is walked.
    for (const member of part) {
      for (const other of (members[member] ?? []).flatMap((id) => holders.get(id) ?? [])) {
        if (seen.has(other)) continue;
        seen.add(other);
        part.push(other);
      }
    }
    largest = Math.max(largest, part.length);
  }
  return largest;
}
