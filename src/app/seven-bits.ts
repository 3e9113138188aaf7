/**
 * Bytes as text that stands in a page, seven bits a character: in UTF-8 a sixth longer than the bytes, where base 64 is a
 * third. A character that HTML would change or that could end a script element is written 128 higher, in two bytes.
 */

/** What cannot stand in a script element as it is: it would become another character, or begin a tag. */
const UNSAFE: ReadonlySet<number> = new Set(['\0', '\r', '<'].map((character) => character.charCodeAt(0)));
const SHIFT = 128;
const BITS = 7;
/** Characters that are made to one string at a time. */
const STEP = 8_192;

/** Packs bytes. Linear time. */
export function packBits(bytes: Uint8Array): string {
  const codes = new Uint16Array(Math.ceil((bytes.length * 8) / BITS));
  let count = 0;
  let held = 0;
  let heldBits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (heldBits += 8; heldBits >= BITS;) {
      heldBits -= BITS;
      put((held >> heldBits) & 0x7f);
    }
    held &= (1 << heldBits) - 1;
  }
  if (heldBits > 0) put((held << (BITS - heldBits)) & 0x7f);
  const parts: string[] = [];
  for (let at = 0; at < count; at += STEP)
    parts.push(String.fromCharCode(...codes.subarray(at, Math.min(count, at + STEP))));
  return parts.join('');

  function put(code: number): void {
    codes[count++] = UNSAFE.has(code) ? code + SHIFT : code;
  }
}

/** Unpacks what `packBits` packed. Linear time. */
export function unpackBits(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * BITS) / 8));
  let count = 0;
  let held = 0;
  let heldBits = 0;
  for (let at = 0; at < text.length; at++) {
    held = (held << BITS) | (text.charCodeAt(at) & 0x7f);
    heldBits += BITS;
    if (heldBits < 8) continue;
    heldBits -= 8;
    bytes[count++] = held >> heldBits;
    held &= (1 << heldBits) - 1;
  }
  return bytes;
}
