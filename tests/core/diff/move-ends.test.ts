import { expect, test } from 'vitest';
import { compare } from '../../../src/core/diff/compare.ts';
import { moveEndsOf } from '../../../src/core/diff/move-ends.ts';

test('a moved clause is known by where it begins on both sides, in clauses and in units', () => {
  const moved = '审批材料减到三份以内，一次告知到位。';
  const first = '服务窗口延长到晚上八点，周末照常受理。';
  const second = '对推诿扯皮的干部要约谈提醒，从严问责。';
  const comparison = compare(moved + first + second, first + second + moved);
  const [[move, ends] = []] = [...moveEndsOf(comparison)];
  expect(move).toBe(comparison.differences.find(({ kind }) => kind === 'moved')?.move);
  expect(ends?.places).toEqual({ a: 0, b: first.length + second.length });
  expect(ends?.clauses.a).toBe(1);
  expect(comparison.rows[(ends?.clauses.b ?? 0) - 1]?.b?.start).toBe(ends?.places.b);
});

test('where nothing moved there is none', () => {
  expect(moveEndsOf(compare('加强领导，务求实效。', '加强协调，务求实效。')).size).toBe(0);
});
