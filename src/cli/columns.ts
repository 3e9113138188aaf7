import { columnIndex } from '../core/table/column-name.ts';
import { COLUMN_USES, type ColumnUse, type TableReading } from '../core/table/table-reading.ts';

/**
 * How tables are read, as written on the command line: `speaker=A,text=C,text=D`, columns by their letters, with `per=cell` for
 * a measure a cell and `header=no` where no row holds names. Throws on anything else.
 */
export function readColumns(written: string): TableReading {
  const uses: (ColumnUse | null)[] = [];
  let per: TableReading['per'] = 'row';
  let isHeaded = true;
  for (const part of written.split(',')) {
    const [name = '', value = ''] = part.split('=').map((word) => word.trim().toLowerCase());
    const use = COLUMN_USES.find((each) => each === name);
    const column = columnIndex(value);
    if (name === 'per' && (value === 'row' || value === 'cell')) per = value;
    else if (name === 'header' && (value === 'yes' || value === 'no')) isHeaded = value === 'yes';
    else if (use === undefined || column === null)
      throw new Error(`--columns does not take ${part}; it takes ${COLUMN_USES.join(', ')}, per and header`);
    else {
      while (uses.length < column) uses.push(null);
      uses[column] = use;
    }
  }
  if (!uses.includes('text')) throw new Error('--columns needs a column of text');
  return { isHeaded, per, uses };
}
