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
  const outer = outerListsOf(speech);
  const topic = speech.lists[list]?.topic ?? null;
  const named = topic !== null && outer.ofTopic.get(topic) === 1;
  return {
    kind: 'measure',
    ordinal,
    topic: named ? topic : null,
    part: named || outer.part.size < 2 ? null : (outer.part.get(list) ?? 0),
    path,
  };
}

/** The outermost lists of a speech. */
interface OuterLists {
  /** By list which of them it is, from 1. */
  readonly part: ReadonlyMap<number, number>;
  /** How many are about the same. */
  readonly ofTopic: ReadonlyMap<ListTopic, number>;
}

/** What was read of a speech before: each of its measures asks for the same, and there may be a hundred thousand. */
const known = new WeakMap<Speech, OuterLists>();

function outerListsOf(speech: Speech): OuterLists {
  const there = known.get(speech);
  if (there !== undefined) return there;
  const part = new Map<number, number>();
  const ofTopic = new Map<ListTopic, number>();
  for (const { level, list } of speech.measures) {
    if (level !== 1 || part.has(list)) continue;
    part.set(list, part.size + 1);
    const topic = speech.lists[list]?.topic ?? null;
    if (topic !== null) ofTopic.set(topic, (ofTopic.get(topic) ?? 0) + 1);
  }
  const lists = { part, ofTopic };
  known.set(speech, lists);
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
