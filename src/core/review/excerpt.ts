import { readOrdinal } from '../text/ordinals.ts';
import type { Witness } from './witness.ts';

/** How much of a passage a list shows, in UTF-16 units; a row holds about forty characters. */
const EXCERPT_MOST = 60;

/** How a passage begins, its ordinal and line breaks left out. */
export function withoutMarker(witness: Witness): string {
  const from = readOrdinal(witness.text, 0)?.end ?? 0;
  return witness.text
    .slice(from, from + EXCERPT_MOST)
    .replace(/\s/g, ' ')
    .trim();
}
