/** What an RTF file is made of. Bytes of text come one by one, since two of them may be one character. */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null };

/** Letters of a control word, and digits of its number, at most. */
const WORD_MOST = 32;
const DIGITS_MOST = 10;

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x27;
const MINUS = 0x2d;
const SPACE = 0x20;

/** Cuts RTF into tokens. Line ends mean nothing, and what `\bin` says is binary is left out. Linear time. */
export function* readTokens(bytes: Uint8Array): Generator<Token> {
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] as number;
    if (byte === OPEN || byte === CLOSE) {
      yield byte === OPEN ? { kind: 'open' } : { kind: 'close' };
      at++;
    } else if (byte !== BACKSLASH) {
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) yield { kind: 'byte', byte };
      at++;
    } else if (isLetter(bytes[at + 1])) {
      let end = at + 1;
      while (isLetter(bytes[end]) && end - at <= WORD_MOST) end++;
      const word = latin(bytes, at + 1, end);
      const from = end;
      if (bytes[end] === MINUS && isDigit(bytes[end + 1])) end++;
      while (isDigit(bytes[end]) && end - from <= DIGITS_MOST) end++;
      const value = end === from ? null : Number(latin(bytes, from, end));
      if (bytes[end] === SPACE) end++;
      at = end;
      if (word === 'bin') at += Math.max(0, value ?? 0);
      else yield { kind: 'word', word, value };
    } else if (bytes[at + 1] === QUOTE) {
      const value = hexDigit(bytes[at + 2]) * 16 + hexDigit(bytes[at + 3]);
      if (!Number.isNaN(value)) yield { kind: 'byte', byte: value };
      at += 4;
    } else {
      const symbol = bytes[at + 1];
      if (symbol === BACKSLASH || symbol === OPEN || symbol === CLOSE) {
        yield { kind: 'byte', byte: symbol };
      } else if (symbol === 0x0a || symbol === 0x0d) yield { kind: 'word', word: 'par', value: null };
      else if (symbol !== undefined) yield { kind: 'word', word: String.fromCharCode(symbol), value: null };
      at += 2;
    }
  }
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** The value of a hexadecimal digit; NaN for anything else. */
function hexDigit(byte: number | undefined): number {
  if (byte !== undefined && isDigit(byte)) return byte - 0x30;
  const lower = (byte ?? 0) | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : NaN;
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
