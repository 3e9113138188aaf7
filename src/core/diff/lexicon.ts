import { keyOf } from '../text/characters.ts';
import { simplifiedOf } from '../text/script.ts';

const UNITS = 0x10000;
/** The first number that is given to a key; those below are of tokens that are form. */
const FIRST = 16;

/**
 * What the texts of one comparison share: numbers for what tokens are compared as, equal numbers for equal keys, and the
 * words of runs of letters that were segmented already, for the same clauses come again and again.
 */
export interface Lexicon {
  /** The number of what an ideograph or kana is compared as. */
  ofUnit(unit: number): number;
  /** The number of any other key. */
  ofKey(key: string): number;
  /** Where words begin in a run of letters, as found by `segment` when it is new. */
  wordsOf(run: string, segment: (run: string) => readonly number[]): readonly number[];
}

/** An empty lexicon. */
export function createLexicon(): Lexicon {
  const units = new Int32Array(UNITS);
  const keys = new Map<string, number>();
  const words = new Map<string, readonly number[]>();
  let count = FIRST;
  const ofKey = (key: string): number => {
    let number = keys.get(key);
    if (number === undefined) {
      number = count++;
      keys.set(key, number);
    }
    return number;
  };
  return {
    ofKey,
    ofUnit(unit) {
      if (units[unit] === 0) units[unit] = ofKey(String.fromCharCode(simplifiedOf(keyOf(unit))));
      return units[unit] as number;
    },
    wordsOf(run, segment) {
      let found = words.get(run);
      if (found === undefined) {
        found = segment(run);
        words.set(run, found);
      }
      return found;
    },
  };
}
