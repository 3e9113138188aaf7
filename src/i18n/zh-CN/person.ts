const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** How a masked speaker is called, by index. */
export function person(index: number): string {
  return STEMS.charAt(index) || `发言人${index + 1}`;
}
