import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importBytes } from '../../src/import/index.ts';
import { fuzz } from './fuzz.ts';

function book(chapters: Readonly<Record<string, string>>, more: Record<string, Uint8Array> = {}): Uint8Array {
  const names = Object.keys(chapters);
  const item = (name: string) => {
    const properties = name === 'nav' ? ' properties="nav"' : '';
    return `<item id="${name}" href="${encodeURIComponent(name)}.xhtml" media-type="application/xhtml+xml"${properties}/>`;
  };
  return zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
    ),
    'OEBPS/content.opf': strToU8(
      `<package><manifest>${names.map(item).join('')}<item id="ncx" href="a.ncx" media-type="application/x-dtbncx+xml"/></manifest><spine><itemref idref="ncx"/>${names.map((name) => `<itemref idref="${name}"/>`).join('')}</spine></package>`,
    ),
    ...Object.fromEntries(
      names.map((name) => [
        `OEBPS/${name}.xhtml`,
        strToU8(
          `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>题</title><style>p{}</style></head><body>${chapters[name]}</body></html>`,
        ),
      ]),
    ),
    ...more,
  });
}

const FIRST = `<nav><ol><li>目录</li></ol></nav><h1>第一章
 总则</h1>
<p>一是<em>抓</em>项目。<br/>&nbsp;再抓。</p>
<ol type="I" start="3"><li>甲<ol><li><p>乙</p><p>乙续</p></li></ol></li><li value="9">丙</li></ol>
<ul><li>丁</li></ul>
<table><tr><td>任务</td><td>单位</td></tr></table>
<p><ruby>云<rp>(</rp><rt>yún</rt><rp>)</rp></ruby>山</p>
<aside epub:type="footnote"><p>注。</p></aside>
<script>alert(1)</script>`;

describe('epub', () => {
  it('reads chapters in the order of the spine', async () => {
    const imported = await importBytes({
      name: 'a',
      bytes: book({ nav: '<p>目录</p>', 第二: FIRST, first: '<h2>节</h2>散<div>文</div>' }),
    });
    if (imported.kind !== 'imported') throw new Error(JSON.stringify(imported));
    expect(imported.text).toBe(
      '第一章 总则\n一是抓项目。\n\u00a0再抓。\nIII. 甲\n1. 乙\n乙续\nIX. 丙\n• 丁\n任务\n单位\n云山\n注。\n\n节\n散\n文',
    );
    const kinds = imported.layout?.paragraphs.map(
      ({ kind, level, number }) => `${kind} ${level} ${number ?? ''}`,
    );
    expect(kinds).toEqual([
      'heading 1 ',
      'text 0 ',
      'text 0 III. ',
      'text 0 1. ',
      'text 0 ',
      'text 0 IX. ',
      'text 0 • ',
      'cell 0 ',
      'cell 0 ',
      'text 0 ',
      'note 0 ',
      'heading 2 ',
      'text 0 ',
      'text 0 ',
    ]);
  });

  it('refuses a book with a lock, but not one that only hides its fonts', async () => {
    const locked = (algorithm: string) =>
      book(
        { a: '<p>文</p>' },
        {
          'META-INF/encryption.xml': strToU8(
            `<encryption><enc:EncryptionMethod Algorithm="${algorithm}"/></encryption>`,
          ),
        },
      );
    expect(
      await importBytes({ name: 'a', bytes: locked('http://www.w3.org/2001/04/xmlenc#aes128-cbc') }),
    ).toEqual({
      kind: 'failed',
      problem: 'encrypted',
    });
    const bytes = locked('http://www.idpf.org/2008/embedding');
    expect(await importBytes({ name: 'a', bytes })).toMatchObject({ text: '文' });
  });

  it('survives mutations', async () => {
    await fuzz('a.epub', book({ a: FIRST }));
    await fuzz('a.epub', strToU8(FIRST), undefined, (body) => book({ a: new TextDecoder().decode(body) }));
  });
});
