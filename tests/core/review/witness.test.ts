import { describe, expect, it } from 'vitest';
import { withoutMarker } from '../../../src/core/review/excerpt.ts';
import { witnessesOf } from '../../../src/core/review/witness.ts';
import { documentOf, measureOf, pairOf } from './corpus.ts';

const structured = documentOf(
  'd',
  '曹立忠: 开头。 / 一是加强监督，务求实效。 / 二是加强监督，务求实效。 / 结束。',
);
const documents = new Map([['d', structured]]);
const whole = pairOf('p', measureOf(structured, 0, 0), measureOf(structured, 0, 1));

describe('witnessesOf', () => {
  it('gives the text, the place and the surroundings of a whole unit', () => {
    const { a, b } = witnessesOf(whole, documents)!;
    expect(a.text).toBe('一是加强监督，务求实效。');
    expect([a.unitBefore, a.unitAfter]).toEqual(['', '']);
    expect(a.before).toBe('开头。');
    expect(b.after).toBe('结束。');
    expect(b.place).toEqual({ kind: 'measure', ordinal: 2, topic: null, part: null, path: [] });
  });

  it('gives the rest of the unit around a passage', () => {
    const unit = whole.a.unit;
    const passage = { ...whole.a, span: { start: unit.start + 4, end: unit.start + 6 } };
    const { a } = witnessesOf({ ...whole, a: passage }, documents)!;
    expect([a.unitBefore, a.text, a.unitAfter]).toEqual(['一是加强', '监督，', '务求实效。']);
  });

  it('knows the page, where the file knows pages', () => {
    const { a } = witnessesOf(whole, documents)!;
    expect(a.page).toBeNull();
    const span = { start: 0, end: structured.document.text.length };
    const paragraph = { span, kind: 'text', level: 0, number: null, page: 12 } as const;
    const layout = { paragraphs: [paragraph], asides: [] };
    const paged = { ...structured, document: { ...structured.document, layout } };
    expect(witnessesOf(whole, new Map([['d', paged]]))?.b.page).toBe(12);
  });

  it('is null when a document is gone', () => {
    expect(witnessesOf(whole, new Map())).toBeNull();
  });

  it('never shows half of a character where a long context is cut', () => {
    const long = documentOf('d', `甲: ${'𠮷'.repeat(300)} / 一是加强监督 / ${'𠮷'.repeat(300)}`);
    const passage = measureOf(long, 0, 0);
    const { a } = witnessesOf(pairOf('p', passage, passage), new Map([['d', long]]))!;
    for (const text of [a.before, a.after]) {
      expect(text.length).toBeGreaterThan(40);
      // encodeURIComponent throws on half a character.
      expect(() => encodeURIComponent(text)).not.toThrow();
    }
  });
});

describe('withoutMarker', () => {
  it('begins behind the ordinal and holds no line break', () => {
    const { a } = witnessesOf(whole, documents)!;
    expect(withoutMarker(a)).toBe('加强监督，务求实效。');
    expect(withoutMarker({ ...a, text: '三是加强\n监督' })).toBe('加强 监督');
  });
});
