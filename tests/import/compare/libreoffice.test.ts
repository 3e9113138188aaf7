import { describe, expect, it } from 'vitest';
import { minutes, notice } from '../docx/documents.ts';
import { generated } from '../docx/generated.ts';
import { paragraph, wordFile } from '../docx/word-file.ts';
import { agreementOf, type Agreement } from './agreement.ts';
import { compareAll, ours } from './compare.ts';
import { convert, fromMarkdown, has } from './programs.ts';
import { HTML, MARKDOWN } from './sources.ts';

const CHARACTERS_LEAST = 0.995;
const PARAGRAPHS_LEAST = 0.98;
/** Documents made at random, each from its number. */
const GENERATED = 12;

function judge(found: Readonly<Record<string, Agreement>>): void {
  expect(Object.keys(found)).not.toEqual([]);
  const all = Object.values(found);
  const mean = (key: 'characters' | 'paragraphs' | 'numbers') =>
    (all.reduce((sum, each) => sum + each[key], 0) / all.length).toFixed(4);
  console.log(
    `${all.length} files: characters ${mean('characters')}, F1 ${mean('paragraphs')}, numbers ${mean('numbers')}`,
  );
  for (const [name, { characters, paragraphs, numbers, different }] of Object.entries(found)) {
    const message = `${name}\n${different.slice(0, 20).join('\n')}`;
    expect(characters, message).toBeGreaterThanOrEqual(CHARACTERS_LEAST);
    expect(paragraphs, message).toBeGreaterThanOrEqual(PARAGRAPHS_LEAST);
    expect(numbers, message).toBe(1);
  }
}

it('finds what is missing', () => {
  const { characters, paragraphs, numbers } = agreementOf(['二、甲乙', '丙'], ['一、甲乙', '丙']);
  expect({ characters, paragraphs, numbers }).toEqual({ characters: 0.8, paragraphs: 0.5, numbers: 0 });
});

if (!has('soffice'))
  console.log('!!! LEFT OUT: the comparison with LibreOffice, which is not on this machine.');

describe.runIf(has('soffice'))('as LibreOffice reads it', () => {
  // A restart that is switched off is Word's alone: LibreOffice counts on all the same.
  const numberedAlike = {
    ...minutes,
    numbering: minutes.numbering?.replace('<w:lvlRestart w:val="0"/>', '') ?? '',
  };

  it('.docx as offices write them, and made at random', async () => {
    const random = Array.from({ length: GENERATED }, (_, seed) => [
      `random-${seed}.docx`,
      wordFile(generated(seed)),
    ]);
    const written = { 'notice.docx': wordFile(notice), 'minutes.docx': wordFile(numberedAlike) };
    judge(await compareAll({ ...written, ...Object.fromEntries(random) }));
  });

  it('.docx that LibreOffice has written', async () => {
    const html = { 'page.html': new TextEncoder().encode(HTML) };
    const sources = { 'a.docx': wordFile(notice), 'b.docx': wordFile(generated(99)) };
    const texts = { ...convert(sources, 'odt') };
    const odt = Object.fromEntries(Object.entries(texts).map(([name, bytes]) => [`${name}.odt`, bytes]));
    const again = { ...convert(odt, 'docx:MS Word 2007 XML'), ...convert(html, 'docx:MS Word 2007 XML:') };
    judge(
      await compareAll(
        Object.fromEntries(Object.entries(again).map(([name, bytes]) => [`${name}.docx`, bytes])),
      ),
    );
  });

  it('.html', async () => {
    const fromWord = convert(
      { 'notice.docx': wordFile(notice), 'long.docx': wordFile(generated(7)) },
      'html:HTML (StarWriter)',
    );
    const pages = Object.fromEntries(
      Object.entries(fromWord).map(([name, bytes]) => [`${name}.html`, bytes]),
    );
    judge(await compareAll({ 'page.html': new TextEncoder().encode(HTML), ...pages }));
  });

  it.runIf(has('pandoc'))('.docx that pandoc has written', async () => {
    judge(await compareAll({ 'pandoc.docx': fromMarkdown(MARKDOWN) }));
  });

  it('says so when a paragraph is not read', async () => {
    const whole = wordFile({ body: paragraph('甲。') + paragraph('乙。') });
    const [text] = Object.values(convert({ 'a.docx': whole }, 'txt:Text'));
    const half = agreementOf(
      await ours('a.docx', wordFile({ body: paragraph('甲。') })),
      new TextDecoder().decode(text).split('\n'),
    );
    expect(half.paragraphs).toBeLessThan(PARAGRAPHS_LEAST);
  });
});
