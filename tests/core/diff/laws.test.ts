import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/core/diff/compare.ts';
import type { Comparison, SideName } from '../../../src/core/diff/comparison.ts';
import { piecesOf } from '../../../src/core/diff/pieces.ts';
import { clausesOf, sentencesOf } from '../../../src/core/text/clauses.ts';
import { graphemeStarts } from '../../../src/core/text/graphemes.ts';
import type { Span } from '../../../src/core/text/span.ts';
import { pair, passage } from './passages.ts';

/** Random pairs for each law. */
const RUNS = 10_000;
const SEED = 20_240_607;

function onSide(comparison: Comparison, side: SideName): readonly Span[] {
  return comparison.segments.flatMap((segment) => segment[side] ?? []);
}

/** Throws when the spans do not cover the text, each place once, in order. */
function expectCover(spans: readonly Span[], length: number): void {
  let at = 0;
  for (const { start, end } of spans) {
    assert.equal(start, at);
    assert.ok(end > start);
    at = end;
  }
  assert.equal(at, length);
}

const byStart = (one: Span, other: Span) => one.start - other.start;

describe('for any two texts', () => {
  test('everything covers both sides and cuts no grapheme', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const comparison = compare(a, b);
        for (const side of ['a', 'b'] as const) {
          const text = comparison.texts[side];
          const edges = new Set(graphemeStarts(text));
          const spans = onSide(comparison, side);
          const hasMoves = comparison.segments.some(({ move }) => move !== undefined);
          expectCover(side === 'a' && hasMoves ? [...spans].sort(byStart) : spans, text.length);
          const rows = comparison.rows.flatMap((row) => row[side] ?? []);
          expectCover(rows, text.length);
          for (const row of rows) {
            const pieces = piecesOf(comparison, side, row);
            expectCover(
              pieces
                .filter(({ mark }) => mark !== 'caret')
                .map(({ span }) => ({ start: span.start - row.start, end: span.end - row.start })),
              row.end - row.start,
            );
            for (const { span } of pieces) assert.ok(edges.has(span.start) && edges.has(span.end));
          }
          for (const { start, end } of [
            ...spans,
            ...comparison.differences.map((difference) => difference[side]),
          ]) {
            assert.ok(edges.has(start) && edges.has(end));
          }
        }
        for (const { kind, class: of, a: inA, b: inB } of comparison.segments) {
          assert.equal(inA === null, kind === 'insert');
          assert.equal(inB === null, kind === 'delete');
          if (inA && inB && of === 'text')
            assert.equal(a.slice(inA.start, inA.end), b.slice(inB.start, inB.end));
        }
        // A moved region reaches from the first to the last of its own segments, and no further.
        for (const { kind, move, a: inA, b: inB } of comparison.differences) {
          if (kind !== 'moved') continue;
          const own = comparison.segments.filter((segment) => segment.move === move);
          const starts = (side: SideName) => own.flatMap((segment) => segment[side]?.start ?? []);
          assert.equal(inA.start, Math.min(...starts('a')));
          assert.equal(inB.start, Math.min(...starts('b')));
        }
        expect(comparison.differences.map(({ number }) => number)).toEqual(
          comparison.differences.map((_, i) => i + 1),
        );
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 600_000);

  test('the same text has no differences', () => {
    fc.assert(
      fc.property(passage, (text) => {
        const { differences, segments, rows } = compare(text, text);
        expect(differences).toEqual([]);
        expect(segments.length).toBe(text === '' ? 0 : 1);
        expect(rows.every(({ kind }) => kind === 'equal')).toBe(true);
      }),
      { numRuns: RUNS / 10, seed: SEED },
    );
  });

  test('clauses and sentences cover the text', () => {
    fc.assert(
      fc.property(passage, (text) => {
        expectCover(clausesOf(text), text.length);
        expectCover(sentencesOf(text), text.length);
      }),
      { numRuns: RUNS / 10, seed: SEED },
    );
  });

  test('marks and white space put in, left out or changed are no change of text', () => {
    const form = fc.constantFrom('', '', '，', '。', '；', '、', '“', ' ', '\n\n', '　');
    const word = fc.constantFrom('加强领导', '𠮷野家', '服务', '干部和群众', '增长GDP的', '葛󠄀氏', '的');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, form, form), { maxLength: 20 }), (parts) => {
        const a = parts.map(([text, mark]) => text + mark).join('');
        const b = parts.map(([text, , mark]) => text + mark).join('');
        expect(
          compare(a, b).segments.filter((segment) => segment.class === 'text' && segment.kind !== 'equal'),
        ).toEqual([]);
      }),
      { numRuns: RUNS / 10, seed: SEED },
    );
  });

  test('a comparison is the same again, and says from the other side whether anything was changed', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const comparison = compare(a, b);
        expect(compare(a, b)).toEqual(comparison);
        const { summary } = compare(b, a);
        const isSame = ({ replaced, onlyA, onlyB, moved }: typeof summary) =>
          replaced + onlyA + onlyB + moved === 0;
        expect(isSame(summary)).toBe(isSame(comparison.summary));
        expect([summary.charactersA, summary.charactersB]).toEqual([
          comparison.summary.charactersB,
          comparison.summary.charactersA,
        ]);
      }),
      { numRuns: RUNS / 10, seed: SEED },
    );
  });

  test('the script reads in the order of b, deletions first, and a moved region stands in one piece', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { segments } = compare(a, b);
        const seen = new Set<number>();
        let at = 0;
        for (const [i, { kind, b: inB, move }] of segments.entries()) {
          if (inB !== null) {
            assert.equal(inB.start, at);
            at = inB.end;
          }
          const before = segments[i - 1];
          if (before?.kind === 'insert' && kind === 'delete') assert.notEqual(before.b?.start, at);
          if (move === undefined || before?.move === move) continue;
          assert.ok(!seen.has(move));
          seen.add(move);
        }
        assert.equal(at, b.length);
      }),
      { numRuns: RUNS / 10, seed: SEED },
    );
  });

  test('another script is no change of text', () => {
    const words = [
      ['發展', '发展'],
      ['乾杯', '干杯'],
      ['幹部', '干部'],
      ['後', '后'],
      ['裡面', '里面'],
      ['機制', '机制'],
      ['，', '，'],
      ['二是', '二是'],
    ] as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 20 }), (parts) => {
        const [a, b] = [parts.map(([old]) => old).join(''), parts.map(([, plain]) => plain).join('')];
        const { summary, differences } = compare(a, b);
        expect(differences.every((difference) => difference.class === 'script')).toBe(true);
        expect(summary.changedA + summary.changedB).toBe(0);
      }),
      { numRuns: RUNS / 10, seed: SEED },
    );
  });
});
