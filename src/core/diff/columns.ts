import type { Span } from '../text/span.ts';
import { compare } from './compare.ts';
import type { Row } from './comparison.ts';

/** Clauses of the base and what stands at the same height in each witness. */
export interface ColumnRow {
  /** Whole clauses of the base; null where only witnesses have something. */
  readonly base: Span | null;
  /** By witness; null where it has nothing. */
  readonly witnesses: readonly (Span | null)[];
}

/**
 * The rows of a view that sets several versions beside their base. The base spans cover the base, those of each witness
 * cover the witness, each once and in order. Clauses that some witness cannot part stand in one row for all. What several
 * put in at one place stands in one row. Moved clauses have rows of their own, as in `compare`.
 */
export function columnsOf(base: string, witnesses: readonly string[]): readonly ColumnRow[] {
  return columnsOfRows(
    base,
    witnesses.map((text) => compare(base, text).rows),
  );
}

/** The same, from the rows of each witness compared with the base. */
export function columnsOfRows(base: string, witnesses: readonly (readonly Row[])[]): readonly ColumnRow[] {
  const sides = witnesses.map(sideOf);
  const edges = new Set(base.length > 0 ? [0, base.length] : [0]);
  for (const edge of sides[0]?.edges ?? []) if (sides.every((side) => side.edges.has(edge))) edges.add(edge);
  const ordered = [...edges].sort((one, other) => one - other);
  const rows: ColumnRow[] = [];
  const add = (span: Span | null, found: readonly (Span | null)[]) => {
    if (span !== null || found.some((each) => each !== null)) rows.push({ base: span, witnesses: found });
  };
  for (const [i, start] of ordered.entries()) {
    add(
      null,
      sides.map(({ putIn }) => putIn.get(start) ?? null),
    );
    const end = ordered[i + 1];
    if (end === undefined) break;
    add(
      { start, end },
      sides.map((side) => within(side, start, end)),
    );
  }
  return rows;
}

/** One witness: where its rows part the base, what it puts in at these edges, and its part of each row of the base. */
interface Side {
  readonly edges: ReadonlySet<number>;
  readonly putIn: ReadonlyMap<number, Span>;
  /** In order of the base. */
  readonly parts: readonly { readonly base: Span; readonly text: Span | null }[];
}

function sideOf(rows: readonly Row[]): Side {
  const edges = new Set<number>();
  const putIn = new Map<number, Span>();
  const parts: { base: Span; text: Span | null }[] = [];
  let at = 0;
  for (const { a, b } of rows) {
    if (a !== null) {
      edges.add(a.start).add(a.end);
      parts.push({ base: a, text: b });
      at = a.end;
    } else if (b !== null) {
      putIn.set(at, hull(putIn.get(at) ?? null, b));
    }
  }
  return { edges, putIn, parts };
}

/** What of the witness stands in the base's clauses from `start` to `end`, with what it puts in between them. */
function within({ putIn, parts }: Side, start: number, end: number): Span | null {
  let span: Span | null = null;
  for (const { base, text } of parts) {
    if (base.start < start || base.end > end) continue;
    const before = base.start > start ? (putIn.get(base.start) ?? null) : null;
    if (before !== null) span = hull(span, before);
    if (text !== null) span = hull(span, text);
  }
  return span;
}

function hull(one: Span | null, other: Span): Span {
  return one === null
    ? other
    : { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}
