import { shortestScript } from '../../../src/core/diff/script.ts';
import { createLexicon } from '../../../src/core/diff/lexicon.ts';
import { isContent, tokensOf } from '../../../src/core/diff/tokens.ts';
import { figure, printMarkdown } from '../table.ts';
import { OWN, PEERS } from './engines.ts';
import { goldenPairs, seedPairs } from './pairs.ts';
import type { Pair, Stretch } from './stretch.ts';

interface Quality {
  /** Stretches on either side. */
  readonly places: number;
  /** UTF-16 units in them. */
  readonly marked: number;
  /** The same where nothing was moved, and the fewest that a script of the content needs there. */
  readonly markedInPlace: number;
  readonly minimalInPlace: number;
  readonly insideWords: number;
  readonly insideGraphemes: number;
}

const NOTHING: Quality = {
  places: 0,
  marked: 0,
  markedInPlace: 0,
  minimalInPlace: 0,
  insideWords: 0,
  insideGraphemes: 0,
};

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Measures what is marked on the golden pairs and those of the seed, by ours and by the peers. */
export function measureQuality(): void {
  const pairs = [...goldenPairs(), ...seedPairs()];
  const parallel = pairs.filter(({ name }) => name.startsWith('parallel'));
  const rows = [OWN, ...PEERS].map(({ name, mark }) => {
    if (mark === null) return [name, 'not installed'];
    const sum = pairs.map((pair) => qualityOf(pair, mark(pair.a, pair.b))).reduce(added, NOTHING);
    const whole = parallel.filter((pair) => isOfWholeClauses(pair, mark(pair.a, pair.b))).length;
    return [
      name,
      String(sum.places),
      String(sum.marked),
      figure(sum.markedInPlace / sum.minimalInPlace),
      `${sum.insideWords} of ${2 * sum.places}`,
      String(sum.insideGraphemes),
      `${whole} of ${parallel.length}`,
    ];
  });
  printMarkdown(
    `What is marked in ${pairs.length} pairs (ours: differences of text; the peers know no other)`,
    [
      [
        '',
        'places',
        'characters',
        'characters by the fewest (nothing moved)',
        'edges inside words',
        'edges inside graphemes',
        'parallel clauses whole',
      ],
      ...rows,
    ],
  );
}

function added(one: Quality, other: Quality): Quality {
  const sum = (key: keyof Quality) => one[key] + other[key];
  return {
    places: sum('places'),
    marked: sum('marked'),
    markedInPlace: sum('markedInPlace'),
    minimalInPlace: sum('minimalInPlace'),
    insideWords: sum('insideWords'),
    insideGraphemes: sum('insideGraphemes'),
  };
}

function qualityOf(pair: Pair, stretches: readonly Stretch[]): Quality {
  const edges = { a: edgesOf(words, pair.a), b: edgesOf(words, pair.b) };
  const whole = { a: edgesOf(graphemes, pair.a), b: edgesOf(graphemes, pair.b) };
  const ends = stretches.flatMap(({ side, start, end }) => [
    { side, at: start },
    { side, at: end },
  ]);
  const marked = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
  const inPlace = !/moved/u.test(pair.name);
  return {
    places: stretches.length,
    marked,
    markedInPlace: inPlace ? marked : 0,
    minimalInPlace: inPlace ? fewest(pair) : 0,
    insideWords: ends.filter(({ side, at }) => !edges[side].has(at)).length,
    insideGraphemes: ends.filter(({ side, at }) => !whole[side].has(at)).length,
  };
}

function edgesOf(segmenter: Intl.Segmenter, text: string): ReadonlySet<number> {
  return new Set([...Array.from(segmenter.segment(text), ({ index }) => index), text.length]);
}

/** The fewest units in which the texts' content differs, form left out: a shortest script of characters. */
function fewest({ a, b }: Pair): number {
  const lexicon = createLexicon();
  const [inA, inB] = [tokensOf(a, lexicon).filter(isContent), tokensOf(b, lexicon).filter(isContent)];
  const length = (tokens: typeof inA, start: number, end: number) =>
    tokens.slice(start, end).reduce((sum, token) => sum + token.end - token.start, 0);
  return shortestScript(
    Int32Array.from(inA, ({ key }) => key),
    Int32Array.from(inB, ({ key }) => key),
  ).edits.reduce(
    (sum, { aStart, aEnd, bStart, bEnd }) => sum + length(inA, aStart, aEnd) + length(inB, bStart, bEnd),
    0,
  );
}

const MARKS = '，。；、：！？”“';

/** Whether each stretch is whole clauses or members of a list, with the mark before or behind them. */
function isOfWholeClauses({ a, b }: Pair, stretches: readonly Stretch[]): boolean {
  const isEdge = (text: string, at: number) =>
    at === 0 || at === text.length || MARKS.includes(text.charAt(at - 1)) || MARKS.includes(text.charAt(at));
  return stretches.every(({ side, start, end }) => {
    const text = side === 'a' ? a : b;
    return end - start === 1
      ? MARKS.includes(text.charAt(start)) || isEdge(text, start)
      : isEdge(text, start) && isEdge(text, end);
  });
}
