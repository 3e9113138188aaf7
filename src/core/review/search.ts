import type { Passage } from '../reuse/pair.ts';
import type { Speech, StructuredDocument } from '../structure/speech.ts';
import type { DocumentId } from '../text/document.ts';
import { partitionPoint } from '../text/partition-point.ts';

/** The test whether a passage, or the head of its speech, holds what is sought. */
export type Search = (passage: Passage) => boolean;

/** Gives where a query stands in a text, ascending. */
type Find = (text: string) => readonly number[];

/** Where a query stands in one document. */
interface Places {
  /** Offsets in the text, ascending. */
  readonly offsets: readonly number[];
  /** Whether the speech's title, speaker or role holds it, by speech, as far as that was asked. */
  readonly inHead: boolean[];
}

/**
 * The search for `query`; case is set aside. Each text is searched once, when it is first asked for, so that a hundred
 * thousand passages cost no more than their texts.
 */
export function searchFor(query: string, documents: ReadonlyMap<DocumentId, StructuredDocument>): Search {
  if (query === '') return () => true;
  const find = finderOf(query);
  const found = new Map<StructuredDocument, Places>();
  return ({ document, speech, span }) => {
    const structured = documents.get(document);
    if (structured === undefined) return false;
    let places = found.get(structured);
    if (places === undefined) {
      found.set(structured, (places = { offsets: find(structured.document.text), inHead: [] }));
    }
    const next = places.offsets[partitionPoint(places.offsets, (offset) => offset < span.start)];
    if (next !== undefined && next + query.length <= span.end) return true;
    return (places.inHead[speech] ??= isInHead(structured.speeches[speech], find));
  };
}

function isInHead(speech: Speech | undefined, find: Find): boolean {
  return (
    speech !== undefined &&
    [speech.title, speech.speaker, speech.role].some((words) => find(words)[0] !== undefined)
  );
}

/** Texts are searched as they are: making a hundred megabytes lower case takes longer than all the rest. */
function finderOf(query: string): Find {
  return query.toLowerCase() === query.toUpperCase() ? findExactly(query) : findInAnyCase(query);
}

function findExactly(query: string): Find {
  return (text) => {
    const offsets: number[] = [];
    for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) offsets.push(at);
    return offsets;
  };
}

function findInAnyCase(query: string): Find {
  const pattern = new RegExp(query.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`), 'gi');
  return (text) => {
    const offsets: number[] = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      offsets.push(match.index);
      pattern.lastIndex = match.index + 1;
    }
    return offsets;
  };
}
