import type { Vocabulary } from './vocabulary.ts';

/** A clause where it stands. Its copies share its `id`, however they were edited. */
export interface Clause {
  /** Negative for what everybody says. */
  readonly id: number;
  readonly text: string;
  /** Which document it stands in, from 0, and where its first character stands there. */
  readonly document: number;
  readonly start: number;
}

/** A clause that is still to be written: a new one, or a copy of `source`. */
export interface Draft {
  readonly text: string;
  /** Null for new text. */
  readonly source: Clause | null;
  readonly isStock: boolean;
}

/** Sentences of clauses: a measure as it was written, and one that is to be. */
export type Written = readonly (readonly Clause[])[];
export type Drafted = readonly (readonly Draft[])[];

/** How a measure repeats an earlier one, and how often of a hundred times. */
export const REPEATS = {
  exact: 25,
  'edited 5 %': 15,
  'edited 15 %': 15,
  'edited 30 %': 10,
  'sentence dropped': 10,
  'sentences shuffled': 10,
  'one sentence': 10,
  'clause embedded': 5,
} as const;
export type Repeat = keyof typeof REPEATS;

const EDITED: Partial<Record<Repeat, number>> = {
  'edited 5 %': 0.05,
  'edited 15 %': 0.15,
  'edited 30 %': 0.3,
};
/** In characters: the clauses that are embedded alone. */
const EMBEDDED = { least: 14, most: 22 };

/**
 * A measure that repeats `source` in this way; `fresh` is new text for what is not repeated. Null where the source has
 * nothing that could be repeated so (one sentence cannot be shuffled, few clauses are long enough to be embedded).
 */
export function repeat(
  kind: Repeat,
  source: Written,
  fresh: () => Drafted,
  random: () => number,
  vocabulary: Vocabulary,
): Drafted | null {
  const below = (most: number): number => Math.floor(random() * most);
  const share = EDITED[kind];
  if (share !== undefined) {
    return source.map((sentence) =>
      sentence.map((clause) => copy(clause, edit(clause.text, share, random, vocabulary))),
    );
  }
  const copies = source.map((sentence) => sentence.map((clause) => copy(clause, clause.text)));
  if (kind === 'exact') return copies;
  if (kind === 'clause embedded') {
    const clause = source
      .flat()
      .find(({ id, text: { length } }) => id >= 0 && length >= EMBEDDED.least && length <= EMBEDDED.most);
    if (clause === undefined) return null;
    const measure = fresh().map((sentence) => [...sentence]);
    measure[below(measure.length)]?.splice(1, 0, copy(clause, clause.text));
    return measure;
  }
  if (source.length < 2) return null;
  const at = below(source.length);
  if (kind === 'sentence dropped') return copies.toSpliced(at, 1);
  if (kind === 'sentences shuffled') return [...copies.slice(1), ...copies.slice(0, 1)].reverse();
  const measure = [...fresh()];
  return measure.toSpliced(below(measure.length), 1, copies[at] ?? []);
}

function copy(source: Clause, text: string): Draft {
  return { text, source, isStock: source.id < 0 };
}

/** The text with about a `share` of its characters replaced, left out, or joined by another. */
function edit(text: string, share: number, random: () => number, { character }: Vocabulary): string {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const draw = random();
    const own = text.charAt(at);
    if (draw >= share) result += own;
    else if (draw < share / 2) result += character();
    else if (draw < (share * 3) / 4) result += own + character();
  }
  return result === '' ? text : result;
}
