import type { Measure, Speech } from '../structure/speech.ts';
import { readOrdinal, type OrdinalStyle } from '../text/ordinals.ts';
import { covers, lengthOf } from '../text/span.ts';
import { isContinuing, isSentenceEnd } from './marks.ts';
import { renumber } from './ordinal-writing.ts';
import type { Check, RemovedPlace, Renumbering, SeamMark } from './plan.ts';

/** A list of which items go. */
export interface ListChange {
  /** Null when its first marker cannot be read. */
  readonly style: OrdinalStyle | null;
  /** How many items it had and has. */
  readonly before: number;
  readonly after: number;
  /** The ordinals that change: by the old one the new, null where the item is gone. */
  readonly ordinals: ReadonlyMap<number, number | null>;
}

/** What the removals mean for the lists of one speech. */
export interface Numbering {
  readonly renumberings: readonly Renumbering[];
  readonly seams: readonly SeamMark[];
  readonly checks: readonly Check[];
  readonly changes: readonly ListChange[];
}

/** One list, or several that count on: the articles of a law run through its chapters. */
interface Count {
  readonly style: OrdinalStyle | null;
  /** Indices of its measures, in order. */
  readonly items: number[];
}

/**
 * Counts the remaining items of a speech's lists anew. An ordinal goes down by one for every lower ordinal of its list that
 * is gone: a list that counted 1…n counts 1…m, a number that was skipped stays skipped, and one that was given twice and of which one item goes moves
 * nothing. Linear in the measures.
 */
export function numberAnew(
  text: string,
  speech: Speech,
  index: number,
  places: readonly RemovedPlace[],
): Numbering {
  const gone = goneMeasures(speech, places);
  const renumberings: Renumbering[] = [];
  const seams: SeamMark[] = [];
  const checks: Check[] = [];
  const changes: ListChange[] = [];
  for (const { style, items } of countsOf(text, speech)) {
    const left = items.filter((item) => gone[item] === 0);
    if (left.length === items.length) continue;
    const ordinals = newOrdinals(speech, items, left);
    changes.push({ style, before: items.length, after: left.length, ordinals });
    for (const item of left) {
      const { marker, ordinal } = speech.measures[item] as Measure;
      const to = ordinals.get(ordinal);
      const rewriting = to && renumber(text.slice(marker.start, marker.end), to);
      if (to === undefined || to === null || !rewriting) continue;
      const span = { start: marker.start + rewriting.start, end: marker.start + rewriting.end };
      renumberings.push({
        kind: 'ordinal',
        span,
        text: rewriting.text,
        from: ordinal,
        to,
        speech: index,
        measure: item,
      });
    }
  }
  for (const [list, items] of itemsByList(speech).entries()) {
    const left = items.filter((item) => gone[item] === 0);
    if (left.length === items.length) continue;
    const last = left.at(-1);
    if (last === undefined) checks.push(...leadInOf(speech, index, list, items, gone));
    else {
      const { marker } = speech.measures[last] as Measure;
      if (left.length === 1) checks.push({ kind: 'single', span: marker, speech: index });
      const mark = closingMark(text, speech, last, items.at(-1) as number);
      if (mark !== null) seams.push({ kind: 'seam', ...mark, speech: index });
    }
  }
  return { renumberings, seams, checks, changes };
}

/** 1 for each measure that goes, by itself or with the one around it, or of which the ordinal goes. */
function goneMeasures({ measures }: Speech, places: readonly RemovedPlace[]): Uint8Array {
  const gone = new Uint8Array(measures.length);
  for (const { kind, measure, span } of places) {
    if (measure === null) continue;
    if (kind === 'passage' && covers(span, (measures[measure] as Measure).marker)) gone[measure] = 1;
    if (kind !== 'measure') continue;
    for (let at = measure; at < measures.length && covers(span, (measures[at] as Measure).span); at++)
      gone[at] = 1;
  }
  return gone;
}

function itemsByList({ measures, lists }: Speech): readonly (readonly number[])[] {
  const items: number[][] = lists.map(() => []);
  for (const [at, { list }] of measures.entries()) items[list]?.push(at);
  return items;
}

function countsOf(text: string, speech: Speech): readonly Count[] {
  const counts: Count[] = [];
  const latest = new Map<OrdinalStyle | null, Count>();
  for (const items of itemsByList(speech)) {
    const first = speech.measures[items[0] ?? -1];
    if (first === undefined) continue;
    const style = readOrdinal(text, first.marker.start)?.style ?? null;
    const open = latest.get(style);
    const last = open && speech.measures[open.items.at(-1) as number];
    if (open !== undefined && first.ordinal > 1 && first.ordinal === (last?.ordinal ?? 0) + 1) {
      open.items.push(...items);
      continue;
    }
    const count: Count = { style, items: [...items] };
    counts.push(count);
    latest.set(style, count);
  }
  return counts;
}

/**
 * By each ordinal that does not stay as it is what it becomes. An item without one, that the user marked, counts where its
 * number is free, and not where the next item has it written.
 */
function newOrdinals(
  { measures }: Speech,
  items: readonly number[],
  left: readonly number[],
): ReadonlyMap<number, number | null> {
  const ordinalOf = (item: number) => (measures[item] as Measure).ordinal;
  const isWritten = (item: number) => lengthOf((measures[item] as Measure).marker) > 0;
  const written = new Set(items.filter(isWritten).map(ordinalOf));
  const counts = (item: number) => isWritten(item) || !written.has(ordinalOf(item));
  const staying = new Set(left.filter(counts).map(ordinalOf));
  const ordinals = new Map<number, number | null>();
  let lower = 0;
  for (const ordinal of [...new Set(items.filter(counts).map(ordinalOf))].sort((m, n) => m - n)) {
    if (!staying.has(ordinal)) {
      ordinals.set(ordinal, null);
      lower++;
    } else if (lower > 0) ordinals.set(ordinal, ordinal - lower);
  }
  return ordinals;
}

/** What announces a list that is gone, unless the measure around it goes, too. */
function leadInOf(
  { lists, measures }: Speech,
  speech: number,
  list: number,
  items: readonly number[],
  gone: Uint8Array,
): readonly Check[] {
  const parent = measures[items[0] ?? -1]?.parent ?? null;
  if (parent !== null && gone[parent] === 1) return [];
  const span = lists[list]?.leadIn ?? (parent === null ? null : (measures[parent]?.own[0] ?? null));
  return span === null ? [] : [{ kind: 'lead-in', span, speech }];
}

/** The mark that the last item left has to end with, where it says that more follows. */
function closingMark(
  text: string,
  { measures }: Speech,
  last: number,
  removed: number,
): Pick<SeamMark, 'span' | 'text'> | null {
  if (last === removed) return null;
  const { end } = (measures[last] as Measure).span;
  const mark = text.charAt((measures[removed] as Measure).span.end - 1);
  if (!isContinuing(text.charCodeAt(end - 1)) || !isSentenceEnd(mark.charCodeAt(0))) return null;
  return { span: { start: end - 1, end }, text: mark };
}
