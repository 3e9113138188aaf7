import { Composer } from './composer.ts';
import { foreign } from './foreign.ts';
import { extensionOf, type Importer } from './importer.ts';
import { orderedColumns, samplesOf } from './table/readings.ts';
import { addTable } from './table/records.ts';
import { text } from './text.ts';

/** Data banks give out tables as text and call them .xls. */
const EXTENSIONS: ReadonlySet<string> = new Set(['csv', 'tsv', 'tab', 'xls', 'et']);
const DELIMITERS = [',', '\t', ';', '，', '|'] as const;
/** UTF-16 units from which the delimiter is guessed. */
const SAMPLE = 65_536;
/** What a spreadsheet's program writes above the table to name the delimiter. */
const NAMED_DELIMITER = /^sep=(.)\r?\n/u;

/** Tables as text. Only the name tells them from prose with commas. */
export const csv: Importer = {
  accepts: ({ name, bytes }) => EXTENSIONS.has(extensionOf(name)) && !foreign.accepts({ name, bytes }),
  async read(source, onProgress) {
    const asText = await text.read(source, onProgress);
    if (asText.kind !== 'imported') return asText;
    const table = { rows: readRows(asText.text), spans: [] };
    const tables = samplesOf([{ name: '', table }], source.tables);
    if (tables.length > 0) return { kind: 'tables', tables };
    const composer = new Composer();
    addTable(composer, table, 1, orderedColumns(table, source.tables));
    const imported = composer.finish();
    if (imported.kind !== 'imported') return imported;
    return { ...imported, encoding: asText.encoding, isTable: true };
  },
};

/** The rows of a table, by the delimiter that fits best; rows without a word are left out. Linear time. */
export function readRows(content: string): readonly (readonly string[])[] {
  const named = NAMED_DELIMITER.exec(content);
  const table = named === null ? content : content.slice(named[0].length);
  const delimiter = named?.[1] ?? guessDelimiter(table.slice(0, SAMPLE));
  const rows = parse(table, delimiter, true) ?? parse(table, delimiter, false) ?? [];
  return rows.filter((row) => row.some((cell) => cell.trim() !== ''));
}

/** The delimiter that cuts most rows into the same number of cells, two at least. */
function guessDelimiter(sample: string): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const rows = parse(sample, delimiter, true) ?? parse(sample, delimiter, false) ?? [];
    const widths = new Map<number, number>();
    for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    for (const [width, count] of widths) {
      const score = width < 2 ? 0 : count / rows.length;
      if (score <= bestScore) continue;
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/**
 * Cuts a table into cells (RFC 4180): quotes around a cell keep delimiters and line ends inside, two are one. Null when
 * `quoting` and a quote is never closed: then quotes are no marks in this file.
 */
function parse(table: string, delimiter: string, quoting: boolean): string[][] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < table.length) {
    let cell = '';
    if (quoting && table[at] === '"') {
      const quoted = readQuoted(table, at + 1);
      if (quoted === null) return null;
      cell = quoted.words;
      at = quoted.end;
    }
    const start = at;
    while (at < table.length && table[at] !== delimiter && table[at] !== '\n' && table[at] !== '\r') at++;
    row.push(cell + table.slice(start, at));
    if (table[at] === delimiter) {
      at++;
      if (at < table.length) continue;
      row.push('');
    } else if (table[at] === '\r' && table[at + 1] === '\n') at += 2;
    else at++;
    rows.push(row);
    row = [];
  }
  return rows;
}

function readQuoted(table: string, start: number): { words: string; end: number } | null {
  const parts: string[] = [];
  for (let from = start; ;) {
    const quote = table.indexOf('"', from);
    if (quote < 0) return null;
    parts.push(table.slice(from, quote));
    if (table[quote + 1] !== '"') return { words: parts.join(''), end: quote + 1 };
    parts.push('"');
    from = quote + 2;
  }
}
