import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/universal';
import type { Parts, ReportContent } from './content.ts';
import { notesTable, tablesOf, type ColumnKind, type ReportCellValue, type ReportTable } from './tables.ts';

/** A cell of Excel holds no more, in UTF-16 units. */
const CELL_MOST = 32_767;
/** What XML cannot hold, and what the library would leave out in silence (U+FFFD); shown as a box. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\ufffd-\uffff]/gu;
/** Excel reads `_x0041_` as A. */
const ESCAPE_LIKE = /_(?=x[\da-f]{4}_)/giu;

/** In characters of the usual font. */
const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  words: 18,
  text: 60,
  whole: 10,
  share: 10,
  similarity: 10,
};
const FORMATS: Partial<Record<ColumnKind, string>> = { whole: '0', share: '0.0%', similarity: '0.00' };

/**
 * All tables as a workbook, a sheet each, its titles kept in sight. Texts are shared strings and nothing else: a spreadsheet
 * runs none of them, whatever they begin with. What a cell cannot hold is cut, which the last sheet says.
 */
export async function toXlsx({ model, notes, words }: ReportContent): Promise<Parts> {
  const tables = tablesOf(model, words);
  const isCut = tables.some(({ rows }) =>
    rows.some((row) => row.some((cell) => typeof cell === 'string' && cell.length > CELL_MOST)),
  );
  const said = isCut ? [...notes, words.report.cutNote(CELL_MOST)] : notes;
  const sheets = [...tables, notesTable(said, words)].map(sheetOf);
  const blob = await writeXlsxFile(sheets).toBlob();
  return [new Uint8Array(await blob.arrayBuffer())];
}

function sheetOf({ name, columns, rows }: ReportTable): Sheet<Blob> {
  const head = columns.map(({ title }): Cell => ({ value: title, type: String, fontWeight: 'bold' }));
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] })),
    data: [
      head,
      ...rows.map((row) => row.map((value, column) => cellOf(value, columns[column]?.kind ?? 'words'))),
    ],
  };
}

function cellOf(value: ReportCellValue, kind: ColumnKind): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') {
    const format = FORMATS[kind];
    return { value, type: Number, ...(format !== undefined && { format }) };
  }
  const text = value.slice(0, CELL_MOST).replaceAll(UNWRITABLE, '□').replaceAll(ESCAPE_LIKE, '_x005F_');
  return { value: text, type: String, alignVertical: 'top', wrap: kind === 'text' };
}
