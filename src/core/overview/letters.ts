const LETTERS = 26;

/** The letters that name a group: A to Z, then AA, AB and so on. `index` from 0. */
export function lettersOf(index: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (index % LETTERS));
  return index < LETTERS ? last : lettersOf(Math.floor(index / LETTERS) - 1) + last;
}
