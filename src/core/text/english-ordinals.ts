/** Enumerators as English prose writes them: First, Secondly, Finally, (a) b). */

/** An English enumerator: which it counts, null for the last of a row, and where it ends, its own punctuation included. */
export interface EnglishOrdinal {
  readonly style: 'sequence' | 'letter';
  readonly value: number | null;
  readonly end: number;
}

/** What counts, in order; each also with -ly. */
export const ENGLISH_ORDINALS: readonly string[] =
  'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
/** What comes last, whatever its number. */
const LAST: readonly string[] = ['last', 'final'];
/** What must follow the word: first quarter and the second time enumerate nothing. */
const AFTER_WORD = ',:，：';
const WORD = /[a-z]{4,10}(?: of all)?/iuy;
const LETTER = /\(?([a-z])\)/iuy;
const LETTER_A = 'a'.charCodeAt(0);

/** Reads the English enumerator that begins at `at`; null when there is none. Constant time. */
export function readEnglishOrdinal(text: string, at: number): EnglishOrdinal | null {
  LETTER.lastIndex = at;
  const letter = LETTER.exec(text)?.[1];
  if (letter !== undefined) {
    const value = letter.toLowerCase().charCodeAt(0) - LETTER_A + 1;
    return { style: 'letter', value, end: LETTER.lastIndex };
  }
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  if (word === undefined || !AFTER_WORD.includes(text.charAt(WORD.lastIndex) || ' ')) return null;
  const plain = word.toLowerCase().replace(/(?:ly| of all)$/u, '');
  const index = ENGLISH_ORDINALS.indexOf(plain);
  if (index < 0 && !LAST.includes(plain)) return null;
  return { style: 'sequence', value: index < 0 ? null : index + 1, end: WORD.lastIndex + 1 };
}

/** Whether a full stop at `at` ends a sentence of English behind which an enumerator may stand. */
export function endsEnglishSentence(text: string, at: number): boolean {
  return text.charAt(at) === '.' && /^\s+\(?[A-Za-z]/u.test(text.slice(at + 1, at + 5));
}
