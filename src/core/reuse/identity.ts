import { hashOf } from '../text/hash.ts';
import type { Passage, PairId } from './pair.ts';

/**
 * Names passages by their content: the document, the hash of the passage's text, and which it is among equal passages of
 * that document, in order of place.
 */
export interface Names {
  idOf(a: Passage, b: Passage): PairId;
}

/** Passages named between two steps of progress. */
const STEP = 1_000;

/**
 * The names of all `passages`, each of which is one object; `textOf` gives a passage's text. Every passage asked for later
 * must be among them. Yields now and then.
 */
export function* namePassages(
  passages: ReadonlySet<Passage>,
  textOf: (passage: Passage) => string,
): Generator<void, Names> {
  const equals = new Map<string, Passage[]>();
  let named = 0;
  for (const passage of passages) {
    const text = `${passage.document}:${hashOf(textOf(passage))}`;
    const known = equals.get(text);
    if (known === undefined) equals.set(text, [passage]);
    else known.push(passage);
    if (++named % STEP === 0) yield;
  }
  const names = new Map<Passage, string>();
  for (const [text, own] of equals) {
    own.sort((p, q) => p.span.start - q.span.start);
    for (const [rank, passage] of own.entries()) names.set(passage, `${text}:${rank}`);
  }
  return {
    idOf(a, b) {
      const [p, q] = [nameOf(a), nameOf(b)];
      return p < q ? `${p}~${q}` : `${q}~${p}`;
    },
  };

  function nameOf(passage: Passage): string {
    const name = names.get(passage);
    if (name === undefined) throw new RangeError(`a passage without a name: ${JSON.stringify(passage.span)}`);
    return name;
  }
}
