import { describe, expect, it } from 'vitest';
import { emptyDecision, type Decision } from '../../../src/core/review/decision.ts';
import { EVERYTHING, filterPairs, type Filter } from '../../../src/core/review/filter.ts';
import { documentOf, measureOf, pairOf } from './corpus.ts';

const first = documentOf('d1', '曹立忠: 一是加强监督 / 二是加强监督', '张健: 一是改进 ABC 方式');
const second = documentOf('d2', '张琰: 一是加强监督');
const documents = new Map([first, second].map((d) => [d.document.id, d]));
const within = pairOf('within', measureOf(first, 0, 0), measureOf(first, 0, 1), {
  kind: 'identical',
  similarity: 1,
});
const across = pairOf('across', measureOf(first, 0, 0), measureOf(second, 0, 0));
const mixed = pairOf('mixed', measureOf(first, 1, 0), measureOf(second, 0, 0), {
  kind: 'partial',
  similarity: 0.5,
});
const pairs = [within, across, mixed];
const judged = new Map<string, Decision>([
  ['within', { ...emptyDecision('within'), judgement: 'keep-a' }],
  ['across', { ...emptyDecision('across'), note: '只有备注' }],
]);

function shown(filter: Partial<Filter>): string[] {
  return filterPairs(pairs, { ...EVERYTHING, ...filter }, 0, documents, judged).map((pair) => pair.id);
}

describe('filterPairs', () => {
  it.each<[string, Partial<Filter>, string[]]>([
    ['everything, in the order given', {}, ['within', 'across', 'mixed']],
    ['an upper end of similarity', { similarityMost: 0.9 }, ['across', 'mixed']],
    ['an upper end of the shared length', { lengthMost: 4 }, ['mixed']],
    ['one scope', { scope: 'within' }, ['within']],
    ['several kinds', { kinds: ['identical', 'partial'] }, ['within', 'mixed']],
    ['a speaker on either side', { speaker: '张琰' }, ['across', 'mixed']],
    ['a similarity from which on', { similarity: 0.9 }, ['within', 'across']],
    ['a length from which on', { length: 6 }, ['within']],
    ['words of the text, case set aside', { query: 'abc' }, ['mixed']],
    ['words of the text, marks of patterns as they stand', { query: 'a.c' }, []],
    ['a name', { query: '张健' }, ['mixed']],
    ['no words that only stand next to a passage', { query: '督\n二' }, []],
    ['only what has no judgement; a note alone is none', { openOnly: true }, ['across', 'mixed']],
    ['all conditions at once', { scope: 'across', query: '监督', speaker: '曹立忠' }, ['across']],
    ['nothing', { query: '没有的字' }, []],
  ])('shows %s', (_, filter, expected) => {
    expect(shown(filter)).toEqual(expected);
  });

  it('leaves the similarity to the threshold that sets itself, which hides paraphrases alone', () => {
    const reworded = { ...mixed, id: 'reworded', kind: 'paraphrase' } as const;
    const left = (similarity: number | null, automatic: number) =>
      filterPairs([...pairs, reworded], { ...EVERYTHING, similarity }, automatic, documents, judged).map(
        ({ id }) => id,
      );
    expect(left(null, 0.95)).toEqual(['within', 'across', 'mixed']);
    expect(left(null, 0.5)).toEqual(['within', 'across', 'mixed', 'reworded']);
    expect(left(0.95, 0)).toEqual(['within']);
  });
});
