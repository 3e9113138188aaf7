import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importBytes } from '../../../src/import/index.ts';
import { fuzz, FUZZ_RUNS } from '../fuzz.ts';
import { governmentPage, wordPage } from '../html/pages.ts';
import { minutes, notice, speech } from './documents.ts';
import { paragraph, run, wordFile, type WordFile } from './word-file.ts';

const document = wordFile(speech);
const message = strToU8(
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${wordPage}\r\n--B--\r\n`,
);

describe('files that were changed at random', () => {
  it('.docx', () => fuzz('a.docx', document), 600_000);
  // The archive's own check would stop most changes: here the XML inside is changed.
  it.each(['body', 'styles', 'numbering', 'footnotes', 'comments'] as const)(
    '%s of a .docx',
    async (part) => {
      const file: WordFile = {
        ...speech,
        numbering: `${minutes.numbering}${notice.numbering}`,
        styles: minutes.styles ?? '',
      };
      await fuzz('a.docx', strToU8(file[part] ?? ''), FUZZ_RUNS, (mutant) =>
        wordFile({ ...file, [part]: new TextDecoder().decode(mutant) }),
      );
    },
    600_000,
  );
  it('.html', () => fuzz('a.html', strToU8(governmentPage)), 600_000);
  it('.html of Word', () => fuzz('a.html', strToU8(wordPage)), 600_000);
  it('.mht', () => fuzz('a.mht', message), 600_000);
});

describe('files that break off', () => {
  it.each([
    ['a.docx', document],
    ['a.html', strToU8(governmentPage)],
    ['a.mht', message],
  ])('%s ends in a text or a word at every tenth byte', async (name, bytes) => {
    for (let end = 11; end < bytes.length; end += 10) {
      const { kind } = await importBytes({ name, bytes: bytes.slice(0, end) });
      expect(['imported', 'failed']).toContain(kind);
      if (name === 'a.docx') expect(kind).toBe('failed');
    }
  });
});

describe('files that are made to harm', () => {
  it.each([
    [
      'a bomb of entities',
      '<!DOCTYPE x [<!ENTITY a "文文文文文文文文"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>甲&b;</w:t></w:r></w:p></w:body></w:document>',
      '甲&b;',
    ],
    [
      'an entity from outside',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>甲&a;</w:t></w:r></w:p></w:body></w:document>',
      '甲&a;',
    ],
  ])('%s stays as it is written', async (_name, xml, expected) => {
    const bytes = zipSync({ 'word/document.xml': strToU8(xml) });
    expect(await importBytes({ name: 'a.docx', bytes })).toMatchObject({ text: expected });
  });

  it.each<[string, string]>([
    ['elements without end', '<w:p>'.repeat(50_000)],
    ['tables in tables without end', '<w:tbl><w:tr><w:tc>'.repeat(5_000)],
  ])('%s are refused', async (_name, body) => {
    expect(await importBytes({ name: 'a.docx', bytes: wordFile({ body }) })).toEqual({
      kind: 'failed',
      problem: 'damaged',
    });
  });

  it('styles that are based on each other, lists that are each other', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:basedOn w:val="a"/></w:style>' +
      '<w:style w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="n"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const properties = '<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>';
    expect(
      await importBytes({
        name: 'a.docx',
        bytes: wordFile({ body: paragraph('甲', properties), styles, numbering }),
      }),
    ).toMatchObject({ text: '甲' });
  });

  it('ends in good time with marks, fields and deletions without number', async () => {
    const deleted = (at: number) =>
      `<w:del w:id="${at}" w:author="${at}"><w:r><w:delText>删</w:delText></w:r></w:del>`;
    const joined = (at: number) =>
      paragraph(`${run('字')}${deleted(at)}`, '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>');
    const body = Array.from({ length: 50_000 }, (_, at) => joined(at)).join('');
    const fields = `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>x</w:instrText></w:r>'.repeat(50_000)}</w:p>`;
    const imported = await importBytes({
      name: 'a.docx',
      bytes: wordFile({ body: body + fields + paragraph('尾') }),
    });
    expect(imported).toMatchObject({ kind: 'imported', text: `${'字'.repeat(50_000)}\n尾` });
  });
});
