import { type Finding, similarityOfFinding } from '../judge/findings.ts';

/** Folded characters of a passage whose importance is halved for being short. */
const TINY = 20;
/** For each end in the middle of a clause on both sides: the less is a sentence said again, the more a turn of phrase. */
const TORN = 0.7;
/** By number of such ends. */
const BY_TORN_ENDS = [0, 1, 2].map((ends) => TORN ** ends);

/**
 * How much a pair matters to an editor: what the two sides share, each character by how rare it is, times how alike they
 * are, damped for passages of a few words and for torn ones. After the interestingness order of Dolos.
 */
export function importanceOf(finding: Finding): number {
  const { weight, matched, tornEnds } = finding;
  return (
    weight * similarityOfFinding(finding) * (matched / (matched + TINY)) * (BY_TORN_ENDS[tornEnds] as number)
  );
}
