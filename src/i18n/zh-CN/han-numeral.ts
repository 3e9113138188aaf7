const DIGITS = '〇一二三四五六七八九';

/** A whole number from 0 to 99 in Chinese numerals (12 → 十二); anything else in Arabic digits. */
export function hanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99) return String(value);
  if (value < 10) return DIGITS.charAt(value);
  const tens = Math.floor(value / 10);
  const units = value % 10;
  return (tens > 1 ? DIGITS.charAt(tens) : '') + '十' + (units > 0 ? DIGITS.charAt(units) : '');
}
