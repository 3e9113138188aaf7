/** What stands at a place of a paragraph's text and is none of its characters. */
export type Anchor =
  | { readonly kind: 'deletion'; readonly at: number; readonly text: string; readonly author: string }
  | { readonly kind: 'comment'; readonly at: number; readonly id: string }
  | NoteAnchor;

/** Where a foot- or endnote's mark stands. */
export interface NoteAnchor {
  readonly kind: 'footnote' | 'endnote';
  readonly at: number;
  readonly id: string;
  readonly page: number;
  readonly section: number;
  /** Whether the mark is written in the text and not counted. */
  readonly isWritten: boolean;
  /** The element that refers to it, as `Trace` names elements. */
  readonly element: number;
}

/**
 * Where a piece of a paragraph's text comes from: from `at` on to the next piece. An element is named by where its opening
 * tag ends in its part. `offset` is where the piece begins in the characters of the element; null where they are not the
 * same, unit for unit.
 */
export interface Trace {
  readonly at: number;
  readonly element: number;
  readonly offset: number | null;
}

/** A paragraph as it stands in the file; styles and numbers are not resolved. */
export interface StoryParagraph {
  readonly text: string;
  readonly anchors: Anchor[];
  readonly kind: 'text' | 'cell' | 'box';
  readonly style: string | null;
  readonly numId: string | null;
  readonly level: number | null;
  /** 0 to 8 for headings, 9 for running text; null where the style decides. */
  readonly outline: number | null;
  /** From 1. */
  readonly page: number;
  /** In order; every unit of the text belongs to one. None where nobody asked for them. */
  readonly traces: Trace[];
  /** The elements that it was read of: more than one when marks between them were deleted. */
  readonly elements: number[];
}

/** What a story is made of: paragraphs, and places where another file is taken in, by the id of its relation. */
export type Block = StoryParagraph | { readonly chunk: string };

/** How the notes of a section are numbered; null where the document's settings decide. */
export interface NoteForm {
  format: string | null;
  start: number | null;
  restart: string | null;
}

/** The text of a document, of one note or of one comment. */
export interface Story {
  readonly blocks: Block[];
  readonly author: string;
  /** Lines between text and notes are stories, too: `separator` and its like. Empty for text. */
  readonly type: string;
}

/** What is in a part: stories by their ids (that of the document's text is empty), and what is said of all. */
export interface Stories {
  readonly stories: ReadonlyMap<string, Story>;
  readonly hasPages: boolean;
  readonly sections: readonly { readonly footnote: NoteForm; readonly endnote: NoteForm }[];
}

/** `second` behind `first`, whose mark was deleted and which is used up: the mark that is left decides on style and number. */
export function joined(first: StoryParagraph, second: StoryParagraph): StoryParagraph {
  const shift = first.text.length;
  // Into the same array: a paragraph can be joined from a hundred thousand.
  for (const anchor of second.anchors) first.anchors.push({ ...anchor, at: anchor.at + shift });
  for (const trace of second.traces) first.traces.push({ ...trace, at: trace.at + shift });
  for (const element of second.elements) first.elements.push(element);
  const { anchors, page, traces, elements } = first;
  return { ...second, text: first.text + second.text, anchors, page, traces, elements };
}
