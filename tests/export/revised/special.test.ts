import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { DraftPlan, Edit } from '../../../src/core/draft/plan.ts';
import type { StructuredDocument } from '../../../src/core/structure/speech.ts';
import { openZip } from '../../../src/office/zip.ts';
import {
  abstractList,
  item,
  level,
  list,
  paragraph,
  run,
  table,
  wordFile,
  type WordFile,
} from '../../import/docx/word-file.ts';
import { pairBetween } from '../../core/draft/drafts.ts';
import { accepted, formOf, idsIn, refused } from './oracle.ts';
import { loaded, planWithout, previewOf, readLines, revised } from './revised.ts';
import { hasWriter, settled } from './writer.ts';

const HEAD = ['关于甲的发言', '局长 李明', '下一步抓好以下工作：'].map((line) => paragraph(line)).join('');
const NUMBERING = abstractList(1, level(0, 'chineseCounting', '%1、')) + list(1, 1);

/** A plan of edits where words stand: each word with what stands instead. */
function planOf(
  on: StructuredDocument,
  changes: readonly (readonly [words: string, instead: string])[],
): DraftPlan {
  const { text } = on.document;
  const edits = changes.map(([words, instead]): Edit => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`no ${words} in ${JSON.stringify(text)}`);
    return { kind: 'seam', span: { start, end: start + words.length }, text: instead, speech: 0 };
  });
  return { document: 'd', edits, checks: [], conflicts: [] };
}

/** Exports a file and holds it against preview and original; gives the XML of a part and the remarks. */
async function check(
  file: WordFile,
  changes: readonly (readonly [string, string])[],
  change = (bytes: Uint8Array) => bytes,
) {
  const bytes = change(wordFile(file));
  const on = await loaded(bytes);
  const plan = planOf(on, changes);
  const made = await revised(bytes, on, plan);
  const part = (name: string) => new TextDecoder().decode(openZip(made.bytes).read(name) ?? undefined);
  return { bytes, on, plan, made, xml: part('word/document.xml'), part, preview: previewOf(on, plan) };
}

async function expectRoundTrip({ bytes, made, preview }: Awaited<ReturnType<typeof check>>): Promise<void> {
  expect(made.remarks).toEqual([]);
  expect(await readLines(accepted(made.bytes))).toEqual(preview);
  expect(formOf(refused(made.bytes))).toEqual(formOf(refused(bytes)));
  const ids = idsIn(made.bytes);
  expect(new Set(ids).size).toBe(ids.length);
}

/** Another tool's file: other prefix, other order of attributes. */
function withPrefix(prefix: string): (bytes: Uint8Array) => Uint8Array {
  return (bytes) => {
    const files = unzipSync(bytes);
    const xml = new TextDecoder().decode(files['word/document.xml']);
    files['word/document.xml'] = strToU8(
      xml.replaceAll(/(<\/?|\s)w:/gu, `$1${prefix}:`).replace('xmlns:w=', `xmlns:${prefix}=`),
    );
    return zipSync(files);
  };
}

describe('a Word file that was made otherwise', () => {
  it('keeps its prefix of names', async () => {
    const found = await check(
      { body: HEAD + paragraph(run('要抓好项目。')) },
      [['抓好', '落实']],
      withPrefix('ns0'),
    );
    expect(found.xml).toContain('<ns0:del ns0:id=');
    expect(found.xml).not.toContain('<w:');
    expect(await readLines(found.made.bytes)).toEqual(found.preview);
  });

  it('stays strict, also in the comments that it gets', async () => {
    const bytes = wordFile({ body: HEAD + paragraph('要抓好项目。'), isStrict: true });
    const on = await loaded(bytes);
    const place = {
      speech: 0,
      measure: null,
      paragraph: 0,
      unit: { start: 0, end: 6 },
      span: { start: 0, end: 6 },
    };
    const pair = pairBetween({ ...place, document: 'd' }, { ...place, document: 'd' }, 'p');
    const { bytes: made } = await revised(bytes, on, planOf(on, [['抓好', '落实']]), 'tracked', [
      { pair, decision: { judgement: 'flag', reason: '待核' } },
    ]);
    const zip = openZip(made);
    const part = (name: string) => new TextDecoder().decode(zip.read(name) ?? undefined);
    expect(part('word/comments.xml')).toContain('http://purl.oclc.org/ooxml/wordprocessingml/main');
    expect(part('word/_rels/document.xml.rels')).toContain(
      'http://purl.oclc.org/ooxml/officeDocument/relationships/comments',
    );
  });

  it('loses its signature, and says so', async () => {
    const signed = (bytes: Uint8Array) =>
      zipSync({ ...unzipSync(bytes), '_xmlsignatures/sig1.xml': strToU8('<Signature/>') });
    const { made } = await check({ body: HEAD + paragraph('要抓好项目。') }, [['抓好', '落实']], signed);
    expect(made.remarks).toEqual(['原稿有数字签名，改动后失效，已去掉。']);
    expect(openZip(made.bytes).entries.map(({ name }) => name)).not.toContain('_xmlsignatures/sig1.xml');
  });

  it('keeps every other file in it byte for byte', async () => {
    const image = new Uint8Array([137, 80, 78, 71, 0, 255, 1]);
    const withImage = (bytes: Uint8Array) => zipSync({ ...unzipSync(bytes), 'word/media/image1.png': image });
    const { bytes, made } = await check(
      { body: HEAD + paragraph('要抓好项目。') },
      [['抓好', '落实']],
      withImage,
    );
    const [before, after] = [openZip(bytes), openZip(made.bytes)];
    expect(after.entries.map(({ name }) => name)).toEqual(before.entries.map(({ name }) => name));
    for (const { name } of before.entries)
      if (name !== 'word/document.xml') expect(after.read(name), name).toEqual(before.read(name));
  });
});

describe('revisions', () => {
  it('of part of a run cut it and keep its form', async () => {
    const found = await check({ body: HEAD + paragraph(run('要抓好&amp;项目。', '<w:b/>')) }, [
      ['好&项', '紧'],
    ]);
    await expectRoundTrip(found);
    expect(found.xml).toContain('<w:delText xml:space="preserve">好&amp;项</w:delText>');
    expect(found.xml).toMatch(
      /<w:ins [^>]*><w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">紧<\/w:t><\/w:r><\/w:ins>/u,
    );
  });

  it('inside what somebody else put in stand inside of it where they take away, and beside it where they put in', async () => {
    const foreign = `<w:ins w:id="7" w:author="周科长" w:date="2024-03-01T09:00:00Z">${run('要抓好项目。')}</w:ins>`;
    const found = await check({ body: HEAD + paragraph(foreign) }, [['抓好', '落实']]);
    await expectRoundTrip(found);
    expect(found.xml).not.toMatch(/<w:ins [^>]*>(?:(?!<\/w:ins>).)*<w:ins /u);
    expect(found.xml).toContain('w:author="周科长"');
  });

  it('of a counted number are left to the program that counts', async () => {
    const body =
      HEAD + ['甲事要办好。', '乙事要办好。', '丙事要办好。'].map((words) => item(1, 0, words)).join('');
    const bytes = wordFile({ body, numbering: NUMBERING });
    const on = await loaded(bytes);
    const plan = planWithout(on, (words) => words.includes('乙事'));
    const made = await revised(bytes, on, plan);
    expect(plan.edits.map(({ kind }) => kind)).toEqual(['removal', 'ordinal']);
    expect(made.remarks).toEqual([]);
    const xml = new TextDecoder().decode(openZip(made.bytes).read('word/document.xml') ?? undefined);
    expect(xml).not.toContain('<w:ins ');
    expect((await readLines(accepted(made.bytes))).slice(-2)).toEqual([
      '一、甲事要办好。',
      '二、丙事要办好。',
    ]);
  });

  it('take the last paragraph with its number, and a row of a table of which nothing stays', async () => {
    const body =
      HEAD +
      table([
        ['甲', '甲事要办好。'],
        ['乙', '乙事要办好。'],
      ]) +
      item(1, 0, '丙事要办好。') +
      paragraph('丁事要办好。') +
      item(1, 0, '戊事要办好。');
    const bytes = wordFile({ body, numbering: NUMBERING });
    const on = await loaded(bytes);
    const { text } = on.document;
    const cut = (from: string, to: string, isTail = false): Edit => {
      const [start, end] = [text.indexOf(from), text.indexOf(to)];
      const span = isTail ? { start: text.lastIndexOf('\n'), end: text.length } : { start, end };
      return { kind: 'removal', span, text: '', places: [] };
    };
    const edits = [cut('乙\n', '一、丙'), cut('', '', true)];
    const plan = { document: 'd', edits, checks: [], conflicts: [] };
    const made = await revised(bytes, on, plan);
    expect(made.remarks).toEqual([]);
    const left = ['甲', '甲事要办好。', '一、丙事要办好。', '丁事要办好。'];
    expect((await readLines(accepted(made.bytes))).slice(3)).toEqual(left);
    expect(await readLines(refused(made.bytes))).toEqual(await readLines(bytes));
    const applied = await revised(bytes, on, plan, 'applied');
    expect((await readLines(applied.bytes)).slice(3)).toEqual(left);
    if (!hasWriter()) return;
    const [inWriter] = settled([made.bytes]);
    const bare = (words: string) => words.replaceAll(/\s+/gu, '');
    expect(bare(inWriter?.accepted ?? '')).toBe(bare((await readLines(accepted(made.bytes))).join('')));
  });

  it('join two paragraphs, which keep the form of the first', async () => {
    const body = HEAD + item(1, 0, '甲事要办好，') + paragraph('乙事也要办好。');
    const found = await check({ body, numbering: NUMBERING }, [['好，\n乙事', '好，乙事']]);
    await expectRoundTrip(found);
    expect((await readLines(accepted(found.made.bytes))).at(-1)).toBe('一、甲事要办好，乙事也要办好。');
  });
});

describe('what no revision can say is said in words', () => {
  const field = (instruction: string, result: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  it('inside a field', async () => {
    const body = HEAD + paragraph(`${run('见第')}${field('REF x', '三十五')}${run('页。')}`);
    const found = await check({ body }, [['三十', '四十']]);
    expect(found.made.remarks).toEqual(['“三”：在域里，更新域后会变回原文。']);
    expect(await readLines(accepted(found.made.bytes))).toEqual(found.preview);
  });

  it('but a field goes whole', async () => {
    const body = HEAD + paragraph(`${run('见第')}${field('REF x', '三十五')}${run('页。')}`);
    const found = await check({ body }, [['第三十五页', '']]);
    await expectRoundTrip(found);
    expect(found.xml).toContain('<w:delInstrText>REF x</w:delInstrText>');
  });

  it('of a formula, and of a file inside the file', async () => {
    const formula = '<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>';
    const body = HEAD + paragraph(`${run('算式')}${formula}${run('如上。')}`) + '<w:altChunk r:id="chunk0"/>';
    const chunks = { 'a.txt': strToU8('嵌入的话。') };
    const found = await check({ body, chunks }, [
      ['a+b', ''],
      ['嵌入的', '改了的'],
    ]);
    expect(found.made.remarks).toContain(
      '“a+b”：公式、符号或嵌入的文件，不能写成修订，照原样保留，请自行改定。',
    );
    expect(found.made.remarks).toContain('定稿为“改了的话。”，接受全部修订后为“嵌入的话。”。');
  });

  it('of a note whose mark goes', async () => {
    const body =
      HEAD + paragraph(`${run('要抓好项目')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('。')}`);
    const footnotes = `<w:footnote w:id="2">${paragraph('注的话。')}</w:footnote>`;
    const found = await check({ body, footnotes }, [['抓好项目[1]', '']]);
    expect(found.made.remarks[0]).toBe('“[1]”：注号随正文删去，注文一并删去，其余的注重新编号。');
    expect(await readLines(refused(found.made.bytes))).toEqual(await readLines(found.bytes));
  });
});

describe('comments', () => {
  it('stand beside those that the file has, on the passages that are flagged or noted', async () => {
    const body = HEAD + paragraph('甲事要办好。') + paragraph('乙事要办好。');
    const comments = `<w:comment w:id="0" w:author="周科长">${paragraph('原有的批注')}</w:comment>`;
    const bytes = wordFile({ body, comments });
    const on = await loaded(bytes);
    const at = (words: string) => {
      const start = on.document.text.indexOf(words);
      const span = { start, end: start + words.length };
      return { document: 'd', speech: 0, measure: null, paragraph: 0, unit: span, span };
    };
    const pair = pairBetween(at('甲事要办好。'), at('乙事要办好。'), 'p');
    const made = await revised(
      bytes,
      on,
      { document: 'd', edits: [], checks: [], conflicts: [] },
      'tracked',
      [{ pair, decision: { judgement: 'flag', reason: '待核', note: '请<科室>定' } }],
    );
    expect(made.remarks).toEqual([]);
    const part = (name: string) => new TextDecoder().decode(openZip(made.bytes).read(name) ?? undefined);
    const [document, words] = [part('word/document.xml'), part('word/comments.xml')];
    expect(words).toContain('原有的批注');
    expect(words.match(/w:author="雷同"/gu)).toHaveLength(2);
    expect(words).toContain('存疑（待核）：与');
    expect(words).toContain('请&lt;科室&gt;定');
    expect(document.match(/<w:commentReference /gu)).toHaveLength(2);
    const imported = await loaded(made.bytes);
    expect(imported.document.layout?.asides.filter(({ author }) => author === '雷同')).toHaveLength(2);
    expect(imported.document.text).toBe(on.document.text);
  });
});
