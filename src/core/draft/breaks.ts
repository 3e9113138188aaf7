import { isBlank } from '../structure/blanks.ts';
import type { Speech } from '../structure/speech.ts';
import { classOf, DIGIT, LATIN } from '../text/characters.ts';
import { partitionPoint } from '../text/partition-point.ts';
import type { Span } from '../text/span.ts';
import { isSentenceEnd } from './marks.ts';
import type { Join } from './plan.ts';

/** A document's lines as its paragraphs have them: a break inside a paragraph, page number and all, ends none. */
export interface ParagraphLines {
  /** The breaks inside sentences, in order. */
  readonly breaks: readonly Span[];
  /** Where the line that holds `at` begins, and where it ends, its line end excluded. */
  lineStart(at: number): number;
  lineEnd(at: number): number;
  /** The end of the break that begins at `at`, the start of the one that ends there; `at` itself when there is none. */
  breakEnd(at: number): number;
  breakStart(at: number): number;
}

/** The lines of a document. Linear in the breaks; each question takes logarithmic time beside the length of the line. */
export function paragraphLinesOf(text: string, speeches: readonly Speech[]): ParagraphLines {
  const breaks = speeches.flatMap((speech) => speech.breaks.filter((each) => joins(text, each)));
  const holding = (at: number): Span | undefined => {
    const found = breaks[partitionPoint(breaks, ({ end }) => end <= at)];
    return found !== undefined && found.start <= at ? found : undefined;
  };
  return {
    breaks,
    lineStart(at) {
      let end = at;
      for (;;) {
        const found = end === 0 ? -1 : text.lastIndexOf('\n', end - 1);
        const inside = found < 0 ? undefined : holding(found);
        if (inside === undefined) return found + 1;
        end = inside.start;
      }
    },
    lineEnd(at) {
      let start = at;
      for (;;) {
        const found = text.indexOf('\n', start);
        const inside = found < 0 ? undefined : holding(found);
        if (inside === undefined) return found < 0 ? text.length : found;
        start = inside.end;
      }
    },
    breakEnd: (at) => (holding(at)?.start === at ? (holding(at)?.end ?? at) : at),
    breakStart: (at) => {
      const before = at === 0 ? undefined : holding(at - 1);
      return before?.end === at ? before.start : at;
    },
  };
}

/** The joins of all breaks that no other edit touches; `taken` is in order and disjoint. */
export function joinBreaks(text: string, breaks: readonly Span[], taken: readonly Span[]): readonly Join[] {
  let next = 0;
  return breaks.flatMap((span): readonly Join[] => {
    while ((taken[next]?.end ?? Infinity) <= span.start) next++;
    if ((taken[next]?.start ?? Infinity) < span.end) return [];
    const between = isOfWord(text, span.start - 1) && isOfWord(text, span.end);
    return [{ kind: 'join', span, text: between ? ' ' : '' }];
  });
}

/**
 * A page number or running header that stands alone, between two paragraphs, joins nothing; nor does a break behind a full
 * stop, where a paragraph may end: that it goes on is a guess, and a draft does not run paragraphs together by a guess.
 */
function joins(text: string, { start, end }: Span): boolean {
  if (!isBlank(text.charCodeAt(start)) || isSentenceEnd(text.charCodeAt(start - 1))) return false;
  for (let at = start; at < end; at++) if ('\n\r'.includes(text.charAt(at))) return true;
  return false;
}

function isOfWord(text: string, at: number): boolean {
  const kind = classOf(text.charCodeAt(at));
  return kind === LATIN || kind === DIGIT;
}
