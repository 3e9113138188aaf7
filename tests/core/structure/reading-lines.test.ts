import { expect, test } from 'vitest';
import { LINE_MOST, readingLinesOf } from '../../../src/core/structure/reading-lines.ts';
import { documentOf } from '../review/corpus.ts';

function linesOf(body: string) {
  const structured = documentOf('d', `甲: ${body}`);
  const { text } = structured.document;
  return readingLinesOf(structured)
    .slice(1)
    .map(({ span, isRest }) => ({ words: text.slice(span.start, span.end), isRest }));
}

test('a line that is too long to be drawn is cut behind its sentences, and nothing is lost', () => {
  const sentence = '要以刮骨疗毒的决心，全力抓好“整改提升”。';
  const line = sentence.repeat(60_000);
  const lines = linesOf(line);
  expect(lines.map(({ words }) => words).join('')).toBe(line);
  expect(lines.every(({ words }) => words.length <= LINE_MOST && words.endsWith('。'))).toBe(true);
  expect(lines.map(({ isRest }) => isRest)).toEqual(lines.map((_, index) => index > 0));
});

test('without a sentence it is cut behind a clause, without a clause between characters', () => {
  const clauses = linesOf('全力抓好整改提升，'.repeat(200));
  expect(clauses.length).toBeGreaterThan(3);
  expect(clauses.every(({ words }) => words.endsWith('，'))).toBe(true);
  for (const character of ['字', '\u{20bb7}', 'e\u0301', 'a']) {
    const lines = linesOf(character.repeat(2000));
    expect(lines.map(({ words }) => words).join('')).toBe(character.repeat(2000));
    expect(
      lines.every(({ words }) => words.length <= LINE_MOST && words.length % character.length === 0),
    ).toBe(true);
  }
});

test('an ordinary line stays as it is', () => {
  expect(linesOf('字'.repeat(LINE_MOST))).toEqual([{ words: '字'.repeat(LINE_MOST), isRest: false }]);
});
