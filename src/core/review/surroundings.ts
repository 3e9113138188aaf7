import type { Speech } from '../structure/speech.ts';
import type { Witness } from './witness.ts';

/** What stands around a passage's unit in its speech. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
  /** Whether there is more of the speech than these. */
  readonly hasMoreBefore: boolean;
  readonly hasMoreAfter: boolean;
}

/** In UTF-16 units: so far around the unit is looked, and with each step so much farther. Pages of print. */
const REACH = 20_000;

/**
 * What stands before and behind the unit, a paragraph a line, page breaks repaired. With 0 it is the short excerpt that the
 * witness carries; with 1 the paragraphs of the excerpt are whole (as far as `REACH` goes), and each further step adds one.
 * Linear in what is given and in the speech's breaks, however long the speech is.
 */
export function surroundingsOf(witness: Witness, before: number, after: number): Surroundings {
  const { speech, passage } = witness;
  const { unit, span } = passage;
  const body = Math.max(speech.span.start, speech.titleSpan?.end ?? 0, speech.bylineSpan?.end ?? 0);
  const top = Math.max(body, unit.start - REACH * (before + 1));
  const behind = Math.max(unit.end, span.end);
  const bottom = Math.min(speech.span.end, behind + REACH * (after + 1));
  const above = paragraphsIn(witness, top, unit.start);
  const below = paragraphsIn(witness, behind, bottom);
  const first = before === 0 ? -1 : above.length - before - linesIn(witness.before) + 1;
  const last = after === 0 ? -1 : after + linesIn(witness.after) - 1;
  return {
    before: before === 0 ? witness.before : above.slice(Math.max(0, first)).join('\n'),
    after: after === 0 ? witness.after : below.slice(0, last).join('\n'),
    hasMoreBefore:
      top > body || (before === 0 ? lettersOf(above.join('')) !== lettersOf(witness.before) : first > 0),
    hasMoreAfter:
      bottom < speech.span.end ||
      (after === 0 ? lettersOf(below.join('')) !== lettersOf(witness.after) : last < below.length),
  };
}

function linesIn(excerpt: string): number {
  return Math.max(1, excerpt.split('\n').filter((line) => line.trim() !== '').length);
}

function lettersOf(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** The paragraphs of the speech within a stretch of its document. */
function paragraphsIn({ structured, speech }: Witness, start: number, end: number): readonly string[] {
  return withoutBreaks(structured.document.text, speech, start, end)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function withoutBreaks(text: string, { breaks }: Speech, start: number, end: number): string {
  let kept = '';
  let at = start;
  for (const gap of breaks) {
    if (gap.end <= at || gap.start >= end) continue;
    kept += text.slice(at, Math.max(at, gap.start));
    at = gap.end;
  }
  return kept + text.slice(at, Math.max(at, end));
}
