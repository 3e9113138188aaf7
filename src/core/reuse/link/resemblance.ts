import type { Contents } from '../contents/contents.ts';
import { letGo } from '../let-go.ts';

/** Tells at a glance whether two short contents may be versions of one another. */
export interface Resemblance {
  /**
   * By index in `others`, up to `count`: whether enough pairs of neighbouring characters of either content stand in the other,
   * too, 1 or 0; 0 for long contents and for `y` itself. Constant time for each. The list is used again.
   */
  alikeTo(y: number, others: Uint32Array, count: number): Uint8Array;
  /** Nothing is asked any more. */
  letGo(): void;
}

/** Folded characters of a content that is short: with more its signature is too full to tell anything. */
const SHORT = 150;
/** A signature has one bit for each of so many kinds of character pairs. */
const BITS = 256;
const WORDS = BITS / 32;
/**
 * Of the bits that two signatures can have in common beyond chance, so many must be. Of a text in which every third character
 * was changed half of the pairs are left; two texts about one matter share a tenth.
 */
const SHARE_LEAST = 0.25;

/**
 * The resemblance of contents by a signature of each: which pairs of neighbouring characters it has, by hash (Bloom, 1970).
 * A shared run of a few characters says little; where the rest of two short texts has nothing in common, it is a phrase.
 */
export function createResemblance(contents: Contents): Resemblance {
  const signatures = new Uint32Array(WORDS * contents.count);
  /** By content: the bits that are set; 0 where the signature is not made yet. */
  const sizes = new Uint16Array(contents.count);

  let alike = new Uint8Array(0);

  return {
    letGo() {
      letGo(signatures);
      letGo(sizes);
    },
    alikeTo(y, others, count) {
      if (alike.length < count) alike = new Uint8Array(2 * count);
      if (contents.sizeOf(y) > SHORT) return alike.fill(0, 0, count);
      const setY = sizeOf(y);
      for (let i = 0; i < count; i++) {
        const x = others[i] as number;
        alike[i] = 0;
        if (contents.sizeOf(x) > SHORT || x === y) continue;
        const setX = sizeOf(x);
        const chance = (setX * setY) / BITS;
        const least = chance + SHARE_LEAST * (Math.min(setX, setY) - chance);
        alike[i] = Number(bitsInBoth(WORDS * x, WORDS * y) >= least);
      }
      return alike;
    },
  };

  function sizeOf(content: number): number {
    if (sizes[content] === 0) sign(content);
    return sizes[content] as number;
  }

  function sign(content: number): void {
    const { codes } = contents;
    const end = contents.endOf(content);
    const base = WORDS * content;
    for (let at = contents.startOf(content) + 1; at < end; at++) {
      const hash = Math.imul(
        Math.imul(codes[at - 1] as number, 0x9e3779b1) ^ (codes[at] as number),
        0x85ebca6b,
      );
      const bit = hash >>> 24;
      signatures[base + (bit >>> 5)]! |= 1 << (bit & 31);
    }
    sizes[content] = Math.max(1, bitsInBoth(base, base));
  }

  /** How many bits are set in both of two signatures (Warren, Hacker's Delight, 2002), which begin at these words. */
  function bitsInBoth(x: number, y: number): number {
    let bytes = 0;
    for (let word = 0; word < WORDS; word++) {
      let n = (signatures[x + word] as number) & (signatures[y + word] as number);
      n -= (n >>> 1) & 0x55555555;
      n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
      bytes += (n + (n >>> 4)) & 0x0f0f0f0f;
    }
    // A byte holds at most 8 bits of each word.
    return Math.imul(bytes, 0x01010101) >>> 24;
  }
}
