import type { DocumentId, TextDocument } from '../text/document.ts';
import type { Span } from '../text/span.ts';

/** What a list of measures is about, read from its lead-in and heading; it names the items: 问题一, 措施三. */
export type ListTopic = 'problem' | 'measure';

/** One run of enumerated items in a speech; a new list starts anew at its first ordinal. */
export interface MeasureList {
  readonly topic: ListTopic | null;
  /** The paragraph or sentence that announces the list (下一步主要开展以下工作：), where there is one. */
  readonly leadIn: Span | null;
}

/** One enumerated item of a speech (一是…; 二、…; （三）…; 第四，…). */
export interface Measure {
  /** From the first character of the ordinal to before the list's next item, trailing white space left out; children included. */
  readonly span: Span;
  /** The ordinal with the punctuation that belongs to it: 一是, （三）, 1. */
  readonly marker: Span;
  /** 六是 → 6. */
  readonly ordinal: number;
  /** 1 for the outermost list. */
  readonly level: number;
  /** Index into the speech's `lists`. */
  readonly list: number;
  /** Index of the enclosing measure in the speech's `measures`, or null on level 1. */
  readonly parent: number | null;
  /** The first sentence after the marker. */
  readonly heading: Span;
  /** What belongs to no child: the part before the first one, and text that follows one. In order, trimmed. The whole span without children. */
  readonly own: readonly Span[];
}

/** A heading inside a speech's body. */
export interface Heading {
  readonly span: Span;
  /** 1 for the outermost; so many `#`, what the file's program says, or what the user said. */
  readonly level: number;
}

/** One speaker's contribution inside a document. The spans of a document's speeches join to the whole document. */
export interface Speech {
  /** Without `#`; empty when there is none. */
  readonly title: string;
  /** The name alone (曹立忠; a spaced 徐　伟 becomes 徐伟); empty when unknown. */
  readonly speaker: string;
  /** 区工业和信息化局党组书记、局长; empty when unknown. */
  readonly role: string;
  readonly span: Span;
  /** The heading line(s) and the byline line, which are not compared. Null where there is none. */
  readonly titleSpan: Span | null;
  readonly bylineSpan: Span | null;
  readonly lists: readonly MeasureList[];
  /** In reading order; a parent comes before its children. */
  readonly measures: readonly Measure[];
  /** Paragraphs of the body that belong to no measure, page breaks repaired, trailing white space left out. */
  readonly paragraphs: readonly Span[];
  /** What lies in and between them that is no text: line ends inside a paragraph, page numbers, running headers. In order; set aside when texts are compared. */
  readonly breaks: readonly Span[];
  /** The headings inside the body, in order; left out where there are none. They are compared as paragraphs are. */
  readonly headings?: readonly Heading[];
}

/** A document with its structure: what detection, the views and the draft work on. */
export interface StructuredDocument {
  readonly document: TextDocument;
  readonly speeches: readonly Speech[];
}

/** What the user said about the structure where the guess was wrong. Offsets are those of the document's text. */
export type Correction =
  /** A speech begins at the line that holds `at`. */
  | { readonly kind: 'start-speech'; readonly at: number }
  /** The speech that begins at `at` belongs to the one before it. */
  | { readonly kind: 'join-speech'; readonly at: number }
  /** Who speaks in the speech that holds `at`. */
  | { readonly kind: 'set-speaker'; readonly at: number; readonly speaker: string; readonly role: string }
  /** The line that holds `at` is a heading of this level, and no measure; 0: it is none. */
  | { readonly kind: 'set-heading'; readonly at: number; readonly level: HeadingLevel }
  /** A measure begins at the line that holds `at`, with the ordinal found there, else as the next of its list. */
  | { readonly kind: 'start-measure'; readonly at: number }
  /** No measure begins in the line that holds `at`: it goes on with what is before. */
  | { readonly kind: 'join-measure'; readonly at: number }
  /** The line that holds `at` is a running header, a footer or a page number, or is text; `alike`: so are all that look the same. */
  | { readonly kind: 'set-running'; readonly at: number; readonly running: boolean; readonly alike: boolean }
  /** The line that holds `at` goes on with the paragraph before it. */
  | { readonly kind: 'join-paragraph'; readonly at: number }
  /** A paragraph begins at the line that holds `at`. */
  | { readonly kind: 'start-paragraph'; readonly at: number };

/** What the user may say of a line as a heading; 0 is none. */
export type HeadingLevel = 0 | 1 | 2 | 3;

/** What detection compares: a measure (of a parent, each part that no child covers), or a paragraph that belongs to none. */
export interface Unit {
  readonly document: DocumentId;
  /** Index into the document's speeches. */
  readonly speech: number;
  /** Index into the speech's measures, or null for a paragraph. */
  readonly measure: number | null;
  /** Index into the speech's paragraphs, or null for a measure. */
  readonly paragraph: number | null;
  readonly span: Span;
}
