import type { Imported } from '../../core/text/imported.ts';
import type { TableReading, TableSample } from '../../core/table/table-reading.ts';
import { Composer } from '../composer.ts';
import { columnsOf } from './readings.ts';
import { addTable } from './records.ts';

/** What the rows of a sample would be read as; `blank` where nothing of them would. */
export function previewTable({ rows }: TableSample, reading: TableReading): Imported {
  const composer = new Composer();
  addTable(composer, { rows, spans: [] }, 1, columnsOf(rows, reading));
  return composer.finish();
}
