import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readStructure } from '../../src/core/structure/structure.ts';
import type { ImportedText } from '../../src/core/text/imported.ts';
import { readRows } from '../../src/import/csv.ts';
import { importBytes } from '../../src/import/index.ts';
import { formatCell } from '../../src/import/xlsx/cell-format.ts';
import { encode } from './encoded.ts';
import { fuzz } from './fuzz.ts';

const TABLE = `序号,发言人,单位,职务,标题,内容,联系电话
1,李明,区财政局,局长,强化资金保障 助力高质量发展,"同志们，一年来我局做了以下工作。
一是加强预算管理。严格执行预算，压减一般性支出。
二是盘活存量资金，统筹用于""三保""。",0531-888
2,王强,区教育局,党组书记,办好人民满意的教育,一是加强预算管理。二是推进教育均衡。,0531-777
3,赵敏,区住建局,,一、改善人居环境,首先，推进老旧小区改造。其次，完善设施。,
`;

async function textOf(name: string, bytes: Uint8Array): Promise<ImportedText> {
  const imported = await importBytes({ name, bytes });
  if (imported.kind !== 'imported') throw new Error(JSON.stringify(imported));
  return imported;
}

/** Title, speaker, role and number of measures of each speech. */
function speechesOf({ text, layout }: ImportedText): readonly string[] {
  return readStructure(text, [], layout).map(
    ({ title, speaker, role, measures }) => `${title}|${speaker}|${role}|${measures.length}`,
  );
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('csv', () => {
  it('reads a row as a speech, by the names of the columns', async () => {
    const imported = await textOf('发言.csv', utf8(TABLE));
    expect(speechesOf(imported)).toEqual([
      '强化资金保障 助力高质量发展|李明|区财政局局长|2',
      '办好人民满意的教育|王强|区教育局党组书记|2',
      '一、改善人居环境|赵敏|区住建局|2',
    ]);
    expect(imported.text).toContain('统筹用于"三保"。');
    expect(imported.text).not.toContain('0531');
  });

  it.each([
    ['GB18030', encode(TABLE, 'gb18030'), 'gb18030'],
    ['a byte order mark', utf8(`\ufeff${TABLE}`), 'utf-8'],
    ['tabs', utf8(TABLE.replaceAll(',', '\t')), 'utf-8'],
    ['semicolons', utf8(TABLE.replaceAll(',', ';')), 'utf-8'],
    ['carriage returns', utf8(TABLE.replaceAll('\n', '\r\n')), 'utf-8'],
    ['a table title above', utf8(`发言汇总表,,,,,,\n${TABLE}`), 'utf-8'],
  ])('whatever it is written with: %s', async (_name, bytes, encoding) => {
    const imported = await textOf('发言.csv', bytes);
    expect(speechesOf(imported).slice(-3)).toHaveLength(3);
    expect(imported.text).toContain('区财政局局长 李明');
    expect(imported.encoding).toBe(encoding);
  });

  it('tells speakers and text without names of columns', async () => {
    const table = '张华,一是加强预算管理。严格执行预算。\n刘洋,一是盘活存量资金。二是保障基本民生。\n';
    expect(speechesOf(await textOf('a.csv', utf8(table)))).toEqual(['|张华||1', '|刘洋||2']);
  });

  it('takes speakers and titles as the table has them, and adds no word of its own', async () => {
    const table = `发言人,标题,内容
甲方代表,抓早,一是加强预算管理。
John Smith,,"李明：我同意上面的意见，再补充两点。
区教育局局长 王强"
王　强,2021-03-05,二是推进教育均衡。
`;
    const imported = await textOf('a.csv', utf8(table));
    expect(speechesOf(imported)).toEqual(['抓早|甲方代表||1', '|John Smith||0', '2021-03-05|王强||0']);
    expect(imported.text).toBe(
      '抓早\n甲方代表\n\n一是加强预算管理。\n\nJohn Smith\n\n李明：我同意上面的意见，再补充两点。\n区教育局局长 王强\n\n2021-03-05\n王　强\n\n二是推进教育均衡。',
    );
  });

  it('numbers measures as the table does', async () => {
    const table = '序号,措施\n1,加强预算管理，压减一般性支出。\n2,盘活存量资金，统筹使用。\n';
    const { text, layout } = await textOf('a.csv', utf8(table));
    expect(text).toBe('1、加强预算管理，压减一般性支出。\n2、盘活存量资金，统筹使用。');
    expect(layout?.paragraphs.map(({ number }) => number)).toEqual(['1、', '2、']);
  });

  it('keeps every cell of a table that holds no prose', async () => {
    expect((await textOf('a.csv', utf8('科目,金额\n水费,12\n'))).text).toBe('科目\n金额\n水费\n12');
  });

  it.each([
    [
      'a,"b\n""c""",d\r\ne,,f\n',
      [
        ['a', 'b\n"c"', 'd'],
        ['e', '', 'f'],
      ],
    ],
    [
      'a,b"c\nd,e',
      [
        ['a', 'b"c'],
        ['d', 'e'],
      ],
    ],
    [
      'a,"b\nd,e',
      [
        ['a', '"b'],
        ['d', 'e'],
      ],
    ],
    ['sep=|\na,b|c', [['a,b', 'c']]],
    ['a,', [['a', '']]],
  ])('cells of %j', (table, rows) => {
    expect(readRows(table)).toEqual(rows);
  });

  it('survives mutations', () => fuzz('a.csv', utf8(TABLE)));
});

describe('how tables are read', () => {
  const UNKNOWN =
    '汇总表,,\n编码,姓,汇报材料\nA1,李明,"加强预算管理，\n严格执行预算。"\nA1,李明,盘活存量资金，统筹使用。\n';
  const source = { name: 'a.csv', bytes: utf8(UNKNOWN) };
  const order = { ask: 'unsure', readings: {}, otherwise: null } as const;

  async function samples(given: typeof source, ask: 'unsure' | 'always' = 'unsure') {
    const imported = await importBytes({ ...given, tables: { ...order, ask } });
    return imported.kind === 'tables' ? imported.tables : [];
  }

  it('is asked where the names of the columns do not tell, or on wish', async () => {
    const [sample] = await samples(source);
    expect(sample).toMatchObject({ heading: 1, rowCount: 4, columnCount: 3, name: '' });
    expect(await samples({ name: 'b.csv', bytes: utf8(TABLE) })).toEqual([]);
    expect(await samples({ name: 'b.csv', bytes: utf8(TABLE) }, 'always')).toMatchObject([
      {
        heading: 0,
        reading: { isHeaded: true, uses: ['number', 'speaker', 'body', 'position', 'title', 'text', null] },
      },
    ]);
    expect(await samples({ name: 'c.csv', bytes: utf8('科目,金额\n水费,12\n') })).toEqual([]);
  });

  it('is as was answered: a row a speech, or a cell a measure', async () => {
    const key = (await samples(source))[0]?.key ?? '';
    const read = async (per: 'row' | 'cell', isHeaded: boolean) => {
      const reading = { isHeaded, per, uses: [null, 'speaker', 'text'] } as const;
      const imported = await importBytes({ ...source, tables: { ...order, readings: { [key]: reading } } });
      return imported.kind === 'imported' ? imported.text : imported.kind;
    };
    expect(await read('row', true)).toBe(
      '汇总表\n\n李明\n\n加强预算管理，\n严格执行预算。\n盘活存量资金，统筹使用。',
    );
    expect(await read('cell', true)).toBe(
      '汇总表\n\n李明\n\n加强预算管理，严格执行预算。\n盘活存量资金，统筹使用。',
    );
    expect(await read('cell', false)).toContain('汇总表\n\n姓\n\n汇报材料\n\n李明');
  });

  it('has the same key for the same names of columns, whatever stands around them', async () => {
    const other = '2024 年汇总表,,\n编码,姓,汇报材料\nB7,王强,推进教育均衡，加强师资培养。\n';
    const [one, two] = await Promise.all(
      [source, { name: 'b.csv', bytes: utf8(other) }].map((each) => samples(each)),
    );
    expect(one?.[0]?.key).toBe(two?.[0]?.key);
  });

  it('shows no more of a table than can be overlooked', async () => {
    const row = (n: number) =>
      Array.from({ length: 400 }, (_, i) => `第${n}行第${i}格${'长'.repeat(300)}`).join(',');
    const wide = Array.from({ length: 60 }, (_, n) => row(n)).join('\n');
    const [sample] = await samples({ name: 'wide.csv', bytes: utf8(wide) });
    expect(sample).toMatchObject({ rowCount: 60, columnCount: 400 });
    expect(sample?.rows).toHaveLength(20);
    expect(sample?.rows[0]).toHaveLength(256);
    expect(sample?.rows[0]?.[0]?.length).toBeLessThan(130);
    expect(sample?.reading.uses.length).toBeLessThanOrEqual(256);
  });
});

describe('json', () => {
  const records = [
    {
      speaker: '李明',
      role: '区财政局局长',
      title: '强化资金保障',
      text: '一是加强预算管理。二是盘活资金。',
    },
    { speaker: '王强', role: '区教育局局长', title: '办好教育', text: ['一是推进均衡。', '二是加强师资。'] },
  ];

  it.each([
    ['a list', 'a.json', JSON.stringify(records)],
    ['lines', 'a.jsonl', records.map((record) => JSON.stringify(record)).join('\n')],
    ['a list inside', 'a.json', JSON.stringify({ data: records })],
    [
      'lines of which the last is cut off',
      'a.jsonl',
      `${records.map((each) => JSON.stringify(each)).join('\n')}\n{"te`,
    ],
  ])('reads %s of speeches', async (_name, name, content) => {
    expect(speechesOf(await textOf(name, utf8(content)))).toEqual([
      '强化资金保障|李明|区财政局局长|2',
      '办好教育|王强|区教育局局长|2',
    ]);
  });

  it('makes a document of each series that passim would read', async () => {
    const lines = [
      { id: '2021-01-02-1', series: '乙报', text: '一是加强预算管理。' },
      { id: '2021-01-02-2', series: '甲/报', text: '二是盘活存量资金。' },
      { id: '2021-01-03-7', series: '乙报', text: '三是严肃财经纪律。' },
    ];
    const content = lines.map((line) => JSON.stringify(line)).join('\n');
    const archive = await importBytes({ name: 'a.jsonl', bytes: utf8(content) });
    if (archive.kind !== 'archive') throw new Error(archive.kind);
    expect(archive.files.map(({ name }) => name)).toEqual(['甲／报.jsonl', '乙报.jsonl']);
    const imported = await textOf(archive.files[1]!.name, archive.files[1]!.bytes);
    expect(speechesOf(imported)).toEqual(['2021-01-02-1|||1', '2021-01-03-7|||0']);
  });

  it.each(['{"a": 1}', '[1, 2]', '{"text": ', '一是好。'])('%s stays text', async (content) => {
    const imported = await textOf('a.json', utf8(content));
    expect(imported).toMatchObject({ text: content, layout: null });
  });

  it('survives mutations', () => fuzz('a.json', utf8(JSON.stringify(records))));
});

/** A workbook of sheets as XML. */
function workbook(
  sheets: readonly { name: string; state?: string; data: string; before?: string; after?: string }[],
): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const related = (entries: readonly (readonly [id: string, type: string, target: string])[]) =>
    strToU8(
      `<Relationships>${entries
        .map(
          ([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`,
        )
        .join('')}</Relationships>`,
    );
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': related([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets
        .map(({ name, state = 'visible' }, i) => `<sheet name="${name}" state="${state}" r:id="s${i}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': related([
      ...sheets.map((_, i) => [`s${i}`, 'worksheet', `/xl/worksheets/sheet${i}.xml`] as const),
      ['x', 'sharedStrings', 'sharedStrings.xml'],
      ['y', 'styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': strToU8(
      '<sst><si><t>发言人</t></si><si><t>正文</t></si><si><r><t>李</t></r><r><t>明</t></r><rPh sb="0" eb="1"><t>LI</t></rPh></si></sst>',
    ),
    'xl/styles.xml': strToU8(
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    ),
    ...Object.fromEntries(
      sheets.map(({ data, before = '<worksheet>', after = '' }, i) => [
        `xl/worksheets/sheet${i}.xml`,
        strToU8(`${before}<sheetData>${data}</sheetData>${after}</worksheet>`),
      ]),
    ),
  });
}

const inline = (words: string) => `<is><t>${words}</t></is>`;
const SPEECHES = {
  name: '发言',
  data: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="inlineStr">${inline('一是加强预算管理。')}</c></row>
<row r="3"><c r="B3" t="str"><v>二是盘活资金。_x000D_</v></c></row>
<row r="5"><c r="A5" t="inlineStr">${inline('王强')}</c><c r="B5" t="inlineStr">${inline('一是推进均衡。')}</c></row>`,
  after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
};

describe('xlsx', () => {
  it('reads a row as a speech, and rows under one merged speaker as one', async () => {
    const imported = await textOf('a.txt', workbook([SPEECHES]));
    expect(imported.text).toBe('李明\n\n一是加强预算管理。\n二是盘活资金。\n\n王强\n\n一是推进均衡。');
    expect(speechesOf(imported)).toEqual(['|李明||2', '|王强||1']);
  });

  it('names sheets where there are several, and leaves hidden ones out', async () => {
    const other = { name: '备注', data: '<row><c s="1"><v>43831</v></c><c><v>0.1</v></c></row>' };
    const hidden = {
      name: '底稿',
      state: 'hidden',
      data: `<row><c t="inlineStr">${inline('秘密')}</c></row>`,
    };
    const imported = await textOf('a.xlsx', workbook([SPEECHES, hidden, other]));
    expect(imported.text).toMatch(/^发言\n\n李明\n/u);
    expect(imported.text).toMatch(/备注\n\n2020年1月\n0\.1$/u);
    expect(imported.text).not.toContain('秘密');
    expect(speechesOf(imported)).toEqual(['|李明||2', '|王强||1', '备注|||0']);
  });

  it('leaves hidden rows and columns out', async () => {
    const row = (hidden: string, ...words: readonly string[]) =>
      `<row${hidden}>${words.map((each) => `<c t="inlineStr">${inline(each)}</c>`).join('')}</row>`;
    const data = `${row('', '发言人', '电话', '内容')}${row('', '李明', '不读的号码', '一是加强预算管理。')}${row(' hidden="1"', '王强', '', '这一行是隐藏的。')}`;
    const sheet = workbook([{ name: 'a', data }]);
    expect((await textOf('a.xlsx', sheet)).text).toBe('李明\n\n一是加强预算管理。');
    const columns = '<worksheet><cols><col min="3" max="3" hidden="true"/></cols>';
    const { text } = await textOf('a.xlsx', workbook([{ name: 'a', data, before: columns }]));
    expect(text).not.toContain('预算');
  });

  it.each([
    [43831, 'yyyy/m/d', '2020/1/1'],
    [43831.75, 'yyyy-mm-dd hh:mm', '2020-01-01 18:00'],
    [0.5, 'h:mm AM/PM', '12:00 下午'],
    [43831, 'General', '43831'],
    [0.125, '0.0%', '12.5%'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [0.1 + 0.2, 'General', '0.3'],
    [7, '000', '007'],
    [3, '"第"0"名"', '3'],
  ])('shows %d as %s: %s', (value, code, shown) => {
    expect(formatCell(value, code, false)).toBe(shown);
  });

  it('refuses cells without end', async () => {
    const rows = Array.from({ length: 400 }, () => '<row><c r="XFD1"><v>1</v></c></row>').join('');
    expect(await importBytes({ name: 'a.xlsx', bytes: workbook([{ name: 'a', data: rows }]) })).toEqual({
      kind: 'failed',
      problem: 'overfull',
    });
  });

  it('survives mutations', async () => {
    await fuzz('a.xlsx', workbook([SPEECHES]));
    await fuzz('a.xlsx', strToU8(SPEECHES.data), undefined, (data) =>
      workbook([{ name: 'a', data: new TextDecoder().decode(data) }]),
    );
  });
});
