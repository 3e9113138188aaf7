/** A generator of numbers from 0 to 1 that always gives the same ones: a linear congruence (Numerical Recipes). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How many entries a table of ranks has: enough that the rarest of 6,000 words still has one. */
const TABLE = 2 ** 16;

/**
 * Draws ranks from 0 to `count` - 1 by Zipf's law: rank r with a likelihood of about 1 / (r + 1). From a table, because a
 * power for each of the 16 million words of 100 MB would take longer than all the rest.
 */
export function zipf(count: number, random: () => number): () => number {
  const ranks = new Uint16Array(TABLE);
  for (let i = 0; i < TABLE; i++) ranks[i] = Math.min(count, Math.floor((count + 1) ** (i / TABLE))) - 1;
  return () => ranks[Math.floor(random() * TABLE)] ?? 0;
}
