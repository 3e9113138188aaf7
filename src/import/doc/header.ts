import { ImportError } from '../../core/text/imported.ts';
import { Binary } from './binary.ts';

/** Where Word's header (FIB, [MS-DOC] 2.5) says that tables lie: the index of each among its pairs of offset and length. */
const TABLES = {
  styles: 1,
  footnoteMarks: 2,
  footnotes: 3,
  commentMarks: 4,
  comments: 5,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  commentAuthors: 36,
  endnoteMarks: 46,
  endnotes: 47,
  revisionAuthors: 51,
  lists: 73,
  listOverrides: 74,
} as const;

/** The name of a table that the header points to. */
export type TableName = keyof typeof TABLES;

/** The parts of a document's text, in characters, in the order in which they lie in it. */
export interface Stories {
  readonly main: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly boxes: number;
}

/** A Word document's streams and what its header says of them. */
export interface WordFile {
  readonly text: Binary;
  readonly data: Binary;
  readonly stories: Stories;
  /** A table's bytes; empty where the document has none. */
  table(name: TableName): Binary;
  /** The bytes behind a table: what belongs to lists lies there. */
  behind(name: TableName): Binary;
}

const MAGIC = 0xa5ec;
/** The first version whose tables are those of [MS-DOC]: Word 97. */
const WORD_97 = 0xc1;
const FLAG_ENCRYPTED = 0x100;
const FLAG_TABLE_1 = 0x200;
/** Where the counts of characters and the pairs begin. */
const COUNTS = 64;
const PAIR_COUNT = 152;
const PAIRS = 154;

/** Reads the header. Throws `ImportError`: `encrypted`, `unsupported` for Word 95 and older, `damaged`. */
export function readHeader(read: (stream: string) => Uint8Array | null): WordFile {
  const text = new Binary(read('WordDocument') ?? new Uint8Array());
  if (text.length < PAIRS || text.u16(0) !== MAGIC) throw new ImportError('unsupported');
  const flags = text.u16(10);
  if (flags & FLAG_ENCRYPTED) throw new ImportError('encrypted');
  if (text.u16(2) < WORD_97) throw new ImportError('unsupported');
  const stream = read(flags & FLAG_TABLE_1 ? '1Table' : '0Table');
  if (stream === null) throw new ImportError('damaged');
  const tables = new Binary(stream);
  const pairs = text.u16(PAIR_COUNT);
  const place = (name: TableName) => {
    const index = TABLES[name];
    return index < pairs
      ? { start: text.u32(PAIRS + index * 8), length: text.u32(PAIRS + index * 8 + 4) }
      : { start: 0, length: 0 };
  };
  const count = (index: number) => Math.max(0, text.i32(COUNTS + index * 4));
  return {
    text,
    data: new Binary(read('Data') ?? new Uint8Array()),
    stories: {
      main: count(3),
      footnotes: count(4),
      headers: count(5),
      comments: count(7),
      endnotes: count(8),
      boxes: count(9),
    },
    table(name) {
      const { start, length } = place(name);
      return tables.part(start, length);
    },
    behind(name) {
      const { start, length } = place(name);
      return length === 0 ? tables.part(0, 0) : tables.part(start + length, tables.length);
    },
  };
}
