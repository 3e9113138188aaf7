import type { ListTopic, Speech } from './speech.ts';

/**
 * Where in a speech a passage stands, as an editor would name it. An ordinal alone is ambiguous, since one
 * speech has several lists, so the list is named by what it is about, or counted.
 */
export type Place =
  /** All of it. */
  | { readonly kind: 'document' }
  | { readonly kind: 'speech' }
  | {
      readonly kind: 'measure';
      readonly ordinal: number;
      /** What the list is about, when no other list of the speech is about the same. */
      readonly topic: ListTopic | null;
      /** Which of the speech's outermost lists it is, from 1; null when there is only one or the topic names it. */
      readonly part: number | null;
      /** The ordinals of the enclosing measures, outermost first. */
      readonly path: readonly number[];
    }
  | { readonly kind: 'opening' }
  | { readonly kind: 'closing' }
  /** The paragraph's number among those that belong to no measure, from 1. */
  | { readonly kind: 'paragraph'; readonly number: number };

/**
 * Names the place of a measure (by its index in `speech.measures`), or else of a paragraph (index in `speech.paragraphs`); of
 * neither, it is the whole speech.
 */
export function placeOf(speech: Speech, measure: number | null, paragraph: number | null): Place {
  if (measure !== null) return placeOfMeasure(speech, measure);
  return paragraph === null ? { kind: 'speech' } : placeOfParagraph(speech, paragraph);
}

function placeOfMeasure(speech: Speech, index: number): Place {
  const path: number[] = [];
  let outermost = speech.measures[index];
  const ordinal = outermost?.ordinal ?? 0;
  while (outermost !== undefined && outermost.parent !== null) {
    outermost = speech.measures[outermost.parent];
    if (outermost !== undefined) path.unshift(outermost.ordinal);
  }
  const list = outermost?.list ?? 0;
  const outerLists = listsOnLevelOne(speech);
  const topic = speech.lists[list]?.topic ?? null;
  const named =
    topic !== null && outerLists.filter((other) => speech.lists[other]?.topic === topic).length === 1;
  return {
    kind: 'measure',
    ordinal,
    topic: named ? topic : null,
    part: named || outerLists.length < 2 ? null : outerLists.indexOf(list) + 1,
    path,
  };
}

/** What was read of a speech before: each of its measures asks for the same, and there may be thousands. */
const outerListsOf = new WeakMap<Speech, readonly number[]>();

function listsOnLevelOne(speech: Speech): readonly number[] {
  let lists = outerListsOf.get(speech);
  if (lists === undefined) {
    lists = [...new Set(speech.measures.filter((m) => m.level === 1).map((m) => m.list))];
    outerListsOf.set(speech, lists);
  }
  return lists;
}

function placeOfParagraph(speech: Speech, index: number): Place {
  const at = speech.paragraphs[index];
  const first = speech.measures[0];
  const last = speech.measures.at(-1);
  if (at !== undefined && index === 0 && (first === undefined || at.end <= first.span.start)) {
    return { kind: 'opening' };
  }
  const ends = index === speech.paragraphs.length - 1 && last !== undefined && at !== undefined;
  return ends && at.start >= last.span.end ? { kind: 'closing' } : { kind: 'paragraph', number: index + 1 };
}
