import { fold } from '../../text/fold.ts';
import { simplifiedOf } from '../../text/script.ts';
import type { Contents } from './contents.ts';

/** Phrases by their first character, ready to be looked for. */
export interface Phrases {
  /** Sets `mark` on every character of `contents` from position `from` on that stands in one of the phrases. Yields now and then. */
  markIn(contents: Contents, mark: number, from: number): Generator<void, void>;
}

/** Characters looked at between two steps of progress. */
const STEP = 100_000;
const UNITS = 0x10000;

/** Prepares phrases, form set aside; blank ones are left out. */
export function phrasesOf(list: readonly string[]): Phrases {
  const byFirst: (Uint16Array[] | undefined)[] = [];
  const isFirst = new Uint8Array(UNITS);
  for (const phrase of list) {
    const { codes } = fold(phrase, { start: 0, end: phrase.length });
    const [first] = codes;
    if (first === undefined) continue;
    const simplified = codes.map(simplifiedOf);
    const key = simplified[0] as number;
    (byFirst[key] ??= []).push(simplified);
    isFirst[key] = 1;
  }
  return { markIn };

  function* markIn(contents: Contents, mark: number, from: number): Generator<void, void> {
    const { codes, marks, length } = contents;
    for (let begin = from; begin < length; begin += STEP) {
      const end = Math.min(length, begin + STEP);
      for (let at = begin; at < end; at++) {
        if (isFirst[codes[at] as number] === 0) continue;
        for (const phrase of byFirst[codes[at] as number] as Uint16Array[]) {
          if (!stands(phrase, codes, at)) continue;
          for (let i = at; i < at + phrase.length; i++) marks[i]! |= mark;
        }
      }
      yield;
    }
  }
}

function stands(phrase: Uint16Array, codes: Uint16Array, at: number): boolean {
  for (let i = 1; i < phrase.length; i++) if (phrase[i] !== codes[at + i]) return false;
  return true;
}
