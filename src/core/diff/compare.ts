import type { Comparison } from './comparison.ts';
import { differencesOf } from './differences.ts';
import { createLexicon } from './lexicon.ts';
import { marksOf } from './marks.ts';
import { settle } from './moves.ts';
import { withSharedOrdinals } from './ordinal-hints.ts';
import { rowsOf } from './rows.ts';
import { stepsOf } from './segments.ts';
import { summaryOf } from './summary.ts';
import { tokensOf } from './tokens.ts';

/**
 * Compares two passages. The same texts give the same comparison on every run; only the words to which differences are
 * widened may vary with the engine's dictionary. Time grows about linearly; where a limit had to be set, `coarse` says so.
 */
export function compare(a: string, b: string): Comparison {
  const texts = { a, b };
  const lexicon = createLexicon();
  const tokens = withSharedOrdinals(
    { text: a, tokens: tokensOf(a, lexicon) },
    { text: b, tokens: tokensOf(b, lexicon) },
  );
  const { stayed, moved } = settle(...tokens);
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
