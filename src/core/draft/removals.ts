import type { PairId } from '../reuse/pair.ts';
import type { Measure, Speech, StructuredDocument, Unit } from '../structure/speech.ts';
import { unitsOf } from '../structure/units.ts';
import { classOf, PUNCTUATION, SPACE } from '../text/characters.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { covers, overlapOf, type Span } from '../text/span.ts';
import { paragraphLinesOf, type ParagraphLines } from './breaks.ts';
import type { Claim } from './claims.ts';
import type { RemovedPlace } from './plan.ts';

/** What is taken out of one unit. */
interface Taken {
  readonly unit: Unit;
  /** In order. */
  readonly parts: { readonly span: Span; readonly pair: PairId }[];
}

/**
 * What the claims take out of a document, in order and disjoint: a unit of which nothing but its ordinal and punctuation
 * would stay goes whole, and a measure with what it holds; else the passages go, cut where a paragraph ends. What is
 * taken out twice is one place with both its decisions. Sorts the claims; linear in the units.
 */
export function placesTaken(
  { document, speeches }: StructuredDocument,
  removing: readonly Claim[],
): readonly RemovedPlace[] {
  if (removing.length === 0) return [];
  const { text } = document;
  const lines = paragraphLinesOf(text, speeches);
  const taken = takenByUnit(unitsOf(document.id, speeches), removing);
  const places: RemovedPlace[] = [];
  for (const { unit, parts } of taken) {
    const speech = speeches[unit.speech] as Speech;
    const measure = unit.measure === null ? null : (speech.measures[unit.measure] as Measure);
    const place = { speech: unit.speech, measure: unit.measure, paragraph: unit.paragraph };
    if (isAllOf(text, unit, measure, parts)) {
      const isFirst = measure !== null && unit.span.start === measure.span.start;
      places.push({
        ...place,
        kind: isFirst ? 'measure' : 'paragraph',
        span: isFirst ? measure.span : unit.span,
        pairs: unique(parts.map(({ pair }) => pair)),
      });
      continue;
    }
    // An ordinal goes with its item or not at all.
    const least = Math.max(unit.span.start, measure?.marker.end ?? 0);
    for (const part of joinParts(parts)) {
      const words = { start: Math.max(least, part.span.start), end: Math.max(least, part.span.end) };
      for (const span of withinParagraphs(text, words, lines.breaks)) {
        if (hasWords(text, span)) {
          const whole = measure === null ? span : withOrdinal(text, span, measure, lines);
          places.push({ ...place, kind: 'passage', span: whole, pairs: part.pairs });
        }
      }
    }
  }
  return withoutCovered(places);
}

/** The claims, sorted out by the units that they take from. */
function takenByUnit(units: readonly Unit[], removing: readonly Claim[]): readonly Taken[] {
  const taken = new Map<number, Taken>();
  for (const { passage, pair } of removing) {
    const { span } = passage;
    let index = partitionPoint(units, (unit) => unit.span.end <= span.start);
    for (; (units[index]?.span.start ?? Infinity) < span.end; index++) {
      const unit = units[index] as Unit;
      const known = taken.get(index) ?? { unit, parts: [] };
      taken.set(index, known);
      known.parts.push({
        span: { start: Math.max(span.start, unit.span.start), end: Math.min(span.end, unit.span.end) },
        pair,
      });
    }
  }
  const inOrder = [...taken].sort(([i], [j]) => i - j).map(([, each]) => each);
  // Stable: decisions about one place stay in the order of the findings.
  for (const { parts } of inOrder) parts.sort((p, q) => p.span.start - q.span.start);
  return inOrder;
}

/** Whether nothing but the ordinal, punctuation and white space of a unit is left over. */
function isAllOf(text: string, { span }: Unit, measure: Measure | null, parts: Taken['parts']): boolean {
  let at = measure !== null && measure.marker.start === span.start ? measure.marker.end : span.start;
  for (const part of parts) {
    if (hasWords(text, { start: at, end: Math.max(at, part.span.start) })) return false;
    at = Math.max(at, part.span.end);
  }
  return !hasWords(text, { start: at, end: Math.max(at, span.end) });
}

function hasWords(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    const kind = classOf(text.charCodeAt(at));
    if (kind !== SPACE && kind !== PUNCTUATION) return true;
  }
  return false;
}

/** Parts that overlap or touch, as one. */
function joinParts(parts: Taken['parts']): readonly { readonly span: Span; readonly pairs: PairId[] }[] {
  const joined: { span: Span; pairs: PairId[] }[] = [];
  for (const { span, pair } of parts) {
    const last = joined.at(-1);
    if (last !== undefined && span.start <= last.span.end) {
      last.span = { start: last.span.start, end: Math.max(last.span.end, span.end) };
      if (!last.pairs.includes(pair)) last.pairs.push(pair);
    } else joined.push({ span, pairs: [pair] });
  }
  return joined;
}

/** The passage, and the ordinal before it when nothing else would stay in their line. */
function withOrdinal(text: string, span: Span, { marker }: Measure, lines: ParagraphLines): Span {
  if (hasWords(text, { start: marker.end, end: Math.max(marker.end, span.start) })) return span;
  const lineEnd = lines.lineEnd(marker.start);
  const isAll = span.end <= lineEnd && !hasWords(text, { start: span.end, end: lineEnd });
  return isAll ? { start: marker.start, end: span.end } : span;
}

/** The parts of `span` between the line ends that are no breaks: those end paragraphs. */
function withinParagraphs(text: string, span: Span, breaks: readonly Span[]): readonly Span[] {
  const parts: Span[] = [];
  let start = span.start;
  for (let at = nextLineEnd(text, start); at < span.end; at = nextLineEnd(text, at + 1)) {
    const holder = breaks[partitionPoint(breaks, (each) => each.end <= at)];
    if (holder !== undefined && holder.start <= at) continue;
    parts.push({ start, end: at });
    start = at + 1;
  }
  parts.push({ start, end: span.end });
  return parts.filter((part) => part.end > part.start);
}

function nextLineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? Infinity : at;
}

/** Without what lies inside of a measure that goes whole; its decisions are then the measure's, too. */
function withoutCovered(places: readonly RemovedPlace[]): readonly RemovedPlace[] {
  const kept: RemovedPlace[] = [];
  for (const place of places) {
    const last = kept.at(-1);
    if (last !== undefined && covers(last.span, place.span)) {
      kept[kept.length - 1] = { ...last, pairs: unique([...last.pairs, ...place.pairs]) };
    } else if (last === undefined || overlapOf(last.span, place.span) === 0) kept.push(place);
  }
  return kept;
}

function unique(pairs: readonly PairId[]): readonly PairId[] {
  return [...new Set(pairs)];
}
