/** Above this a character takes two columns of a terminal. */
const WIDE_FIRST = 0x2e80;

/** A table in columns of equal width, the head first; a note instead when there are no rows. */
export function drawTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'nothing found';
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => columnsOf(row[column] ?? ''))));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - columnsOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function columnsOf(cell: string): number {
  let columns = 0;
  for (const character of cell) columns += (character.codePointAt(0) ?? 0) >= WIDE_FIRST ? 2 : 1;
  return columns;
}
