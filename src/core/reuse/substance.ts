/**
 * How much text a folded character is, measured in ideographs: a Chinese word is two characters long, an English one five
 * or six, a number says little by itself. Lengths that decide what is a finding are counted so.
 */
const LETTER = 0.3;
const DIGIT = 0.5;
/** The first ideographs and their parts; the alphabets stand before them. */
const FIRST_IDEOGRAPHIC = 0x2e80;
const ZERO = 0x30;
const NINE = 0x39;

/** Whether a folded character is a letter of an alphabet: words are made of many such. */
export function isAlphabetic(code: number): boolean {
  return code < FIRST_IDEOGRAPHIC && !isDigit(code);
}

/** The substance of one folded character, in ideographs. */
export function substanceOf(code: number): number {
  if (code >= FIRST_IDEOGRAPHIC) return 1;
  return isDigit(code) ? DIGIT : LETTER;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}
