import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classOf,
  DIGIT,
  keyOf,
  LATIN,
  LETTER,
  PUNCTUATION,
  SPACE,
} from '../../../src/core/text/characters.ts';
import { fold } from '../../../src/core/text/fold.ts';
import { hashOf } from '../../../src/core/text/hash.ts';

function folded(text: string): string {
  return String.fromCharCode(...fold(text, { start: 0, end: text.length }).codes);
}

describe('characters', () => {
  it.each([
    [' ', SPACE],
    ['　', SPACE],
    ['\u200b', SPACE],
    ['\ufe0f', SPACE],
    ['，', PUNCTUATION],
    ['“', PUNCTUATION],
    ['％', PUNCTUATION],
    ['８', DIGIT],
    ['Ａ', LATIN],
    ['é', LATIN],
    ['国', LETTER],
    ['あ', LETTER],
    ['\ud842', LETTER],
  ])('classes %j', (character, expected) => {
    expect(classOf(character.charCodeAt(0))).toBe(expected);
  });

  it('compares without width and case', () => {
    expect(keyOf('Ａ'.charCodeAt(0))).toBe('a'.charCodeAt(0));
    expect(keyOf('３'.charCodeAt(0))).toBe('3'.charCodeAt(0));
  });
});

describe('fold', () => {
  it.each([
    ['六是健全机制，抓监管。', '健全机制抓监管'],
    ['（三）加强领导；（四）加强监督', '加强领导加强监督'],
    ['做到一是一、二是二', '做到一是一二是二'],
    ['第一季度增长 3.5%', '第一季度增长35'],
    ['ＡＢＣ and Abc', 'abcandabc'],
    ['曹𠮷、葛󠄀', '曹𠮷葛󠄀'],
  ])('sets form aside in %j', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('maps every folded character back to where it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { codes, offsets } = fold(text, { start: 0, end: text.length });
        codes.forEach((code, i) => expect(keyOf(text.charCodeAt(offsets[i]!))).toBe(code));
        for (let i = 1; i < offsets.length; i++) expect(offsets[i]!).toBeGreaterThan(offsets[i - 1]!);
      }),
      { seed: 7 },
    );
  });
});

describe('hashOf', () => {
  it('tells texts apart and is the same each time', () => {
    const texts = Array.from({ length: 20000 }, (_, i) => `第${i}段`);
    expect(new Set(texts.map(hashOf)).size).toBe(texts.length);
    expect(hashOf('加强监督')).toBe(hashOf(['加强', '监督'].join('')));
    expect(hashOf('')).toMatch(/^[0-9a-f]{16}$/);
  });
});
