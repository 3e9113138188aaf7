/** What the bytes 0x80 to 0x9f are in Windows-1252; the five that are none there stay controls. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Units that are made a string at a time. */
const UNITS = 4_096;

/** Decodes Windows-1252, a byte a character. Node 20's own decoder takes it for Latin-1 (nodejs/node#56542). */
export function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += UNITS) {
    const units = Array.from(bytes.subarray(at, at + UNITS), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? HIGH.charCodeAt(byte - 0x80) : byte,
    );
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('');
}
