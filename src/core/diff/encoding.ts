import type { Token } from './tokens.ts';

const SURROGATES_FIRST = 0xd800;
const SURROGATES = 0x800;
/** How many keys have a code of their own: the UTF-16 units that are no surrogate. */
const CODES = 0x10000 - SURROGATES;

/** Two token sequences as strings of one UTF-16 unit a token, equal units for equal keys. */
export interface Encoded {
  readonly a: string;
  readonly b: string;
  /** True when there were more keys than codes, so that equal units may stand for different keys. */
  readonly shared: boolean;
}

/** Encodes both sides with one table. Linear time. */
export function encode(a: readonly Token[], b: readonly Token[]): Encoded {
  const codes = new Map<string, number>();
  return { a: encodeSide(a, codes), b: encodeSide(b, codes), shared: codes.size > CODES };
}

function encodeSide(tokens: readonly Token[], codes: Map<string, number>): string {
  const units = new Uint16Array(tokens.length);
  for (const [i, { key }] of tokens.entries()) {
    let code = codes.get(key);
    if (code === undefined) {
      code = codes.size % CODES;
      codes.set(key, codes.size);
    }
    code %= CODES;
    units[i] = code < SURROGATES_FIRST ? code : code + SURROGATES;
  }
  return stringOf(units);
}

/** How many units `String.fromCharCode` takes as arguments at once without exhausting the stack. */
const ARGUMENTS = 8192;

function stringOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += ARGUMENTS) {
    text += String.fromCharCode(...units.subarray(at, at + ARGUMENTS));
  }
  return text;
}
