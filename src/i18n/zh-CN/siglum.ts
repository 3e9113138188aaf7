const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** How a version is named, by its index: 甲, 乙 … 癸, then 11, 12 … */
export function siglumText(index: number): string {
  return STEMS.charAt(index) || String(index + 1);
}

/** Several in a row: 甲丙, but 甲、11. */
export function siglaText(indices: readonly number[]): string {
  const sigla = indices.map(siglumText);
  return sigla.join(indices.every((index) => index < STEMS.length) ? '' : '、');
}
