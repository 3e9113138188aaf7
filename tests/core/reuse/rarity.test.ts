import { expect, it } from 'vitest';
import { Contents } from '../../../src/core/reuse/contents/contents.ts';
import { createGramCounts } from '../../../src/core/reuse/contents/rarity.ts';

/** More speeches than a counter of 14 bits can tell, and more than stamps of as many can. */
const SPEECHES = 40_000;

it('counts what is left the same however much was there before', () => {
  const contents = new Contents();
  const text = '供热管网改造要赶在霜降前完工';
  contents.reserve(text.length, 1);
  const { start, end } = contents.rangeOf(contents.add(text, { start: 0, end: text.length }, []));
  const weightAmong = (came: number, went: number): number => {
    const counts = createGramCounts(12);
    for (let speech = 0; speech < came; speech++) {
      Array.from(counts.nextSpeech());
      counts.count(contents.codes, start, end, 1);
    }
    for (let speech = 0; speech < went; speech++) {
      Array.from(counts.nextSpeech());
      counts.count(contents.codes, start, end, -1);
    }
    const weighed = { weight: 0, own: 0, substance: 0 };
    counts.rarity(contents, came - went).weigh({ x: 0, y: 0, length: text.length }, weighed);
    return weighed.weight;
  };
  for (const left of [3, 1_000]) expect(weightAmong(SPEECHES, SPEECHES - left)).toBe(weightAmong(left, 0));
});
