import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { ReportFormat, ReportOrder } from '../../../src/core/report/order.ts';
import { importBytes } from '../../../src/import/index.ts';
import { openZip } from '../../../src/office/zip.ts';
import { load } from '../../core/reuse/load.ts';
import { makeReport, materialFor, ORDER } from './made-report.ts';

const BODY = '采取现场突击检查、监控等方式定期不定期进行明察暗访，对发现的问题及时处理，绝不手软。';
const NASTY = `${BODY}<script>alert(1)</script><img src=x onerror="alert(2)">&amp;'"`;
const documents = [
  load(
    '=cmd|"/c calc"!A1.txt',
    `# <b>关于</b>张健的发言\n\n区科技局局长 张健\n\n一是${NASTY}\n二是张健说的别的事，与此无关。\n`,
  ),
  load('乙.txt', `# 另一篇\n\n区财政局局长 李明\n\n一是${NASTY}\n`),
];
const DECISIONS = [
  {
    judgement: 'flag' as const,
    reason: '=1+1',
    note: '@SUM(A1)\u0007\ud800 </td></table><script>',
    rewriteA: '-2',
    rewriteB: '+3\r\n',
  },
];
const material = materialFor(documents, DECISIONS);
const made = (format: ReportFormat, order: Partial<ReportOrder> = {}) =>
  makeReport({ format, ...order }, material, documents);

type Node = DefaultTreeAdapterMap['node'];
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
const all = (node: Node): readonly Node[] => [node, ...childrenOf(node).flatMap(all)];
const textOf = (node: Node): string => ('value' in node ? node.value : childrenOf(node).map(textOf).join(''));

/** Rows of a CSV file as RFC 4180 has them. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  for (let found = cell.exec(csv); found !== null; found = cell.exec(csv)) {
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('as HTML', () => {
  it('runs nothing and loads nothing, whatever the texts and names hold', async () => {
    const { text, name } = await made('html');
    expect(name).toBe('雷同报告 2026-11-25.html');
    const nodes = all(parse(text));
    const elements = nodes.flatMap((node) => ('tagName' in node ? [node] : []));
    const tags = new Set(elements.map(({ tagName }) => tagName));
    expect(
      ['script', 'img', 'iframe', 'link', 'object', 'form', 'b:bad'].filter((tag) => tags.has(tag)),
    ).toEqual([]);
    const attributes = elements.flatMap(({ attrs }) => attrs);
    expect(
      attributes.filter(({ name: attribute }) => attribute.startsWith('on') || attribute === 'src'),
    ).toEqual([]);
    const links = attributes.filter(({ name: attribute }) => attribute === 'href').map(({ value }) => value);
    const ids = new Set(
      attributes.filter(({ name: attribute }) => attribute === 'id').map(({ value }) => value),
    );
    expect(links.length).toBeGreaterThan(9);
    expect(links.filter((link) => !link.startsWith('#') || !ids.has(link.slice(1)))).toEqual([]);
    expect(text).toContain("default-src 'none'".replaceAll("'", '&#39;'));
    expect(text).not.toMatch(/https?:|url\(|@import/u);
  });

  it('shows every text as it is, both sides of a clause in one row', async () => {
    const { text } = await made('html');
    const pairs = all(parse(text)).filter(
      (node) =>
        'tagName' in node && node.attrs.some(({ name, value }) => name === 'class' && value === 'pair'),
    );
    expect(pairs.length).toBe(material.findings.length);
    const [pair] = material.findings;
    const cells = all(pairs[0] as Node)
      .filter((node) => 'tagName' in node && node.tagName === 'td')
      .slice(1); // without the one over the signs
    const column = (index: number) =>
      cells
        .filter((_, at) => at % 3 === index && at < cells.length - 3)
        .map(textOf)
        .join('');
    const source = documents[0]?.document.text.slice(pair?.a.span.start, pair?.a.span.end) ?? '';
    expect(column(0)).toBe(source);
    expect(column(2)).toBe(NASTY === source ? NASTY : `一是${NASTY}`);
    expect(text).toContain('@SUM(A1)\u0007\ufffd &lt;/td&gt;');
  });

  it('holds the pictures that it is given in a section of their own, which counts; and none of it without any', async () => {
    const pictures = [{ name: '图<一>', key: '看法', sheets: ['<svg><title>一</title></svg>'] }];
    const { text } = await made('html', { pictures });
    const nodes = all(parse(text)).flatMap((node) => ('tagName' in node ? [node] : []));
    const section = nodes.find(({ attrs }) => attrs.some(({ value }) => value === 'pictures'));
    expect(textOf(section as Node)).toContain('二、总览');
    expect(textOf(section as Node)).toContain('图<一> 看法');
    expect(nodes.filter(({ tagName }) => tagName === 'svg')).toHaveLength(1);
    expect(text).toContain('三、发言人');
    const without = (await made('html')).text;
    expect(without).not.toContain('总览');
    expect(without).toContain('二、发言人');
  });

  it('says that nothing was found, and nothing more', async () => {
    const none = [load('空.txt', '# 春天\n\n区文旅局局长 王小明\n\n春天来了。\n')];
    const { text } = await makeReport({}, materialFor(none), none);
    expect(text).toContain('没有雷同可列');
    expect(text).not.toContain('<article');
    expect(text).not.toContain('NaN');
  });
});

describe('as CSV', () => {
  it('begins with a byte order mark, ends rows with CRLF, and runs no formula', async () => {
    const { text, bytes } = await made('csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = rowsOf(text.slice(1));
    const cells = rows.flat().filter((cell) => Number.isNaN(Number(cell)) || cell === '');
    expect(cells.filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
    expect(cells).toContain("'=1+1");
    expect(cells).toContain("'+3\r\n");
    expect(cells).toContain(`'=cmd|"/c calc"!A1.txt`);
    expect(cells.some((cell) => cell.includes('前面加了一个撇号'))).toBe(true);
    expect(
      text
        .slice(1)
        .replaceAll(/"(?:[^"]|"")*"/gu, '')
        .replaceAll('\r\n', ''),
    ).not.toMatch(/[\r\n]/u);
  });

  it('has a row for every finding, which its table’s name marks', async () => {
    const rows = rowsOf((await made('csv')).text.slice(1));
    const listed = rows.filter(([table]) => table === '雷同清单');
    expect(listed.map(([, number]) => Number(number))).toEqual(
      material.findings.map((_, index) => index + 1),
    );
    expect(listed[0]).toContain(`一是${NASTY}`);
  });
});

describe('as a workbook', () => {
  it('holds texts as shared strings and never a formula', async () => {
    const { bytes } = await made('xlsx');
    const zip = openZip(bytes);
    const read = (path: string) => new TextDecoder().decode(zip.read(path) ?? new Uint8Array());
    const sheets = zip.entries.map(({ name }) => name).filter((name) => /sheet\d+\.xml$/u.test(name));
    expect(sheets.length).toBe(8);
    for (const sheet of sheets) expect(read(sheet)).not.toMatch(/<f[ >]/u);
    expect(read('xl/workbook.xml')).toMatch(/重复情况.*发言人.*雷同清单.*两两对照/su);
    const strings = read('xl/sharedStrings.xml');
    expect(strings).toContain('>=1+1<');
    expect(strings).toContain('@SUM(A1)□□ ');
  });

  it('is read back with the same texts', async () => {
    const { bytes, name } = await made('xlsx');
    const read = await importBytes({ name, bytes });
    if (read.kind !== 'imported') throw new Error(read.kind);
    expect(read.text).toContain(`一是${NASTY}`);
    expect(read.text).toContain('=cmd|"/c calc"!A1.txt');
  });

  it('cuts what a cell cannot hold, and says so', async () => {
    const long = '很长的一段话，'.repeat(6_000);
    const { bytes } = await makeReport(
      { format: 'xlsx' },
      materialFor(documents, [{ note: long }]),
      documents,
    );
    const strings = new TextDecoder().decode(openZip(bytes).read('xl/sharedStrings.xml') ?? new Uint8Array());
    expect(strings).toContain(`>${long.slice(0, 32_767)}<`);
    expect(strings).toContain('只列前 32767 字');
  });
});

describe('as JSON', () => {
  const schema = JSON.parse(readFileSync('src/export/report/report.schema.json', 'utf8')) as object;
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

  it.each(['zh-CN', 'en'] as const)('is what its schema says, in %s, masked and not', async (language) => {
    for (const isMasked of [true, false]) {
      const { text } = await made('json', {
        language,
        isMasked,
        limits: [{ kind: 'pairs-capped', count: 3 }],
      });
      validate(JSON.parse(text));
      expect(validate.errors).toBeNull();
    }
  });

  it('keeps every character, halves of surrogate pairs too', async () => {
    const report = JSON.parse((await made('json')).text) as {
      findings: { decision: object; a: { text: string } }[];
    };
    expect(report.findings[0]?.decision).toEqual({
      judgement: 'flag',
      reason: '=1+1',
      note: DECISIONS[0]?.note,
    });
    expect(report.findings[0]?.a.text).toBe(`一是${NASTY}`);
  });

  it('would not pass with a field too many or too few', async () => {
    const report = JSON.parse((await made('json')).text) as Record<string, unknown>;
    expect(validate({ ...report, more: 1 })).toBe(false);
    const { limits: _, ...less } = report;
    expect(validate(less)).toBe(false);
  });
});

describe('masked', () => {
  it.each(['html', 'csv', 'json'] as const)(
    'names nobody outside of the texts themselves, as %s',
    async (format) => {
      const noted = materialFor(documents, [{ judgement: 'flag', note: '请张健改', reason: '张健' }]);
      const { text } = await makeReport({ format, isMasked: true }, noted, documents);
      expect(text).not.toContain('李明');
      expect(text).not.toContain('张健');
      expect(text).toContain('请甲改');
      expect(text).toContain('姓名已隐去');
      const plain = await makeReport({ format }, noted, documents);
      expect(plain.text).toContain('李明');
      expect(plain.text).not.toContain('姓名已隐去');
    },
  );

  it('calls people by letters in English', async () => {
    const { text } = await made('json', { isMasked: true, language: 'en' });
    const { speakers } = JSON.parse(text) as { speakers: { speaker: string }[] };
    expect(speakers.map(({ speaker }) => speaker)).toEqual(['A', 'B']);
  });
});

it('says what it is of', async () => {
  const { text } = await made('html', {
    listed: new Uint32Array(),
    isFiltered: true,
    isDecidedOnly: true,
    isPartial: true,
  });
  expect(text).toContain(`只列符合筛选条件、已处理的 0 条，共 ${material.findings.length} 条`);
  expect(text).toContain('比对没有完成');
  expect(ORDER.listed).toBeNull();
});
