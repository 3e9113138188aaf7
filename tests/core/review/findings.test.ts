import { describe, expect, it } from 'vitest';
import type { Boilerplate, Detection } from '../../../src/core/reuse/pair.ts';
import { findingsOf } from '../../../src/core/review/findings.ts';
import { groupsOf } from '../../../src/core/review/groups.ts';
import { pairInPlaceOf } from '../../../src/core/review/pair-in-place.ts';
import { phrasesIn } from '../../../src/core/review/phrases.ts';
import { documentOf, measureOf, pairOf } from './corpus.ts';

const structured = documentOf('d', '甲: 一是同 / 二是同 / 三是异', '乙: 一是同 / 二是异');
const [a, b, c] = [measureOf(structured, 0, 0), measureOf(structured, 0, 1), measureOf(structured, 1, 0)];
const [x, y] = [measureOf(structured, 0, 2), measureOf(structured, 1, 1)];

/** A pair for each figure, named by it. */
const pairs = (...importances: readonly number[]) =>
  importances.map((importance) => pairOf(String(importance), a, b, { importance }));

const apart = (id: string, ...importances: readonly number[]): Boilerplate => ({
  id,
  reason: 'common',
  members: [a, b, c],
  speeches: 2,
  pairs: pairs(...importances),
});

const detection: Detection = {
  pairs: pairs(9, 5, 1),
  clusters: [{ members: [x, y] }],
  boilerplate: [apart('one', 7, 2), apart('two', 6)],
  speechCount: 2,
  limits: [],
};

describe('findingsOf', () => {
  const ranked = (...restored: readonly string[]) =>
    findingsOf(detection, new Set(restored)).map(({ importance }) => importance);

  it('ranks what was taken back among the rest', () => {
    expect(ranked('one')).toEqual([9, 7, 5, 2, 1]);
    expect(ranked('one', 'two', 'gone')).toEqual([9, 7, 6, 5, 2, 1]);
  });

  it('is the list itself when nothing was taken back', () => {
    expect(findingsOf(detection, new Set(['gone']))).toBe(detection.pairs);
  });
});

describe('groupsOf', () => {
  it('counts the places of the group that both sides belong to', () => {
    const groups = groupsOf(detection, new Set());
    expect(groups.sizeOf(pairOf('p', x, y))).toBe(2);
    expect(groups.sizeOf(pairOf('p', a, c))).toBe(2);
    expect(groups.sizeOf(pairOf('p', a, x))).toBe(2);
  });

  it('counts those of boilerplate that was taken back, whose passages need not end alike', () => {
    const groups = groupsOf(detection, new Set(['one']));
    const shorter = { ...a, span: { start: a.span.start, end: a.span.end - 1 } };
    expect(groups.sizeOf(pairOf('p', shorter, c))).toBe(3);
    expect(groups.membersOf(pairOf('p', shorter, c))).toEqual([a, b, c]);
    expect(groups.membersOf(pairOf('p', a, y))).toEqual([a, y]);
    expect(groups.sizeOf(pairOf('p', a, y))).toBe(2);
  });
});

describe('pairInPlaceOf', () => {
  const pair = pairOf('p', a, c);

  it('is the pair itself, or else the first that shares text on both sides, or none', () => {
    const longer = { ...a, span: { start: a.span.start, end: a.span.end + 2 } };
    expect(pairInPlaceOf(pair, [pairOf('q', longer, c), pair])?.id).toBe('p');
    expect(pairInPlaceOf(pair, [pairOf('r', a, b), pairOf('q', longer, c)])?.id).toBe('q');
    expect(pairInPlaceOf(pair, [pairOf('r', x, c)])).toBeUndefined();
  });
});

describe('phrasesIn', () => {
  it('reads one phrase a line, each once', () => {
    expect(phrasesIn(' 努力奋斗\r\n\n压实责任 \n努力奋斗')).toEqual(['努力奋斗', '压实责任']);
    expect(phrasesIn(' \n')).toEqual([]);
  });
});
