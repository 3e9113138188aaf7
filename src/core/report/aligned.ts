import { compare } from '../diff/compare.ts';
import type { Comparison, Row, SideName } from '../diff/comparison.ts';
import { linesOf } from '../diff/lines.ts';
import { piecesOfRow } from '../diff/pieces.ts';
import { verdictOf } from '../diff/verdict.ts';
import type { ReportFinding, ReportPiece, ReportRow } from './model.ts';

/** Two passages set clause beside clause, with the verdict on them. */
export type Aligned = Pick<ReportFinding, 'verdict' | 'rows' | 'isCoarse'>;

/** Compares two passages for a report. Nothing is folded, every class of difference is marked. Time as for `compare`. */
export function align(a: string, b: string): Aligned {
  const comparison = compare(a, b);
  const lines = linesOf(comparison, { by: 'clause', isShown: () => true, isOpen: () => true });
  return {
    verdict: verdictOf(comparison),
    rows: lines.flatMap((line) => (line.kind === 'row' ? [rowOf(comparison, line.row)] : [])),
    isCoarse: comparison.coarse,
  };
}

function rowOf(comparison: Comparison, row: Row): ReportRow {
  return {
    kind: row.kind,
    isMoved: row.move !== undefined,
    a: side(comparison, row, 'a'),
    b: side(comparison, row, 'b'),
  };
}

/** What one side of a row says, in pieces that differ in their mark; the white space behind it is left out. */
function side(comparison: Comparison, row: Row, name: SideName): readonly ReportPiece[] | null {
  if (row[name] === null) return null;
  const pieces: ReportPiece[] = [];
  for (const { span, mark, strong } of piecesOfRow(comparison, row, name)) {
    if (mark === 'caret') continue;
    const text = comparison.texts[name].slice(span.start, span.end);
    const last = pieces.at(-1);
    if (last !== undefined && last.mark === mark && last.isStrong === strong) {
      pieces[pieces.length - 1] = { ...last, text: last.text + text };
    } else pieces.push({ text, mark, isStrong: strong });
  }
  return withoutLastSpace(pieces);
}

function withoutLastSpace(pieces: readonly ReportPiece[]): readonly ReportPiece[] {
  const kept = [...pieces];
  for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
    const text = last.text.trimEnd();
    if (text !== '') return [...kept, { ...last, text }];
  }
  return [];
}
