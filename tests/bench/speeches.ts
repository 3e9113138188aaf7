/**
 * Speeches to measure with, always the same for the same seed. How they are made: a vocabulary of 6,000 words whose
 * frequency falls as in prose (Zipf's law); clauses of 3 to 7 words, 3 to 7 of them in a measure, 4 to 9 measures in a
 * speech, 5 speeches in a document; every twelfth clause from a stock of 300 that all speakers share; every fifth measure
 * repeats an earlier one: word for word, or with one character in twenty, or in seven, changed.
 */
const WORDS = 6_000;
const STOCK_CLAUSES = 300;
const STOCK_SHARE = 1 / 12;
const REPEATED_SHARE = 1 / 5;
const EDITED_SHARES = [0, 1 / 20, 1 / 7];
const SPEECHES_OF_A_DOCUMENT = 5;
const NUMERALS = '一二三四五六七八九';
const SURNAMES = '赵钱孙李周吴郑王冯陈';
/** The ideographs that words are made of: as many as everyday prose uses. */
const FIRST_CHARACTER = 0x4e00;
const CHARACTERS = 3_500;

/** A generator of numbers from 0 to 1 that always gives the same ones: a linear congruence (Numerical Recipes). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Documents of speeches, together some `characters` long. */
export function makeDocuments(characters: number, seed: number): readonly string[] {
  const random = seeded(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const character = (): string => String.fromCharCode(FIRST_CHARACTER + below(CHARACTERS));
  const words = Array.from({ length: WORDS }, () => Array.from({ length: 1 + below(3) }, character).join(''));
  // Rank r with a likelihood of 1 / r.
  const word = (): string => words[Math.min(WORDS - 1, Math.floor(WORDS ** random()))] ?? '';
  const clause = (): string => Array.from({ length: 3 + below(5) }, word).join('');
  const stock = Array.from({ length: STOCK_CLAUSES }, clause);
  const said: string[] = [];
  const edit = (text: string, share: number): string =>
    [...text].map((each) => (random() < share ? character() : each)).join('');
  const measure = (): string => {
    if (said.length > 0 && random() < REPEATED_SHARE) {
      return edit(said[below(said.length)] ?? '', EDITED_SHARES[below(EDITED_SHARES.length)] ?? 0);
    }
    const clauses = Array.from({ length: 3 + below(5) }, () =>
      random() < STOCK_SHARE ? (stock[below(STOCK_CLAUSES)] ?? '') : clause(),
    );
    const text = `${clauses.join('，')}。`;
    said.push(text);
    return text;
  };
  const speech = (): string => {
    const speaker = `${SURNAMES[below(SURNAMES.length)]}${character()}${character()}`;
    const measures = Array.from({ length: 4 + below(6) }, (_, i) => `${NUMERALS[i]}是${measure()}`);
    return [`## ${clause()}`, `某局局长 ${speaker}`, `${clause()}，${clause()}。`, ...measures].join('\n\n');
  };

  const documents: string[] = [];
  for (let made = 0; made < characters;) {
    const text = Array.from({ length: SPEECHES_OF_A_DOCUMENT }, speech).join('\n\n');
    documents.push(text);
    made += text.length;
  }
  return documents;
}
