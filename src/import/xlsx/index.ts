import { ImportError } from '../../core/text/imported.ts';
import { openZip, zipHolds } from '../../office/zip.ts';
import { Composer } from '../composer.ts';
import type { Importer } from '../importer.ts';
import { orderedColumns, samplesOf } from '../table/readings.ts';
import { addTable, holdsRecords } from '../table/records.ts';
import { readSheet } from './sheet.ts';
import { readWorkbook } from './workbook.ts';

/** Where every writer of workbooks puts its main part; binary ones (.xlsb) have another. */
const WORKBOOK = 'xl/workbook.xml';

/** Excel workbooks: every sheet that is not hidden, a row a contribution. */
export const xlsx: Importer = {
  accepts: ({ bytes }) => zipHolds(bytes, WORKBOOK),
  read({ bytes, tables: order }, onProgress) {
    const zip = openZip(bytes);
    const workbook = readWorkbook(zip);
    if (workbook === null) throw new ImportError('damaged');
    const { sheets, context } = workbook;
    const tables = sheets.flatMap(({ name, path }, index) => {
      const part = zip.read(path);
      onProgress((index + 1) / sheets.length);
      const table = part === null ? null : readSheet(part, context);
      return table === null || table.rows.length === 0 ? [] : [{ name, table }];
    });
    const samples = samplesOf(tables, order);
    if (samples.length > 0) return { kind: 'tables', tables: samples };
    const composer = new Composer();
    const divides = tables.some(({ table }) => holdsRecords(table));
    for (const { name, table } of tables) {
      const columns = orderedColumns(table, order);
      const isDivided = columns !== null || holdsRecords(table);
      // Where other sheets hold speeches, one that holds none is nobody's.
      if (divides && !isDivided) composer.beginSpeech({ title: name, speaker: '', role: '', level: 1 });
      else if (tables.length > 1) composer.add(name, { kind: 'heading', level: 1 });
      addTable(composer, table, tables.length > 1 ? 2 : 1, columns);
    }
    const imported = composer.finish();
    return imported.kind === 'imported' ? { ...imported, isTable: true } : imported;
  },
};
