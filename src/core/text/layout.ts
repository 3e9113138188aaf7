import { partitionPoint } from './partition-point.ts';
import type { Span } from './span.ts';

/** What a paragraph of a file is: `cell` of a table, `note` at the foot or end, `box` that stands beside the text. */
export type ParagraphKind = 'text' | 'heading' | 'cell' | 'note' | 'box';

/** One paragraph of a file as its program knows it. */
export interface LaidParagraph {
  /** In the document's text, the number in front included. Soft line breaks lie inside as line feeds. */
  readonly span: Span;
  readonly kind: ParagraphKind;
  /** 1 to 9 for headings, 0 for everything else. */
  readonly level: number;
  /** The automatic number as a reader sees it (一、 or 第三条), which the text begins with; null for none. */
  readonly number: string | null;
  /** The page on which it begins, from 1; null where the format knows no pages. */
  readonly page: number | null;
}

/** What a file says beside its text: words that a tracked change took out, and comments. */
export interface Aside {
  readonly kind: 'deletion' | 'comment';
  /** Where in the document's text it belongs. */
  readonly at: number;
  readonly text: string;
  /** Empty when unknown. */
  readonly author: string;
}

/** A speech as the file itself divides it (a row of a table), so that nothing of its head is guessed. */
export interface LaidSpeech {
  /** Where its first paragraph begins: the title, who speaks, or the text. */
  readonly at: number;
  /** The words of the document's text that are its title, and those that say who speaks; null for none. */
  readonly title: Span | null;
  readonly byline: Span | null;
  /** The name alone, and the position; empty when unknown. */
  readonly speaker: string;
  readonly role: string;
}

/**
 * What a file's program knows of its text beyond the characters. The paragraphs are in order, disjoint, and between two of
 * them stand line feeds alone.
 */
export interface Layout {
  readonly paragraphs: readonly LaidParagraph[];
  readonly asides: readonly Aside[];
  /** Where speeches begin, in order; left out where the file does not say. */
  readonly speeches?: readonly LaidSpeech[];
}

/** The asides that belong to `[start, end)`, or to its end where no other text follows; in order. Linear in the asides. */
export function asidesIn({ asides }: Layout, { start, end }: Span): readonly Aside[] {
  return asides.filter(({ at }) => at >= start && at <= end);
}

/** The paragraph that holds `at`, or the last one before it; undefined before the first. Logarithmic time. */
export function paragraphAt({ paragraphs }: Layout, at: number): LaidParagraph | undefined {
  return paragraphs[partitionPoint(paragraphs, ({ span }) => span.start <= at) - 1];
}
