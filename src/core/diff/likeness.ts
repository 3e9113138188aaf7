import { type Token, isContent } from './tokens.ts';

/** How alike two places must be, as the Dice coefficient of their character bigrams. */
const DICE_LEAST = 0.75;
/** Short clauses lose three bigrams to one changed word: with so many bigrams shared, this share of equal characters does. */
const DICE_OF_SHORT = 0.55;
const EQUAL_LEAST = 0.75;
/** Up to this many characters a clause is short. */
const SHORT_MOST = 80;
/** A bigram that stands in more places than this is a stock phrase and finds nothing. */
const RECURRENCE_MOST = 64;
/** More than there are keys; the square of it still is an exact number. */
const KEYS_MOST = 2 ** 26;

/** A run of tokens of one side, `[start, end)`. */
export interface Unit {
  readonly start: number;
  readonly end: number;
}

/** Two runs that say nearly the same, and how nearly: 0 to 1. */
export interface Likeness {
  readonly a: Unit;
  readonly b: Unit;
  readonly alike: number;
}

/**
 * Each unit of a with the unit of b that is most like it; the most alike come first, and each is used once. Of equally
 * alike ones those with the same ordinal, then the nearest. Linear time but for stock phrases, whose number is bounded.
 */
export function likeUnits(
  unitsA: readonly Unit[],
  unitsB: readonly Unit[],
  a: readonly Token[],
  b: readonly Token[],
): readonly Likeness[] {
  if (unitsA.length === 0 || unitsB.length === 0) return [];
  const sayingsB = unitsB.map((unit) => sayingOf(b, unit));
  const holders = holdersOf(sayingsB);
  const found: Likeness[] = [];
  const seen = new Int32Array(unitsB.length).fill(-1);
  for (const [index, unit] of unitsA.entries()) {
    const saying = sayingOf(a, unit);
    for (const bigram of saying.bigrams.keys()) {
      const list = holders.get(bigram);
      if (list === undefined || list.length > RECURRENCE_MOST) continue;
      for (const i of list) {
        if (seen[i] === index) continue;
        seen[i] = index;
        const alike = likenessOf(saying, sayingsB[i] as Saying);
        if (alike > 0) found.push({ a: unit, b: unitsB[i] as Unit, alike });
      }
    }
  }
  found.sort((one, other) => other.alike - one.alike || distance(one) - distance(other));
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  return found.filter((each) => {
    if (usedA.has(each.a.start) || usedB.has(each.b.start)) return false;
    usedA.add(each.a.start);
    usedB.add(each.b.start);
    return true;
  });
}

function distance({ a, b }: Likeness): number {
  return Math.abs(a.start - b.start);
}

/** What a unit says: its contents, and how often each pair of neighbours occurs. */
interface Saying {
  readonly keys: readonly number[];
  readonly bigrams: ReadonlyMap<number, number>;
  readonly count: number;
}

function sayingOf(tokens: readonly Token[], { start, end }: Unit): Saying {
  const keys: number[] = [];
  for (let at = start; at < end; at++) {
    const token = tokens[at] as Token;
    if (isContent(token)) keys.push(token.key);
  }
  const bigrams = new Map<number, number>();
  for (let i = 1; i < keys.length; i++) {
    const bigram = (keys[i - 1] as number) * KEYS_MOST + (keys[i] as number);
    bigrams.set(bigram, (bigrams.get(bigram) ?? 0) + 1);
  }
  return { keys, bigrams, count: keys.length - 1 };
}

/** Which units hold each bigram; lists that grew too long are of stock phrases, and stop growing. */
function holdersOf(sayings: readonly Saying[]): ReadonlyMap<number, readonly number[]> {
  const holders = new Map<number, number[]>();
  for (const [i, { bigrams }] of sayings.entries()) {
    for (const bigram of bigrams.keys()) {
      const list = holders.get(bigram);
      if (list === undefined) holders.set(bigram, [i]);
      else if (list.length <= RECURRENCE_MOST) list.push(i);
    }
  }
  return holders;
}

/** How alike two sayings are, above what is required; 0 for less. */
function likenessOf(one: Saying, other: Saying): number {
  const dice = diceOf(one, other);
  if (dice >= DICE_LEAST) return dice;
  if (dice < DICE_OF_SHORT || Math.max(one.keys.length, other.keys.length) > SHORT_MOST) return 0;
  return (2 * commonLength(one.keys, other.keys)) / (one.keys.length + other.keys.length) >= EQUAL_LEAST
    ? dice
    : 0;
}

/** The Dice coefficient of two multisets of bigrams, 0 to 1 (Dice, 1945). */
function diceOf(one: Saying, other: Saying): number {
  const total = one.count + other.count;
  let shared = 0;
  for (const [bigram, count] of one.bigrams) shared += Math.min(count, other.bigrams.get(bigram) ?? 0);
  return total <= 0 ? 0 : (2 * shared) / total;
}

/** The length of a longest common subsequence; the time is the product of the lengths, which are short. */
function commonLength(a: readonly number[], b: readonly number[]): number {
  const row = new Uint8Array(b.length + 1);
  for (const key of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] as number;
      row[j] = key === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] as number);
      diagonal = above;
    }
  }
  return row[b.length] as number;
}
