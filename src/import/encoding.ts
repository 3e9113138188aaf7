import type { Encoding } from '../core/text/document.ts';
import { commonnessOf } from './commonness.ts';

/** Bytes as text, and the encoding that made it so. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

const BYTE_ORDER_MARKS: readonly (readonly [mark: readonly number[], encoding: Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
];
/** UTF-32 is in no known encoding; its mark begins like that of UTF-16. */
const UTF_32_MARK = [0xff, 0xfe, 0, 0];

/** Tried in this order when bytes are not UTF-8; of equals the first wins. UTF-8 is here for files with a few broken bytes. */
const CANDIDATES: readonly Encoding[] = ['gb18030', 'big5', 'utf-16le', 'utf-16be', 'utf-8'];

/** In bytes, an even number: as much as the candidates are weighed by. */
const SAMPLE = 65_536;
/** In characters: longer texts have enough of the frequent characters to ask for them. */
const SHORT = 24;
/** The least mean commonness of a short text: 联通 is two usual characters. */
const SHORT_LEAST = 0.25;
/** The least mean commonness of a longer text: Chinese prose has 0.7 and more, Korean read as GB18030 about 0.4. */
const LONG_LEAST = 0.5;

/**
 * Decodes bytes whose encoding is unknown: by byte order mark, else as UTF-8 when they are valid, else as the
 * encoding in which they look most like Chinese. The byte order mark is removed, line ends are kept; a character
 * that the end of the file cuts in two is left out. Null when no known encoding makes sense of them.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  if (startsWith(bytes, UTF_32_MARK)) return null;
  const marked = BYTE_ORDER_MARKS.find(([mark]) => startsWith(bytes, mark));
  if (marked !== undefined) return read(bytes.subarray(marked[0].length), marked[1]);
  const utf8 = readUtf8(bytes);
  if (utf8 !== null && !utf8.includes('\0') && !isBetterAsGb18030(bytes, utf8)) {
    return { text: utf8, encoding: 'utf-8' };
  }
  const encoding = mostCommon(bytes);
  if (encoding !== null) return read(bytes, encoding);
  return utf8 === null ? null : { text: utf8, encoding: 'utf-8' };
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

/** Bytes that do not fit become U+FFFD and are seen. `stream` leaves a cut last character out. */
function read(bytes: Uint8Array, encoding: Encoding): Decoded {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return { text: decoder.decode(bytes, { stream: true }), encoding };
}

function readUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/**
 * Short texts in GB18030 can be valid UTF-8 by chance, in which they read as Latin, Greek, Arabic and their like.
 * Letters of those scripts between ASCII letters are what they seem (café).
 */
function isBetterAsGb18030(bytes: Uint8Array, utf8: string): boolean {
  if (utf8.length > SHORT) return false;
  let foreign = 0;
  for (let i = 0; i < utf8.length; i++) {
    const unit = utf8.charCodeAt(i);
    if (unit >= 0x800 || isAsciiLetter(unit)) return false;
    if (unit >= 0x80) foreign++;
  }
  return foreign > 0 && commonnessOf(read(bytes, 'gb18030').text, false).mean >= SHORT_LEAST;
}

function isAsciiLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function mostCommon(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE);
  let best: Encoding | null = null;
  let bestMean = -Infinity;
  for (const encoding of CANDIDATES) {
    const { mean, counted } = commonnessOf(read(sample, encoding).text, encoding.startsWith('utf-16'));
    if (mean <= bestMean || counted === 0 || mean < (counted < SHORT ? SHORT_LEAST : LONG_LEAST)) continue;
    best = encoding;
    bestMean = mean;
  }
  return best;
}
