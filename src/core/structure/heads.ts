import { partitionPoint } from '../text/partition-point.ts';
import { endHead } from './corrections.ts';
import type { Shape } from './headings.ts';
import type { LineCorrections } from './line-corrections.ts';
import { openAt, type Opening } from './openings.ts';
import type { Outline } from './outline.ts';
import type { Paragraph } from './paragraphs.ts';

/** What the user said is text, and what a heading: by the paragraph's index. */
interface SaidParagraphs {
  readonly text: ReadonlySet<number>;
  readonly headings: ReadonlySet<number>;
}

const PROSE: Shape = { kind: 'prose' };
const TITLE: Shape = { kind: 'title' };

/** `paragraphs` with the headings that were guessed: one that the user adds must not move speeches elsewhere. */
export function withHeadings(
  paragraphs: readonly Paragraph[],
  guessed: ReadonlyMap<number, number>,
): readonly Paragraph[] {
  return paragraphs.map((paragraph) => {
    const heading = guessed.get(paragraph.lineStart);
    return heading === undefined ? paragraph : { ...paragraph, heading };
  });
}

/** The outline with what the user said is a title, and is none. */
export function saidOutline(outline: Outline, said: LineCorrections): Outline {
  const { text, headings } = saidParagraphs(outline, said);
  if (text.size + headings.size === 0) return outline;
  const shapes = outline.shapes.map((shape, index) => {
    if (headings.has(index)) return TITLE;
    // Who speaks in a turn is said in front of its text, whatever that is.
    return text.has(index) && shape.kind !== 'turn' ? PROSE : shape;
  });
  return { ...outline, shapes };
}

/**
 * The openings that were guessed, their heads read anew where the user said that a line of theirs is text, or that the one
 * above them is their title. A speech of whose head nothing is left goes on with the one before. Linear time.
 */
export function readHeadsAnew(
  outline: Outline,
  openings: readonly Opening[],
  said: LineCorrections,
): readonly Opening[] {
  const { text, headings } = saidParagraphs(outline, said);
  if (text.size + headings.size === 0) return openings;
  const read: Opening[] = [];
  openings.forEach((opening, at) => {
    const limit = openings[at + 1]?.index ?? outline.paragraphs.length;
    for (const each of headAnew(outline, opening, read.at(-1), { text, headings })) {
      const before = read.at(-1);
      if (before !== undefined) read[read.length - 1] = endHead(outline, before, each.index);
      read.push(endHead(outline, each, limit));
    }
  });
  return read;
}

function headAnew(
  outline: Outline,
  opening: Opening,
  before: Opening | undefined,
  { text, headings }: SaidParagraphs,
): readonly Opening[] {
  const { index, body, titleSpan } = opening;
  if (titleSpan === null) {
    const isFree = before === undefined || before.body < index;
    const above = isFree && headings.has(index - 1) ? index - 1 : index;
    return headings.has(above) ? [keep(opening, openAt(outline, above))] : [opening];
  }
  let first = index;
  while (first < body && !text.has(first)) first++;
  // Nothing of the head is said to be text.
  if (first === body) return [opening];
  let proof = index;
  while (proof < body && !provesSpeech(outline.shapes[proof])) proof++;
  const proved = proof < body || opening.bodyStart !== null;
  const [anew] = proved ? [keep(opening, openAt(outline, proof), proof)] : [];
  if (before !== undefined || proof === index) return anew === undefined ? [] : [anew];
  // A document's first words are somebody's, even without a head.
  if (anew !== undefined) return [{ ...anew, start: 0, textAbove: index }];
  const bare = { start: 0, body: index, bodyStart: null, title: '', titleSpan: null, bylineSpan: null };
  return [{ ...opening, ...bare }];
}

function provesSpeech(shape: Shape | undefined): boolean {
  return shape?.kind === 'title' || shape?.kind === 'byline';
}

/** `anew`, with the speaker that is known, and where the text before a document's first head belongs. */
function keep(opening: Opening, anew: Opening, proof: number = opening.index): Opening {
  const isNamed = anew.speaker !== '' || anew.role !== '';
  const { speaker, role } = isNamed ? anew : opening;
  const start = opening.start < anew.start && proof === opening.index ? opening.start : anew.start;
  return { ...anew, start, speaker, role };
}

/** The paragraphs in which the lines stand of which something was said. */
function saidParagraphs({ paragraphs }: Outline, { headings, measures }: LineCorrections): SaidParagraphs {
  const holding = (start: number) => {
    const at = partitionPoint(paragraphs, ({ lineStart }) => lineStart <= start) - 1;
    return start <= (paragraphs[at]?.end ?? -1) ? at : -1;
  };
  const text = new Set<number>();
  const titles = new Set<number>();
  for (const [start, level] of headings) (level === 0 ? text : titles).add(holding(start));
  for (const [start, begins] of measures) if (begins) text.add(holding(start));
  text.delete(-1);
  titles.delete(-1);
  return { text, headings: titles };
}
