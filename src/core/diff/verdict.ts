import { type Span, slice } from '../text/span.ts';
import { type Comparison, FORM_CLASSES, type FormClass, type Summary } from './comparison.ts';

/** A single change is quoted up to this many characters a side; a longer one is only counted. */
const QUOTED_MOST = 8;
/** Below this share of equal characters the passages say the same in other words, if they do. */
const REWORDED_BELOW = 0.7;
/** Below this share they have hardly more in common than any two passages. */
const UNLIKE_BELOW = 0.25;

/** What was changed, counted. `clauses` are whole clauses or sentences that only one side has, `only` all such differences. */
export interface Changes {
  readonly replaced: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly clausesA: number;
  readonly clausesB: number;
  readonly moved: number;
  /** The soft classes that differ as well. */
  readonly form: readonly FormClass[];
  readonly equal: number;
  /** The characters of both sides that are in no difference of text, by all characters; form set aside. 0 to 1. */
  readonly similarity: number;
}

/** How two passages differ, as data from which a sentence is made. */
export type Verdict =
  /** Letter by letter. */
  | { readonly kind: 'identical'; readonly characters: number }
  /** `classes` in the order of `FORM_CLASSES`; `equal` characters stand on both sides. */
  | { readonly kind: 'form-only'; readonly classes: readonly FormClass[]; readonly equal: number }
  /** One short change: `a` became `b`; one of them may be empty. */
  | ({ readonly kind: 'one-change'; readonly a: string; readonly b: string } & Changes)
  /** Nothing but the order. */
  | ({ readonly kind: 'reordered' } & Changes)
  | ({ readonly kind: 'changed' } & Changes)
  /** More words differ than a change explains. */
  | ({ readonly kind: 'reworded' } & Changes)
  | ({ readonly kind: 'unlike' } & Changes);

/** The verdict on a comparison. Linear in its differences and rows. */
export function verdictOf(comparison: Comparison): Verdict {
  const { summary, differences, texts } = comparison;
  const textual = summary.replaced + summary.onlyA + summary.onlyB;
  const changes = changesOf(comparison);
  if (textual + summary.moved === 0) {
    return changes.form.length === 0
      ? { kind: 'identical', characters: summary.charactersA }
      : { kind: 'form-only', classes: changes.form, equal: summary.equal };
  }
  if (textual === 0) return { kind: 'reordered', ...changes };
  if (textual === 1 && summary.moved + changes.clausesA + changes.clausesB === 0) {
    const only = differences.find((difference) => difference.class === 'text');
    const a = slice(texts.a, only?.a ?? NOTHING);
    const b = slice(texts.b, only?.b ?? NOTHING);
    const short = Math.max(a.length, b.length) <= QUOTED_MOST;
    if (short && changes.similarity >= REWORDED_BELOW) return { kind: 'one-change', a, b, ...changes };
  }
  if (changes.similarity < UNLIKE_BELOW) return { kind: 'unlike', ...changes };
  return { kind: changes.similarity < REWORDED_BELOW ? 'reworded' : 'changed', ...changes };
}

const NOTHING: Span = { start: 0, end: 0 };

function changesOf({ summary, rows }: Comparison): Changes {
  const { replaced, onlyA, onlyB, moved, equal, form } = summary;
  const alone = (kind: 'only-a' | 'only-b') =>
    rows.filter((row) => row.kind === kind && row.move === undefined).length;
  return {
    replaced,
    onlyA,
    onlyB,
    clausesA: alone('only-a'),
    clausesB: alone('only-b'),
    moved,
    form: FORM_CLASSES.filter((name) => form[name] > 0),
    equal,
    similarity: similarityOf(summary),
  };
}

function similarityOf({ charactersA, charactersB, changedA, changedB }: Summary): number {
  const all = charactersA + charactersB;
  return all === 0 ? 1 : 1 - (changedA + changedB) / all;
}
