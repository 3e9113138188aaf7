import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/core/diff/compare.ts';
import type { Comparison, Row } from '../../../src/core/diff/comparison.ts';
import { foldsOf, type Fold } from '../../../src/core/diff/folds.ts';
import { endsParagraph, linesOf } from '../../../src/core/diff/lines.ts';
import { mergedOf } from '../../../src/core/diff/merged.ts';
import { slice, type Span } from '../../../src/core/text/span.ts';

const RUNS = 1_000;
const SEED = 20_240_611;

/** A clause like no other, of 14 characters with its mark. */
const clause = (n: number, mark = '，') => `第${String(n).padStart(4, '零')}件事情要抓好落实${mark}`;
const clauses = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => clause(from + i, i % 4 === 3 ? '。' : '，')).join('');
const everything = () => true;

const scraps = [
  '加强领导，',
  '明察暗访。',
  '一是',
  '不定期',
  '𠮷野家',
  '；',
  '，',
  '。\n',
  '\n',
  '葛󠄀',
  ' ',
  'GDP',
  '八',
];
const passage = fc
  .array(
    fc.oneof(
      fc.constantFrom(...scraps),
      fc.integer({ min: 0, max: 60 }).map((n) => clause(n)),
    ),
    {
      maxLength: 80,
    },
  )
  .map((parts) => parts.join(''));
/** Long texts that share much: parts put in, left out, elsewhere, or another mark. */
const pair = fc
  .tuple(passage, passage, passage, passage)
  .chain(([w, x, y, z]) =>
    fc.constantFrom<readonly [string, string]>(
      [w + x + y, w + z + y],
      [x + y + z, z + x + y],
      [w + x + y, (w + x + y).replaceAll('，', '；')],
      [w + x + y, w + x + y],
    ),
  );
const hidden = fc.constantFrom<readonly string[]>([], ['punctuation', 'space'], ['ordinal']);

function onSide(items: readonly (Row | Fold)[], side: 'a' | 'b'): readonly Span[] {
  return items.flatMap((item) => item[side] ?? []);
}

/** Throws when the spans do not cover the text, each place once, in order. */
function expectCover(spans: readonly Span[], text: string): void {
  let at = 0;
  for (const { start, end } of spans) {
    assert.equal(start, at);
    at = end;
  }
  assert.equal(at, text.length);
}

describe('foldsOf', () => {
  const text = clauses(0, 100);
  const changed = text.replace(clause(50), '第五十件另作安排，');

  test('leaves a short passage as it is', () => {
    const { rows, ...rest } = compare(clauses(0, 20), clauses(0, 20));
    expect(foldsOf({ rows, ...rest }, everything)).toBe(rows);
  });

  test('hides what is the same and keeps some clauses before and behind a change, and at either end', () => {
    const items = foldsOf(compare(text, changed), everything);
    const folds = items.filter((item) => item.kind === 'fold');
    expect(folds.map(({ characters }) => characters)).toEqual([
      slice(text, folds[0]!.a).length,
      slice(text, folds[1]!.a).length,
    ]);
    const shown = items.filter((item) => item.kind !== 'fold').map((row) => slice(text, row.a!));
    for (const n of [0, 1, 48, 49, 51, 52, 98, 99]) expect(shown.join('')).toContain(clause(n).slice(0, -1));
    expect(shown.join('')).not.toContain(clause(25).slice(0, -1));
  });

  test('hides a difference of form only where its class is not shown, and counts it', () => {
    const other = text.replace(clause(30), clause(30, '；'));
    const [whole, ...more] = foldsOf(compare(text, other), () => false).filter(
      (item) => item.kind === 'fold',
    );
    expect(more).toEqual([]);
    expect(whole?.form).toBe(1);
    expect(foldsOf(compare(text, other), everything).filter((item) => item.kind === 'fold')).toHaveLength(2);
  });
});

test('paragraphs end behind a mark or a heading, not where a page cuts a sentence', () => {
  expect(endsParagraph('务求实效。\n', 6)).toBe(true);
  expect(endsParagraph('务求实效。', 5)).toBe(false);
  expect(endsParagraph('一、加强领导\n', 7)).toBe(true);
  const cut = `${'认真学习'.repeat(10)}拼劲不\n\n足`;
  expect(endsParagraph(cut, cut.length - 1)).toBe(false);
});

describe('for any two texts', () => {
  test('folds and rows cover both sides, and no shown difference is folded', () => {
    fc.assert(
      fc.property(pair, hidden, ([a, b], classes) => {
        const comparison = compare(a, b);
        const items = foldsOf(comparison, ({ class: of }) => !classes.includes(of));
        expectCover(onSide(items, 'a'), a);
        expectCover(onSide(items, 'b'), b);
        for (const item of items) if (item.kind === 'fold') expectHidden(item, comparison, classes);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  test('lines by clause and by paragraph cover both sides once the folds are open', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom('clause' as const, 'paragraph' as const), ([a, b], by) => {
        const lines = linesOf(compare(a, b), { by, isShown: everything, isOpen: () => true });
        const rows = lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []));
        expectCover(onSide(rows, 'a'), a);
        expectCover(onSide(rows, 'b'), b);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  test('merged, both sides can be read out of the one text, and nothing is struck without a number', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const comparison = compare(a, b);
        const lines = linesOf(comparison, { by: 'paragraph', isShown: everything, isOpen: () => true });
        for (const line of lines) {
          if (line.kind === 'fold') continue;
          const { row } = line;
          const pieces = mergedOf(comparison, row.a, row.b);
          const read = (side: 'a' | 'b') =>
            pieces
              .map((piece) => slice(comparison.texts[side], piece[side] ?? { start: 0, end: 0 }))
              .join('');
          assert.equal(read('a'), row.a ? slice(a, row.a) : '');
          assert.equal(read('b'), row.b ? slice(b, row.b) : '');
          for (const piece of pieces) {
            if (piece.a && piece.b) assert.equal(slice(a, piece.a), slice(b, piece.b));
            else assert.notEqual(piece.difference, null);
          }
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

function expectHidden(fold: Fold, comparison: Comparison, classes: readonly string[]): void {
  for (const difference of comparison.differences) {
    for (const side of ['a', 'b'] as const) {
      const { start, end } = difference[side];
      if (start < fold[side].end && fold[side].start < end) assert.ok(classes.includes(difference.class));
    }
  }
}
