import { count } from './count.ts';

/** The words of the dialogue in which the columns of a table are told. */
export const COLUMN_WORDS = {
  columnsTitle: 'What the columns hold',
  columnsHint:
    'Choose above each column what it holds. Tables with the same header are read the same way from now on; to change it, use “Columns” under Documents.',
  chooseColumns: 'Columns',
  chooseColumnsOf: (name: string) => `Choose the columns of ${name}`,
  chooseColumnsHint:
    'Choose what the columns hold and read the table again; decisions stay wherever the text does',
  sheet: 'Sheet',
  columnUses: {
    speaker: 'Speaker',
    body: 'Organisation',
    position: 'Position',
    title: 'Title',
    number: 'Number',
    text: 'Text',
  },
  columnUnread: 'Skip',
  columnNamed: (letters: string, head: string) =>
    head === '' ? `Column ${letters}` : `Column ${letters}: ${head}`,
  rowIsHeader: (n: number) => `Row ${n} is the header`,
  tableUnit: 'How to divide it',
  tableUnits: { row: 'One speech per row', cell: 'One item per cell' },
  tableSize: (rows: number, columns: number) => `${count(rows, 'row')}, ${count(columns, 'column')}`,
  columnsBeyond: (n: number) => `; the first ${n} columns are listed and read`,
  tableBeginning: 'Beginning of the table',
  columnsPreview: 'How it will read',
  columnsPreviewNone: 'No column is text yet: nothing would be read.',
  columnsAccept: 'Read it this way',
  columnsLeave: 'Read it as guessed',
  columnsStep: (name: string) => `Columns chosen: ${name}`,
  stopLoading: 'Stop loading',
};
