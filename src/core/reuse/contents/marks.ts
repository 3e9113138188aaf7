import { CLAUSE_EDGE, INSIDE_WORD } from '../../text/fold.ts';

/**
 * What is known of each folded character beside its code, as bits of one byte: what was set aside before it, and what
 * it is part of. Those of `TEXT_MARKS` are of the text; the others follow from it, from lists of phrases and from templates.
 */
export { CLAUSE_EDGE, INSIDE_WORD };
/** Inside a name: of a law, a day, an organ, an office. */
export const NAME = 128;
/** Bits that belong to the text itself: units that differ in them are different contents. */
export const TEXT_MARKS = CLAUSE_EDGE | INSIDE_WORD | NAME;
/** A letter of an alphabet. */
export const ALPHABETIC = 4;
/** A digit. */
export const DIGIT = 8;
/** Inside a word that every official speech is made of. */
export const STOCK = 16;
/** Inside a ritual phrase. */
export const RITUAL = 32;
/** Stands in a template: no finding, whatever it is. */
export const TEMPLATE = 64;

const MARKS = 256;

/**
 * How much text a folded character is, in ideographs: a Chinese word is two characters long, an English one five or six, a
 * number says little by itself. Lengths that decide what is a finding are counted so.
 */
const LETTER_SUBSTANCE = 0.3;
const DIGIT_SUBSTANCE = 0.5;
/** How much a character inside a stock word weighs against any other. */
const STOCK_WEIGHT = 0.5;
/** How much a character inside a ritual phrase weighs: below the mean that a finding must have. */
const RITUAL_WEIGHT = 0.15;

/** How much a character inside a name weighs: a list of names alone is too light. */
const NAME_WEIGHT = 0.3;

/** By mark: the substance of a character. */
export const SUBSTANCE = Float64Array.from({ length: MARKS }, (_, mark) =>
  mark & ALPHABETIC ? LETTER_SUBSTANCE : mark & DIGIT ? DIGIT_SUBSTANCE : 1,
);

/** By mark: the most that a character can weigh, however rare it is, and whatever the user says of phrases. */
export const WEIGHT_MOST = Float64Array.from({ length: MARKS }, (_, mark) =>
  mark & STOCK ? Math.min(STOCK_WEIGHT, SUBSTANCE[mark] as number) : (SUBSTANCE[mark] as number),
);

/** By mark: how much a character weighs before its rarity is known. At most `WEIGHT_MOST`. */
export const WEIGHT = Float64Array.from({ length: MARKS }, (_, mark) => {
  if (mark & TEMPLATE) return 0;
  const most = WEIGHT_MOST[mark] as number;
  return Math.min(most, mark & RITUAL ? RITUAL_WEIGHT : mark & NAME ? NAME_WEIGHT : most);
});

/** By mark: the same, nothing for what stands in a name or a ritual phrase. */
export const OWN_WEIGHT = WEIGHT.map((weight, mark) => (mark & (NAME | RITUAL) ? 0 : weight));

/** The first ideographs and their parts; the alphabets stand before them. */
const FIRST_IDEOGRAPHIC = 0x2e80;
const ZERO = 0x30;
const NINE = 0x39;

/** What kind of character a folded code is, as a mark: `ALPHABETIC`, `DIGIT` or, for ideographs, none. */
export function kindOf(code: number): number {
  if (code >= FIRST_IDEOGRAPHIC) return 0;
  return code >= ZERO && code <= NINE ? DIGIT : ALPHABETIC;
}
