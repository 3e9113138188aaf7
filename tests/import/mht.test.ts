import { describe, expect, it } from 'vitest';
import { importBytes } from '../../src/import/index.ts';
import { encode } from './encoded.ts';
import { wordFile } from './docx/word-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const read = (message: string | Uint8Array, name = '网页.mht') =>
  importBytes({ name, bytes: typeof message === 'string' ? latin(message) : message });

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes)).replaceAll(/.{76}/gu, '$&\r\n');
function quotedPrintable(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text +=
      byte === 0x3d || byte > 0x7e
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte);
    if (text.length - text.lastIndexOf('\n') > 70) text += '=\r\n';
  }
  return text;
}

const PAGE =
  '<html><head><meta http-equiv=3DContent-Type></head><body><p class=MsoNormal>一、抓项目，促发展。</p><p>二、抓作风，树形象。</p></body></html>'.replace(
    '=3D',
    '=',
  );
const EXPECTED = { kind: 'imported', text: '一、抓项目，促发展。\n二、抓作风，树形象。' };

/** A page saved by Word: a related message whose first part is the page. */
function saved(part: string, fields: string): string {
  return [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    ' boundary="----=_NextPart_01D"',
    '',
    '此文档为单个文件网页'.replaceAll(/[^\0-\x7f]/gu, '?'),
    '',
    '------=_NextPart_01D',
    'Content-Location: file:///C:/1.htm',
    fields,
    '',
    part,
    '',
    '------=_NextPart_01D',
    'Content-Location: file:///C:/image001.png',
    'Content-Transfer-Encoding: base64',
    'Content-Type: image/png',
    '',
    'iVBORw0KGgo=',
    '',
    '------=_NextPart_01D--',
    '',
  ].join('\r\n');
}

describe('pages in one file', () => {
  it.each([
    [
      'quoted, in GB 2312',
      saved(
        quotedPrintable(encode(PAGE, 'gb18030')),
        'Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="gb2312"',
      ),
    ],
    [
      'quoted, in UTF-8',
      saved(
        quotedPrintable(utf8(PAGE)),
        'Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html;\r\n\tcharset=utf-8',
      ),
    ],
    [
      'in base64',
      saved(
        base64(encode(PAGE, 'gb18030')),
        'Content-Transfer-Encoding: base64\r\nContent-Type: text/html; charset="gb2312"',
      ),
    ],
    [
      'an encoding that is not named',
      saved(base64(encode(PAGE, 'gb18030')), 'Content-Transfer-Encoding: base64\r\nContent-Type: text/html'),
    ],
  ])('%s', async (_name, message) => {
    expect(await read(message)).toMatchObject(EXPECTED);
    expect(await read(message, '文件.txt')).toMatchObject(EXPECTED);
  });

  it('reads the page of a mail that says the same twice, and plain text where there is no page', async () => {
    const inner = (parts: string) =>
      `From: =?utf-8?B?eA==?= <a@b.invalid>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=AA\n\n--AA\nContent-Type: multipart/alternative; boundary=BB\n\n${parts}--BB--\n\n--AA\nContent-Type: text/html\nContent-Disposition: attachment; filename=x.html\n\n<p>x</p>\n--AA--\n`;
    const plain = `--BB\nContent-Type: text/plain; charset=gbk\nContent-Transfer-Encoding: base64\n\n${base64(encode('一是抓项目。\r\n二是抓作风。', 'gb18030'))}\n`;
    const html = `--BB\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${base64(utf8(PAGE))}\n`;
    expect(await read(inner(plain + html))).toMatchObject(EXPECTED);
    expect(await read(inner(plain))).toMatchObject({ text: '一是抓项目。\n二是抓作风。' });
  });

  it('reads what is there of one that breaks off', async () => {
    const message = saved(
      quotedPrintable(utf8(PAGE)),
      'Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=utf-8',
    );
    expect(await read(message.slice(0, message.indexOf('=E4=BA=8C')))).toMatchObject({
      text: '一、抓项目，促发展。',
    });
    expect(await read(message.slice(0, 120))).toMatchObject({ kind: 'failed' });
  });

  it('is taken in by a Word file whose whole text is in one', async () => {
    const message = saved(
      quotedPrintable(utf8(PAGE)),
      'Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=utf-8',
    );
    const bytes = wordFile({
      body: '<w:altChunk r:id="chunk0"/>',
      chunks: { 'afchunk.mht': latin(message) },
    });
    expect(await read(bytes, '法规.docx')).toMatchObject(EXPECTED);
  });

  it('is not what only looks like a message', async () => {
    expect(await read(utf8('Title: 讲稿\n正文：一是。'), 'a.txt')).toMatchObject({ layout: null });
  });
});
