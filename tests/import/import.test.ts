import { describe, expect, it } from 'vitest';
import { importBytes } from '../../src/import/index.ts';
import { LARGEST_FILE, readBytes } from '../../src/import/reading.ts';
import { encode } from './encoded.ts';
import { everyFormat } from './every-format.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const noise = Uint8Array.from({ length: 4096 }, (_, i) => (Math.imul(i + 1, 0x9e3779b1) >>> 13) & 0xff);

describe('importBytes', () => {
  it.each([
    ['讲稿.txt', utf8('一是好。\r\n'), { kind: 'imported', text: '一是好。\r\n', encoding: 'utf-8' }],
    ['notes.md', utf8('# 标题'), { kind: 'imported', text: '# 标题', encoding: 'utf-8' }],
    ['no extension', utf8('文'), { kind: 'imported', text: '文', encoding: 'utf-8' }],
    ['<script>.log', utf8('文'), { kind: 'imported', text: '文', encoding: 'utf-8' }],
    ['empty.txt', new Uint8Array(), { kind: 'failed', problem: 'empty' }],
    ['mark.txt', new Uint8Array([0xef, 0xbb, 0xbf]), { kind: 'failed', problem: 'empty' }],
    ['blank.txt', utf8(' \n\t\u3000\r\n'), { kind: 'failed', problem: 'blank' }],
    ['noise.txt', noise, { kind: 'failed', problem: 'binary' }],
    ['zeros.txt', new Uint8Array(100), { kind: 'failed', problem: 'binary' }],
    ['text with many controls', utf8('a\u0001b\u0002'), { kind: 'failed', problem: 'binary' }],
    ['picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), { kind: 'failed', problem: 'binary' }],
    ['archive.zip', new Uint8Array([0x50, 0x4b, 3, 4, 20]), { kind: 'failed', problem: 'damaged' }],
    [
      'korean.txt',
      encode('안녕하십니까. 오늘 회의에서는 기업 지원과 관련된 문제를 논의하고자 합니다.', 'euc-kr'),
      { kind: 'failed', problem: 'unknown-encoding' },
    ],
    ['讲稿.docx', new Uint8Array([0x50, 0x4b, 3, 4, 20]), { kind: 'failed', problem: 'damaged' }],
    ['SPEECH.PDF', utf8('%PDF-1.7'), { kind: 'failed', problem: 'unsupported' }],
    ['renamed.txt', utf8('%PDF-1.7 …'), { kind: 'failed', problem: 'unsupported' }],
  ])('%s', async (name, bytes, expected) => {
    const isText = expected.kind === 'imported';
    expect(await importBytes({ name, bytes })).toEqual(isText ? { ...expected, layout: null } : expected);
  });
});

describe('a file of lines without end', () => {
  it('is refused; white lines do not count', async () => {
    const read = (line: string) => importBytes({ name: '行.txt', bytes: utf8(line.repeat(1_000_001)) });
    expect(await read('字\n')).toEqual({ kind: 'failed', problem: 'too-many-lines' });
    expect(await read('字')).toMatchObject({ kind: 'imported' });
    const bytes = utf8(`${'字\r\n\r\n'.repeat(999_999)}字`);
    expect(await importBytes({ name: '行.txt', bytes })).toMatchObject({ kind: 'imported' });
  });
});

describe('a file that lies about its type', () => {
  const telling = everyFormat.filter(({ name }) => !/\.(?:pdf|csv|tsv|md|txt|jsonl?)$/u.test(name));

  it.each(telling)('is read by its content: $name', async ({ name, bytes }) => {
    const read = async (as: string) => importBytes({ name: as, bytes });
    const honest = await read(name);
    for (const extension of ['docx', 'txt', 'csv', 'doc', 'xls', 'html'])
      expect(await read(`文件.${extension}`), extension).toEqual(honest);
  });

  it('is a table where a data bank calls it a workbook, and no text where it is XML of Word or a binary workbook', async () => {
    const table = utf8('发言人\t内容\n李明\t一是加强预算管理。\n');
    expect(await importBytes({ name: '导出.xls', bytes: table })).toMatchObject({
      kind: 'imported',
      text: '李明\n\n一是加强预算管理。',
    });
    const word = utf8('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>');
    const binary = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    for (const bytes of [word, binary])
      expect(await importBytes({ name: '文件.xls', bytes })).toMatchObject({ kind: 'failed' });
    expect(await importBytes({ name: '文件.doc', bytes: word })).toEqual({
      kind: 'failed',
      problem: 'unsupported',
    });
  });
});

describe('readBytes', () => {
  it('refuses a file that is too large before it reads a byte', async () => {
    const huge = { size: LARGEST_FILE + 1, arrayBuffer: () => Promise.reject(new Error('read')) };
    expect(await readBytes(huge as unknown as Blob)).toEqual({ kind: 'failed', problem: 'too-large' });
  });

  it('says when the browser cannot read a file', async () => {
    const moved = { size: 3, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) };
    expect(await readBytes(moved as unknown as Blob)).toEqual({ kind: 'failed', problem: 'unreadable' });
  });

  it('reads a file', async () => {
    expect(await readBytes(new Blob(['好']))).toEqual({ kind: 'bytes', bytes: utf8('好') });
  });
});
