import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/core/diff/compare.ts';
import { escaped, richTextOf, type RichLayout } from '../../../src/core/review/rich-text.ts';

const WORDS = {
  title: '只差一处 <b>',
  heads: { a: '甲 & 乙', b: '丙"丁' },
  sides: { a: '左', b: '右' },
  absent: { a: '左无', b: '右无' },
  kindOf: () => '换',
};
const LAYOUTS: readonly RichLayout[] = ['columns', 'merged', 'a', 'b'];
const all = () => true;

/** What a browser would show of the HTML: tags out, entities read. */
function shown(rich: string): string {
  return rich
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function html(a: string, b: string, layout: RichLayout = 'columns', isShown: () => boolean = all): string {
  return richTextOf(compare(a, b), layout, isShown, WORDS).html;
}

describe('richTextOf', () => {
  test('marks what goes with del and what comes with ins, each with a style of its own', () => {
    const rich = html('也折射出部分干部服务意识不足。', '也折射出部分工作人员服务意识不足。');
    expect(rich).toMatch(/<del [^>]*><span style="[^"]*underline[^"]*">干部<\/span><\/del>/);
    expect(rich).toMatch(/<ins [^>]*><span style="[^"]*underline[^"]*">工作人员<\/span><\/ins>/);
    expect(rich.match(/<td/g)).toHaveLength(2);
  });

  test('strikes out in one text, where both stand', () => {
    const rich = html('也折射出部分干部服务意识不足。', '也折射出部分工作人员服务意识不足。', 'merged');
    expect(rich).toMatch(/折射出部分<del [^>]*><span style="[^"]*line-through[^"]*">干部<\/span><\/del><ins/);
    expect(rich).not.toContain('<td');
  });

  test('gives one side alone', () => {
    expect(shown(html('加强领导，务求实效。', '加强协调，务求实效。', 'a'))).toContain(
      '加强领导，务求实效。',
    );
    expect(shown(html('加强领导，务求实效。', '加强协调，务求实效。', 'a'))).not.toContain('右　');
  });

  test('leaves out the marks that are off', () => {
    const rich = html('加强领导，务求实效。', '加强领导；务求实效。', 'merged', () => false);
    expect(rich).not.toMatch(/<del|<ins|underline/);
    expect(shown(rich)).toContain('加强领导；务求实效。');
  });

  test.each(LAYOUTS)('makes no markup of a hostile text (%s)', (layout) => {
    const hostile =
      '<script>alert(1)</script>&lt;<img src=x onerror="alert(1)">\'";</td></table><style>*{}</style>。';
    const rich = html(`甲${hostile}`, `乙${hostile}`, layout);
    expect(rich).not.toMatch(/<(?!\/?(?:meta|div|p|b|br|table|tr|th|td|del|ins|span)\b)/);
    for (const [tag] of rich.matchAll(/<[^<>]*>/g)) expect(tag).not.toMatch(/onerror|src=/);
    expect(shown(rich)).toContain(hostile);
    expect(shown(rich)).toContain(WORDS.title);
  });

  test('gives plain text beside it: both texts as they are written, and what differs', () => {
    const { plain } = richTextOf(compare('加强领导。', '加强协调。'), 'columns', all, WORDS);
    expect(plain).toBe('只差一处 <b>\n左　甲 & 乙\n加强领导。\n右　丙"丁\n加强协调。\n1. 领导］协调　换\n');
  });
});

test('escaped replaces what HTML cannot hold', () => {
  expect(escaped('a\0b\ud800c𠮷\r\nd')).toBe('a\ufffdb\ufffdc𠮷<br>d');
});
