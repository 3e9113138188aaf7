import { expect, test } from 'vitest';
import { compare } from '../../../src/core/diff/compare.ts';
import { linesOf, type Line } from '../../../src/core/diff/lines.ts';
import { heightsOf, lineFinder, overviewOf } from '../../../src/core/diff/overview.ts';

const PER_LINE = 28;
const clause = (n: number) => `第${String(n).padStart(4, '零')}件事情要抓好落实，`;
const text = (count: number, change: (n: number) => string = clause) =>
  Array.from({ length: count }, (_, n) => change(n)).join('');

function linesFor(a: string, b: string): { lines: readonly Line[]; comparison: ReturnType<typeof compare> } {
  const comparison = compare(a, b);
  const lines = linesOf(comparison, { by: 'clause', isShown: () => true, isOpen: () => true });
  return { lines, comparison };
}

test('a change in the middle stands in the middle, with its number', () => {
  const { lines, comparison } = linesFor(
    text(101),
    text(101, (n) => (n === 50 ? '另作安排，' : clause(n))),
  );
  const slots = overviewOf(lines, heightsOf(lines, PER_LINE), comparison.differences, 200);
  expect(slots.length).toBe(1);
  expect(slots[0]?.at).toBeGreaterThan(0.45);
  expect(slots[0]?.at).toBeLessThan(0.55);
  expect(slots[0]?.differences).toEqual([1]);
});

test('never more slots than asked for; the gravest kind shows, and no number is lost', () => {
  const a = text(400);
  const b = text(400, (n) =>
    n % 2 === 0 ? clause(n).replace('，', '；') : clause(n).replace('抓好', '狠抓'),
  );
  const { lines, comparison } = linesFor(a, b);
  const slots = overviewOf(lines, heightsOf(lines, PER_LINE), comparison.differences, 20);
  expect(slots.length).toBe(20);
  expect(new Set(slots.map(({ kind }) => kind))).toEqual(new Set(['replaced']));
  const numbers = slots.flatMap(({ differences }) => differences);
  expect(new Set(numbers).size).toBe(comparison.differences.length);
});

test('a move stands at both of its places', () => {
  const moved = '这一段话整个搬到了别的地方去。';
  const { lines, comparison } = linesFor(moved + text(60), text(60) + moved);
  expect(comparison.differences.map(({ kind }) => kind)).toEqual(['moved']);
  const slots = overviewOf(lines, heightsOf(lines, PER_LINE), comparison.differences, 100);
  expect(slots.map(({ kind }) => kind)).toEqual(['moved', 'moved']);
  expect(slots[0]!.at).toBeLessThan(0.1);
  expect(slots[1]!.at).toBeGreaterThan(0.9);
});

test('finds the line of a place, also at the end of the text', () => {
  const { lines } = linesFor(
    text(3),
    text(3, (n) => clause(n).replace('抓好', '狠抓')),
  );
  const find = lineFinder(lines);
  expect([find('a', 0), find('b', 20), find('a', text(3).length)]).toEqual([0, 1, 2]);
});
