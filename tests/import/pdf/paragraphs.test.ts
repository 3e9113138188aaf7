import { describe, expect, test } from 'vitest';
import type { SetLine } from '../../../src/import/pdf/frames.ts';
import { habitsOf } from '../../../src/import/pdf/habits.ts';
import { paragraphsOf } from '../../../src/import/pdf/paragraphs.ts';

/** Characters in a full line, of a width each; Latin letters are half as wide. */
const WIDTH = 20;

/**
 * Lines as they stand on pages: a full-width space at the beginning is an indent of one character, an empty line is
 * more room, `===` begins a page, `##` sets the line in letters one and a half times as large.
 */
function page(drawing: string): readonly SetLine[] {
  const lines: SetLine[] = [];
  let gap: number | null = null;
  let number = 1;
  for (const drawn of drawing.replaceAll(/^\s*\n|\n *$/gu, '').split('\n')) {
    const bare = drawn.replace(/^ +/u, '');
    if (bare === '===') {
      gap = null;
      number++;
      continue;
    }
    if (bare === '') {
      if (gap !== null) gap += 15;
      continue;
    }
    const isLarge = bare.startsWith('##');
    const text = isLarge ? bare.slice(2) : bare;
    const indent = text.length - text.replace(/^　+/u, '').length;
    const shown = text.slice(indent);
    const width = [...shown].reduce((sum, each) => sum + (each < '\u0100' ? 0.5 : 1), 0);
    const size = isLarge ? 15 : 10;
    const room = (WIDTH * 10) / size;
    lines.push({
      text: shown,
      indent,
      slack: room - indent - width,
      size,
      font: 'f',
      gap,
      page: number,
      textAt: null,
    });
    gap = 15;
  }
  return lines;
}

function paragraphs(drawing: string): readonly string[] {
  const lines = page(drawing);
  return paragraphsOf(lines, habitsOf(lines)).map(({ text }) => text);
}

describe('a paragraph', () => {
  test('begins with an indent', () => {
    expect(
      paragraphs(`
        　　一是改善环境，认真听取企业和群众意
        见，逐项落实问题清单，做到件件有着落。
        　　二是加强队伍建设，对不作为的干部及
        时提醒。
      `),
    ).toEqual([
      '一是改善环境，认真听取企业和群众意见，逐项落实问题清单，做到件件有着落。',
      '二是加强队伍建设，对不作为的干部及时提醒。',
    ]);
  });

  test('that fills its line exactly ends with its sentence', () => {
    expect(
      paragraphs(`
        　　一是改善环境，听取企业和群众意见。。
        　　二是加强队伍建设，对不作为的干部及
        时提醒。
      `),
    ).toHaveLength(2);
  });

  test('ends where a line is not full, though none is indented', () => {
    expect(
      paragraphs(`
        各乡镇人民政府，县政府各部门，各直属事业
        单位：
        经县政府同意，现将有关事项通知如下，请认
        真落实。
      `),
    ).toEqual([
      '各乡镇人民政府，县政府各部门，各直属事业单位：',
      '经县政府同意，现将有关事项通知如下，请认真落实。',
    ]);
  });

  test('begins where there is more room', () => {
    expect(
      paragraphs(`
        改善环境，认真听取企业和群众意见，逐项落
        实问题清单，做到件件有着落、事事有回音。

        加强队伍建设，对不作为的干部及时提醒，对
        敢作为的干部大胆使用，坚持严管和厚爱结合

        突出重点项目建设，每月通报一次结果。
      `),
    ).toHaveLength(3);
  });

  test('goes on behind the page', () => {
    const drawing = `
      　　一是改善环境，认真听取企业和群众意
      见，逐项落实问题清单，做到件件有着落，不
      ===
      让群众跑第二次，对不作为的干部及时提醒，
      还要督查。
      　　二是加强队伍建设。
      ===
      　　三是突出重点项目，每月通报一次结果。
    `;
    expect(paragraphs(drawing)).toHaveLength(3);
    const lines = page(drawing);
    expect(paragraphsOf(lines, habitsOf(lines)).map((each) => each.page)).toEqual([1, 2, 3]);
  });

  test('without an indent goes on behind the page when its last line there is full', () => {
    const first = '改善环境，认真听取企业和群众意见，逐项落';
    expect(paragraphs(`${first}\n${first}\n===\n${first}\n实。`)).toHaveLength(1);
    const ended = '改善环境，认真听取企业和群众意见，逐项做。';
    expect(paragraphs(`${first}\n${ended}\n===\n${first}\n实。`)).toHaveLength(1);
    expect(paragraphs(`${first}\n${ended.slice(2)}\n===\n${first}\n实。`)).toHaveLength(2);
  });

  test('hangs behind its number', () => {
    expect(
      paragraphs(`
        1．改善环境，认真听取企业和群众意见，逐项
        　　落实问题清单，做到件件有着落、事有
        　　回音。
        2．加强队伍建设，对不作为的干部及时提醒，
        　　对敢作为的干部大胆使用。
      `),
    ).toEqual([
      '1．改善环境，认真听取企业和群众意见，逐项落实问题清单，做到件件有着落、事有回音。',
      '2．加强队伍建设，对不作为的干部及时提醒，对敢作为的干部大胆使用。',
    ]);
  });

  test('in the middle over two lines is one title, and what stands beneath it is not', () => {
    expect(
      paragraphs(`
        ##　关于进一步改善营商环境
        ##　　　　　的通知
        　　　　　　（2024年7月）
        　　　　　　　李明华
        各乡镇人民政府，县政府各部门，各直属事业
        单位，请认真落实。
      `),
    ).toEqual([
      '关于进一步改善营商环境的通知',
      '（2024年7月）',
      '李明华',
      '各乡镇人民政府，县政府各部门，各直属事业单位，请认真落实。',
    ]);
  });

  test('of Latin words keeps them apart, and puts a cut word together', () => {
    expect(
      paragraphs(
        'every enterprise finds an answer at once\nhere, and no letter waits for a quali-\nfied reply',
      ),
    ).toEqual(['every enterprise finds an answer at once here, and no letter waits for a qualified reply']);
  });

  test('whose line ends before a long word that had no room goes on', () => {
    expect(paragraphs('every enterprise finds its\nincomprehensibilities there, as before')).toHaveLength(1);
  });
});
