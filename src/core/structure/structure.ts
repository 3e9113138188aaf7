import { inOneGo } from '../in-one-go.ts';
import type { Layout } from '../text/layout.ts';
import { overlapOf, type Span } from '../text/span.ts';
import { correctOpenings } from './corrections.ts';
import type { BodyParagraph, ItemMarks } from './enumerators.ts';
import { readHeadsAnew, saidOutline, withHeadings } from './heads.ts';
import { indexBreaks, leftoversOf, type BreakIndex } from './leftovers.ts';
import { cutsOfLayout, markHeadings } from './laid-out.ts';
import { laidOpenings } from './laid-speeches.ts';
import { correctLines, type LineCorrections } from './line-corrections.ts';
import { readLines } from './lines.ts';
import { readLists, type Lists } from './lists.ts';
import { findOpenings, type Opening } from './openings.ts';
import { readOutline, type Outline } from './outline.ts';
import { joinLines, type Paragraph } from './paragraphs.ts';
import type { Correction, Measure, Speech } from './speech.ts';
import { readTopics } from './topics.ts';

/** Grows whenever the same text would be read otherwise: part of the key under which structures are cached. */
export const STRUCTURE_VERSION = 5;

/** Paragraphs, and speeches, that are read between two steps. */
const PARAGRAPHS_STEP = 1_000;
/** What a speech costs beside its paragraphs, in those. */
const SPEECH = 2;

/**
 * Reads a document's structure: text → lines → paragraphs → speeches → lists → measures. The speeches' spans join to the
 * whole text; a text without speeches is one speech without a speaker. What the user corrected is applied in order. Where the
 * file's program knows paragraphs, headings and speeches (`layout`), these are not guessed.
 * Linear time; yields now and then, so that it can be stopped.
 */
export function* structureSteps(
  text: string,
  corrections: readonly Correction[] = [],
  layout: Layout | null = null,
): Generator<void, readonly Speech[]> {
  const plain = yield* readLines(text);
  const said = correctLines(text, layout === null ? plain : markHeadings(text, plain, layout), corrections);
  const { lines } = said;
  const cuts = new Set([...said.cuts, ...cutsOfLayout(lines, layout)]);
  yield;
  const { paragraphs, breaks } = joinLines(text, lines, cuts, said.joined);
  yield;
  const plainOutline = yield* readOutline(text, paragraphs);
  const outline = saidOutline(plainOutline, said);
  const guessed = yield* guessOpenings(plainOutline, said, layout);
  yield;
  const openings = correctOpenings(outline, lines, readHeadsAnew(outline, guessed, said), corrections);
  const marks = { begins: said.measures, without: said.withoutMeasure };
  const speeches: Speech[] = [];
  let nextBreak = 0;
  let work = 0;
  for (const [index, opening] of openings.entries()) {
    const after = openings[index + 1];
    const span = { start: opening.start, end: after?.start ?? text.length };
    const firstBreak = nextBreak;
    while (nextBreak < breaks.length && (breaks[nextBreak] as Span).start < span.end) nextBreak++;
    const body = bodyOf(paragraphs, opening, after?.index ?? paragraphs.length);
    speeches.push(readSpeech(text, opening, span, body, breaks.slice(firstBreak, nextBreak), marks));
    work += SPEECH + body.length;
    if (work < PARAGRAPHS_STEP) continue;
    work = 0;
    yield;
  }
  return speeches;
}

/** A structure in one go. */
export function readStructure(...given: Parameters<typeof structureSteps>): readonly Speech[] {
  return inOneGo(structureSteps(...given));
}

/** Where speeches begin: as the file says it, else as the paragraphs look before anyone corrected a heading. */
function* guessOpenings(
  said: Outline,
  { guessedHeadings }: LineCorrections,
  layout: Layout | null,
): Generator<void, readonly Opening[]> {
  const { text, paragraphs } = said;
  const outline =
    guessedHeadings.size === 0 ? said : yield* readOutline(text, withHeadings(paragraphs, guessedHeadings));
  return laidOpenings(outline, layout) ?? findOpenings(outline);
}

/** The paragraphs between a speech's head and the next speech; a turn's name is no part of the first. */
function bodyOf(
  paragraphs: readonly Paragraph[],
  { index, body, bodyStart, textAbove = index }: Opening,
  end: number,
): readonly BodyParagraph[] {
  const above: readonly BodyParagraph[] = paragraphs.slice(textAbove, Math.min(index, end));
  const below: readonly BodyParagraph[] = paragraphs.slice(body, end);
  const first = below[0];
  if (first === undefined || bodyStart === null) return above.length === 0 ? below : [...above, ...below];
  const rest = { start: bodyStart, end: first.end, lineStart: first.lineStart, heading: 0 };
  return [...above, ...(rest.start < rest.end ? [rest] : []), ...below.slice(1)];
}

/** A head that stands below text may lie inside a measure; there it is set aside as a page number is. */
function withHeadBelowText(
  breaks: readonly Span[],
  { textAbove, titleSpan, bylineSpan }: Opening,
  measures: readonly Measure[],
): readonly Span[] {
  const first = titleSpan ?? bylineSpan;
  if (textAbove === undefined || first === null) return breaks;
  const head = { start: first.start, end: Math.max(first.end, bylineSpan?.end ?? 0) };
  if (!measures.some(({ span }) => overlapOf(span, head) > 0)) return breaks;
  const others = breaks.filter((each) => overlapOf(each, head) === 0);
  return [...others, head].sort((a, b) => a.start - b.start);
}

function readSpeech(
  text: string,
  opening: Opening,
  span: Span,
  body: readonly BodyParagraph[],
  breaks: readonly Span[],
  marks: ItemMarks,
): Speech {
  const { title, speaker, role, titleSpan, bylineSpan } = opening;
  const lists = readLists(text, body, marks);
  const index = indexBreaks(breaks);
  const measures = withOwnText(text, lists, index);
  const outermost = lists.measures
    .filter((measure) => measure.parent === null)
    .map((measure) => measure.span);
  let next = 0;
  const paragraphs = body.flatMap((paragraph) => {
    const taken: Span[] = [];
    for (; (outermost[next]?.end ?? Infinity) <= paragraph.start; next++);
    for (let at = next; (outermost[at]?.start ?? Infinity) < paragraph.end; at++) {
      const { start, end } = outermost[at] as Span;
      taken.push({ start: Math.max(start, paragraph.start), end: Math.min(end, paragraph.end) });
    }
    const { start, end } = paragraph;
    return leftoversOf(text, { start, end }, taken, index);
  });
  const headings = body.flatMap(({ start, end, heading }) =>
    heading > 0 ? [{ span: { start, end }, level: heading }] : [],
  );
  return {
    title,
    speaker,
    role,
    span,
    titleSpan,
    bylineSpan,
    lists: readTopics(text, body, lists.lists, measures),
    measures,
    paragraphs,
    breaks: withHeadBelowText(breaks, opening, measures),
    ...(headings.length > 0 && { headings }),
  };
}

const NONE: readonly Span[] = [];

/** Says of each measure which parts are not its children's. */
function withOwnText(text: string, { measures }: Lists, breaks: BreakIndex): readonly Measure[] {
  const children = new Map<number, Span[]>();
  for (const { parent, span } of measures) {
    if (parent === null) continue;
    const spans = children.get(parent);
    if (spans === undefined) children.set(parent, [span]);
    else spans.push(span);
  }
  return measures.map((measure, at) => {
    const own = leftoversOf(text, measure.span, children.get(at) ?? NONE, breaks);
    // A heading ends before the first child, or the next item, even where no full stop does.
    const most = own[0]?.end ?? measure.span.end;
    const { heading, marker, ordinal, level, list, parent, span } = measure;
    return {
      marker,
      ordinal,
      level,
      list,
      parent,
      heading:
        heading.end <= most
          ? heading
          : { start: Math.min(heading.start, most), end: Math.min(heading.end, most) },
      span,
      own,
    };
  });
}
