/**
 * What each UTF-16 unit is, and what it becomes when it is compared. Looked up in tables, because every
 * character of every document passes here. Surrogates pass through unchanged: a pair stays a pair.
 */

/** White space, line ends, controls, and characters without width (U+200B, U+FEFF, variation selectors). */
export const SPACE = 0;
export const PUNCTUATION = 1;
export const DIGIT = 2;
export const LATIN = 3;
/** Ideographs, kana, surrogates, and every other letter. */
export const LETTER = 4;
export type CharacterClass = typeof SPACE | typeof PUNCTUATION | typeof DIGIT | typeof LATIN | typeof LETTER;

const UNITS = 0x10000;
const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_SHIFT = 0xfee0;

const SPACES = /[\s\p{Cc}\p{Cf}\p{Z}\u{fe00}-\u{fe0f}]/u;
const PUNCTUATIONS = /[\p{P}\p{S}]/u;
const DIGITS = /\p{Nd}/u;
const LATINS = /\p{Script=Latin}/u;

const UNKNOWN = 0xff;
/** Filled as units are met: asking the patterns for all of them would cost 30 ms at every start of the page. */
const classes = new Uint8Array(UNITS).fill(UNKNOWN);
const keys = new Uint16Array(UNITS);

function classify(unit: number): void {
  keys[unit] = unit;
  classes[unit] = LETTER;
  if (isHighSurrogate(unit) || isLowSurrogate(unit)) return;
  const plain = withoutWidth(unit);
  const character = String.fromCharCode(plain);
  if (SPACES.test(character)) {
    classes[unit] = SPACE;
    keys[unit] = 0;
  } else if (PUNCTUATIONS.test(character)) {
    classes[unit] = PUNCTUATION;
    keys[unit] = 0;
  } else {
    if (DIGITS.test(character)) classes[unit] = DIGIT;
    else if (LATINS.test(character)) classes[unit] = LATIN;
    const lower = character.toLowerCase();
    keys[unit] = lower.length === 1 ? lower.charCodeAt(0) : plain;
  }
}

function withoutWidth(unit: number): number {
  if (unit >= FULL_WIDTH_FIRST && unit <= FULL_WIDTH_LAST) return unit - FULL_WIDTH_SHIFT;
  return unit === 0x3000 ? 0x20 : unit;
}

/** The class of a UTF-16 unit. */
export function classOf(unit: number): CharacterClass {
  if (classes[unit] === UNKNOWN) classify(unit);
  return classes[unit] as CharacterClass;
}

/** Whether a UTF-16 unit is the first half of a character beyond the first plane. */
export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Whether a UTF-16 unit is the second half of a character beyond the first plane. */
export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** What a UTF-16 unit is compared as: width and case set aside; 0 for what is set aside whole (punctuation, white space). */
export function keyOf(unit: number): number {
  if (classes[unit] === UNKNOWN) classify(unit);
  return keys[unit] as number;
}
