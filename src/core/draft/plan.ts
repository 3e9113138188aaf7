import type { PairId, Passage } from '../reuse/pair.ts';
import type { DocumentId } from '../text/document.ts';
import type { Span } from '../text/span.ts';

/** What was taken out: a whole measure with all that belongs to it, a whole paragraph, or a passage inside of either. */
export type RemovedKind = 'measure' | 'paragraph' | 'passage';

/** One thing that a decision takes out. */
export interface RemovedPlace {
  readonly kind: RemovedKind;
  /** Index into the document's speeches. */
  readonly speech: number;
  /** Index into the speech's measures; null for what stands in none. */
  readonly measure: number | null;
  /** Index into the speech's paragraphs; null for what stands in a measure. */
  readonly paragraph: number | null;
  /** What goes, without the punctuation and white space that go with it. */
  readonly span: Span;
  /** The decisions that take it out, in the order of the findings. */
  readonly pairs: readonly PairId[];
}

/** What takes text out, with the punctuation and white space at its seam. Neighbours inside one line are one removal. */
export interface Removal {
  readonly kind: 'removal';
  readonly span: Span;
  readonly text: '';
  /** In order; one at least. */
  readonly places: readonly RemovedPlace[];
}

/** An ordinal that counts anew: its numeral alone, in its own writing. */
export interface Renumbering {
  readonly kind: 'ordinal';
  readonly span: Span;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly speech: number;
  readonly measure: number;
}

/** The mark that ends what is now the last item of a list, as the removed one did. */
export interface SeamMark {
  readonly kind: 'seam';
  readonly span: Span;
  readonly text: string;
  readonly speech: number;
}

/** A line or page break inside a paragraph that is joined. */
export interface Join {
  readonly kind: 'join';
  readonly span: Span;
  /** One space between Latin words, else nothing. */
  readonly text: '' | ' ';
}

/** What the user wrote in the place of a passage: the part of it that differs, from its first to its last difference. */
export interface Rewriting {
  readonly kind: 'rewrite';
  /** Empty where something is only put in. */
  readonly span: Span;
  /** May hold line ends; empty where something is only taken out. */
  readonly text: string;
  /** Index into the document's speeches, and what holds the beginning of the change, as in a removed place. */
  readonly speech: number;
  readonly measure: number | null;
  readonly paragraph: number | null;
  /** The decisions that say so, in the order of the findings. */
  readonly pairs: readonly PairId[];
}

/** One change of a document's text: `text` stands instead of `span`, which counts in the original. */
export type Edit = Removal | Renumbering | SeamMark | Join | Rewriting;

/** Words of the remaining text that may now be wrong. Pointed out, never changed. `span` counts in the original. */
export type Check =
  /** A number of items (上述五项), of a list that had `from` and has `to`; null where it is not known which list. */
  | {
      readonly kind: 'count';
      readonly span: Span;
      readonly speech: number;
      readonly from: number;
      readonly to: number | null;
    }
  /** An ordinal (第三条) that became `to`; null when it is gone. */
  | {
      readonly kind: 'reference';
      readonly span: Span;
      readonly speech: number;
      readonly from: number;
      readonly to: number | null;
    }
  /** 前款, 上一条: what stood before is gone. */
  | { readonly kind: 'previous'; readonly span: Span; readonly speech: number }
  /** What announces a list of which nothing is left. */
  | { readonly kind: 'lead-in'; readonly span: Span; readonly speech: number }
  /** The ordinal of the only item that is left of a list. */
  | { readonly kind: 'single'; readonly span: Span; readonly speech: number }
  /** A removed measure with `count` measures inside that nobody judged. */
  | { readonly kind: 'children'; readonly span: Span; readonly speech: number; readonly count: number }
  /** A passage was cut out in the middle of a clause; the span is empty, at the seam. */
  | { readonly kind: 'torn'; readonly span: Span; readonly speech: number }
  /** What follows an ordinal and its line that went, and is now of no item; the span is empty, where it begins. */
  | { readonly kind: 'headless'; readonly span: Span; readonly speech: number }
  /** The title of a speech of which nothing is left. */
  | { readonly kind: 'empty-speech'; readonly span: Span; readonly speech: number };

/** Decisions that contradict one another. Meanwhile the place stays in the draft. */
export interface Conflict {
  /**
   * `kept-and-removed`: one takes it out and another keeps it. `nothing-left`: of all that say the same nothing would stay.
   * `rewritten-and-removed`: one takes it out and another rewrites it; it stays, rewritten. `rewritten-twice`: two put
   * different words in one place; it stays as it is.
   */
  readonly kind: 'kept-and-removed' | 'nothing-left' | 'rewritten-and-removed' | 'rewritten-twice';
  readonly place: Passage;
  /** The decisions that take it out. */
  readonly removing: readonly PairId[];
  /** The decisions that keep or rewrite it; none for `nothing-left`. */
  readonly keeping: readonly PairId[];
}

/** What becomes of one document. */
export interface DraftPlan {
  readonly document: DocumentId;
  /** In order, disjoint. Empty when no decision takes anything out or rewrites it: the draft is then the document, unit for unit. */
  readonly edits: readonly Edit[];
  /** In order of their places. */
  readonly checks: readonly Check[];
  /** In order of their places. */
  readonly conflicts: readonly Conflict[];
}

/** What a plan amounts to. */
export interface Tally {
  /** Measures, paragraphs and passages that go. */
  readonly removals: number;
  /** Those of them that are passages. */
  readonly passages: number;
  /** How long they are, in UTF-16 units; what goes with them at the seams is not counted. */
  readonly characters: number;
  readonly renumberings: number;
  /** Passages that are rewritten. */
  readonly rewrites: number;
  readonly checks: number;
  readonly conflicts: number;
}

/** Counts a plan, or the part of it that is in one speech. */
export function tallyOf({ edits, checks, conflicts }: DraftPlan, speech: number | null = null): Tally {
  const isHere = (of: { readonly speech: number }) => speech === null || of.speech === speech;
  const places = removedPlaces(edits).filter(isHere);
  return {
    removals: places.length,
    passages: places.filter(({ kind }) => kind === 'passage').length,
    characters: places.reduce((sum, { span }) => sum + span.end - span.start, 0),
    renumberings: edits.filter((edit) => edit.kind === 'ordinal' && isHere(edit)).length,
    rewrites: edits.filter((edit) => edit.kind === 'rewrite' && isHere(edit)).length,
    checks: checks.filter(isHere).length,
    conflicts: conflicts.filter(({ place }) => isHere(place)).length,
  };
}

/** Everything that goes, in order. */
export function removedPlaces(edits: readonly Edit[]): readonly RemovedPlace[] {
  return edits.flatMap((edit) => (edit.kind === 'removal' ? edit.places : []));
}
