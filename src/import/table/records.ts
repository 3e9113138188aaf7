import type { Composer } from '../composer.ts';
import { findColumns, type ColumnRole, type Columns } from './columns.ts';

/** One contribution as a table or a list of objects has it; what is unknown is empty. */
export interface RecordFields {
  readonly title: string;
  readonly speaker: string;
  readonly role: string;
  /** What stands in front of its text: 3. */
  readonly number: string;
  readonly text: string;
}

/** Rows of cells. `spans` are cells that reach over rows below, `[row, column, last row]`. */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly spans: readonly (readonly [row: number, column: number, last: number])[];
}

/** Adds a contribution: its title and who speaks, where a speech begins, and the text. */
export function addRecord(composer: Composer, record: RecordFields, level: number): void {
  const { speaker, role } = record;
  const title = unbroken(record.title);
  const isNamed = title + speaker + role !== '';
  if (isNamed) composer.beginSpeech({ title, speaker, role, level });
  const number = /^[\d０-９一二三四五六七八九十]+$/u.test(record.number)
    ? `${record.number}、`
    : record.number;
  addText(composer, record.text, !isNamed && number !== '' ? number : null);
}

/** Whether a table's columns tell contributions. */
export function holdsRecords({ rows }: Table): boolean {
  return findColumns(rows) !== null;
}

/** Adds a table: a row a contribution where its columns tell, else every cell as a paragraph. `given` says what the columns are. */
export function addTable(composer: Composer, table: Table, level = 1, given: Columns | null = null): void {
  const columns = given ?? findColumns(table.rows);
  if (columns === null) {
    for (const row of table.rows) for (const cell of row) composer.add(cell, { kind: 'cell' });
    return;
  }
  const { header, roles, start = header + 1, perCell = false } = columns;
  const above = header < 0 ? start : header;
  for (const row of table.rows.slice(0, above)) for (const cell of row) composer.add(cell);
  const rows = filledDown(table, roles).slice(start);
  const records = rows.map((row) => recordOf(perCell ? row.map(joined) : row, roles));
  let before = '';
  for (const record of records) {
    const head = JSON.stringify([record.title, record.speaker, record.role]);
    // Rows that go on with the same title, speaker and role are one contribution.
    if (head === before && record.title + record.speaker !== '') addText(composer, record.text, null);
    else if (record.text !== '' || record.title !== '') addRecord(composer, record, level);
    before = head;
  }
}

/** The fields of a row, whose columns hold what `roles` says. */
export function recordOf(row: readonly string[], roles: readonly (ColumnRole | null)[]): RecordFields {
  const all = (wanted: ColumnRole) =>
    roles.flatMap((role, column) => {
      const cell = (row[column] ?? '').trim();
      return role === wanted && cell !== '' ? [cell] : [];
    });
  const [body = '', position = ''] = [all('body')[0], all('position')[0]].map((cell) => unbroken(cell ?? ''));
  return {
    title: all('title')[0] ?? all('id')[0] ?? '',
    speaker: unbroken(all('speaker')[0] ?? ''),
    role: position.startsWith(body) ? position : body + position,
    number: all('number')[0] ?? '',
    text: all('text').join('\n'),
  };
}

function addText(composer: Composer, text: string, number: string | null): void {
  text.split(/\r\n?|\n/u).forEach((line, index) => {
    composer.add(line, index === 0 ? { kind: 'cell', number } : {});
  });
}

/** Cells that reach over rows below say the same there; of columns that hold text only the first row has it. */
function filledDown(
  { rows, spans }: Table,
  roles: readonly (ColumnRole | null)[],
): readonly (readonly string[])[] {
  if (spans.length === 0) return rows;
  const filled = rows.map((row) => [...row]);
  for (const [from, column, last] of spans) {
    const role = roles[column];
    if (role === null || role === undefined || role === 'text' || role === 'number') continue;
    const cell = filled[from]?.[column] ?? '';
    for (let row = from + 1; row <= Math.min(last, filled.length - 1); row++) {
      const below = filled[row] as string[];
      while (below.length <= column) below.push('');
      below[column] = cell;
    }
  }
  return filled;
}

/** The lines of a cell as one, with a space only between Latin words. */
function joined(cell: string): string {
  return cell
    .split(/[\r\n]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((before, line) => before + (/[\w,.;:!?]$/u.test(before) ? ' ' : '') + line, '');
}

function unbroken(words: string): string {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
