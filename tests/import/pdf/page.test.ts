import { describe, expect, test } from 'vitest';
import { readableText, withoutGaps } from '../../../src/import/pdf/characters.ts';
import { stretchesOf } from '../../../src/import/pdf/columns.ts';
import type { Fragment } from '../../../src/import/pdf/fragments.ts';
import { setLines } from '../../../src/import/pdf/frames.ts';
import { linesOf } from '../../../src/import/pdf/lines.ts';
import { withoutRunningLines } from '../../../src/import/pdf/running.ts';
import { withTables } from '../../../src/import/pdf/tables.ts';

const SIZE = 10;

/** A run of text, a square for each character; Latin letters take half of one. */
function run(text: string, x: number, y: number, size = SIZE): Fragment {
  const width = [...text].reduce((sum, each) => sum + (each < '\u0100' ? 0.5 : 1), 0) * size;
  return { text, x, y, width, size, font: 'f' };
}

function textsOf(fragments: readonly Fragment[]): readonly string[] {
  return linesOf(fragments).map(({ text }) => withoutGaps(text));
}

describe('characters', () => {
  test.each([
    ['⼀是进⼀步改善⼯作', '一是进一步改善工作'],
    ['⻓期⻅效的⻛⽓', '长期见效的风气'],
    ['eﬃcient oﬃces ﬁrst', 'efficient offices first'],
    ['１２３，ＡＢＣ', '１２３，ＡＢＣ'], // full width is meant
    ['①②③', '①②③'],
    ['改 善 环 境', '改善环境'],
    ['2024 年 7 月', '2024年7月'],
    ['one  two\u00a0three', 'one two three'],
    ['entitled “GNU” here', 'entitled “GNU” here'],
    ['称为 “改善” 的', '称为“改善”的'],
  ])('%s is read as %s', (shown, meant) => {
    expect(withoutGaps(readableText(shown))).toBe(meant);
  });
});

describe('lines', () => {
  test('are put together from runs in any order, from left to right and from top to bottom', () => {
    expect(
      textsOf([run('落实', 40, 120), run('改善', 0, 100), run('逐项', 20, 120.5), run('环境', 20, 100)]),
    ).toEqual(['改善环境', '逐项落实']);
  });

  test('have a space between words and where there is much room, and none else', () => {
    expect(textsOf([run('open', 0, 0), run('until', 23, 0)])).toEqual(['open until']);
    expect(textsOf([run('of', 0, 0), run('fice', 10.2, 0)])).toEqual(['office']);
    expect(textsOf([run('县长', 0, 0), run('李明华', 40, 0)])).toEqual(['县长 李明华']);
    expect(textsOf([run('年内新建', 0, 0), run('120', 42.5, 0), run('公里', 60, 0)])).toEqual([
      '年内新建120公里',
    ]);
  });

  test('hold what is raised in them', () => {
    expect(textsOf([run('落实', 0, 100), run('1', 20, 96, 6), run('。', 24, 100)])).toEqual(['落实1。']);
  });

  test('that are drawn apart or printed twice are read once', () => {
    expect(textsOf([run('通', 0, 0), run('知', 40, 0)])).toEqual(['通知']);
    expect(textsOf([run('通知', 0, 0), run('通知', 0.4, 0)])).toEqual(['通知']);
  });
});

test('a number is as near to its text as its mark has it', () => {
  const set = (fragments: readonly Fragment[]) =>
    setLines(linesOf(fragments), { left: 0, right: 300 }, 1).map(({ text }) => text);
  expect(set([run('1．', 0, 0), run('改善环境', 40, 0)])).toEqual(['1．改善环境']);
  expect(set([run('（一）', 0, 0), run('改善环境', 45, 0)])).toEqual(['（一）改善环境']);
  expect(set([run('第一条', 0, 0), run('改善环境', 45, 0)])).toEqual(['第一条 改善环境']);
});

describe('columns', () => {
  const full = '改善环境听取企业和群众意见逐项落实';
  const side = (x: number, from: number, rows: number, name: string) =>
    Array.from({ length: rows }, (_, i) => run(`${name}${i}${full}`, x, from + 15 * i));

  test('are read one after the other, between what goes across', () => {
    const fragments = [
      run(`题${full}${full}`, 20, 50),
      ...side(0, 80, 6, '左'),
      ...side(200, 84, 6, '右'),
      run(`尾${full}${full}`, 20, 200),
    ];
    const stretches = stretchesOf(linesOf(fragments));
    expect(stretches.map(({ column }) => column)).toEqual([0, 1, 2, 0]);
    expect(stretches.flatMap(({ lines }) => lines.map(({ text }) => text[0])).join('')).toBe(
      '题左左左左左左右右右右右右尾',
    );
  });

  test('stay apart where punctuation hangs into the gap between them', () => {
    const lines = (x: number, words: string) =>
      Array.from({ length: 6 }, (_, i) => run(words.repeat(10), x, 15 * i));
    const fragments = [
      ...lines(0, '左'),
      ...lines(220, '右'),
      run(`${'左'.repeat(20)}，`, 0, 90),
      run('右'.repeat(20), 220, 90),
    ].map((each) => ({ ...each, width: Math.min(each.width, each.text.endsWith('，') ? 210 : 200) }));
    const stretches = stretchesOf(linesOf(fragments));
    expect(stretches.map(({ column, lines: its }) => [column, its.length])).toEqual([
      [1, 7],
      [2, 7],
    ]);
  });

  test('are not seen where a table has cells', () => {
    const fragments = Array.from({ length: 8 }, (_, i) => [
      run('事项', 0, 15 * i),
      run('办公室', 200, 15 * i),
    ]).flat();
    expect(stretchesOf(linesOf(fragments)).map(({ column }) => column)).toEqual([0]);
  });
});

describe('tables', () => {
  const cells = (fragments: readonly Fragment[]) =>
    withTables(linesOf(fragments)).pieces.map((each) => ('cells' in each ? each.cells : each.text));

  test('are read row by row, a cell of two lines as one', () => {
    expect(
      cells([
        run('分工如下', 20, 0),
        run('事项', 0, 30),
        run('要求', 100, 30),
        run('部门', 250, 30),
        run('安全', 0, 60),
        run('全面排查一次，发', 100, 60),
        run('各乡镇', 250, 60),
        run('现立即整改', 100, 73),
        run('项目', 0, 103),
        run('通报', 100, 103),
        run('办公室', 250, 103),
      ]),
    ).toEqual([
      '分工如下',
      ['事项', '要求', '部门'],
      ['安全', '全面排查一次，发现立即整改', '各乡镇'],
      ['项目', '通报', '办公室'],
    ]);
  });

  test('rows may be as near as lines of a text', () => {
    const rows = [
      ['部门', '任务', '时限'],
      ['办公室', '通报', '六月'],
      ['工信局', '项目调度', '七月'],
    ];
    const fragments = rows.flatMap((row, i) => row.map((cell, j) => run(cell, 100 * j, 14 * i)));
    expect(cells(fragments)).toEqual(rows);
  });

  test('rows as near as the lines of a cell are told by their numbers', () => {
    const row = (y: number, ...words: readonly string[]) =>
      words.map((text, i) => run(text, [0, 60, 250][i] as number, y));
    expect(
      cells([
        ...row(30, '序号', '任务', '单位'),
        ...row(43, '1', '排查重大隐患', '应急局'),
        ...row(56, '2', '整治道路，完善标志', '交通局'),
        run('标线', 60, 69),
      ]),
    ).toEqual([
      ['序号', '任务', '单位'],
      ['1', '排查重大隐患', '应急局'],
      ['2', '整治道路，完善标志标线', '交通局'],
    ]);
  });

  test('cells that stand close are told apart by the columns above', () => {
    expect(
      cells([
        run('要求', 0, 0),
        run('部门', 105, 0),
        run('凡是能在网上办的事项', 0, 20),
        run('办公室', 105, 20),
      ]),
    ).toEqual([
      ['要求', '部门'],
      ['凡是能在网上办的事项', '办公室'],
    ]);
  });

  test('numbers before their texts are none', () => {
    expect(
      cells([run('1．', 0, 0), run('改善环境', 40, 0), run('2．', 0, 20), run('加强建设', 40, 20)]),
    ).toEqual(['1． 改善环境', '2． 加强建设']);
  });
});

describe('running lines', () => {
  const HEIGHT = 842;
  const read = (...pages: readonly (readonly Fragment[])[]) =>
    withoutRunningLines(
      pages.map((fragments, i) => ({ number: i + 1, height: HEIGHT, lines: linesOf(fragments) })),
    ).map(({ lines }) => lines.map(({ text }) => text));

  test.each(['— #  —', '- # -', '第 # 页 共 3 页', '#/3', '#', 'Page # of 3', '·#·', '第#页'])(
    'page numbers go: %s',
    (form) => {
      const pages = [1, 2, 3].map((number) => [
        run('正文改善', 0, 400),
        run(form.replace('#', String(number)), 250, 800),
      ]);
      expect(read(...pages)).toEqual([['正文改善'], ['正文改善'], ['正文改善']]);
    },
  );

  test('headers that repeat go, on left pages and right pages', () => {
    const head = (text: string) => [run(text, 200, 40), run(`正文${text}`, 0, 400)];
    expect(read(head('某县'), head('纪要'), head('某县'), head('纪要'))).toEqual([
      ['正文某县'],
      ['正文纪要'],
      ['正文某县'],
      ['正文纪要'],
    ]);
  });

  test('headers as near as a line of the text go where three pages have them', () => {
    const page = (i: number) => [
      run('内部资料', 0, 40),
      run(`第${'甲乙丙'.charAt(i)}页正文第一行`, 0, 55),
      run('正文第二行', 0, 70),
      run('正文第三行', 0, 85),
    ];
    expect(read(page(0), page(1)).map(([first]) => first)).toEqual(['内部资料', '内部资料']);
    expect(read(page(0), page(1), page(2)).flat()).not.toContain('内部资料');
  });

  test('what repeats in the middle of the page, and a number that does not count, stay', () => {
    const page = (number: string) => [run('一、总体要求', 0, 300), run(number, 250, 790)];
    expect(read(page('58'), page('12'), page('90'))).toEqual([
      ['一、总体要求', '58'],
      ['一、总体要求', '12'],
      ['一、总体要求', '90'],
    ]);
  });

  test('a single page has a number when it says so', () => {
    expect(read([run('正文', 0, 400), run('— 1 —', 250, 800)])).toEqual([['正文']]);
    expect(read([run('正文', 0, 400), run('1 / 2', 250, 800)])).toEqual([['正文']]);
    expect(read([run('正文', 0, 400), run('2024', 250, 800)])).toEqual([['正文', '2024']]);
    expect(read([run('正文', 0, 400), run('12 34', 250, 800)])).toEqual([['正文', '12 34']]);
  });

  test('footnotes of like words are none', () => {
    const page = (mark: string) => [
      run('正文', 0, 400),
      run(`${mark}这里说的是${Number(mark) * 4}月的数据`, 0, 780),
    ];
    expect(read(page('1'), page('2')).flat()).toHaveLength(4);
  });
});
