/** The middle value of an odd number of figures. Throws when there are none. */
export function median(figures: readonly number[]): number {
  const middle = figures.toSorted((a, b) => a - b)[figures.length >> 1];
  if (middle === undefined) throw new Error('the median of nothing');
  return middle;
}

/** Prints rows under a title, in aligned columns; the first row names them. Text is Latin: a character is a column. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  console.log(`\n${title}`);
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join('  ')}`);
  }
}

/** Prints rows as a table in Markdown, to be pasted where the figures are told; the first row names the columns. */
export function printMarkdown(title: string, rows: readonly (readonly string[])[]): void {
  const [head = [], ...rest] = rows;
  console.log(`\n${title}\n`);
  for (const row of [head, head.map(() => '---'), ...rest]) console.log(`| ${row.join(' | ')} |`);
}

/** A figure with three significant digits, without an exponent. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

/** Says what is being measured, beside the output: the tables are to be pasted. */
export function tell(what: string): void {
  process.stderr.write(`… ${what}\n`);
}
