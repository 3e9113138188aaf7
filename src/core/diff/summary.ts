import { SPACE, classOf } from '../text/characters.ts';
import { graphemeStarts } from '../text/graphemes.ts';
import { slice } from '../text/span.ts';
import type { Comparison, Difference, FormClass, Segment, Summary } from './comparison.ts';
import { commonGraphemes } from './marks.ts';

/** Counts what the comparison holds. Linear time. */
export function summaryOf(
  texts: Comparison['texts'],
  segments: readonly Segment[],
  differences: readonly Difference[],
): Summary {
  let equal = 0;
  const changed = { a: 0, b: 0 };
  for (const segment of segments) {
    if (segment.class === 'text' && segment.kind !== 'equal') {
      if (segment.a !== null) changed.a += countCharacters(slice(texts.a, segment.a));
      if (segment.b !== null) changed.b += countCharacters(slice(texts.b, segment.b));
    }
    if (segment.kind !== 'equal' || segment.a === null || segment.b === null) continue;
    const text = slice(texts.a, segment.a);
    if (segment.class === 'text') {
      equal += countCharacters(text);
    } else {
      // Of 三是 and 四是 the 是 is equal letter by letter.
      const [head, tail] = commonGraphemes(text, slice(texts.b, segment.b));
      equal += countCharacters(text.slice(0, head)) + countCharacters(text.slice(text.length - tail));
    }
  }
  const form: Record<FormClass, number> = { ordinal: 0, punctuation: 0, width: 0, space: 0, script: 0 };
  const counts = { replaced: 0, 'only-a': 0, 'only-b': 0, moved: 0, form: 0 };
  for (const { kind, class: of } of differences) {
    counts[kind]++;
    if (of !== 'text') form[of]++;
  }
  return {
    equal,
    charactersA: countCharacters(texts.a),
    charactersB: countCharacters(texts.b),
    changedA: changed.a,
    changedB: changed.b,
    replaced: counts.replaced,
    onlyA: counts['only-a'],
    onlyB: counts['only-b'],
    moved: counts.moved,
    form,
  };
}

/** Graphemes, white space left out. */
export function countCharacters(text: string): number {
  let spaces = 0;
  const starts = graphemeStarts(text);
  for (let i = 0; i + 1 < starts.length; i++) {
    if (classOf(text.charCodeAt(starts[i] as number)) === SPACE) spaces++;
  }
  return starts.length - 1 - spaces;
}
