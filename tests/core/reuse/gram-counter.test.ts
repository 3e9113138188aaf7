import { expect, it } from 'vitest';
import { Contents } from '../../../src/core/reuse/contents/contents.ts';
import { createGramCounter, gramOrders } from '../../../src/core/reuse/contents/gram-counter.ts';
import { createGramCounts } from '../../../src/core/reuse/contents/rarity.ts';
import { randomText, seeded } from './texts.ts';

const BITS = 16;

it('counts by orders what is counted here', () => {
  const random = seeded(5);
  const contents = new Contents();
  const texts = Array.from({ length: 40 }, () =>
    `${randomText(80, 500, random)} GDP grew by 5.2 per cent in 2024，`.repeat(20),
  );
  contents.reserve(texts.join('').length, texts.length);
  const all = texts.map((text) => contents.add(text, { start: 0, end: text.length }, []));
  // Some say nothing, some the same again; all together more than one order holds.
  const speeches = Array.from({ length: 150 }, (_, index) =>
    index % 7 === 0
      ? []
      : [all[index % 40] as number, all[(index * 3) % 40] as number, all[index % 40] as number],
  );
  const here = createGramCounts(BITS);
  for (const speech of speeches) {
    Array.from(here.nextSpeech());
    for (const content of speech) {
      const { start, end } = contents.rangeOf(content);
      here.count(contents.codes, start, end, 1);
    }
  }
  const count = createGramCounter();
  // What was begun before and not ended is forgotten.
  for (const order of gramOrders([all], contents, BITS)) count({ ...order, isLast: false });
  const answers = [...gramOrders(speeches, contents, BITS)].map(count);
  expect(answers.length).toBeGreaterThan(1);
  expect(answers.slice(0, -1).every((answer) => answer === null)).toBe(true);
  expect(answers.at(-1)).toEqual(here.table());
});
