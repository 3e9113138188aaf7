import { isWide } from './characters.ts';
import type { Habits } from './habits.ts';
import type { Paragraph } from './paragraphs.ts';

/** Letters that are this much larger than the text's make a heading. */
const LARGER = 1.12;
/** In characters: what is longer is no heading. */
const LARGE_MOST = 90;
const SAME_SIZE_MOST = 40;
/** Of all letters: a face in which more is set is not kept for headings. */
const FACE_MOST = 0.25;
const USUAL_LEAST = 0.6;
const LEVELS_MOST = 6;
/** What a heading does not end with. */
const MIDST = '。；，、;,';

/**
 * The level of each paragraph, from 1 for the largest letters on; 0 for text. A short paragraph in a face of its own
 * is a heading, too, of the lowest level: offices set first levels in the text's size. Linear time.
 */
export function levelsOf(paragraphs: readonly Paragraph[], habits: Habits): readonly number[] {
  const isLarge = paragraphs.map(
    ({ text, lines }) =>
      sizeOf(lines) >= LARGER * habits.size && text.length <= LARGE_MOST && !isSentence(text),
  );
  const sizes = [...new Set(paragraphs.flatMap(({ lines }, i) => (isLarge[i] ? [sizeOf(lines)] : [])))].sort(
    (a, b) => b - a,
  );
  const faces = facesForHeadings(paragraphs, habits);
  return paragraphs.map((paragraph, i) => {
    if (isLarge[i]) return Math.min(LEVELS_MOST, sizes.indexOf(sizeOf(paragraph.lines)) + 1);
    return isInFace(paragraph, habits, faces) ? Math.min(LEVELS_MOST, sizes.length + 1) : 0;
  });
}

function isSentence(text: string): boolean {
  return MIDST.includes(text.at(-1) as string);
}

function sizeOf(lines: Paragraph['lines']): number {
  return Math.round(lines[0]?.size ?? 0);
}

/** Browsers part one face into dozens of fonts: only where most text is in one font do others mean something. */
function facesForHeadings(paragraphs: readonly Paragraph[], { font: usual }: Habits): ReadonlySet<string> {
  const letters = new Map<string, number>();
  let all = 0;
  for (const line of paragraphs.flatMap(({ lines }) => lines)) {
    letters.set(line.font, (letters.get(line.font) ?? 0) + line.text.length);
    all += line.text.length;
  }
  if ((letters.get(usual) ?? 0) < USUAL_LEAST * all) return new Set();
  return new Set([...letters].filter(([, count]) => count <= FACE_MOST * all).map(([font]) => font));
}

function isInFace({ text, lines }: Paragraph, { font, size }: Habits, faces: ReadonlySet<string>): boolean {
  const wide = [...text].filter(isWide).length;
  return (
    text.length <= SAME_SIZE_MOST &&
    !isSentence(text) &&
    wide * 2 > text.length &&
    lines.every((line) => line.font !== font && faces.has(line.font) && Math.abs(line.size - size) <= 1)
  );
}
