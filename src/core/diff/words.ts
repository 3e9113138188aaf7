import { LETTER, classOf } from '../text/characters.ts';
import type { Lexicon } from './lexicon.ts';

/** How many UTF-16 units the segmenter gets at once: on one long string its time grows with the square (ICU in V8). */
const WINDOW = 200;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * For each grapheme (`starts` as from `graphemeStarts`) 1 where a word begins, else 0. What is no letter always begins one.
 * The words are those of `Intl.Segmenter`, asked for one unbroken run of letters at a time; they differ by engine and version.
 */
export function wordStarts(text: string, starts: Uint32Array, lexicon: Lexicon): Uint8Array {
  const begins = new Uint8Array(starts.length).fill(1);
  let i = 0;
  while (i + 1 < starts.length) {
    const first = i;
    const from = starts[first] as number;
    while (
      i + 1 < starts.length &&
      isLetter(text, starts[i] as number) &&
      (starts[i] as number) - from < WINDOW
    )
      i++;
    if (i > first + 1) markWords(text, starts, first, i, begins, lexicon);
    if (i === first) i++;
  }
  return begins;
}

function isLetter(text: string, at: number): boolean {
  return classOf(text.charCodeAt(at)) === LETTER;
}

/** Sets `begins` for the graphemes from `first` to `last` (exclusive), which are all letters. */
function markWords(
  text: string,
  starts: Uint32Array,
  first: number,
  last: number,
  begins: Uint8Array,
  lexicon: Lexicon,
): void {
  const from = starts[first] as number;
  begins.fill(0, first + 1, last);
  let i = first;
  for (const index of lexicon.wordsOf(text.slice(from, starts[last] as number), segmented)) {
    while (i < last && (starts[i] as number) < from + index) i++;
    if (starts[i] === from + index) begins[i] = 1;
  }
}

function segmented(run: string): readonly number[] {
  return Array.from(segmenter.segment(run), ({ index }) => index);
}
