const A = 'A'.charCodeAt(0);
const LETTERS = 26;

/** The letters by which a spreadsheet names a column: 0 → A, 26 → AA. */
export function columnName(index: number): string {
  const before = Math.floor(index / LETTERS) - 1;
  return (before < 0 ? '' : columnName(before)) + String.fromCharCode(A + (index % LETTERS));
}

/** The column that these letters name: a → 0, AA → 26. Null when they name none. */
export function columnIndex(name: string): number | null {
  if (!/^[A-Za-z]{1,3}$/u.test(name)) return null;
  return [...name.toUpperCase()].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - A + 1, 0) - 1;
}
