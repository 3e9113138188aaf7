import { describe, expect, it } from 'vitest';
import { importBytes } from '../../src/import/index.ts';
import { fixture } from './fixture.ts';

/**
 * A notice as an office sends it, written by `fixtures/make.mjs` from `notice.fodt` in every format: each must give the same
 * words, numbers, headings, cells and notes.
 */
const EXPECTED = new TextDecoder().decode(fixture('notice.txt')).split('\n');

describe.each(['docx', 'doc', 'rtf', 'odt', 'fodt'])('the notice as .%s', (format) => {
  it('gives every paragraph with its number', async () => {
    const imported = await importBytes({ name: 'x', bytes: fixture(`notice.${format}`) });
    if (imported.kind !== 'imported' || imported.layout === null) throw new Error(imported.kind);
    const { text, layout } = imported;
    const shown = layout.paragraphs.map(({ span }) => text.slice(span.start, span.end).replaceAll('\n', ' '));
    expect(shown).toEqual(EXPECTED);
    const of = (words: string) => layout.paragraphs.find(({ span }) => text.startsWith(words, span.start));
    expect(of('关于印发')).toMatchObject({ kind: 'heading', level: 1 });
    expect(of('附则')).toMatchObject({ kind: 'heading', level: 2 });
    expect(of('县司法局')).toMatchObject({ kind: 'cell', level: 0 });
    expect(of('（二）设立')).toMatchObject({ kind: 'text', number: '（二）' });
    expect(of('第十条')).toMatchObject({ number: '第十条 ' });
    expect(of('[1]')).toMatchObject({ kind: 'note', number: '[1] ' });
    expect(layout.asides).toEqual([
      { kind: 'deletion', at: text.indexOf('办结时限'), text: '大约', author: '校对员' },
      { kind: 'comment', at: expect.any(Number), text: '此处再核。', author: '审稿人' },
    ]);
  });
});
