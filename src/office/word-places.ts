import type { Layout } from '../core/text/layout.ts';

/** A paragraph of the text in its file. */
export interface WordPlace {
  /** Index into `WordPlaces.parts`; -1 for what another file inside the document says (`altChunk`). */
  readonly part: number;
  /** The paragraphs of the file that it was read of, named as `WordPlaces.elements` names elements. */
  readonly elements: readonly number[];
}

/**
 * Where each character of a Word document's text stands in its file. Elements are named by where their opening tag ends in
 * their part, in UTF-16 units of the decoded XML.
 */
export interface WordPlaces {
  readonly text: string;
  readonly layout: Layout;
  /** Paths of the parts that the text was read of. */
  readonly parts: readonly string[];
  /** A place for each paragraph of the layout. */
  readonly paragraphs: readonly WordPlace[];
  /** For each unit of the text the element that says it; 0 for what no element says: numbers that are counted, line ends. */
  readonly elements: Int32Array;
  /** For each unit of the text where it stands in its element's characters; -1 where those are others (symbols, marks of notes). */
  readonly offsets: Int32Array;
}

/** A Word document that is to be changed. */
export interface WordOriginal {
  readonly bytes: Uint8Array;
  readonly places: WordPlaces;
  /** The text of a changed copy, as the page would read it; null for one that cannot be read. */
  reread(bytes: Uint8Array): string | null;
}
