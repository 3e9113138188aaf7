import { type Alignment, align } from './alignment.ts';
import type { Comparison } from './comparison.ts';
import { differencesOf } from './differences.ts';
import { marksOf } from './marks.ts';
import { type Move, movesIn } from './moves.ts';
import { rowsOf } from './rows.ts';
import { stepsOf } from './segments.ts';
import { summaryOf } from './summary.ts';
import { type Token, tokensOf } from './tokens.ts';

/**
 * Compares two passages. The same texts give the same comparison on every run; only the words to which differences are
 * widened may vary with the engine's dictionary. Time grows about linearly; where a limit had to be set, `coarse` says so.
 */
export function compare(a: string, b: string): Comparison {
  const texts = { a, b };
  const whole = align(tokensOf(a), tokensOf(b));
  const moves = movesIn(whole);
  const stayed = moves.length === 0 ? whole : alignWithout(moves, whole);
  const moved = moves.map((move) => alignMove(move, whole));
  const alignments = [stayed, ...moved];

  const steps = stepsOf(texts, stayed, moved);
  const segments = steps.map(({ segment }) => segment);
  const differences = differencesOf(steps);
  return {
    texts,
    segments,
    differences,
    marks: marksOf(texts, differences, alignments),
    rows: rowsOf(texts, segments, differences),
    summary: summaryOf(texts, segments, differences),
    coarse: alignments.some(({ coarse }) => coarse),
  };
}

/** Aligns what stayed in its place, the moved regions cut out. */
function alignWithout(moves: readonly Move[], { a, b }: Alignment): Alignment {
  const cutA = moves.map(({ aStart, aEnd }) => [aStart, aEnd] as const);
  const cutB = moves.map(({ bStart, bEnd }) => [bStart, bEnd] as const);
  return align(without(a, cutA), without(b, cutB));
}

function without(
  tokens: readonly Token[],
  cuts: readonly (readonly [start: number, end: number])[],
): readonly Token[] {
  const gone = new Uint8Array(tokens.length);
  for (const [start, end] of cuts) gone.fill(1, start, end);
  return tokens.filter((_, i) => gone[i] === 0);
}

function alignMove({ aStart, aEnd, bStart, bEnd }: Move, { a, b }: Alignment): Alignment {
  return align(a.slice(aStart, aEnd), b.slice(bStart, bEnd));
}
