import { describe, expect, it } from 'vitest';
import type { Layout } from '../../src/core/text/layout.ts';
import { readLayout } from '../../src/storage/layout-record.ts';

const heading = { span: { start: 0, end: 2 }, kind: 'heading', level: 1, number: null, page: 1 } as const;
const item = { span: { start: 3, end: 9 }, kind: 'text', level: 0, number: '一、', page: null } as const;
const layout: Layout = {
  paragraphs: [heading, item],
  asides: [{ kind: 'deletion', at: 4, text: '旧', author: '' }],
};

describe('readLayout', () => {
  it('reads what was stored', () => {
    expect(readLayout(structuredClone(layout))).toEqual(layout);
    const title = { start: 0, end: 2 };
    const speeches = [{ at: 0, title, byline: null, speaker: '李明', role: '' }];
    expect(readLayout(structuredClone({ ...layout, speeches }))).toEqual({ ...layout, speeches });
    // Speeches that make no sense are guessed; the rest of the layout stays.
    expect(readLayout({ ...layout, speeches: [{ at: -1 }] })).toEqual(layout);
  });

  it.each([
    ['nothing', undefined],
    ['no lists', {}],
    ['a kind that there is not', { paragraphs: [{ ...item, kind: 'picture' }], asides: [] }],
    ['a level that there is not', { paragraphs: [{ ...heading, level: 10 }], asides: [] }],
    ['a span that runs backwards', { paragraphs: [{ ...item, span: { start: 3, end: 2 } }], asides: [] }],
    ['paragraphs out of order', { paragraphs: [item, heading], asides: [] }],
    ['an aside without a text', { paragraphs: [], asides: [{ kind: 'comment', at: 0, author: '' }] }],
  ])('refuses %s', (_name, value) => {
    expect(readLayout(value)).toBeNull();
  });
});
