import type { Layout } from './layout.ts';

/** Names a document by its content: the hash of its text and, among documents of equal text, which one it is. */
export type DocumentId = string;

/** The encodings that are recognised, by their WHATWG labels. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** Where a document came from: a file, the clipboard, or the example that ships with the page. */
export type Origin = 'file' | 'paste' | 'example';

/** One loaded file or pasted text with its provenance. */
export interface TextDocument {
  readonly id: DocumentId;
  /** The file's name as loaded, untrusted; for pasted text a name made from its beginning. */
  readonly name: string;
  /** Decoded: byte order mark removed, line ends kept. All offsets of all results count in this string. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly origin: Origin;
  /** What the file says of its text; null for plain text. */
  readonly layout: Layout | null;
  /** Present where the text was made of tables, which can be read otherwise. */
  readonly isTable?: true;
  /** Size of the bytes as loaded. */
  readonly byteLength: number;
}

/** A document without its text, where that stands beside it or is known to the other side. */
export type DocumentHeader = Omit<TextDocument, 'text'>;

/** The length of `hashOf`'s result, which every id begins with. */
const CONTENT_LENGTH = 16;

/** The id of the document that is the `ordinal`th (from 1) among those whose text has the hash `content`. */
export function documentIdOf(content: string, ordinal: number): DocumentId {
  return ordinal > 1 ? `${content}-${ordinal}` : content;
}

/** The hash of the text of the document that `id` names; documents of equal text share it. */
export function contentOf(id: DocumentId): string {
  return id.slice(0, CONTENT_LENGTH);
}
