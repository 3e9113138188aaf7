import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIn, HITS_MOST } from '../../../src/core/review/find.ts';
import { finderOf } from '../../../src/core/review/finder.ts';
import { documentOf } from './corpus.ts';

function find(query: string, texts: readonly string[]) {
  const documents = texts.map((text, i) => {
    const structured = documentOf(`d${i}`, '甲: 乙');
    return { ...structured, document: { ...structured.document, text } };
  });
  const steps = findIn(documents, finderOf(query), query.length);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('findIn', () => {
  it('finds all places in loading order, case set aside, none inside another', () => {
    expect(find('AB', ['abAB', '好', 'xab']).list).toEqual([
      { document: 'd0', start: 0, end: 2 },
      { document: 'd0', start: 2, end: 4 },
      { document: 'd2', start: 1, end: 3 },
    ]);
    expect(find('好好', ['好好好好好']).list.map(({ start }) => start)).toEqual([0, 2]);
  });

  it('says when there are more than it lists', () => {
    const found = find('好', ['好'.repeat(HITS_MOST + 1)]);
    expect(found.isCapped).toBe(true);
    expect(found.list).toHaveLength(HITS_MOST);
  });

  it('takes what is sought as it is written, signs of patterns and all', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: fc.constantFrom('a', 'B', '.', '*', '(', '好', '\\') }),
        (query) => {
          const { list } = find(query, [`一${query.toUpperCase()}二`]);
          return list.some(({ start }) => start === 1);
        },
      ),
    );
  });
});
