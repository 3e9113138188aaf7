import { DIGIT, LATIN, SPACE, classOf } from './characters.ts';
import { graphemeStarts } from './graphemes.ts';
import type { Span } from './span.ts';

/** Marks that end a sentence. */
const SENTENCE_ENDS = '。！？!?…';
/** Marks that end a clause and no sentence. 、 joins the members of one clause. */
const CLAUSE_ENDS = '；：，;,:';
/** What may close behind an end and still belongs to it. */
export const CLOSERS = '”’"\'』」）)】〕》〉]';

/** How strong the edge behind a mark is: nothing, a clause, a sentence, a line. */
export type EdgeStrength = 0 | 1 | 2 | 3;

/** The clauses of `text`, in order; they cover it. Each keeps its mark, closing quotes and the white space behind it. Linear time. */
export function clausesOf(text: string): readonly Span[] {
  return cut(text, 1);
}

/** The sentences of `text`, in order; they cover it. A line without a mark (a heading) is a sentence. Linear time. */
export function sentencesOf(text: string): readonly Span[] {
  return cut(text, 2);
}

/** What ends at the mark that begins at `at`. A stop, comma or colon within a number or word ends nothing, nor does the stop of `3.`. */
export function endStrength(text: string, at: number): EdgeStrength {
  const mark = text.charAt(at);
  if (mark === '\n' || mark === '\r') return 3;
  if (SENTENCE_ENDS.includes(mark)) return 2;
  if (mark === '.') return isJoined(text, at) || isDigit(text, at - 1) ? 0 : 2;
  if (!CLAUSE_ENDS.includes(mark)) return 0;
  if (mark === '：') return isDigit(text, at - 1) && isDigit(text, at + 1) ? 0 : 1;
  return (mark === ',' || mark === ':') && isJoined(text, at) ? 0 : 1;
}

/** Whether a number or a Latin word goes on across the mark. */
function isJoined(text: string, at: number): boolean {
  return isWord(text, at - 1) && isWord(text, at + 1);
}

function isWord(text: string, at: number): boolean {
  const kind = classOf(text.charCodeAt(at));
  return kind === DIGIT || kind === LATIN;
}

function isDigit(text: string, at: number): boolean {
  return classOf(text.charCodeAt(at)) === DIGIT;
}

function cut(text: string, strength: EdgeStrength): readonly Span[] {
  const starts = graphemeStarts(text);
  const spans: Span[] = [];
  let begin = 0;
  let ended = false;
  for (let i = 0; i + 1 < starts.length; i++) {
    const at = starts[i] as number;
    const ends = endStrength(text, at) >= strength;
    if (ended && !ends && !staysBehind(text, at)) {
      spans.push({ start: begin, end: at });
      begin = at;
      ended = false;
    }
    ended ||= ends;
  }
  if (begin < text.length) spans.push({ start: begin, end: text.length });
  return spans;
}

function staysBehind(text: string, at: number): boolean {
  return CLOSERS.includes(text.charAt(at)) || classOf(text.charCodeAt(at)) === SPACE;
}
