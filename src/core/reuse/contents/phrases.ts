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
/** Kinds of two characters, by hash. */
const PAIR_KINDS = 1 << 13;
const MULTIPLIER = 0x9e3b;

/** Prepares phrases, form set aside; blank ones are left out. */
export function phrasesOf(list: readonly string[]): Phrases {
  const byFirst: Uint16Array[][] = [];
  /** By code: 1 + the index in `byFirst` of the phrases that begin with it. */
  const beginners = new Uint16Array(UNITS);
  /** By kind of their first two characters: whether there are phrases. */
  const mayBegin = new Uint8Array(PAIR_KINDS);
  for (const phrase of list) {
    const codes = fold(phrase, { start: 0, end: phrase.length }).codes.map(simplifiedOf);
    const [first, second] = codes;
    if (first === undefined) continue;
    if (beginners[first] === 0) beginners[first] = byFirst.push([]);
    byFirst[(beginners[first] as number) - 1]?.push(codes);
    if (second === undefined) mayBegin.fill(1);
    else mayBegin[kindOfPair(first, second)] = 1;
  }
  return { markIn };

  function* markIn(contents: Contents, mark: number, from: number): Generator<void, void> {
    for (let begin = from; begin < contents.length; begin += STEP) {
      markStretch(contents, mark, begin, Math.min(contents.length, begin + STEP));
      yield;
    }
  }

  function markStretch({ codes, marks }: Contents, mark: number, begin: number, end: number): void {
    for (let at = begin; at < end; at++) {
      const first = codes[at] as number;
      const beginner = beginners[first] as number;
      if (beginner === 0 || mayBegin[kindOfPair(first, codes[at + 1] as number)] === 0) continue;
      for (const phrase of byFirst[beginner - 1] as Uint16Array[]) {
        if (!stands(phrase, codes, at)) continue;
        for (let i = at; i < at + phrase.length; i++) marks[i]! |= mark;
      }
    }
  }
}

function kindOfPair(first: number, second: number): number {
  return (Math.imul(first, MULTIPLIER) ^ second) & (PAIR_KINDS - 1);
}

function stands(phrase: Uint16Array, codes: Uint16Array, at: number): boolean {
  for (let i = 1; i < phrase.length; i++) if (phrase[i] !== codes[at + i]) return false;
  return true;
}
