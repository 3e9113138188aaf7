import { hashOf } from '../text/hash.ts';
import type { Passage, PairId } from './pair.ts';

/**
 * Names passages by their content: the document, the hash of the passage's text, and which it is among equal passages of
 * that document, in order of place.
 */
export interface Names {
  idOf(a: Passage, b: Passage): PairId;
}

/** The names of all `passages`; `textOf` gives a passage's text. Every passage asked for later must be among them. */
export function namePassages(passages: Iterable<Passage>, textOf: (passage: Passage) => string): Names {
  const hashes = new Map<string, string>();
  const startsByText = new Map<string, Set<number>>();
  for (const passage of passages) {
    const place = placeOf(passage);
    if (hashes.has(place)) continue;
    const text = `${passage.document}:${hashOf(textOf(passage))}`;
    hashes.set(place, text);
    const starts = startsByText.get(text);
    if (starts === undefined) startsByText.set(text, new Set([passage.span.start]));
    else starts.add(passage.span.start);
  }
  const ranks = new Map<string, number>();
  for (const [text, starts] of startsByText) {
    for (const [rank, start] of [...starts].sort((p, q) => p - q).entries())
      ranks.set(`${text}@${start}`, rank);
  }
  return { idOf: (a, b) => [nameOf(a), nameOf(b)].sort().join('~') };

  function nameOf(passage: Passage): string {
    const text = hashes.get(placeOf(passage));
    if (text === undefined) throw new RangeError(`a passage without a name: ${placeOf(passage)}`);
    return `${text}:${ranks.get(`${text}@${passage.span.start}`)}`;
  }
}

function placeOf({ document, span }: Passage): string {
  return `${document}@${span.start}-${span.end}`;
}
