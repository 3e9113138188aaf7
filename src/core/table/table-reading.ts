/** What a column of a table holds: who speaks, of which body, in which position, the title, what stands in front of a text, the text. */
export type ColumnUse = 'speaker' | 'body' | 'position' | 'title' | 'number' | 'text';

/** All uses, in the order in which they are offered. */
export const COLUMN_USES: readonly ColumnUse[] = ['speaker', 'body', 'position', 'title', 'number', 'text'];

/** How a table is read. */
export interface TableReading {
  /** Whether the row that may be one of names is one, and not read as text. */
  readonly isHeaded: boolean;
  /** Whether a row is a speech, or every cell of text a measure. */
  readonly per: 'row' | 'cell';
  /** By column; null, as behind the end, for what is not read. */
  readonly uses: readonly (ColumnUse | null)[];
}

/** How tables are read, by what `TableSample.key` names them with. */
export type TableReadings = Readonly<Record<string, TableReading>>;

/** The beginning of a table, as far as it is shown to whoever says how it is to be read. */
export interface TableSample {
  /** Tables of one key are read alike: a hash of the names of their columns. */
  readonly key: string;
  /** The sheet's name; empty where there are no sheets. */
  readonly name: string;
  /** The first rows, long cells cut. */
  readonly rows: readonly (readonly string[])[];
  /** Index in `rows` of the row that may be one of names. */
  readonly heading: number;
  /** How many rows and columns the table has; at most as many columns as there are can be read by choice. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** How it would be read. */
  readonly reading: TableReading;
}

/** How whoever reads a file goes about its tables. */
export interface TableOrder {
  /** When to give samples instead of reading: never, where how to read is a guess, or always. */
  readonly ask: 'never' | 'unsure' | 'always';
  readonly readings: TableReadings;
  /** How every table is read that `readings` does not name; null for by guess. */
  readonly otherwise: TableReading | null;
}

/** Reads all tables by guess. */
export const BY_GUESS: TableOrder = { ask: 'never', readings: {}, otherwise: null };
