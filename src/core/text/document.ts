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
  /** Size of the bytes as loaded. */
  readonly byteLength: number;
}
