import { useMemo } from 'preact/hooks';
import { compare } from '../../core/diff/compare.ts';
import type { Comparison } from '../../core/diff/comparison.ts';
import { verdictOf, type Verdict } from '../../core/diff/verdict.ts';
import { witnessesOf } from '../../core/review/witness.ts';
import type { Pair } from '../../core/reuse/pair.ts';
import type { StructuredDocument } from '../../core/structure/speech.ts';
import type { DocumentId } from '../../core/text/document.ts';

/** A comparison with its verdict. */
export interface Compared {
  readonly comparison: Comparison;
  readonly verdict: Verdict;
}

/** The comparisons of pairs. */
export interface Comparisons {
  /** Made when it is first asked for; null when a document of the pair is gone. */
  of(pair: Pair): Compared | null;
  /** What has been made; undefined where nothing was. */
  known(pair: Pair): Compared | undefined;
  /** Keeps a comparison of the pair that was made elsewhere. */
  keep(pair: Pair, comparison: Comparison): Compared;
}

/** Comparisons of the pairs that were looked at, kept as long as the pairs and the documents are the same ones. */
export function useComparisons(documents: ReadonlyMap<DocumentId, StructuredDocument>): Comparisons {
  return useMemo(() => {
    const made = new WeakMap<Pair, Compared>();
    return {
      known: (pair) => made.get(pair),
      of(pair) {
        const known = made.get(pair);
        if (known !== undefined) return known;
        const witnesses = witnessesOf(pair, documents);
        if (witnesses === null) return null;
        return keep(pair, compare(witnesses.a.text, witnesses.b.text));
      },
      keep,
    };

    function keep(pair: Pair, comparison: Comparison): Compared {
      const compared = { comparison, verdict: verdictFor(pair, comparison) };
      made.set(pair, compared);
      return compared;
    }
  }, [documents]);
}

/** What detection called reworded is not called nearly the same here. */
function verdictFor(pair: Pair, comparison: Comparison): Verdict {
  const verdict = verdictOf(comparison);
  return pair.kind === 'paraphrase' && verdict.kind === 'changed'
    ? { ...verdict, kind: 'reworded' }
    : verdict;
}
