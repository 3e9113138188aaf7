import { describe, expect, it } from 'vitest';
import type { ImportedText } from '../../../src/core/text/imported.ts';
import { importBytes } from '../../../src/import/index.ts';
import { encode } from '../encoded.ts';
import { governmentPage, mobilePage, wechatArticle, wordPage } from './pages.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function read(page: string | Uint8Array, name = '网页.html'): Promise<ImportedText> {
  const imported = await importBytes({ name, bytes: typeof page === 'string' ? bytesOf(page) : page });
  if (imported.kind !== 'imported') throw new Error(JSON.stringify(imported));
  return imported;
}

/** A line a paragraph, with its kind where it is not running text, its level and its number. */
async function shape(page: string): Promise<readonly string[]> {
  const { text, layout } = await read(page);
  return (layout?.paragraphs ?? []).map(({ span, kind, level, number }) => {
    const marks = `${kind === 'text' ? '' : `${kind} `}${level || ''}${number === null ? '' : `<${number}>`}`;
    return `${marks}| ${text.slice(span.start, span.end).replaceAll('\n', '⏎')}`;
  });
}

const page = (body: string) =>
  `<!DOCTYPE html><html><head><title>题</title></head><body>${body}</body></html>`;

describe('pages', () => {
  it('reads a government page without its menus, and with its headline', async () => {
    expect(await shape(governmentPage)).toEqual([
      'heading 1| 县长在安全生产会议上的讲话',
      '| 同志们：',
      '| 今天的会议很重要，主要任务是部署安全生产工作。',
      '| 一、提高认识。各部门要把安全放在首位，压实责任。',
      '| 二、突出重点。矿山、道路、消防三个领域不放松。',
      '| 谢谢大家！',
    ]);
  });

  it('reads a saved WeChat article, which its page hides until a script has run', async () => {
    expect(await shape(wechatArticle)).toEqual([
      'heading 1| 我县召开招商引资推进会',
      '| 3月5日，我县召开招商引资推进会，总结经验，部署任务。',
      '| 一、强化产业链招商，落实“链长制”。',
      '| 二、优化营商环境，⏎推行一网通办。',
    ]);
  });

  it('reads the part of a page that has the sentences, where nothing is named', async () => {
    expect(await shape(mobilePage)).toEqual([
      '| 全市教育工作会议今天上午召开，市领导出席会议并讲话。',
      '| 会议强调，要推进义务教育优质均衡发展，办好人民满意的教育。',
      '| 短句。',
      '| 会议要求，各区县要增加学位供给，规范校外培训，减轻学生负担。',
    ]);
  });

  it('reads what Word has saved, its numbers and notes', async () => {
    expect(await shape(wordPage)).toEqual([
      'heading 1| 工作总结',
      'heading 2| （一）抓项目',
      '<一、>| 一、总体情况良好，项目进展顺利。',
      '<1. >| 1. 引进企业三十家[1]。',
      '| 姓名\t职务',
      'cell | 甲',
      'cell | 乙',
      'note | [1] 含分公司。',
    ]);
  });

  it('keeps the title that pandoc sets, and leaves out what LibreOffice repeats on every page', async () => {
    const body =
      '<header id="title-block-header"><h1>总结</h1><p>某局</p></header><div title="footer"><p>2</p></div><p>正文一句。</p>';
    expect((await read(page(body))).text).toBe('总结\n某局\n正文一句。');
  });

  it('leaves nothing of a simple page out', async () => {
    expect(
      await shape(
        page(
          '<div>短</div><h2>题</h2><p>一句话。<a href="x">链接</a></p><form><div>表中</div><input value="x"></form>',
        ),
      ),
    ).toEqual(['| 短', 'heading 2| 题', '| 一句话。链接', '| 表中']);
  });
});

describe('text', () => {
  it.each([
    [
      'scripts, styles and hidden parts',
      '<script>var a="文";</script><style>p{}</style><p hidden>密</p><p style="DISPLAY: none">密</p><p>明<template>密</template><noscript>密</noscript></p>',
      '明',
    ],
    ['lines in the file', '<p>推进\n  高质量\n发展 of\n the county</p>', '推进高质量发展 of the county'],
    [
      'lines in the file at the end of an element',
      '<p>实效\n<b>café</b>与\n<i>质量</i></p>',
      '实效 café与质量',
    ],
    [
      'marks of notes',
      '<p>同意<a class="sdfootnoteanc" href="#n"><sup>1</sup></a>，<a role="doc-noteref" href="#m"><sup>2</sup></a>印发</p>',
      '同意[1]，[2]印发',
    ],
    ['soft breaks', '<p>甲<br>乙<br/>丙</p>', '甲\n乙\n丙'],
    ['two breaks in a row', '甲<br><br>乙', '甲\n乙'],
    ['indented lines', '甲方<br>　　乙方<br>&nbsp;&nbsp;&nbsp;&nbsp;丙方<br>丁', '甲方\n乙方\n丙方\n丁'],
    ['a guide', '<p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字</p>', '汉字'],
    ['entities', '<p>&lt;甲&gt;&amp;&#20057;&#x4e19;&nbsp;&hellip;</p>', '<甲>&乙丙 …'],
    ['preformatted text', '<pre>甲\n  乙\n\n丙</pre>', '甲\n  乙\n丙'],
    ['text outside of paragraphs', '甲<p>乙</p>丙<div>丁<div>戊</div>己</div>', '甲\n乙\n丙\n丁\n戊\n己'],
  ])('%s', async (_name, body, expected) => {
    expect((await read(page(body))).text.replaceAll('\n\n', '\n')).toBe(expected);
  });

  it('keeps what was deleted beside the text', async () => {
    const { text, layout } = await read(page('<p>增长<del>6%</del><ins>6.5%</ins>。</p>'));
    expect(text).toBe('增长6.5%。');
    expect(layout?.asides).toEqual([{ kind: 'deletion', at: 2, text: '6%', author: '' }]);
  });

  it('reads cells as cells, and tables that only set the page as what they hold', async () => {
    expect(
      await shape(
        page('<table><caption>表一</caption><tr><th>甲</th><td><p>乙</p><p>丙</p></td></tr></table>'),
      ),
    ).toEqual(['cell | 表一', 'cell | 甲', 'cell | 乙', 'cell | 丙']);
    expect(
      await shape(page('<table><tr><td><p>正文</p><table><tr><td>内</td></tr></table></td></tr></table>')),
    ).toEqual(['| 正文', 'cell | 内']);
  });
});

describe('lists', () => {
  it.each([
    ['numbers', '<ol><li>甲<li>乙</ol>', ['1. 甲', '2. 乙']],
    ['a start, values', '<ol start=3><li>甲<li value=7>乙<li>丙</ol>', ['3. 甲', '7. 乙', '8. 丙']],
    ['backwards', '<ol reversed><li>甲<li>乙</ol>', ['2. 甲', '1. 乙']],
    ['types', '<ol type=a><li>甲</ol><ol type=I><li>乙</ol>', ['a. 甲', 'I. 乙']],
    [
      'Chinese numbers',
      '<ol style="list-style-type: cjk-ideographic"><li>甲<li>乙</ol>',
      ['一、甲', '二、乙'],
    ],
    [
      'the short form',
      '<ol style="list-style: inside simp-chinese-informal" start=11><li>甲</ol>',
      ['十一、甲'],
    ],
    ['no marks', '<ul style="list-style:none"><li>甲</ul>', ['甲']],
    [
      'lists in lists',
      '<ol><li><p>甲</p><p>续</p><ul><li>子<ul><li>孙</ul></ul><li>乙</ol>',
      ['1. 甲', '续', '• 子', '◦ 孙', '2. 乙'],
    ],
    ['items without a list', '<li>甲</li>', ['• 甲']],
  ])('%s', async (_name, body, expected) => {
    expect((await read(page(body))).text.split('\n').filter((line) => line !== '')).toEqual(expected);
  });
});

describe('encodings', () => {
  const declared = (charset: string) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><p>镕基同志讲话：抓落实。</p></body></html>`;
  it.each([
    ['gb2312', encode(declared('gb2312'), 'gb18030')],
    ['a page saved as UTF-8 that still says gb2312', bytesOf(declared('gb2312'))],
    ['nothing said', encode('<html><body><p>镕基同志讲话：抓落实。</p></body></html>', 'gb18030')],
    ['a wrong default', encode(declared('iso-8859-1'), 'gb18030')],
    ['a name that there is not', encode(declared('chinese'), 'gb18030')],
  ])('%s', async (_name, bytes) => {
    expect((await read(bytes)).text).toBe('镕基同志讲话：抓落实。');
  });
});

describe('what is HTML', () => {
  it.each([
    ['讲稿.txt', '<html><body><p>文</p></body></html>', true],
    [
      '讲稿.doc',
      '\ufeff<!-- x --><HTML xmlns:o="urn:schemas-microsoft-com:office:office"><body><p class=MsoNormal>文</p></body></HTML>',
      true,
    ],
    ['无名', '<p>一</p><p>二</p><p>三</p><p>四</p><p>五</p>', true],
    ['page.xhtml', '<?xml version="1.0"?><!DOCTYPE html><html><body>文</body></html>', true],
    ['说明.md', '<div align="center">\n\n# 标题\n\n</div><br><br><br><br><br><br>', false],
    ['笔记.txt', '<p>一</p> 是段落的写法。<br><br><br><br><br><br>', false],
    ['notes.txt', '1 < 2，<b>加粗</b>', false],
    ['page.html', '没有标签的文字', false],
  ])('%s', async (name, text, isPage) => {
    expect((await read(text, name)).layout !== null).toBe(isPage);
  });
});

it.each([
  ['nested without end', '<div>'.repeat(100_000), 'damaged'],
  [
    'of formats without end',
    `<p>${Array.from({ length: 400 }, (_, i) => `<b a${i}>字`).join('')}${'<p>字'.repeat(3_000)}`,
    'damaged',
  ],
  ['of frames', '<html><frameset><frame src="a.html"></frameset></html>', 'blank'],
  ['without text', '<html><body><script>文</script></body></html>', 'blank'],
])('refuses a page %s', async (_name, text, problem) => {
  expect(await importBytes({ name: 'a.html', bytes: bytesOf(text) })).toEqual({ kind: 'failed', problem });
});

it('ends in good time with attributes, formats and breaks without number', async () => {
  const attributes = Array.from({ length: 100_000 }, (_, i) => `a${i}=">"`).join(' ');
  const formats = Array.from({ length: 20_000 }, (_, i) => `<b a${i % 400}>字</b>`).join('');
  expect(
    (await read(page(`<p ${attributes}>文${formats}${'<br>　　<del>删</del>行<br>'.repeat(50_000)}尾</p>`)))
      .text,
  ).toMatch(/^文[^]*尾$/u);
});
