import type { Span } from '../text/span.ts';

/** What a file with revisions cannot show as the draft has it, or what happened beside it; with the words where it is. */
export type Remark =
  /** Words that stay, because the file says them as something that cannot be parted: a formula, a symbol, another file. */
  | { readonly kind: 'unparted'; readonly span: Span }
  /** Inside a field: it would come back when the field is brought up to date. */
  | { readonly kind: 'field'; readonly span: Span }
  /** A picture or text box that hangs on a paragraph of which nothing else stays. */
  | { readonly kind: 'picture'; readonly span: Span }
  /** Two paragraphs that are to be one and cannot be, with a table or a section between them. */
  | { readonly kind: 'not-joined'; readonly span: Span }
  /** A paragraph that may lose its number and form when it is joined to the next. */
  | { readonly kind: 'number-of-joined'; readonly span: Span }
  /** The last paragraph of a cell or of the text: it stays empty, with a number that is counted. */
  | { readonly kind: 'empty-number'; readonly span: Span }
  /** A note's mark goes, and the note with it. */
  | { readonly kind: 'note'; readonly span: Span }
  /** A comment that has no place, with its words. */
  | { readonly kind: 'comment'; readonly span: Span; readonly words: string }
  /** A line of the draft that reads otherwise when all is accepted; empty for one that is missing or too many. */
  | { readonly kind: 'differs'; readonly wanted: string; readonly found: string }
  /** How many more lines differ than are told. */
  | { readonly kind: 'more'; readonly count: number }
  | { readonly kind: 'signature' }
  | { readonly kind: 'protected' };
