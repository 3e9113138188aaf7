import type { Span } from './span.ts';

/** Letters that are written from right to left: Hebrew, Arabic and its neighbours, their presentation forms, Adlam and others. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc]|\ud802[\udc00-\udfff]|\ud803[\udc00-\udfff]|\ud83a[\udc00-\udfff]/;
/** Letters that are written from left to right. */
const LEFT_TO_RIGHT = /\p{L}/u;

/**
 * The stretches of `text` that are written from right to left, from the first such letter to the last one before a letter
 * of another script; in order. Empty for Chinese alone. Linear time.
 */
export function rightToLeftRuns(text: string): readonly Span[] {
  if (!RIGHT_TO_LEFT.test(text)) return [];
  const runs: Span[] = [];
  let open: { start: number; end: number } | null = null;
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    if (RIGHT_TO_LEFT.test(character)) {
      if (open === null) runs.push((open = { start: at, end }));
      else open.end = end;
    } else if (LEFT_TO_RIGHT.test(character)) open = null;
    at = end;
  }
  return runs;
}

/** Whether `text` as a whole is written from right to left: such letters and no ideographs. Linear time. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text) && !/\p{Script=Han}/u.test(text);
}
