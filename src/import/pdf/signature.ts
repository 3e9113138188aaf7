/** In bytes: readers look so far for the beginning of a PDF, since mail and old systems put something before it. */
export const SIGNATURE_WITHIN = 1024;

const SIGNATURE = [0x25, 0x50, 0x44, 0x46, 0x2d]; // %PDF-
/** What may stand before it: an end of line, padding, the last byte of a byte order mark. */
const BEFORE: ReadonlySet<number> = new Set([0x0a, 0x0d, 0x00, 0xbf]);

/** Whether bytes, of which the first kilobyte is enough, are a PDF. A text that speaks of one within a line is not. */
export function isPdf(bytes: Uint8Array): boolean {
  const last = Math.min(bytes.length, SIGNATURE_WITHIN) - SIGNATURE.length;
  for (let at = 0; at <= last; at++) {
    if (
      SIGNATURE.every((byte, i) => bytes[at + i] === byte) &&
      (at === 0 || BEFORE.has(bytes[at - 1] as number))
    ) {
      return true;
    }
  }
  return false;
}
