import { seeded, zipf } from './random.ts';
import {
  REPEATS,
  repeat,
  type Clause,
  type Draft,
  type Drafted,
  type Repeat,
  type Written,
} from './repeats.ts';
import { createVocabulary } from './vocabulary.ts';

/**
 * Speeches to measure with, always the same for the same seed. What an index of shingles feels is how often its shingles
 * recur and in how many places, so this is what was made like official prose, and compared with some: of the 6-character
 * shingles of 400 kB a quarter recurs, 1 % in more than 24 places.
 *
 * - Words: 6,000 over 2,000 random ideographs, most of two characters, with frequencies after Zipf's law.
 * - Clauses of 3 to 7 words, 2 to 4 in a sentence, 2 to 4 sentences in a measure, 4 to 9 measures in a speech, and an opening
 *   paragraph. Every twelfth clause is one of 300 of 2 to 5 words that all share, some of them far more frequent than others.
 * - Ritual: a salutation, a sentence of slogans, and one that announces the list, each with few wordings and not in every speech.
 * - Every fifth measure repeats an earlier one in one of the ways of `REPEATS`: half of the time one said shortly before
 *   (speakers of one meeting copy one another), else one of the last 20,000; one in ten is of 40 that everybody copies, so
 *   that 100 MB hold each of them some 150 times. What is repeated is new text, not a repeat: it is known what comes from
 *   what.
 *
 * Unlike in prose, words know nothing of their neighbours and ideographs have no meaning: chance repeats are shorter, and
 * nothing is a paraphrase. What rests on lists of real phrases sees only the ritual sentences.
 */
export interface MadeDocument {
  readonly text: string;
  /** All clauses of the measures and opening paragraphs, in order. */
  readonly clauses: readonly Clause[];
  readonly plants: readonly Plant[];
}

/** A repeat that was planted: the clauses that were copied, each with its copy. */
export interface Plant {
  readonly kind: Repeat;
  readonly copied: readonly (readonly [source: Clause, copy: Clause])[];
}

/** How much to make. */
export interface Order {
  readonly seed: number;
  /** In UTF-16 units, all documents together; at least. A Chinese character has three bytes in UTF-8. */
  readonly characters: number;
  /** In UTF-16 units: documents get speeches until they are so long. Without it they get five. */
  readonly documentCharacters?: number;
}

const SPEECHES_OF_A_DOCUMENT = 5;
const STOCK_SHARE = 1 / 12;
/** In how many speeches each kind of ritual is said. */
const SALUTATION_SHARE = 1 / 4;
const SLOGAN_SHARE = 1 / 8;
const LEAD_IN_SHARE = 1 / 4;
const REPEATED_SHARE = 1 / 5;
/** In measures: how far back is copied from; bounds the memory, too. */
const REMEMBERED = 20_000;
/** In measures: what counts as shortly before. */
const RECENT = 400;
/** In measures: those that everybody may copy, and how often of all copies one of them is. */
const KNOWN = 40;
const KNOWN_SHARE = 1 / 10;
const NUMERALS = '一二三四五六七八九';
/** So many people speak, some of them again and again. */
const SPEAKERS = 5_000;
const SURNAMES = '赵钱孙李周吴郑王冯陈';
const SALUTATIONS = ['尊敬的各位领导，同志们：', '各位领导、同志们：', '同志们：'];
const SLOGANS = [
  '坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神，坚持稳中求进工作总基调。',
  '增强“四个意识”、坚定“四个自信”、做到“两个维护”，提高政治站位，统一思想认识。',
  '在区委、区政府的坚强领导下，不忘初心、牢记使命，凝心聚力、真抓实干。',
];
const LEAD_INS = ['下一步主要开展以下工作：', '下一步，重点做好以下几方面工作：', '现将有关情况汇报如下：'];
const KINDS: readonly Repeat[] = (Object.keys(REPEATS) as Repeat[]).flatMap((kind) =>
  Array.from({ length: REPEATS[kind] }, () => kind),
);

/** Documents of speeches, one after the other; nothing of one is held when the next is made but what may be copied. */
export function* speeches({ seed, characters, documentCharacters }: Order): Generator<MadeDocument> {
  const random = seeded(seed);
  const vocabulary = createVocabulary(seed + 1);
  const below = (most: number): number => Math.floor(random() * most);
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  const speakers = Array.from(
    { length: SPEAKERS },
    () => one([...SURNAMES]) + vocabulary.character() + vocabulary.character(),
  );
  const rankOfSpeaker = zipf(SPEAKERS, random);
  /** Measures that may be repeated, a ring. */
  const said: Written[] = [];
  const known: Written[] = [];
  let saidCount = 0;
  let lastId = 0;
  let document = 0;
  let text = '';
  let clauses: Clause[] = [];
  let plants: Plant[] = [];

  for (let made = 0; made < characters; document++) {
    [text, clauses, plants] = ['', [], []];
    for (let left = SPEECHES_OF_A_DOCUMENT; ; left--) {
      if (documentCharacters === undefined ? left === 0 : text.length >= documentCharacters) break;
      speech();
    }
    yield { text, clauses, plants };
    made += text.length;
  }

  function speech(): void {
    text += `## ${vocabulary.clause()}\n\n某局局长 ${speakers[rankOfSpeaker()] ?? ''}\n\n`;
    if (random() < SALUTATION_SHARE) text += `${one(SALUTATIONS)}\n\n`;
    write(newSentences(2));
    if (random() < SLOGAN_SHARE) text += one(SLOGANS);
    text += '\n\n';
    if (random() < LEAD_IN_SHARE) text += `${one(LEAD_INS)}\n\n`;
    for (let number = 0, all = 4 + below(6); number < all; number++) measure(NUMERALS.charAt(number));
  }

  function measure(numeral: string): void {
    text += `${numeral}是`;
    const kind = random() < REPEATED_SHARE && saidCount > 0 ? one(KINDS) : null;
    const repeated = kind && repeat(kind, earlier(), () => newSentences(2 + below(3)), random, vocabulary);
    const drafted = repeated ?? newSentences(2 + below(3));
    const written = write(drafted);
    text += '\n\n';
    if (kind === null || repeated === null) {
      if (saidCount < KNOWN) known.push(written);
      said[saidCount++ % REMEMBERED] = written;
      return;
    }
    const copied = drafted.flatMap((sentence, i) =>
      sentence.flatMap(({ source, isStock }, j): [Clause, Clause][] => {
        const copy = written[i]?.[j];
        return source === null || isStock || copy === undefined ? [] : [[source, copy]];
      }),
    );
    if (copied.length > 0) plants.push({ kind, copied });
  }

  function earlier(): Written {
    if (random() < KNOWN_SHARE) return one(known);
    const back = 1 + below(Math.min(random() < 1 / 2 ? RECENT : REMEMBERED, saidCount));
    return said[(saidCount - back) % REMEMBERED] ?? [];
  }

  function newSentences(count: number): Drafted {
    return Array.from({ length: count }, () => Array.from({ length: 2 + below(3) }, newClause));
  }

  function newClause(): Draft {
    const isStock = random() < STOCK_SHARE;
    return { text: isStock ? vocabulary.stockClause() : vocabulary.clause(), source: null, isStock };
  }

  /** Appends the sentences to the document's text. */
  function write(sentences: Drafted): Written {
    return sentences.map((sentence) =>
      sentence.map(({ text: own, source, isStock }, at): Clause => {
        const clause = {
          id: isStock ? -1 : (source?.id ?? ++lastId),
          text: own,
          document,
          start: text.length,
        };
        clauses.push(clause);
        text += own + (at === sentence.length - 1 ? '。' : '，');
        return clause;
      }),
    );
  }
}

/** The texts of documents of five speeches, together some `characters` long. */
export function makeDocuments(characters: number, seed: number): readonly string[] {
  return [...speeches({ seed, characters })].map(({ text }) => text);
}
