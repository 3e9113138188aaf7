import { covers, type Span } from '../text/span.ts';
import { trimStart } from './blanks.ts';
import { looksAlike } from './line-corrections.ts';
import type { ReadingLine } from './reading-lines.ts';
import type { Correction, Speech, StructuredDocument } from './speech.ts';

/** What a line is. */
export type LineState =
  | { readonly kind: 'title' | 'byline' | 'running' | 'text' }
  | { readonly kind: 'heading'; readonly level: number }
  /** A measure begins here, or its text goes on; by its index in the speech's `measures`. */
  | { readonly kind: 'measure' | 'inside'; readonly measure: number; readonly level: number };

/** What can be said of a line, by what it would become. */
export type LineChoice =
  | 'speech'
  | 'heading-1'
  | 'heading-2'
  | 'heading-3'
  | 'no-heading'
  | 'measure'
  | 'paragraph'
  | 'running'
  | 'running-alone';

/** A choice: what it would do, and whether it takes back what the line is now (并入上一篇 for 另起一篇). */
export interface OfferedChoice {
  readonly correction: Correction;
  readonly isBack: boolean;
}

const LEVELS = [1, 2, 3] as const;

/** What `line` is by the structure of its document. Linear in the speech's measures and headings. */
export function lineStateOf(
  { document: { text }, speeches }: StructuredDocument,
  line: ReadingLine,
): LineState {
  const speech = speeches[line.speech];
  if (line.role !== 'text' && line.role !== 'heading')
    return { kind: line.role === 'break' ? 'running' : line.role };
  const [begun] = line.measures;
  const levelOf = (measure: number) => speech?.measures[measure]?.level ?? 1;
  if (begun !== undefined && !line.isRest) return { kind: 'measure', measure: begun, level: levelOf(begun) };
  const at = trimStart(text, line.span.start, line.span.end);
  const heading = headingAt(speech, line.span);
  if (heading !== undefined) return { kind: 'heading', level: heading };
  const holder = speech?.measures.findLastIndex(({ span }) => span.start <= at && at < span.end) ?? -1;
  return holder < 0 ? { kind: 'text' } : { kind: 'inside', measure: holder, level: levelOf(holder) };
}

function headingAt(speech: Speech | undefined, line: Span): number | undefined {
  return speech?.headings?.find(({ span }) => covers(line, span))?.level;
}

/** Whether `line` goes on with a paragraph that began in a line above. */
export function goesOn(
  { document: { text }, speeches }: StructuredDocument,
  { span, speech }: ReadingLine,
): boolean {
  const at = trimStart(text, span.start, span.end);
  const breaks = speeches[speech]?.breaks ?? [];
  return breaks.some(
    ({ start, end }) => start < span.start && span.start <= end && end >= at && end < span.end,
  );
}

/** What can be said of `line`: the choices that would change something, as far as that is known before. */
export function choicesFor(
  structured: StructuredDocument,
  line: ReadingLine,
): ReadonlyMap<LineChoice, OfferedChoice> {
  const { text } = structured.document;
  const state = lineStateOf(structured, line);
  const at = trimStart(text, line.span.start, line.span.end);
  const offered = new Map<LineChoice, OfferedChoice>();
  const offer = (choice: LineChoice, correction: Correction, isBack = false) =>
    offered.set(choice, { correction, isBack });
  const isText = state.kind !== 'running';
  if (isText && !line.opensSpeech && !line.isRest) offer('speech', { kind: 'start-speech', at });
  else if (line.opensSpeech && line.speech > 0) {
    const begins = structured.speeches[line.speech]?.span.start ?? at;
    offer('speech', { kind: 'join-speech', at: begins }, true);
  }
  const level = state.kind === 'heading' ? state.level : 0;
  if (state.kind !== 'title' && state.kind !== 'byline') {
    for (const each of LEVELS)
      if (each !== level) offer(`heading-${each}`, { kind: 'set-heading', at, level: each });
  }
  if (level > 0 || state.kind === 'title') offer('no-heading', { kind: 'set-heading', at, level: 0 });
  if (line.measures.length > 0) offer('measure', { kind: 'join-measure', at }, true);
  else offer('measure', { kind: 'start-measure', at });
  if (isText && goesOn(structured, line)) offer('paragraph', { kind: 'start-paragraph', at }, true);
  else if (isText && !line.opensSpeech) offer('paragraph', { kind: 'join-paragraph', at });
  for (const choice of ['running', 'running-alone'] as const) {
    const alike = choice === 'running';
    offer(choice, { kind: 'set-running', at, running: isText, alike }, !isText);
  }
  return offered;
}

/** The indices of the corrections that say something of `line`. */
export function correctionsOf(
  text: string,
  corrections: readonly Correction[],
  { span }: ReadingLine,
): ReadonlySet<number> {
  const own = new Set<number>();
  corrections.forEach((correction, index) => {
    const at = trimStart(text, correction.at, text.length);
    const isHere = span.start <= at && at < span.end;
    const means =
      correction.kind === 'set-running' && correction.alike && looksAlike(text, correction.at, span);
    if (isHere || means) own.add(index);
  });
  return own;
}
