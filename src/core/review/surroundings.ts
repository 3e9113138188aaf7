import type { Speech } from '../structure/speech.ts';
import type { Witness } from './witness.ts';

/** What stands around a passage's unit in its speech. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
  /** How many paragraphs there are before and behind the unit in all. */
  readonly allBefore: number;
  readonly allAfter: number;
}

/**
 * The `before` paragraphs before the unit and the `after` ones behind it, one a line, page breaks repaired; with 0 the
 * short excerpt that the witness carries. Linear in the speech.
 */
export function surroundingsOf(witness: Witness, before: number, after: number): Surroundings {
  const { speech, passage } = witness;
  const { unit, span } = passage;
  const body = Math.max(speech.span.start, speech.titleSpan?.end ?? 0, speech.bylineSpan?.end ?? 0);
  const above = paragraphsIn(witness, body, unit.start);
  const below = paragraphsIn(witness, Math.max(unit.end, span.end), speech.span.end);
  return {
    before: before === 0 ? witness.before : above.slice(-before).join('\n'),
    after: after === 0 ? witness.after : below.slice(0, after).join('\n'),
    allBefore: above.length,
    allAfter: below.length,
  };
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
