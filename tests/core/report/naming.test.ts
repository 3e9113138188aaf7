import { describe, expect, it } from 'vitest';
import { maskedNaming } from '../../../src/core/report/naming.ts';
import { load } from '../reuse/load.ts';
import { documentOf } from '../review/corpus.ts';

const label = (index: number) => `〔${index}〕`;

describe('maskedNaming', () => {
  const documents = [
    documentOf('d', '张健: 张健说张健好。', '欧阳: 一段', '欧阳明: 一段', ': 没有署名'),
    documentOf('e', '张健: 又一篇', '甲: 一段'),
  ];
  const naming = maskedNaming(documents, label);

  it('labels one name one person, in loading order, and nobody without a name', () => {
    expect(['张健', '欧阳', '欧阳明', '甲', '', '别人'].map(naming.speaker)).toEqual([
      '〔0〕',
      '〔1〕',
      '〔2〕',
      '〔3〕',
      '',
      '别人',
    ]);
  });

  it('finds names in words, the longest first, with blanks inside, and none of one character', () => {
    expect(naming.words('欧阳明与欧阳、张　 健同志（张健）.docx')).toBe(
      '〔2〕与〔1〕、〔0〕同志（〔0〕）.docx',
    );
    expect(naming.words('甲方 张 建 健张 张')).toBe('甲方 张 建 健张 张');
    expect(naming.words('$& 张健$1')).toBe('$& 〔0〕$1');
  });

  it('masks titles and bylines in a text, and leaves the text itself', () => {
    const byline = load('f', '关于张健的发言\n区工信局局长 张　健\n\n张健同志说得好。\n');
    const own = maskedNaming([byline], label);
    const { text } = byline.document;
    expect(byline.speeches[0]?.speaker).toBe('张健');
    expect(own.text(byline, { start: 0, end: text.length })).toBe(
      '关于〔0〕的发言\n区工信局局长 〔0〕\n\n张健同志说得好。\n',
    );
    const from = text.indexOf('张健同志');
    expect(own.text(byline, { start: from, end: text.length })).toBe('张健同志说得好。\n');
  });
});
