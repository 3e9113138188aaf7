import { openAt, type Opening } from './openings.ts';
import type { Outline } from './outline.ts';
import { findLine } from './line-corrections.ts';
import type { Line } from './lines.ts';
import type { Correction } from './speech.ts';

/** Applies what the user said, in order, to the openings that were found. What names a place that is gone is left out. */
export function correctOpenings(
  outline: Outline,
  lines: readonly Line[],
  openings: readonly Opening[],
  corrections: readonly Correction[],
): readonly Opening[] {
  return corrections.reduce(
    (corrected, correction) => correct(outline, lines, corrected, correction),
    openings,
  );
}

function correct(
  outline: Outline,
  lines: readonly Line[],
  openings: readonly Opening[],
  correction: Correction,
): readonly Opening[] {
  const { at } = correction;
  if (at < 0 || at >= outline.text.length) return openings;
  const held = openings.findLastIndex((opening) => opening.start <= at);
  switch (correction.kind) {
    case 'start-speech': {
      const line = findLine(lines, at);
      if (line === null || line.aside) return openings;
      const index = outline.paragraphs.findIndex((paragraph) => paragraph.lineStart === line.start);
      // At the document's first line the first speech begins already, white space before it or not.
      if (index <= 0 || openings.some((opening) => opening.start === line.start)) return openings;
      return startSpeech(outline, openings, held, index);
    }
    case 'join-speech': {
      const joined = openings[held];
      const begins =
        joined !== undefined && (joined.start === at || joined.start === findLine(lines, at)?.start);
      return held > 0 && begins ? openings.filter((_, index) => index !== held) : openings;
    }
    case 'set-speaker':
      return openings.map((opening, index) =>
        index === held ? { ...opening, speaker: correction.speaker, role: correction.role } : opening,
      );
    default:
      // Said of lines, and heeded where these are read.
      return openings;
  }
}

/** Begins a speech at paragraph `index`; heads end where the next speech begins. */
function startSpeech(
  outline: Outline,
  openings: readonly Opening[],
  held: number,
  index: number,
): readonly Opening[] {
  const before = openings[held] as Opening;
  const after = openings[held + 1];
  const begun = openAt(outline, index);
  return [
    ...openings.slice(0, held),
    endHead(outline, before, index),
    after === undefined ? begun : endHead(outline, begun, after.index),
    ...openings.slice(held + 1),
  ];
}

/** Leaves out of a head what stands at or behind paragraph `limit`. */
export function endHead({ paragraphs }: Outline, opening: Opening, limit: number): Opening {
  if (opening.body <= limit && !(opening.body === limit && opening.bodyStart !== null)) return opening;
  const end = paragraphs[limit]?.lineStart ?? Infinity;
  const titled = opening.titleSpan !== null && opening.titleSpan.end <= end;
  const bylined = opening.bylineSpan !== null && opening.bylineSpan.end <= end;
  return {
    ...opening,
    body: Math.min(opening.body, limit),
    bodyStart: null,
    title: titled ? opening.title : '',
    titleSpan: titled ? opening.titleSpan : null,
    speaker: bylined ? opening.speaker : '',
    role: bylined ? opening.role : '',
    bylineSpan: bylined ? opening.bylineSpan : null,
  };
}
