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

/** By unit: its key, and above that 1 + its class; 0 while unknown. Filled as units are met: to ask for all takes 30 ms. */
const forms = new Uint32Array(UNITS);
const KEY_BITS = 16;

function classify(unit: number): number {
  let [kind, key]: [CharacterClass, number] = [LETTER, unit];
  if (!isHighSurrogate(unit) && !isLowSurrogate(unit)) {
    const plain = withoutWidth(unit);
    const character = String.fromCharCode(plain);
    const lower = character.toLowerCase();
    key = lower.length === 1 ? lower.charCodeAt(0) : plain;
    if (SPACES.test(character)) [kind, key] = [SPACE, 0];
    else if (PUNCTUATIONS.test(character)) [kind, key] = [PUNCTUATION, 0];
    else if (DIGITS.test(character)) kind = DIGIT;
    else if (LATINS.test(character)) kind = LATIN;
  }
  const form = ((kind + 1) << KEY_BITS) | key;
  forms[unit] = form;
  return form;
}

function withoutWidth(unit: number): number {
  if (unit >= FULL_WIDTH_FIRST && unit <= FULL_WIDTH_LAST) return unit - FULL_WIDTH_SHIFT;
  return unit === 0x3000 ? 0x20 : unit;
}

/** What `classIn` and `keyIn` say of a UTF-16 unit, as one number: texts are looked at character by character. */
export function formOf(unit: number): number {
  return (forms[unit] as number) || classify(unit);
}

/** The class of a unit of this form. */
export function classIn(form: number): CharacterClass {
  return ((form >>> KEY_BITS) - 1) as CharacterClass;
}

/** What a unit of this form is compared as: width and case set aside; 0 for what is set aside whole (punctuation, white space). */
export function keyIn(form: number): number {
  return form & (2 ** KEY_BITS - 1);
}

/** The class of a UTF-16 unit. */
export function classOf(unit: number): CharacterClass {
  return classIn(formOf(unit));
}

/** Whether a UTF-16 unit is the first half of a character beyond the first plane. */
export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Whether a UTF-16 unit is the second half of a character beyond the first plane. */
export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** What a UTF-16 unit is compared as: see `keyIn`. */
export function keyOf(unit: number): number {
  return keyIn(formOf(unit));
}
