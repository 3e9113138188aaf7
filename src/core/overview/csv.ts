/** Excel takes a file without it for the system's own encoding. */
const BYTE_ORDER_MARK = '\ufeff';
/** A cell that begins with one of these may be run as a formula (CWE-1236). */
const DANGEROUS = '=+-@\t\r\n＝＋－＠';

/**
 * A table as CSV (RFC 4180) with a byte order mark. Text that a spreadsheet might take for a formula gets an apostrophe in
 * front; numbers are written as they are.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => row.map(cellOf).join(',') + '\r\n').join('');
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const harmless = DANGEROUS.includes(value.charAt(0)) && value !== '' ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
