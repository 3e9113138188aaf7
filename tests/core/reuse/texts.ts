import fc from 'fast-check';

/** Sentences of no meaning: words of an invented vocabulary, so that nothing recurs but what a test repeats. */
const WORDS = Array.from({ length: 300 }, (_, i) =>
  String.fromCharCode(0x4e00 + ((i * 7919) % 12_000), 0x4e00 + ((i * 104_729 + 5_003) % 12_000)),
);

export const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 6, maxLength: 14 })
  .map((words) => `${words.slice(0, 4).join('')}，${words.slice(4).join('')}。`);

export const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(''));

/** Texts of a few paragraphs drawn from one small stock, with a word put in here and there: much recurs, and not only whole. */
export const relatedTexts = fc
  .record({
    stock: fc.array(paragraph, { minLength: 3, maxLength: 6 }),
    picks: fc.array(
      fc.array(
        fc.record({ index: fc.nat(5), at: fc.nat(40), word: fc.constantFrom('', '', ...WORDS.slice(0, 20)) }),
        { minLength: 1, maxLength: 5 },
      ),
      { minLength: 2, maxLength: 4 },
    ),
  })
  .map(({ stock, picks }) =>
    picks.map((list) =>
      list
        .map(({ index, at, word }) => {
          const text = stock[index % stock.length] as string;
          return text.slice(0, at) + word + text.slice(at);
        })
        .join('\n\n'),
    ),
  );

/** A generator of numbers from 0 to 1 that always gives the same ones: a linear congruence (Numerical Recipes). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `length` characters of a vocabulary of `size`. */
export function randomText(length: number, size: number, random: () => number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(0x4e00 + Math.floor(random() * size));
  return text;
}
