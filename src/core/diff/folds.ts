import type { Span } from '../text/span.ts';
import type { Comparison, Difference, Row } from './comparison.ts';
import { piecesOfRow } from './pieces.ts';
import { countCharacters } from './summary.ts';

/** Passages below this many units fit on a screen: nothing of them is folded. Counted on the longer side. */
const PASSAGE_LEAST = 600;
/** A fold hides at least this many units: four lines of a column. Less is sooner read than opened. */
const FOLD_LEAST = 120;
/** What stays in sight before and behind a change, and at either end of the passage: so many clauses, and so many units. */
const KEPT_ROWS = 2;
const KEPT_UNITS = 40;

/** Rows without a difference that are shown as one line until they are asked for. */
export interface Fold {
  readonly kind: 'fold';
  readonly rows: readonly Row[];
  readonly a: Span;
  readonly b: Span;
  /** Characters of a that are hidden (graphemes, white space not counted). */
  readonly characters: number;
  /** Differences of form inside, all of classes that are not shown. */
  readonly form: number;
}

/** A row that both sides have. */
type FullRow = Row & { readonly a: Span; readonly b: Span };

/**
 * The rows in order, long stretches that do not differ as folds. What differs in words is never inside of one, nor is a
 * difference of form for which `isShown` holds. Short passages have no folds. O(rows · log marks).
 */
export function foldsOf(
  comparison: Comparison,
  isShown: (difference: Difference) => boolean,
): readonly (Row | Fold)[] {
  const { rows, texts } = comparison;
  if (Math.max(texts.a.length, texts.b.length) < PASSAGE_LEAST) return rows;
  const result: (Row | Fold)[] = [];
  let run: FullRow[] = [];
  const endRun = () => {
    result.push(...folded(run, comparison));
    run = [];
  };
  for (const row of rows) {
    if (isUnchanged(row, comparison, isShown)) run.push(row);
    else {
      endRun();
      result.push(row);
    }
  }
  endRun();
  return result;
}

function isUnchanged(
  row: Row,
  comparison: Comparison,
  isShown: (difference: Difference) => boolean,
): row is FullRow {
  if (row.kind !== 'equal' || row.a === null || row.b === null) return false;
  return differencesIn(row, comparison).every(
    (difference) => difference.kind === 'form' && !isShown(difference),
  );
}

/** The differences that have a mark in the row, each once. */
function differencesIn(row: Row, comparison: Comparison): readonly Difference[] {
  const numbers = new Set<number>();
  for (const side of ['a', 'b'] as const) {
    for (const { difference } of piecesOfRow(comparison, row, side)) {
      if (difference !== null) numbers.add(difference);
    }
  }
  return [...numbers].flatMap((number) => comparison.differences[number - 1] ?? []);
}

/** The run with its middle folded, or as it is when too little would be hidden. */
function folded(run: readonly FullRow[], comparison: Comparison): readonly (Row | Fold)[] {
  const first = keptAt(run);
  const last = run.length - keptAt([...run].reverse());
  const hidden = run.slice(first, Math.max(first, last));
  const [head, tail] = [hidden[0], hidden.at(-1)];
  if (head === undefined || tail === undefined || tail.a.end - head.a.start < FOLD_LEAST) return run;
  const a = { start: head.a.start, end: tail.a.end };
  const fold: Fold = {
    kind: 'fold',
    rows: hidden,
    a,
    b: { start: head.b.start, end: tail.b.end },
    characters: countCharacters(comparison.texts.a.slice(a.start, a.end)),
    form: new Set(hidden.flatMap((row) => differencesIn(row, comparison))).size,
  };
  return [...run.slice(0, first), fold, ...run.slice(last)];
}

/** How many rows at the beginning stay in sight. */
function keptAt(run: readonly FullRow[]): number {
  let units = 0;
  let kept = 0;
  for (const { a } of run) {
    if (kept >= KEPT_ROWS && units >= KEPT_UNITS) break;
    units += a.end - a.start;
    kept++;
  }
  return kept;
}
