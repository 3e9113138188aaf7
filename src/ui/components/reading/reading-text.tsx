import type { ComponentChild, ComponentChildren } from 'preact';
import { lettersOf } from '../../../core/overview/letters.ts';
import { MARK_KINDS, marksOfLine, type ReadingMarks } from '../../../core/overview/reading-marks.ts';
import { readingSegments, type ReadingSegment } from '../../../core/overview/reading-text.ts';
import { placeOf } from '../../../core/structure/place.ts';
import type { ReadingLine } from '../../../core/structure/reading-lines.ts';
import type { Speech } from '../../../core/structure/speech.ts';
import type { Span } from '../../../core/text/span.ts';
import type { Messages } from '../../../i18n/index.ts';

/** A text and what lies over it; stays the same while the reader scrolls. */
export interface ReadingLayers {
  readonly text: string;
  /** Null until the marks are known. */
  readonly marks: ReadingMarks | null;
  readonly removed: readonly Span[];
  /** The passages of the open pair. */
  readonly passages: readonly Span[];
}

const NO_MARKS = { starts: new Uint32Array(0), ends: new Uint32Array(0) };
const NONE = new Uint32Array(0);

/** A line's text, cut where something begins or ends; `#` of a heading is left out. */
export function segmentsOfLine(
  { text, marks, removed, passages }: ReadingLayers,
  line: ReadingLine,
  index: number,
  speech: Speech,
): readonly ReadingSegment[] {
  const inLine = marks === null ? NONE : marksOfLine(marks, index);
  const markers = line.measures.flatMap((measure) => speech.measures[measure]?.marker ?? []);
  return readingSegments(
    marks ?? NO_MARKS,
    inLine,
    { removed, passages, markers },
    shownFrom(text, line),
    line.span.end,
  );
}

/**
 * The text of segments: ordinals set off, what recurs underlined by the shape of its kind with its group's letters before
 * it, what goes struck. Letters are made by the style sheet: they are in no selection and no copy. `canFocus` makes each
 * mark a stop of the Tab key.
 */
export function ReadingText(props: {
  layers: ReadingLayers;
  line: ReadingLine;
  speech: Speech;
  segments: readonly ReadingSegment[];
  messages: Messages;
  canFocus: boolean;
}) {
  const { layers, line, speech, segments, messages, canFocus } = props;
  const { text, marks } = layers;
  const [first] = line.measures;
  return <>{segments.map(drawn)}</>;

  function drawn(segment: ReadingSegment): ComponentChildren {
    const { start, end, isMarker, isRemoved, isPassage } = segment;
    let words: ComponentChild = text.slice(start, end);
    if (isMarker) words = <b data-name={nameAt(start)}>{words}</b>;
    if (marks !== null) {
      for (const mark of segment.marks) {
        words = (
          <span class="recurs" data-kind={marks.kinds[mark]} data-lane={marks.lanes[mark]}>
            {words}
          </span>
        );
      }
    }
    if (isRemoved) words = <s>{words}</s>;
    if (isPassage) words = <mark class="passage">{words}</mark>;
    if (segment.marks.length > 0) words = <span data-marks={segment.marks.join(' ')}>{words}</span>;
    return [...segment.signs.map((mark) => sign(mark, segment)), words];
  }

  function sign(mark: number, { start, isRemoved }: ReadingSegment): ComponentChild {
    const { groups, starts, others, kinds } = marks as ReadingMarks;
    const letters = lettersOf(groups[mark] as number);
    // Where a line goes on with a passage, its letters stand again for the eye alone.
    if ((starts[mark] as number) < start) return <i class="sign rest" data-letters={letters} />;
    const { inReading: words } = messages;
    const known = words.mark(letters, others[mark] as number);
    return (
      <button
        type="button"
        class="sign"
        data-letters={letters}
        data-mark={mark}
        data-kind={kinds[mark]}
        tabIndex={canFocus ? 0 : -1}
        aria-label={isRemoved ? words.removedMark(known) : known}
        aria-haspopup="dialog"
        title={messages.kinds[MARK_KINDS[kinds[mark] as number] ?? 'identical']}
      />
    );
  }

  /** What a measure that begins within the line is called; the first one's name stands in the margin. */
  function nameAt(start: number): string | undefined {
    const measure = line.measures.find((each) => speech.measures[each]?.marker.start === start);
    return measure === undefined || measure === first
      ? undefined
      : messages.place(placeOf(speech, measure, null));
  }
}

/** Where the text that is shown of a line begins. */
export function shownFrom(text: string, { span, role }: ReadingLine): number {
  let at = span.start;
  if (role === 'title' || role === 'heading') while (at < span.end && '# \t'.includes(text.charAt(at))) at++;
  return at;
}
