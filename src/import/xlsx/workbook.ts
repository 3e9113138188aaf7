import { readRelations, type Relation } from '../../office/relations.ts';
import { readXml } from '../../office/xml.ts';
import type { Zip } from '../../office/zip.ts';
import { builtInFormat, formatCell } from './cell-format.ts';
import { localName, unescaped, type SheetContext } from './sheet.ts';

/** A sheet that the user sees. */
export interface Sheet {
  readonly name: string;
  readonly path: string;
}

/** What a workbook's sheets share. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly context: SheetContext;
}

/** Reads what stands around the sheets: their names, the shared strings, the number formats. Null when it is no workbook. */
export function readWorkbook(zip: Zip): Workbook | null {
  const path = readRelations(zip, '').find(({ type }) => type === 'officeDocument')?.path;
  const bytes = path === undefined ? null : zip.read(path);
  if (path === undefined || bytes === null) return null;
  const relations = readRelations(zip, path);
  const sheets: Sheet[] = [];
  let from1904 = false;
  let isWorkbook = false;
  readXml(bytes, {
    open(name, attributes) {
      const local = localName(name);
      if (local === 'workbook') isWorkbook = true;
      if (local === 'workbookPr') from1904 = /^(?:1|true)$/u.test(attributes['date1904'] ?? '');
      if (local !== 'sheet' || /hidden$/iu.test(attributes['state'] ?? '')) return;
      const id = attributes['r:id'] ?? attributes['id'] ?? '';
      const relation = relations.find((each) => each.id === id && each.type === 'worksheet');
      if (relation !== undefined) sheets.push({ name: attributes['name'] ?? '', path: relation.path });
    },
  });
  if (!isWorkbook) return null;
  const strings = readStrings(partOf(zip, relations, 'sharedStrings'));
  const formats = readFormats(partOf(zip, relations, 'styles'));
  const format = (value: number, style: number) => formatCell(value, formats[style] ?? 'General', from1904);
  return { sheets, context: { strings, format } };
}

function partOf(zip: Zip, relations: readonly Relation[], type: string): Uint8Array | null {
  const relation = relations.find((each) => each.type === type);
  return relation === undefined ? null : zip.read(relation.path);
}

/** Shared strings, their runs joined, without what only says how characters are pronounced. */
function readStrings(bytes: Uint8Array | null): readonly string[] {
  const strings: string[] = [];
  if (bytes === null) return strings;
  let words = '';
  let phonetic = 0;
  let isText = false;
  readXml(bytes, {
    open(name) {
      const local = localName(name);
      if (local === 'si') words = '';
      else if (local === 'rPh') phonetic++;
      else if (local === 't') isText = phonetic === 0;
    },
    text(text) {
      if (isText) words += text;
    },
    close(name) {
      const local = localName(name);
      if (local === 'si') strings.push(unescaped(words));
      else if (local === 'rPh') phonetic--;
      else if (local === 't') isText = false;
    },
  });
  return strings;
}

/** The number format of each cell style. */
function readFormats(bytes: Uint8Array | null): readonly string[] {
  const formats: string[] = [];
  if (bytes === null) return formats;
  const codes = new Map<number, string>();
  let isInCells = false;
  readXml(bytes, {
    open(name, attributes) {
      const local = localName(name);
      if (local === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (local === 'cellXfs') isInCells = true;
      else if (local === 'xf' && isInCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        formats.push(codes.get(id) ?? builtInFormat(id));
      }
    },
    close(name) {
      if (localName(name) === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}
