import { describe, expect, it } from 'vitest';
import { detect, detectAll } from '../../../src/core/reuse/detect.ts';
import type { StructuredDocument } from '../../../src/core/structure/speech.ts';
import { load } from './load.ts';
import { randomText, seeded } from './texts.ts';

const random = seeded(3);

/** A document of one paragraph, made without the reader: what is tested is the detection. */
function plain(id: string, text: string): StructuredDocument {
  const { document } = load(id, '');
  return {
    document: { ...document, id, text },
    speeches: [
      {
        title: '',
        speaker: '',
        role: '',
        span: { start: 0, end: text.length },
        titleSpan: null,
        bylineSpan: null,
        lists: [],
        measures: [],
        paragraphs: text.length > 0 ? [{ start: 0, end: text.length }] : [],
        breaks: [],
      },
    ],
  };
}

describe('hostile input', () => {
  it.each([
    ['nothing', ''],
    ['one character', '字'],
    ['one character again and again', '字'.repeat(300_000)],
    ['two characters in turn', '甲乙'.repeat(150_000)],
    ['punctuation alone', '，。；'.repeat(100_000)],
    ['lone surrogates', '\ud800'.repeat(50_000) + '\udc00\ud800'.repeat(50_000)],
    ['noise', randomText(300_000, 20_000, random)],
    ['noise of two characters', randomText(60_000, 2, random)],
  ])('%s ends, and every span is one', (_, text) => {
    for (const { a, b } of detectAll([plain('a', text)]).pairs) {
      for (const { start, end } of [a.span, b.span]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(start).toBeLessThan(end);
      }
    }
  });

  it('finds a passage beside its own repetition', () => {
    const passage = randomText(60, 5_000, random);
    const [pair] = detectAll([plain('a', passage + passage)]).pairs;
    expect(pair).toMatchObject({
      kind: 'partial',
      a: { span: { start: 0, end: 60 } },
      b: { span: { start: 60, end: 120 } },
    });
  });

  it('never lets a passage run into its own repetition, however often and loosely it is repeated', () => {
    const sentences = Array.from({ length: 4 }, () => `${randomText(24, 3_000, random)}，`);
    for (let turn = 0; turn < 40; turn++) {
      const text = Array.from({ length: 9 }, () => {
        const sentence = sentences[Math.floor(random() * sentences.length)] ?? '';
        return sentence.slice(Math.floor(random() * 4)) + randomText(Math.floor(random() * 6), 3_000, random);
      }).join('');
      for (const { a, b } of detectAll([plain('a', text)]).pairs) {
        expect(a.span.end).toBeLessThanOrEqual(b.span.start);
      }
    }
  });

  it('takes tens of thousands of tiny documents', () => {
    const documents = Array.from({ length: 20_000 }, (_, i) => plain(`d${i}`, randomText(10, 5_000, random)));
    expect(detectAll(documents).pairs).toEqual([]);
  });

  it('never cuts a surrogate pair', () => {
    const rare = Array.from({ length: 20 }, (_, i) => String.fromCodePoint(0x20000 + 37 * i)).join('');
    const text = [`${randomText(40, 900, random)}${rare}尾声`, `另起${rare}${randomText(50, 900, random)}`];
    const { pairs } = detectAll(text.map((body, i) => plain(`d${i}`, body)));
    expect(pairs).toHaveLength(1);
    expect(text[0]?.slice(pairs[0]?.a.span.start, pairs[0]?.a.span.end)).toBe(rare);
  });

  it('tells of progress often, so that it can be stopped', () => {
    const text = randomText(200_000, 3_000, random);
    const documents = [plain('a', text), plain('b', text.slice(1_000))];
    let steps = 0;
    let before = 0;
    for (const { done } of detect(documents)) {
      expect(done).toBeGreaterThanOrEqual(before);
      expect(done).toBeLessThanOrEqual(1);
      before = done;
      steps++;
    }
    expect(steps).toBeGreaterThan(10);
  });
});
