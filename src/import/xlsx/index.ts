import { ImportError } from '../../core/text/imported.ts';
import { openZip, zipHolds } from '../../office/zip.ts';
import { Composer } from '../composer.ts';
import type { Importer } from '../importer.ts';
import { orderedColumns, samplesOf } from '../table/readings.ts';
import { addTable } from '../table/records.ts';
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
    for (const { name, table } of tables) {
      if (tables.length > 1) composer.add(`# ${name}`, { kind: 'heading', level: 1 });
      addTable(composer, table, tables.length > 1 ? 2 : 1, orderedColumns(table, order));
    }
    const imported = composer.finish();
    return imported.kind === 'imported' ? { ...imported, isTable: true } : imported;
  },
};
