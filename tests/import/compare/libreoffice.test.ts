import { describe, expect, it } from 'vitest';
import { importBytes } from '../../../src/import/index.ts';
import { minutes, notice } from '../docx/documents.ts';
import { generated } from '../docx/generated.ts';
import { paragraph, wordFile } from '../docx/word-file.ts';
import { agreementOf, type Agreement } from './agreement.ts';
import { convert, fromMarkdown, has, type Files } from './programs.ts';

const CHARACTERS_LEAST = 0.995;
const PARAGRAPHS_LEAST = 0.98;
/** Documents made at random, each from its number. */
const GENERATED = 12;

const MARKDOWN = `# 全县工作会议纪要

## 一、会议议题

会议研究了**三项**工作，
并作出部署。[附件](http://example.invalid/)

1. 抓项目建设
2. 抓招商引资
    a. 走出去
    b. 请进来
3. 抓作风转变

接着是第二个列表：

(3) 第三项
(4) 第四项

| 单位 | 任务 |
|------|------|
| 甲局 | 建台账 |
| 乙局 | 查问题 |

> 引用一段原文。

### 散会
`;

const HTML = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>题</title><style>p{margin:0}</style></head><body>
<h1>全县教育工作会议纪要</h1><p>会议由副县长主持，各部门负责同志参加。</p>
<ol><li>增加学位供给<li>规范校外培训<ol type="a"><li>建立台账<li>联合检查</ol><li>减轻学生负担</ol>
<p>会议要求：<br>一是压实责任；<br>二是加强督查。</p><h2>任务分工</h2>
<table border="1"><tr><th>单位</th><th>任务</th></tr><tr><td>教育局</td><td><p>新建学校</p><p>两所</p></td></tr></table>
<ol start="5" type="I"><li>罗马数字<li>继续</ol><div>散会<div>时间：三月</div>地点：县政府</div></body></html>`;

/** What we read, a line a paragraph and soft break; without what LibreOffice leaves out of its text. */
async function ours(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const imported = await importBytes({ name, bytes });
  if (imported.kind !== 'imported') throw new Error(`${name}: ${JSON.stringify(imported)}`);
  const paragraphs = imported.layout?.paragraphs ?? [];
  return paragraphs
    .filter(({ kind }) => kind !== 'note' && kind !== 'box')
    .flatMap(({ span }) => imported.text.slice(span.start, span.end).split('\n'));
}

async function compareAll(files: Files): Promise<Readonly<Record<string, Agreement>>> {
  const texts = convert(files, 'txt:Text');
  const found: Record<string, Agreement> = {};
  for (const [name, bytes] of Object.entries(files)) {
    const text = texts[name.slice(0, name.lastIndexOf('.'))];
    if (text === undefined) throw new Error(`LibreOffice gave no text for ${name}`);
    found[name] = agreementOf(await ours(name, bytes), new TextDecoder().decode(text).split('\n'));
  }
  return found;
}

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
