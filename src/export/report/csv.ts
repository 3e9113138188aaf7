import { csvOf } from '../../core/overview/csv.ts';
import { notesTable, tablesOf } from './tables.ts';
import type { ReportContent } from './content.ts';

/**
 * All tables in one CSV file with a byte order mark and CRLF, so that Excel shows Chinese. Each has a row of titles, and every
 * row begins with its table's name, by which Excel can filter; an empty row stands between two. Text that a spreadsheet
 * might take for a formula has an apostrophe in front (`core/overview/csv.ts`), which the last table says.
 */
export function* toCsv({ model, notes, words }: ReportContent): Generator<void, Uint8Array<ArrayBuffer>[]> {
  const { report } = words;
  const tables = [...tablesOf(model, words), notesTable([...notes, report.guardNote], words)];
  const lines: (string | number)[][] = [];
  for (const { name, columns, rows } of tables) {
    if (lines.length > 0) lines.push([]);
    lines.push([report.table, ...columns.map(({ title }) => title)]);
    for (const row of rows) lines.push([name, ...row.map((cell) => cell ?? '')]);
    yield;
  }
  return [new TextEncoder().encode(csvOf(lines))];
}
