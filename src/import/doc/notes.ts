import type { Aside } from '../../core/text/layout.ts';
import { formatNumber, type NumberFormat } from '../../office/number-format.ts';
import { Binary } from './binary.ts';
import type { TableName, WordFile } from './header.ts';
import type { StoryReader } from './story.ts';

/** A footnote, an endnote or a comment: where its mark stands, and where its text lies in the whole text. */
export interface Note {
  readonly mark: number;
  readonly start: number;
  readonly end: number;
  /** As the text shows it: [1]. */
  readonly label: string;
}

/** What stands in the table of comments' marks behind the places, for each. */
const COMMENT_ENTRY = 30;
const NOTE_ENTRY = 2;

/** The footnotes or endnotes of a document; their text begins at `from` in the whole text. */
export function readNotes(
  file: WordFile,
  tables: { readonly marks: TableName; readonly texts: TableName },
  from: number,
  format: NumberFormat,
): readonly Note[] {
  return readPlaces(file, tables, from, NOTE_ENTRY).map((place, i) => ({
    ...place,
    label: `[${formatNumber(i + 1, format)}]`,
  }));
}

/** Comments by the place of their mark. */
export function readComments(file: WordFile, reader: StoryReader, from: number): ReadonlyMap<number, Aside> {
  const table = file.table('commentMarks');
  const places = readPlaces(file, { marks: 'commentMarks', texts: 'comments' }, from, COMMENT_ENTRY);
  const count = Math.floor((table.length - 4) / (4 + COMMENT_ENTRY));
  const authors = readNames(file.table('commentAuthors'));
  const none = { words: new Map(), comments: new Map(), authors: [] };
  return new Map(
    places.map(({ mark, start, end }, i) => {
      const author = authors[table.u16((count + 1) * 4 + i * COMMENT_ENTRY + 20)] ?? '';
      const text = reader
        .read(start, end, none)
        .map((paragraph) => paragraph.text.trim())
        .join('\n');
      return [mark, { kind: 'comment', at: 0, text: text.trim(), author }] as const;
    }),
  );
}

/** The names in a table of strings ([MS-DOC] 2.2.4 STTB). */
export function readAuthors(table: Binary): readonly string[] {
  if (table.u16(0) !== 0xffff) return [];
  const names: string[] = [];
  const extra = table.u16(4);
  let at = 6;
  for (let left = table.u16(2); left > 0 && at < table.length; left--) {
    const length = table.u16(at);
    names.push(table.utf16(at + 2, length));
    at += 2 + length * 2 + extra;
  }
  return names;
}

function readNames(table: Binary): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at < table.length;) {
    const length = table.u16(at);
    names.push(table.utf16(at + 2, length));
    at += 2 + length * 2;
  }
  return names;
}

function readPlaces(
  file: WordFile,
  { marks, texts }: { readonly marks: TableName; readonly texts: TableName },
  from: number,
  entry: number,
): readonly { mark: number; start: number; end: number }[] {
  const table = file.table(marks);
  const bounds = file.table(texts);
  const count = Math.floor((table.length - 4) / (4 + entry));
  const places: { mark: number; start: number; end: number }[] = [];
  let last = from;
  for (let i = 0; i < count; i++) {
    const start = Math.max(last, from + bounds.u32(i * 4));
    const end = Math.max(start, from + bounds.u32(i * 4 + 4));
    last = end;
    places.push({ mark: table.u32(i * 4), start, end });
  }
  return places;
}
