import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Composer } from '../../src/import/composer.ts';

describe('Composer', () => {
  it('puts paragraphs together, their numbers in front', () => {
    const composer = new Composer();
    composer.add('总结', { kind: 'heading', level: 1 });
    composer.add(' ');
    composer.add(' 抓项目。\r\n抓服务。 ', { number: '一、' }, [
      { kind: 'deletion', at: 2, text: '旧', author: '甲' },
    ]);
    expect(composer.finish()).toEqual({
      kind: 'imported',
      text: '总结\n\n一、抓项目。\n抓服务。',
      encoding: 'utf-8',
      layout: {
        paragraphs: [
          { span: { start: 0, end: 2 }, kind: 'heading', level: 1, number: null, page: null },
          { span: { start: 4, end: 15 }, kind: 'text', level: 0, number: '一、', page: null },
        ],
        asides: [{ kind: 'deletion', at: 7, text: '旧', author: '甲' }],
      },
    });
  });

  it('says when there is no text', () => {
    const composer = new Composer();
    composer.add('\u0007 ');
    expect(composer.finish()).toEqual({ kind: 'failed', problem: 'blank' });
  });

  it('keeps paragraphs in order, with nothing but line feeds between them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const composer = new Composer();
        for (const text of texts) composer.add(text);
        const imported = composer.finish();
        if (imported.kind !== 'imported')
          return texts.every((text) => text.trim() === '' || /\p{Cc}|\ufeff/u.test(text));
        let rest = imported.text;
        for (const { span } of (imported.layout?.paragraphs ?? []).toReversed()) {
          const between = rest.slice(span.end);
          expect(between).toMatch(/^\n{0,2}$/u);
          expect(rest.slice(span.start, span.end).trim()).toBe(rest.slice(span.start, span.end));
          rest = rest.slice(0, span.start);
        }
        return rest === '';
      }),
    );
  });
});
