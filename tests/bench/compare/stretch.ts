/** A stretch that is marked on one side, in UTF-16 units. */
export interface Stretch {
  readonly side: 'a' | 'b';
  readonly start: number;
  readonly end: number;
}

/** Two texts that are compared. */
export interface Pair {
  readonly name: string;
  readonly a: string;
  readonly b: string;
}

/** What marks the differences of two texts; for each side in order. */
export interface Engine {
  readonly name: string;
  readonly mark: (a: string, b: string) => readonly Stretch[];
  /** The longest texts it is given, so that the benchmark ends: `diff` has not ended 100 thousand characters after 75 s. */
  readonly most: number;
}

/** Stretches of a script of equal, deleted and inserted text, as diff-match-patch and its kin write it. */
export function stretchesOf(script: Iterable<readonly [kind: -1 | 0 | 1, length: number]>): Stretch[] {
  const stretches: Stretch[] = [];
  const at = { a: 0, b: 0 };
  for (const [kind, length] of script) {
    if (kind === -1) stretches.push({ side: 'a', start: at.a, end: at.a + length });
    if (kind === 1) stretches.push({ side: 'b', start: at.b, end: at.b + length });
    if (kind !== 1) at.a += length;
    if (kind !== -1) at.b += length;
  }
  return stretches;
}
