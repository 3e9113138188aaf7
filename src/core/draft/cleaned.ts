import type { StructuredDocument } from '../structure/speech.ts';
import type { TextDocument } from '../text/document.ts';
import { hashOf } from '../text/hash.ts';
import type { DraftPlan, Edit } from './plan.ts';

/** The text of a document as its plan has it. Linear time. */
export function cleanedText(
  { text }: Pick<TextDocument, 'text'>,
  { edits }: Pick<DraftPlan, 'edits'>,
): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.span.start), edit.text);
    at = edit.span.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** One change as the log has it: what stands in the cleaned text, and what stood there. */
export interface LoggedEdit {
  readonly kind: Edit['kind'];
  /** Where it is in the cleaned text, in UTF-16 units. */
  readonly at: number;
  /** Where it was in the original, in UTF-16 units. */
  readonly start: number;
  readonly removed: string;
  readonly inserted: string;
}

/** What turns a cleaned text back into its original. */
export interface RemovalLog {
  /** The hashes of both texts, by which a wrong text is known. */
  readonly original: string;
  readonly cleaned: string;
  /** In order of place. */
  readonly edits: readonly LoggedEdit[];
}

/** The log of a plan. Linear time. */
export function logOf({ document }: StructuredDocument, plan: DraftPlan): RemovalLog {
  let shift = 0;
  const edits = plan.edits.map(({ kind, span, text }): LoggedEdit => {
    const removed = document.text.slice(span.start, span.end);
    const at = span.start + shift;
    shift += text.length - removed.length;
    return { kind, at, start: span.start, removed, inserted: text };
  });
  return { original: hashOf(document.text), cleaned: hashOf(cleanedText(document, plan)), edits };
}

/** The original of a cleaned text; null when the log is of another text. Linear time. */
export function rebuildOriginal(cleaned: string, log: RemovalLog): string | null {
  if (hashOf(cleaned) !== log.cleaned) return null;
  const parts: string[] = [];
  let at = 0;
  for (const { at: place, removed, inserted } of log.edits) {
    parts.push(cleaned.slice(at, place), removed);
    at = place + inserted.length;
  }
  parts.push(cleaned.slice(at));
  const original = parts.join('');
  return hashOf(original) === log.original ? original : null;
}
