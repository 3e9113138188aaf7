import { describe, expect, it } from 'vitest';
import { emptyDecision } from '../../src/core/review/decision.ts';
import { rebuildOriginal } from '../../src/core/draft/cleaned.ts';
import { orderOf, type DraftFormat, type MadeFile } from '../../src/core/draft/order.ts';
import { exportDrafts } from '../../src/export/index.ts';
import type { DraftLog } from '../../src/export/log-format.ts';
import { importBytes } from '../../src/import/index.ts';
import { openZip } from '../../src/office/zip.ts';
import { readXml } from '../../src/office/xml.ts';
import { structured, passageAt, pairBetween, plansOf } from '../core/draft/drafts.ts';

const TEXT =
  '关于甲的发言\n区农业农村局局长 李明\n\n下一步要抓好以下工作：\n一是甲事要办好，<tag> & 要办实。\n二是乙事要办好。\n三是甲事要办好，<tag> & 要办实。\n四是*丙*事。\n';
const CLEANED =
  '关于甲的发言\n区农业农村局局长 李明\n\n下一步要抓好以下工作：\n一是甲事要办好，<tag> & 要办实。\n二是乙事要办好。\n三是*丙*事。\n';

const base = structured(TEXT);
const document = { ...base, document: { ...base.document, name: '甲/乙:发言.docx' } };
const untouched = structured('另一份稿件，什么也不改。\n', 'o');
const documents = new Map([document, untouched].map((each) => [each.document.id, each]));
const measures = document.speeches[0]?.measures ?? [];
const [first, , third] = measures.map(({ span }) => passageAt(document, span));
if (first === undefined || third === undefined) throw new Error('the measures are not read');
const pair = pairBetween(first, third, 'p');
const decisions = new Map([['p', { ...emptyDecision('p'), judgement: 'keep-a' as const, note: '重了' }]]);
const plans = plansOf([document, untouched], [{ pair, judgement: 'keep-a' }]);

function made(format: DraftFormat, language: 'zh-CN' | 'en' = 'zh-CN'): MadeFile & { bytes: Uint8Array } {
  const wanted = format === 'zip' ? plans : plans.slice(0, 1);
  const making = exportDrafts(orderOf(format, wanted, { pairs: [pair], decisions }, language), documents);
  for (;;) {
    const step = making.next();
    if (step.done !== true) continue;
    if ('refusal' in step.value) throw new Error(step.value.refusal);
    return { ...step.value, bytes: Buffer.concat([...step.value.parts]) };
  }
}

const decoded = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** The paragraphs of a Word document's body: their style and their text. */
function paragraphsOf(bytes: Uint8Array): readonly (readonly [style: string, text: string])[] {
  const xml = decoded(openZip(bytes).read('word/document.xml') as Uint8Array);
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gu)].map(([paragraph]) => [
    /<w:pStyle w:val="(\w+)"/u.exec(paragraph)?.[1] ?? '',
    [...paragraph.matchAll(/<w:t xml:space="preserve">(.*?)<\/w:t>/gu)]
      .map((found) =>
        (found[1] ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
      )
      .join(''),
  ]);
}

describe('a draft', () => {
  it('as text begins with a byte order mark and keeps the line ends', () => {
    const { bytes, name, mime } = made('txt');
    expect(decoded(bytes)).toBe(`\ufeff${CLEANED}`);
    expect([name, mime]).toEqual(['甲 乙 发言（定稿）.txt', 'text/plain']);
    expect(made('txt', 'en').name).toBe('甲 乙 发言 (draft).txt');
  });

  it('as Markdown has its headings, and says nothing that it does not mean', () => {
    const text = decoded(made('md').bytes);
    expect(text.startsWith('# 关于甲的发言\n\n区农业农村局局长 李明\n\n')).toBe(true);
    expect(text).toContain('\n\n一是甲事要办好，\\<tag> & 要办实。\n\n');
    expect(text.endsWith('\n\n三是\\*丙\\*事。\n')).toBe(true);
  });

  it('as a Word document has its lines, each in its style', () => {
    expect(paragraphsOf(made('docx').bytes)).toEqual([
      ['Heading1', '关于甲的发言'],
      ['Byline', '区农业农村局局长 李明'],
      ['BodyIndented', '下一步要抓好以下工作：'],
      ['BodyIndented', '一是甲事要办好，<tag> & 要办实。'],
      ['BodyIndented', '二是乙事要办好。'],
      ['BodyIndented', '三是*丙*事。'],
    ]);
  });

  it('as a Word document is read back as it was written, its title as a heading', async () => {
    const { bytes, name } = made('docx');
    const read = await importBytes({ name, bytes });
    if (read.kind !== 'imported') throw new Error(read.kind);
    const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
    expect(lines(read.text)).toEqual(lines(CLEANED));
    expect(read.layout?.paragraphs[0]).toMatchObject({ kind: 'heading', level: 1 });
  });

  it('as a Word document is XML in every part', () => {
    const zip = openZip(made('docx').bytes);
    for (const { name } of zip.entries) {
      const opened: string[] = [];
      readXml(zip.read(name) as Uint8Array, { open: (tag) => void opened.push(tag) });
      expect([name, opened.length > 0]).toEqual([name, true]);
    }
  });

  it('as a log rebuilds the original and says what went, and why', () => {
    const log = JSON.parse(decoded(made('log').bytes)) as DraftLog;
    expect(rebuildOriginal(CLEANED, log)).toBe(TEXT);
    expect(log).toMatchObject({ format: 'leitong-removal-log', version: 1, checks: [], conflicts: [] });
    expect(log.edits[0]?.places).toMatchObject([
      {
        kind: 'measure',
        name: '李明 措施三',
        decisions: [{ pair: 'p', judgement: 'keep-a', note: '重了', kept: '李明 措施一' }],
      },
    ]);
  });

  it('is the same bytes each time', () => {
    for (const format of ['docx', 'zip'] as const) expect(made(format).bytes).toEqual(made(format).bytes);
  });
});

describe('all drafts', () => {
  it('come in one archive, with the logs of those that were changed', () => {
    const { bytes, name } = made('zip');
    const zip = openZip(bytes);
    expect(name).toBe('雷同定稿.zip');
    expect(zip.entries.map((entry) => entry.name)).toEqual([
      '定稿/甲 乙 发言（定稿）.docx',
      '定稿/甲 乙 发言（定稿）.txt',
      '删改记录/甲 乙 发言（删改记录）.json',
      '删改记录/甲 乙 发言（删改记录）.md',
      '定稿/o（定稿）.docx',
      '定稿/o（定稿）.txt',
    ]);
    expect(decoded(zip.read('定稿/甲 乙 发言（定稿）.txt') as Uint8Array)).toBe(`\ufeff${CLEANED}`);
    const log = decoded(zip.read('删改记录/甲 乙 发言（删改记录）.md') as Uint8Array);
    expect(log).toContain('删去 1 条，共 20 字；1 处改序号');
    expect(log).toContain('李明 措施三　20 字　原稿第 62 字起　留李明 措施一　备注：重了');
  });

  it('say how much is done behind each', () => {
    const making = exportDrafts(orderOf('zip', plans, { pairs: [pair], decisions }, 'en'), documents);
    const done: number[] = [];
    for (let step = making.next(); step.done !== true; step = making.next()) done.push(step.value);
    expect(done).toEqual([0.5, 1]);
  });
});
