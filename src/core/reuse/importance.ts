/** Folded characters of a passage whose importance is halved for being short. */
const TINY = 20;

/**
 * How much a pair matters to an editor: what the two sides share, each character by how rare it is, times how alike they
 * are, damped for passages of a few words. After the interestingness order of Dolos.
 */
export function importanceOf(weight: number, matched: number, similarity: number): number {
  return weight * similarity * (matched / (matched + TINY));
}
