import { keyOf } from './characters.ts';
import { readOrdinal } from './ordinals.ts';
import type { Span } from './span.ts';
import { partitionPoint } from './partition-point.ts';

/**
 * What is compared of a passage: width, case, punctuation, white space and the enumerators of lists set aside.
 * `codes[i]` was folded from the UTF-16 unit at `offsets[i]` of the original text.
 */
export interface Folded {
  readonly codes: Uint16Array;
  readonly offsets: Uint32Array;
}

/** Behind these an enumerator may begin an item that stands inline. */
const BEFORE_ITEM = '。；：！？;:!?\n\r';

/**
 * Folds the part of `text` that `within` names, leaving out what `without` names (page numbers inside a paragraph; in
 * order, without overlap). Linear time in `within`; 6 bytes for each folded character.
 */
export function fold(text: string, within: Span, without: readonly Span[] = []): Folded {
  const codes = new Uint16Array(within.end - within.start);
  const offsets = new Uint32Array(within.end - within.start);
  let length = 0;
  let itemMayBegin = true;
  let next = partitionPoint(without, ({ end }) => end <= within.start);
  for (let at = within.start; at < within.end; at++) {
    const left = without[next];
    if (left !== undefined && at >= left.start) {
      next++;
      // One unit is given back to the loop's own step.
      at = Math.max(at, left.end) - 1;
      continue;
    }
    if (itemMayBegin) {
      const ordinal = readOrdinal(text, at);
      if (ordinal !== null && ordinal.end <= within.end) {
        at = ordinal.end - 1;
        itemMayBegin = false;
        continue;
      }
    }
    const unit = text.charCodeAt(at);
    const key = keyOf(unit);
    if (key === 0) {
      itemMayBegin ||= BEFORE_ITEM.includes(text.charAt(at));
      continue;
    }
    itemMayBegin = false;
    codes[length] = key;
    offsets[length] = at;
    length++;
  }
  return { codes: codes.subarray(0, length), offsets: offsets.subarray(0, length) };
}
