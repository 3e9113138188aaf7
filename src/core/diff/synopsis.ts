import { type Collation, collate } from './collate.ts';
import { type ColumnRow, columnsOfRows } from './columns.ts';
import { compare } from './compare.ts';
import type { Comparison } from './comparison.ts';

/** So many versions can stand beside one another, the base among them; of more there is a text with an apparatus. */
export const COLUMNS_MOST = 4;

/** Several versions against one of them. */
export interface Synopsis {
  /** Index of the base among the versions. */
  readonly base: number;
  /** All versions are its witnesses, the base too: their indices are those of the versions. */
  readonly collation: Collation;
  /** What a view in columns is made of; null when there are too many versions for one. By version, the base too. */
  readonly columns: {
    readonly rows: readonly ColumnRow[];
    readonly comparisons: readonly Comparison[];
  } | null;
}

/** Sets the versions against the one at `base`. Throws when there is none. Linear in the length of all versions. */
export function synopsisOf(versions: readonly string[], base: number): Synopsis {
  const text = versions[base];
  if (text === undefined) throw new RangeError(`no version ${base}`);
  const collation = collate(text, versions);
  if (versions.length > COLUMNS_MOST) return { base, collation, columns: null };
  const comparisons = versions.map((version) => compare(text, version));
  const rows = columnsOfRows(
    text,
    comparisons.map((comparison) => comparison.rows),
  );
  return { base, collation, columns: { rows, comparisons } };
}
