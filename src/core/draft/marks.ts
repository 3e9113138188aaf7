import { CharacterSet } from '../text/character-set.ts';

/** Punctuation that parts what stands before it from what follows, and how strongly. */
const STRENGTHS: readonly (readonly [marks: string, strength: number])[] = [
  ['、', 1],
  ['，,', 2],
  ['；;：:', 3],
  ['。！？!?…', 4],
];
const SEPARATORS = new CharacterSet(STRENGTHS.map(([marks]) => marks).join(''));
const ENDS = new CharacterSet('。！？!?');
/** What the last item of a list does not end with, unless the list is not over. */
const CONTINUES = new CharacterSet('；;，,、');

/** Whether a UTF-16 unit is punctuation that parts clauses or their members. */
export function isSeparator(unit: number): boolean {
  return SEPARATORS.has(unit);
}

/** Whether a UTF-16 unit ends a sentence. */
export function isSentenceEnd(unit: number): boolean {
  return ENDS.has(unit);
}

/** Whether a UTF-16 unit ends an item that others follow. */
export function isContinuing(unit: number): boolean {
  return CONTINUES.has(unit);
}

/** How strongly a run of marks parts: 0 for none, 1 for 、, 4 for the end of a sentence. */
export function strengthOf(run: string): number {
  let strength = 0;
  for (const [marks, each] of STRENGTHS) {
    for (const mark of run) if (marks.includes(mark)) strength = Math.max(strength, each);
  }
  return strength;
}
