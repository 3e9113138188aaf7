import { partitionPoint } from '../text/partition-point.ts';
import type { LaidSpeech, Layout } from '../text/layout.ts';
import type { Span } from '../text/span.ts';
import { unbroken } from './blanks.ts';
import { withPreamble, type Opening } from './openings.ts';
import type { Outline } from './outline.ts';

/**
 * Where speeches begin as the file says it; null where it does not say. Headings right above a title (the name of a sheet)
 * belong to the head below them. What stands before the first is a speech of its own when it is running text. Logarithmic
 * time for each.
 */
export function laidOpenings(outline: Outline, layout: Layout | null): readonly Opening[] | null {
  const openings: Opening[] = [];
  for (const speech of layout?.speeches ?? []) {
    const opening = openLaid(outline, speech);
    const before = openings.at(-1);
    if (opening !== null && (before === undefined || before.body <= opening.index)) openings.push(opening);
  }
  return openings.length === 0 ? null : withPreamble(outline, openings);
}

function openLaid({ text, paragraphs }: Outline, laid: LaidSpeech): Opening | null {
  const { at, title, byline, speaker, role } = laid;
  const from = (place: number) => partitionPoint(paragraphs, ({ end }) => end <= place);
  let index = from(at);
  if (paragraphs[index] === undefined) return null;
  const body = Math.max(index, from(title?.end ?? at), from(byline?.end ?? at));
  while (index > 0 && paragraphs[index]?.heading !== 1 && paragraphs[index - 1]?.heading === 1) index--;
  return {
    start: paragraphs[index]?.lineStart ?? at,
    index,
    body,
    bodyStart: null,
    title: title === null ? '' : unbroken(text.slice(title.start, title.end)),
    titleSpan: within(title, text.length),
    speaker,
    role,
    bylineSpan: within(byline, text.length),
  };
}

/** A stored layout may say anything; a span outside of the text says nothing. */
function within(span: Span | null, length: number): Span | null {
  return span !== null && span.end <= length ? span : null;
}
