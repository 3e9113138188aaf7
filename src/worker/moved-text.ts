import { letGo } from '../core/reuse/let-go.ts';
import type { MovedText } from './protocol.ts';

/**
 * A text that is cloned from thread to thread is held by its message, too, until the thread that got it has time to look for
 * what it no longer needs: as much again as all texts. So it is moved, as numbers.
 */

/** From here on a character needs two bytes. */
const BEYOND_ASCII = 0x80;

/** A text to be moved: its UTF-16 units, or bytes where all are ASCII. Linear. */
export function textToMove(text: string): MovedText {
  const units = new Uint16Array(text.length);
  let all = 0;
  for (let at = 0; at < units.length; at++) {
    const unit = text.charCodeAt(at);
    units[at] = unit;
    all |= unit;
  }
  return all < BEYOND_ASCII ? new Uint8Array(units) : units;
}

/** The text that was moved, which is gone then; half a surrogate pair, which no file can hold, is U+FFFD. Linear. */
export function movedText(moved: MovedText): string {
  const encoding = moved instanceof Uint8Array ? 'utf-8' : 'utf-16le';
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(moved);
  letGo(moved);
  return text;
}
