import type { Speech } from '../../../src/core/structure/speech.ts';
import { slice, type Span } from '../../../src/core/text/span.ts';

/** A speech as the golden files write it: texts instead of offsets, so that a person can check them. */
export interface GoldenSpeech {
  readonly title: string;
  readonly speaker: string;
  readonly role: string;
  readonly begins: string;
  readonly paragraphs: readonly string[];
  /** `level ordinal text`, the text shortened in its middle. */
  readonly measures: readonly string[];
  readonly topics: readonly (string | null)[];
}

/** Characters of either end of a passage that a golden file shows. */
const SHOWN = 16;

export function goldenOf(text: string, speeches: readonly Speech[]): readonly GoldenSpeech[] {
  return speeches.map((speech) => ({
    title: speech.title,
    speaker: speech.speaker,
    role: speech.role,
    begins: text.slice(speech.span.start, Math.min(speech.span.end, speech.span.start + SHOWN)).trim(),
    paragraphs: speech.paragraphs.map((span) => shorten(text, span)),
    measures: speech.measures.map(
      (measure) => `${measure.level} ${measure.ordinal} ${shorten(text, measure.span)}`,
    ),
    topics: speech.lists.map((list) => list.topic),
  }));
}

function shorten(text: string, span: Span): string {
  const words = slice(text, span);
  return words.length <= 2 * SHOWN + 1 ? words : `${words.slice(0, SHOWN)}…${words.slice(-SHOWN)}`;
}
