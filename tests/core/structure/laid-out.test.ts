import { describe, expect, it } from 'vitest';
import { readStructure } from '../../../src/core/structure/structure.ts';
import type { LaidParagraph, Layout, ParagraphKind } from '../../../src/core/text/layout.ts';
import { paragraphAt } from '../../../src/core/text/layout.ts';

type Given = readonly [text: string, kind: ParagraphKind, level?: number, number?: string];

/** A text of these paragraphs, with what its file says of them; each stands on a page of its own. */
function laid(...given: readonly Given[]): { text: string; layout: Layout } {
  let text = '';
  const paragraphs: LaidParagraph[] = given.map(([words, kind, level = 0, number], i) => {
    const start = text.length;
    text += `${words}\n`;
    return { span: { start, end: text.length - 1 }, kind, level, number: number ?? null, page: i + 1 };
  });
  return { text, layout: { paragraphs, asides: [] } };
}

const LONG = '深入推进营商环境建设和重点产业链发展，全面落实各项惠企政策措施，切实解决企业反映的突出问题';

describe('the structure of a file that knows its layout', () => {
  it('takes its headings for titles', () => {
    const { text, layout } = laid(
      ['以实干促发展，为全局添光彩', 'heading', 1],
      ['区工信局局长 甲乙', 'text'],
      ['一是抓项目。', 'text'],
    );
    const [speech] = readStructure(text, [], layout);
    expect(speech).toMatchObject({ title: '以实干促发展，为全局添光彩', speaker: '甲乙' });
  });

  it('keeps a heading with an ordinal an item of its list', () => {
    const { text, layout } = laid(
      ['一、抓项目', 'heading', 2, '一、'],
      ['正文。', 'text'],
      ['二、抓服务', 'heading', 2, '二、'],
      ['正文。', 'text'],
    );
    expect(readStructure(text, [], layout)[0]?.measures.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  });

  it('does not join cells, notes and numbered paragraphs, as it does lines of running text', () => {
    const paragraphsOf = (kind: ParagraphKind) => {
      const { text, layout } = laid(['开头。', 'text'], [LONG, kind], ['持续优化服务。', kind]);
      return readStructure(text, [], layout)[0]?.paragraphs.length;
    };
    expect(paragraphsOf('cell')).toBe(3);
    expect(paragraphsOf('note')).toBe(3);
    expect(paragraphsOf('text')).toBe(2);
  });
});

describe('paragraphAt', () => {
  it('finds the paragraph that holds a place, or the last before it', () => {
    const { layout } = laid(['一', 'text'], ['二', 'text']);
    expect([0, 1, 2, 3, 99].map((at) => paragraphAt(layout, at)?.page)).toEqual([1, 1, 2, 2, 2]);
    expect(paragraphAt(layout, -1)).toBeUndefined();
  });
});
