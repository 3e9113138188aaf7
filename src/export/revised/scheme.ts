import { partitionPoint } from '../../core/text/partition-point.ts';
import type { WordPlaces } from '../../office/word-places.ts';
import type { Change } from './changes.ts';

/** What becomes of a text, said of its units and paragraphs. */
export interface Scheme {
  /** For each unit of the text 1 if it goes. */
  readonly gone: Uint8Array;
  /** For each paragraph whether nothing of it stays. */
  readonly whole: readonly boolean[];
  /** For each paragraph whether its end goes, so that what stays of it runs on into the next. */
  readonly endGone: boolean[];
  /** For each paragraph whether empty ones behind it go. */
  readonly gapGone: readonly boolean[];
  /** Text that is put in, by paragraph; it stands behind the units before `at`. */
  readonly insertions: readonly { readonly paragraph: number; readonly at: number; readonly text: string }[];
}

/**
 * Lays changes (in order, disjoint) over the paragraphs. A number that is counted is nobody's text: what would change it is left
 * to the program that counts. Linear time.
 */
export function schemeOf({ text, layout: { paragraphs } }: WordPlaces, changes: readonly Change[]): Scheme {
  const gone = new Uint8Array(text.length);
  const written = paragraphs.map(() => false);
  const endGone = paragraphs.map(() => false);
  const gapGone = paragraphs.map(() => false);
  const insertions: { paragraph: number; at: number; text: string }[] = [];
  for (const { span, text: put } of changes) {
    gone.fill(1, span.start, span.end);
    const holder = Math.max(0, partitionPoint(paragraphs, (each) => each.span.start <= span.start) - 1);
    const own = paragraphs[holder];
    if (own === undefined) continue;
    if (put !== '') {
      const counted = own.span.start + (own.number?.length ?? 0);
      const isCounted = own.number !== null && span.start >= own.span.start && span.end <= counted;
      if (isCounted && span.start < counted) gone.fill(0, span.start, span.end);
      else {
        insertions.push({
          paragraph: holder,
          at: Math.max(span.start, Math.min(span.end, own.span.end)),
          text: put,
        });
        written[holder] = true;
      }
    }
    let last = holder;
    for (let next = holder + 1; next < paragraphs.length; next++) {
      const [before, after] = [paragraphs[next - 1], paragraphs[next]];
      if (before === undefined || after === undefined || span.end < after.span.start) break;
      if (span.start > before.span.end) continue;
      gapGone[next - 1] = true;
      endGone[next - 1] = true;
      last = next;
    }
    if (put === '' && last > holder && span.start > own.span.start && text.charAt(span.start - 1) === '\n') {
      // The last of the lines inside a paragraph takes the break before it along, not the paragraph's end.
      gone[span.start - 1] = 1;
      endGone[holder] = false;
      continue;
    }
    const isTail =
      put === '' &&
      last > holder &&
      span.start === own.span.end &&
      span.start > own.span.start &&
      span.end === paragraphs[last]?.span.end;
    if (!isTail) continue;
    // The paragraphs that go take their own ends along, not that of the one before, whose form would else be lost.
    endGone[holder] = false;
    endGone[last] = true;
  }
  const whole = paragraphs.map(({ span }, index) => {
    if (written[index] === true) return false;
    for (let unit = span.start; unit < span.end; unit++) if (gone[unit] === 0) return false;
    return true;
  });
  return { gone, whole, endGone, gapGone, insertions };
}
