import { expect, test } from 'vitest';
import { isRightToLeft, rightToLeftRuns } from '../../../src/core/text/right-to-left.ts';
import { slice } from '../../../src/core/text/span.ts';

test('finds a quotation from its first letter to its last, spaces and marks inside', () => {
  const text = '他说“السلام عليكم، مرحبا”，又说 שלום 2024年。';
  expect(rightToLeftRuns(text).map((run) => slice(text, run))).toEqual(['السلام عليكم، مرحبا', 'שלום']);
  expect(rightToLeftRuns('只有中文 and English 2024')).toEqual([]);
});

test('tells a text from right to left from a quotation in one', () => {
  expect(isRightToLeft('السلام عليكم')).toBe(true);
  expect(isRightToLeft('“السلام عليكم ورحمة الله”一词')).toBe(false);
  expect(isRightToLeft('')).toBe(false);
});
