import { seeded, zipf } from './random.ts';

/** As many ideographs as official prose is made of. */
const CHARACTERS = 2_000;
const FIRST_CHARACTER = 0x4e00;
const WORDS = 6_000;
/** How long words are: most have two characters, as in prose. */
const WORD_LENGTHS = [1, 2, 2, 2, 2, 3, 2, 2, 1, 4];
const STOCK_CLAUSES = 300;

/** The words that all speakers draw from. */
export interface Vocabulary {
  /** A single ideograph, any as likely as the other. */
  readonly character: () => string;
  /** A new clause of 3 to 7 words. */
  readonly clause: () => string;
  /** A clause of 2 to 5 words that everybody uses: few of them very often, most of them seldom. */
  readonly stockClause: () => string;
}

/** A vocabulary that is the same for the same seed. */
export function createVocabulary(seed: number): Vocabulary {
  const random = seeded(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const character = (): string => String.fromCharCode(FIRST_CHARACTER + below(CHARACTERS));
  const words = Array.from({ length: WORDS }, (_, rank) =>
    Array.from({ length: WORD_LENGTHS[rank % WORD_LENGTHS.length] ?? 2 }, character).join(''),
  );
  const rankOfWord = zipf(WORDS, random);
  const say = (count: number): string => {
    let text = '';
    for (let left = count; left > 0; left--) text += words[rankOfWord()] ?? '';
    return text;
  };
  const stock = Array.from({ length: STOCK_CLAUSES }, () => say(2 + below(4)));
  const rankOfStock = zipf(STOCK_CLAUSES, random);
  return {
    character,
    clause: () => say(3 + below(5)),
    stockClause: () => stock[rankOfStock()] ?? '',
  };
}
