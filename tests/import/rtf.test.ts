import { describe, expect, it } from 'vitest';
import type { ImportedText } from '../../src/core/text/imported.ts';
import { importBytes } from '../../src/import/index.ts';
import { encode } from './encoded.ts';
import { fixture } from './fixture.ts';
import { fuzz } from './fuzz.ts';

const notice = fixture('notice.rtf');

const bytesOf = (rtf: string) => Uint8Array.from(rtf, (character) => character.charCodeAt(0));
const gbk = (words: string) =>
  [...encode(words, 'gb18030')].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');

async function read(rtf: string): Promise<ImportedText> {
  const imported = await importBytes({ name: 'a.rtf', bytes: bytesOf(rtf) });
  if (imported.kind !== 'imported') throw new Error(JSON.stringify(imported));
  return imported;
}

const HEAD =
  '{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Times;}{\\f2\\fcharset136 MingLiU;}}{\\stylesheet{\\s1\\outlinelevel0 heading 1;}}';

describe('rtf', () => {
  it.each([
    ['GBK in a Chinese font', `\\f0 ${gbk('一是抓项目。')}`, '一是抓项目。'],
    ['GBK in a Western font', `\\f1 ${gbk('一是抓项目。')}`, '一是抓项目。'],
    ['Western quotes in a Western font', "\\f1 it\\'92s caf\\'e9", 'it’s café'],
    ['Big5', "\\f2 \\'a4\\'a4\\'a4\\'e5", '中文'],
    ['bytes as they are', `\\f0 ${String.fromCharCode(...encode('原样', 'gb18030'))}`, '原样'],
    ['a trailing byte that is a letter', `\\f0 ${String.fromCharCode(0x8f)}A`, '廇'],
    ['Unicode with what stands for it', `\\uc2 \\u19968${gbk('一')}\\uc1\\u26159?`, '一是'],
    ['Unicode without anything for it', '\\uc0\\u19968\\u26159 .', '一是.'],
    ['negative Unicode', '\\uc1\\u-10179?\\u-8704?', '\ud83d\ude00'],
    ['breaks and tabs', '1\\tab 2\\line 3\\~4', '1\t2\n3\u00a04'],
    ['braces and backslashes', 'a\\{b\\}c\\\\d', 'a{b}c\\d'],
    ['hidden words left out', '1{\\v 2}3\\v 4\\v0 5', '135'],
    [
      'unknown groups and pictures left out',
      '1{\\*\\unknown 2{3}}4{\\pict 89504e}5{\\info{\\title 6}}',
      '145',
    ],
    ['binary data left out', '1{\\pict\\bin5 }}}}}}2', '12'],
    ['results of fields', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt 1}}2', '12'],
    [
      'the base of a ruby',
      `{\\field{\\*\\fldinst EQ \\\\o\\\\ad(\\\\s\\\\up 9(yun),${gbk('云')})}{\\fldrslt }}2`,
      '云2',
    ],
    ['circled numbers', '{\\field{\\*\\fldinst eq \\\\o\\\\ac(\\u9675?,3)}}2', '③2'],
    ['Unicode for readers that know it', '{\\upr{?}{\\*\\ud{\\u19968?}}}', '一'],
  ])('%s', async (_name, rtf, expected) => {
    expect((await read(`${HEAD}\\pard ${rtf}\\par}`)).text).toBe(expected);
  });

  it('tells headings, cells, numbers, notes and boxes', async () => {
    const { text, layout } = await read(
      `${HEAD}\\pard\\s1 1\\par\\pard{\\listtext\\pard\\plain ${gbk('（一）')}\\tab}2{\\footnote\\pard 3}\\par\\pard\\intbl 4\\cell 5\\cell\\row\\pard{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt\\pard 6\\par}}}7\\par}`,
    );
    expect(text).toBe('1\n（一）2[1]\n4\n5\n7\n6\n[1] 3');
    expect(layout?.paragraphs.map(({ kind, level, number }) => [kind, level, number])).toEqual([
      ['heading', 1, null],
      ['text', 0, '（一）'],
      ['cell', 0, null],
      ['cell', 0, null],
      ['text', 0, null],
      ['box', 0, null],
      ['note', 0, '[1] '],
    ]);
  });

  it('goes on behind the end of a paragraph that was taken out', async () => {
    const { text, layout } = await read(
      `${HEAD}{\\*\\revtbl{Unknown;}{Li;}}1{\\deleted\\revauthdel1 2\\par 3}4\\par}`,
    );
    expect(text).toBe('14');
    expect(layout?.asides).toEqual([{ kind: 'deletion', at: 1, text: '23', author: 'Li' }]);
  });

  it.each([
    ['one that is cut off', `${HEAD}\\pard 1`],
    ['groups without end', `{\\rtf1 ${'{'.repeat(5_000)}1${'}'.repeat(5_001)}`],
  ])('%s is damaged', async (_name, rtf) => {
    expect(await importBytes({ name: 'a.rtf', bytes: bytesOf(rtf) })).toEqual({
      kind: 'failed',
      problem: 'damaged',
    });
  });

  it('survives mutations', () => fuzz('a.rtf', notice));
});
