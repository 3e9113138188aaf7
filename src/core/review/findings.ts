import type { BoilerplateId, Detection, Pair } from '../reuse/pair.ts';

/**
 * All findings, the most important first: those of the detection, and the pairs of the boilerplate that the user took
 * back. The detection's own list when nothing was. Linear but for the sorting of what was taken back.
 */
export function findingsOf(
  { pairs, boilerplate }: Detection,
  restored: ReadonlySet<BoilerplateId>,
): readonly Pair[] {
  const back = boilerplate
    .filter(({ id }) => restored.has(id))
    .flatMap((entry) => entry.pairs)
    .sort((p, q) => q.importance - p.importance);
  if (back.length === 0) return pairs;
  const findings: Pair[] = [];
  let next = 0;
  for (const pair of pairs) {
    for (; next < back.length; next++) {
      const other = back[next] as Pair;
      if (other.importance <= pair.importance) break;
      findings.push(other);
    }
    findings.push(pair);
  }
  for (const other of back.slice(next)) findings.push(other);
  return findings;
}
