import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/import/encoding.ts';
import { encode, encodeUtf16, joined } from './encoded.ts';

const SIMPLIFIED =
  '一是主动服务企业意识不强。遇到问题不积极主动去担当，瞻前顾后，影响了工作效果。\r\n二是深入基层调研不够，帮助企业解决实际困难的办法不多。';
const TRADITIONAL =
  '一是主動服務企業意識不強。遇到問題不積極主動去擔當，瞻前顧後，影響了工作效果。\n二是深入基層調研不夠，幫助企業解決實際困難的辦法不多。';
const MIXED = 'Speech 3 (draft)\nThe speaker said: 加强监督检查。See also item 5.2, page 12.\n';
const seedFile = readdirSync('seeds').find((name) => name.endsWith('.txt')) as string;
const SEED = readFileSync(`seeds/${seedFile}`, 'utf8');
const utf8 = (text: string) => new TextEncoder().encode(text);

const samples: readonly (readonly [name: string, bytes: Uint8Array, encoding: string, text: string])[] = [
  ['UTF-8', utf8(SIMPLIFIED), 'utf-8', SIMPLIFIED],
  ['UTF-8, traditional', utf8(TRADITIONAL), 'utf-8', TRADITIONAL],
  ['UTF-8 with a mark', joined([0xef, 0xbb, 0xbf], utf8(SIMPLIFIED)), 'utf-8', SIMPLIFIED],
  ['UTF-8, the seed', utf8(SEED), 'utf-8', SEED],
  ['ASCII', utf8('Bush hid the facts'), 'utf-8', 'Bush hid the facts'],
  ['ASCII, one letter', utf8('a'), 'utf-8', 'a'],
  ['UTF-8 with an emoji and a rare ideograph', utf8('好😀𠮷'), 'utf-8', '好😀𠮷'],
  ['UTF-8, a single character', utf8('联'), 'utf-8', '联'],
  ['UTF-8, Latin with accents', utf8('café'), 'utf-8', 'café'],
  ['UTF-8, Cyrillic', utf8('Привет'), 'utf-8', 'Привет'],
  ['UTF-8, cut after one byte of three', utf8('服务企业').slice(0, 10), 'utf-8', '服务企'],
  ['UTF-8, cut after two bytes of three', utf8('服务企业').slice(0, 11), 'utf-8', '服务企'],
  [
    'UTF-8 with one broken byte',
    joined(utf8(SIMPLIFIED), [0xff], utf8(SIMPLIFIED)),
    'utf-8',
    `${SIMPLIFIED}\ufffd${SIMPLIFIED}`,
  ],
  ['GBK', encode(SIMPLIFIED, 'gb18030'), 'gb18030', SIMPLIFIED],
  ['GBK, traditional', encode(TRADITIONAL, 'gb18030'), 'gb18030', TRADITIONAL],
  ['GBK, 联通', encode('联通', 'gb18030'), 'gb18030', '联通'],
  ['GBK, 联', encode('联', 'gb18030'), 'gb18030', '联'],
  ['GBK, valid as UTF-8 by chance', encode('谓魔', 'gb18030'), 'gb18030', '谓魔'],
  ['GBK, a name', encode('曹立忠', 'gb18030'), 'gb18030', '曹立忠'],
  ['GBK, mostly ASCII', encode(MIXED, 'gb18030'), 'gb18030', MIXED],
  ['GBK, a short line', encode('会议纪要\r\n', 'gb18030'), 'gb18030', '会议纪要\r\n'],
  ['GBK cut in the middle of a character', encode('服务企业', 'gb18030').slice(0, 7), 'gb18030', '服务企'],
  [
    'GB18030 with four bytes',
    joined(encode(SIMPLIFIED, 'gb18030'), [0x95, 0x32, 0x82, 0x36]),
    'gb18030',
    `${SIMPLIFIED}𠀀`,
  ],
  ['GB18030 with a mark', joined([0x84, 0x31, 0x95, 0x33], encode('你好', 'gb18030')), 'gb18030', '你好'],
  ['Big5', encode(TRADITIONAL, 'big5'), 'big5', TRADITIONAL],
  ['Big5, short', encode('會議紀要', 'big5'), 'big5', '會議紀要'],
  ['Big5, 聯通', encode('聯通', 'big5'), 'big5', '聯通'],
  [
    'Big5, mostly ASCII',
    encode('Chapter 1: 服務企業。The end.', 'big5'),
    'big5',
    'Chapter 1: 服務企業。The end.',
  ],
  ['UTF-16LE with a mark', joined([0xff, 0xfe], encodeUtf16(SIMPLIFIED, true)), 'utf-16le', SIMPLIFIED],
  ['UTF-16BE with a mark', joined([0xfe, 0xff], encodeUtf16(SIMPLIFIED, false)), 'utf-16be', SIMPLIFIED],
  ['UTF-16LE', encodeUtf16(SIMPLIFIED, true), 'utf-16le', SIMPLIFIED],
  ['UTF-16BE', encodeUtf16(SIMPLIFIED, false), 'utf-16be', SIMPLIFIED],
  ['UTF-16LE, short', encodeUtf16('会议纪要', true), 'utf-16le', '会议纪要'],
  ['UTF-16BE, short', encodeUtf16('会议纪要', false), 'utf-16be', '会议纪要'],
  ['UTF-16LE, ASCII', encodeUtf16('hello world\n', true), 'utf-16le', 'hello world\n'],
  ['UTF-16BE, ASCII', encodeUtf16('hello world\n', false), 'utf-16be', 'hello world\n'],
  ['UTF-16LE, traditional', encodeUtf16(TRADITIONAL, true), 'utf-16le', TRADITIONAL],
];

describe('decode', () => {
  it.each(samples)('%s', (_name, bytes, encoding, text) => {
    expect(decode(bytes)).toEqual({ text, encoding });
  });

  it.each([
    [
      'Korean',
      encode(
        '안녕하십니까. 오늘 회의에서는 기업 지원과 관련된 문제를 논의하고자 합니다. 감사합니다.',
        'euc-kr',
      ),
    ],
    [
      'Japanese',
      encode(
        'これは会議の記録です。企業の支援について、担当者から報告がありました。ありがとうございます。',
        'shift_jis',
      ),
    ],
    [
      'Western',
      encode(
        'Les élèves étaient très gênés par la décision «prise» à Orléans, où ça ne fût pas prévu.',
        'windows-1252',
      ),
    ],
    ['UTF-32', joined([0xff, 0xfe, 0, 0], [0x40, 0x62, 0, 0])],
  ])('%s text is in no known encoding', (_name, bytes) => {
    expect(decode(bytes)).toBeNull();
  });
});

describe('any bytes', () => {
  const bytes = fc.uint8Array({ maxLength: 200 });

  it('are decoded as the byte order mark says, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decode(joined([0xef, 0xbb, 0xbf], utf8(text)))).toEqual({ text, encoding: 'utf-8' });
        expect(decode(joined([0xfe, 0xff], encodeUtf16(text, false)))).toEqual({
          text,
          encoding: 'utf-16be',
        });
      }),
      { seed: 1 },
    );
  });

  it('are text in UTF-8 when they are valid and hold a Chinese character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const text = `${before}好${after}`.replaceAll('\0', '').replace(/^\ufeff+/, '');
        expect(decode(utf8(text))).toEqual({ text, encoding: 'utf-8' });
      }),
      { seed: 2 },
    );
  });

  it('never make it throw', () => {
    fc.assert(
      fc.property(bytes, (noise) => {
        const decoded = decode(noise);
        expect(decoded === null || typeof decoded.text === 'string').toBe(true);
      }),
      { seed: 3, numRuns: 1_000 },
    );
  });
});
