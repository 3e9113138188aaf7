import { ImportError } from '../../core/text/imported.ts';
import { partitionPoint } from '../../core/text/partition-point.ts';
import { readXml } from '../../office/xml.ts';
import type { Table } from '../table/records.ts';

/** Cells of a sheet, empty ones on the way included, at most: a file of some kilobytes can name billions. */
const CELLS_MOST = 5_000_000;
/** Stretches of hidden columns that are heeded. */
const HIDDEN_MOST = 256;
/** Columns that Excel has. */
const COLUMNS_MOST = 16_384;

/** What a sheet's cells refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** A number as shown in a cell of style `style`. */
  format(value: number, style: number): string;
}

/** Reads a sheet's cells as they are shown; rows without any are left out, and so are hidden rows and columns. */
export function readSheet(bytes: Uint8Array, context: SheetContext): Table {
  const rows: string[][] = [];
  const numbers: number[] = [];
  const spans: (readonly [number, number, number])[] = [];
  let row: string[] = [];
  let rowNumber = 0;
  let column = -1;
  let type = '';
  let style = 0;
  let words = '';
  let isValue = false;
  let phonetic = 0;
  let cells = 0;
  let isHidden = false;
  const hidden: (readonly [first: number, last: number])[] = [];
  readXml(bytes, {
    open(name, attributes) {
      switch (localName(name)) {
        case 'row':
          rowNumber = Number(attributes['r'] ?? rowNumber + 1);
          row = [];
          column = -1;
          isHidden = isTrue(attributes['hidden']);
          break;
        case 'col':
          if (isTrue(attributes['hidden']) && hidden.length < HIDDEN_MOST)
            hidden.push([Number(attributes['min']) - 1, Number(attributes['max']) - 1]);
          break;
        case 'c':
          column = columnOf(attributes['r'] ?? '') ?? column + 1;
          type = attributes['t'] ?? 'n';
          style = Number(attributes['s'] ?? 0);
          words = '';
          break;
        case 'v':
        case 't':
          isValue = phonetic === 0;
          break;
        case 'rPh':
          phonetic++;
          break;
        case 'mergeCell': {
          const [from, to] = (attributes['ref'] ?? '').split(':');
          const [first, last] = [rowOf(from ?? ''), rowOf(to ?? '')];
          const left = columnOf(from ?? '');
          if (left !== null && last > first) spans.push([first, left, last]);
          break;
        }
        default:
      }
    },
    text(text) {
      if (isValue) words += text;
    },
    close(name) {
      switch (localName(name)) {
        case 'v':
        case 't':
          isValue = false;
          break;
        case 'rPh':
          phonetic--;
          break;
        case 'c': {
          const shown = shownAs(words, type, style, context);
          if (shown === '' || column >= COLUMNS_MOST || isHidden) break;
          if (hidden.some(([first, last]) => first <= column && column <= last)) break;
          cells += Math.max(1, column + 1 - row.length);
          if (cells > CELLS_MOST) throw new ImportError('overfull');
          while (row.length < column) row.push('');
          row[column] = shown;
          break;
        }
        case 'row':
          if (row.length === 0) break;
          numbers.push(rowNumber);
          rows.push(row);
          break;
        default:
      }
    },
  });
  return { rows, spans: spans.flatMap((span) => placed(span, numbers)) };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** A span in the rows that there are, whose numbers ascend; none where its first has no words. */
function placed(
  [first, column, last]: readonly [number, number, number],
  numbers: readonly number[],
): readonly (readonly [number, number, number])[] {
  const from = partitionPoint(numbers, (number) => number < first);
  const to = partitionPoint(numbers, (number) => number <= last) - 1;
  return numbers[from] === first && to > from ? [[from, column, to]] : [];
}

function shownAs(words: string, type: string, style: number, context: SheetContext): string {
  switch (type) {
    case 's':
      return context.strings[Number(words)] ?? '';
    case 'b':
      return words === '' ? '' : words === '1' ? 'TRUE' : 'FALSE';
    case 'n': {
      const value = Number(words);
      return words === '' || !Number.isFinite(value) ? words : context.format(value, style);
    }
    default:
      return unescaped(words);
  }
}

/** Words of a workbook, in which characters that XML cannot hold are written _x000D_. */
export function unescaped(words: string): string {
  if (!words.includes('_x')) return words;
  return words.replaceAll(/_x([\dA-Fa-f]{4})_/gu, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

/** The column of a cell's address: B7 → 1. Null when there is none. */
function columnOf(address: string): number | null {
  let column = 0;
  let at = 0;
  for (; at < address.length && at < 4; at++) {
    const digit = address.charCodeAt(at) - 0x40;
    if (digit < 1 || digit > 26) break;
    column = column * 26 + digit;
  }
  return at === 0 ? null : column - 1;
}

function rowOf(address: string): number {
  return Number(address.replace(/^\$?[A-Z]*\$?/u, '')) || 0;
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
