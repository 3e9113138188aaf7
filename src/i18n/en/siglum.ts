const LETTERS = 26;

/** How a version is named, by its index: A, B … Z, then 27, 28 … */
export function siglumText(index: number): string {
  return index < LETTERS ? String.fromCharCode(0x41 + index) : String(index + 1);
}

/** Several in a row: AC, but A/27. */
export function siglaText(indices: readonly number[]): string {
  const sigla = indices.map(siglumText);
  return sigla.join(indices.every((index) => index < LETTERS) ? '' : '/');
}
