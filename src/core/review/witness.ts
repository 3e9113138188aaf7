import type { Pair, Passage } from '../reuse/pair.ts';
import { placeOf, type Place } from '../structure/place.ts';
import type { Speech, StructuredDocument } from '../structure/speech.ts';
import { isHighSurrogate, isLowSurrogate } from '../text/characters.ts';
import type { DocumentId } from '../text/document.ts';
import { paragraphAt } from '../text/layout.ts';

/** One side of a pair with all that a reader wants to know of it: who, where, the text, and what stands around it. */
export interface Witness {
  readonly passage: Passage;
  readonly structured: StructuredDocument;
  readonly speech: Speech;
  readonly place: Place;
  /** The page of the file on which the passage begins, from 1; null where the format knows no pages. */
  readonly page: number | null;
  /** The passage with the punctuation that closes it, so that what follows does not begin with a full stop. */
  readonly text: string;
  /** The rest of its unit before and after the passage; empty when the passage is the whole unit. */
  readonly unitBefore: string;
  readonly unitAfter: string;
  /** What stands before and after the unit in its speech, at most `CONTEXT_MOST` characters of it. */
  readonly before: string;
  readonly after: string;
}

/** How much of the surrounding text a witness carries, in UTF-16 units: two lines of a column. */
const CONTEXT_MOST = 54;

const CLOSING = '，。、；：！？,.;:!?”’」』）)》〉】';
const SENTENCE_END = '。！？\n';
const CLAUSE_END = SENTENCE_END + '，；：';
/** A context that is cut to whole clauses keeps at least this much, in UTF-16 units; else it is cut where it is. */
const CONTEXT_LEAST = CONTEXT_MOST / 3;

/** Both sides of a pair, or null when one of their documents is no longer there. Constant time. */
export function witnessesOf(
  pair: Pair,
  documents: ReadonlyMap<DocumentId, StructuredDocument>,
): { readonly a: Witness; readonly b: Witness } | null {
  const a = witnessOf(pair.a, documents);
  const b = witnessOf(pair.b, documents);
  return a === null || b === null ? null : { a, b };
}

/** One side, or null when its document is no longer there. Constant time. */
export function witnessOf(
  passage: Passage,
  documents: ReadonlyMap<DocumentId, StructuredDocument>,
): Witness | null {
  const structured = documents.get(passage.document);
  const speech = structured?.speeches[passage.speech];
  if (structured === undefined || speech === undefined) return null;
  const { text, layout } = structured.document;
  const { unit, span } = passage;
  const unitEnd = Math.max(unit.end, span.end);
  const end = closedAt(text, span.end, unitEnd);
  return {
    passage,
    structured,
    speech,
    place: isLongerThan(passage, speech)
      ? { kind: 'document' }
      : placeOf(speech, passage.measure, passage.paragraph),
    page: layout === null ? null : (paragraphAt(layout, span.start)?.page ?? null),
    text: text.slice(span.start, end),
    unitBefore: text.slice(unit.start, span.start),
    unitAfter: text.slice(end, unitEnd),
    before: contextBefore(text, bodyStart(speech), unit.start),
    after: contextAfter(text, unitEnd, speech.span.end),
  };
}

function isLongerThan({ span }: Passage, speech: Speech): boolean {
  return span.start < speech.span.start || span.end > speech.span.end;
}

function closedAt(text: string, at: number, most: number): number {
  let end = at;
  while (end < most && CLOSING.includes(text.charAt(end))) end++;
  return end;
}

function bodyStart(speech: Speech): number {
  return Math.max(speech.span.start, speech.titleSpan?.end ?? 0, speech.bylineSpan?.end ?? 0);
}

/** The last sentences before `end`; begins at a sentence, or else at a clause, where one begins in reach. */
function contextBefore(text: string, low: number, end: number): string {
  const from = Math.max(low, end - CONTEXT_MOST);
  const reach = text.slice(from, end).trimEnd();
  if (from === low) return reach.trim();
  for (let at = 0; at < reach.length - 1; at++) {
    if (SENTENCE_END.includes(reach.charAt(at))) return reach.slice(at + 1).trim();
  }
  for (let at = 0; at < reach.length - CONTEXT_LEAST; at++) {
    if (CLAUSE_END.includes(reach.charAt(at))) return '……' + reach.slice(at + 1);
  }
  return '……' + withoutHalves(reach);
}

/** The first sentences from `start`; ends with a clause where one ends in reach. */
function contextAfter(text: string, start: number, high: number): string {
  const to = Math.min(high, start + CONTEXT_MOST);
  const reach = text.slice(start, to).trim();
  if (to === high) return reach;
  for (let at = reach.length - 1; at >= CONTEXT_LEAST; at--) {
    if (CLAUSE_END.includes(reach.charAt(at))) return reach.slice(0, at + 1).trimEnd() + '……';
  }
  return withoutHalves(reach) + '……';
}

/** Takes off the half of a surrogate pair that a cut left at either end. */
function withoutHalves(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  const from = isLowSurrogate(first) ? 1 : 0;
  const to = isHighSurrogate(last) ? text.length - 1 : text.length;
  return text.slice(from, to);
}
