import { hashOf } from '../../core/text/hash.ts';
import type { ColumnUse, TableOrder, TableReading, TableSample } from '../../core/table/table-reading.ts';
import {
  findColumns,
  fullestRow,
  HEADER_REACH,
  meanLength,
  type ColumnRole,
  type Columns,
} from './columns.ts';
import type { Table } from './records.ts';

/** A table with the name of its sheet. */
export interface NamedTable {
  readonly name: string;
  readonly table: Table;
}

/** How many rows of a table a sample shows, and how much of a cell, in UTF-16 units. */
const ROWS_SHOWN = HEADER_REACH + 10;
const CELL_SHOWN = 120;
/** Columns that can be chosen of: more cannot be overlooked; those behind are left out where columns are chosen. */
export const COLUMNS_MOST = 256;
/** Sheets that are asked about; those behind are read by guess. */
const TABLES_MOST = 40;
/** Mean characters of a column's cells from which a table without text may hold short measures all the same. */
const SHORT_LEAST = 6;

/** The samples of the tables that must be asked about before they are read; empty where they can be read. */
export function samplesOf(
  tables: readonly NamedTable[],
  order: TableOrder | undefined,
): readonly TableSample[] {
  if (order === undefined || order.ask === 'never') return [];
  const asked = tables.slice(0, TABLES_MOST);
  const isWanted = ({ table }: NamedTable) =>
    order.readings[keyOf(table.rows)] === undefined && order.otherwise === null && isUnsure(table);
  if (order.ask === 'unsure' && !asked.some(isWanted)) return [];
  return asked.map(({ name, table: { rows } }) => ({
    key: keyOf(rows),
    name,
    rows: rows.slice(0, ROWS_SHOWN).map((row) => row.slice(0, COLUMNS_MOST).map(cut)),
    heading: headingOf(rows),
    rowCount: rows.length,
    columnCount: widthOf(rows),
    reading: order.readings[keyOf(rows)] ?? order.otherwise ?? guessed(rows),
  }));
}

/** What the columns of a table are by what was ordered; null where they are to be guessed. */
export function orderedColumns({ rows }: Table, order: TableOrder | undefined): Columns | null {
  const reading = order?.readings[keyOf(rows)] ?? order?.otherwise ?? null;
  return reading === null ? null : columnsOf(rows, reading);
}

/** A reading as columns of these rows. */
export function columnsOf(rows: Table['rows'], { isHeaded, per, uses }: TableReading): Columns {
  const heading = headingOf(rows);
  return {
    header: isHeaded ? heading : -1,
    roles: uses,
    start: isHeaded ? heading + 1 : heading,
    perCell: per === 'cell',
  };
}

/** Names a table by the row that may hold the names of its columns. */
function keyOf(rows: Table['rows']): string {
  const names = (rows[headingOf(rows)] ?? []).map((cell) => cell.trim());
  while (names.at(-1) === '') names.pop();
  return hashOf(JSON.stringify(names));
}

/** The row that may hold the names of the columns. */
function headingOf(rows: Table['rows']): number {
  const guess = findColumns(rows)?.header ?? -1;
  return guess >= 0 ? guess : fullestRow(rows);
}

function guessed(rows: Table['rows']): TableReading {
  const columns = findColumns(rows);
  if (columns === null) {
    const uses = Array.from({ length: Math.min(COLUMNS_MOST, widthOf(rows)) }, () => 'text' as const);
    return { isHeaded: false, per: 'cell', uses };
  }
  const { header, roles } = columns;
  const isTitled = roles.includes('title');
  return {
    isHeaded: header >= 0,
    per: 'row',
    uses: roles.slice(0, COLUMNS_MOST).map((role) => useOf(role, isTitled)),
  };
}

function useOf(role: ColumnRole | null, isTitled: boolean): ColumnUse | null {
  if (role === 'id') return isTitled ? null : 'title';
  return role === 'series' ? null : role;
}

function isUnsure({ rows }: Table): boolean {
  const columns = findColumns(rows);
  if (columns !== null) return columns.isUnsure === true;
  const sample = rows.slice(0, ROWS_SHOWN);
  return Array.from({ length: widthOf(sample) }, (_, column) => meanLength(sample, column)).some(
    (length) => length >= SHORT_LEAST,
  );
}

function widthOf(rows: Table['rows']): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

function cut(cell: string): string {
  return cell.length > CELL_SHOWN ? `${cell.slice(0, CELL_SHOWN)}…` : cell;
}
