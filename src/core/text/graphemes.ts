import { isHighSurrogate, isLowSurrogate } from './characters.ts';

/** How many UTF-16 units `Intl.Segmenter` gets at once: its time grows with the square of the length (ICU in V8). */
const WINDOW = 256;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Where each grapheme of `text` begins, in UTF-16 units, with the text's length at the end: n + 1 numbers for n
 * graphemes. A grapheme is what a reader sees as one character (UAX #29): surrogate pairs, variation sequences and
 * combining marks stay whole. Linear time.
 */
export function graphemeStarts(text: string): Uint32Array {
  const starts = new Uint32Array(text.length + 1);
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const end = endOfTangle(text, at);
    if (end === at + 1) starts[count++] = at;
    else for (const start of startsWithin(text, at, end)) starts[count++] = start;
    at = end;
  }
  starts[count] = text.length;
  return starts.slice(0, count + 1);
}

/** Where the last grapheme of a text begins, in UTF-16 units; 0 for an empty one. Linear time. */
export function lastGraphemeOf(text: string): number {
  return graphemeStarts(text).at(-2) ?? 0;
}

/** Between two plain units there is always an edge; a tangle is what stands between two such edges. */
function endOfTangle(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && !(isPlain(text, at - 1) && isPlain(text, at))) at++;
  return at;
}

/**
 * Whether the unit is an ideograph, kana, Chinese punctuation, printable ASCII, or a control, which a surrogate by itself is
 * as well: nothing that attaches. A carriage return does, to the line feed behind it.
 */
function isPlain(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit <= 0x7e && unit !== 0x0d) ||
    // Without the tone marks U+302A to U+302F and the voicing marks U+3099 and U+309A.
    (unit >= 0x3000 && unit <= 0x3029) ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0xff01 && unit <= 0xff5e) ||
    (unit >= 0xd800 && unit <= 0xdfff && isLoneSurrogate(text, at))
  );
}

function isLoneSurrogate(text: string, at: number): boolean {
  if (isHighSurrogate(text.charCodeAt(at))) return !isLowSurrogate(text.charCodeAt(at + 1));
  return !isHighSurrogate(text.charCodeAt(at - 1));
}

/** Segments a tangle window by window; the last grapheme of a window may go on and is read again in the next. */
function* startsWithin(text: string, from: number, end: number): Generator<number> {
  let at = from;
  let window = WINDOW;
  while (at < end) {
    const stop = Math.min(end, at + window);
    let last = at;
    for (const { index } of segmenter.segment(text.slice(at, stop))) {
      if (index > 0) yield last;
      last = at + index;
    }
    if (stop === end) {
      yield last;
      return;
    }
    // One grapheme fills the window: a wider one, so that hostile towers of marks stay linear.
    window = last === at ? window * 2 : WINDOW;
    at = last;
  }
}
