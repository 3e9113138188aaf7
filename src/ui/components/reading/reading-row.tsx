import { memo } from 'preact/compat';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReadingMarks } from '../../../core/overview/reading-marks.ts';
import { placeOf } from '../../../core/structure/place.ts';
import type { ReadingLine } from '../../../core/structure/reading-lines.ts';
import type { StructuredDocument } from '../../../core/structure/speech.ts';
import { asidesIn } from '../../../core/text/layout.ts';
import { Drawing } from '../../drawing/drawing.tsx';
import type { Picture, Shape } from '../../drawing/shape.ts';
import { useInterface } from '../../hooks/context.ts';
import { Asides } from '../asides.tsx';
import { MoreButton } from '../structure-tools.tsx';
import { SpeakerForm } from '../speaker-form.tsx';
import { depthPicture } from './depth-shapes.ts';
import { LineTools } from './line-tools.tsx';
import { ReadingText, segmentsOfLine, shownFrom, type ReadingLayers } from './reading-text.tsx';

/** Lines under a text that the usual lead has room for, and what each further one adds, in CSS pixels. */
const LANES_FREE = 2;
const LANE_HEIGHT = 5;
const NOTHING: readonly Shape[] = [];

/** A line: who speaks or which measure it is, the text, how often it stands elsewhere, and what can be done to it. */
export const ReadingRow = memo(function ReadingRow(props: {
  structured: StructuredDocument;
  line: ReadingLine;
  index: number;
  layers: ReadingLayers;
  /** Of the view, in CSS pixels: when it changes, lines of print do. */
  width: number;
  isCurrent: boolean;
  isEditing: boolean;
  onEdit: (index: number | null) => void;
}) {
  const { structured, line, index, layers, width, isCurrent, isEditing, onEdit } = props;
  const { workspace, messages } = useInterface();
  const { id, layout } = structured.document;
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [margin, setMargin] = useState<Picture | null>(null);
  const { marks } = layers;
  const depth = marks?.depths[index] ?? 0;
  // The text comes first: its lines are known once they are drawn.
  useEffect(() => {
    setMargin(depth > 0 && marks !== null && paragraph.current ? marginOf(paragraph.current, marks) : null);
  }, [marks, depth, width]);
  const speech = structured.speeches[line.speech];
  if (speech === undefined) return null;
  const segments = segmentsOfLine(layers, line, index, speech);
  return (
    <>
      <LineMargin structured={structured} line={line} />
      <MoreButton isCurrent={isCurrent} />
      <div>
        <p
          ref={paragraph}
          data-text={id}
          data-start={shownFrom(layers.text, line)}
          style={leadOf(marks, index)}
        >
          <ReadingText
            layers={layers}
            line={line}
            speech={speech}
            segments={segments}
            messages={messages}
            canFocus={isCurrent}
          />
        </p>
        {layout !== null && <Asides asides={asidesIn(layout, line.span)} />}
      </div>
      <div class="depth" title={depth > 0 ? messages.inReading.depth(depth) : undefined}>
        {margin !== null && <Drawing picture={margin} over={NOTHING} />}
      </div>
      <div class="corrections" role="group" aria-label={messages.outline}>
        <LineTools
          structured={structured}
          line={line}
          isCurrent={isCurrent}
          onSpeaker={() => onEdit(isEditing ? null : index)}
        />
      </div>
      {isEditing && (
        <SpeakerForm
          speaker={speech.speaker}
          role={speech.role}
          onCancel={() => onEdit(null)}
          onSave={(speaker, role) => {
            onEdit(null);
            void workspace.correct(id, { kind: 'set-speaker', at: speech.span.start, speaker, role });
          }}
        />
      )}
    </>
  );
});

/** What a line is called: who begins to speak, or the measure that begins. */
export function LineMargin({ structured, line }: { structured: StructuredDocument; line: ReadingLine }) {
  const { messages } = useInterface();
  const speech = structured.speeches[line.speech];
  const [first] = line.measures;
  return (
    <div class="margin">
      {line.opensSpeech ? (
        <b>{speech?.speaker || messages.unknownSpeaker}</b>
      ) : first !== undefined && speech !== undefined ? (
        <span>{messages.place(placeOf(speech, first, null))}</span>
      ) : (
        line.continues && !line.isRest && <span>{messages.continues}</span>
      )}
    </div>
  );
}

/** How high lines of print are, so that all lines under the text have room. */
export function leadOf(marks: ReadingMarks | null, line: number): { lineHeight: string } | undefined {
  const more = (marks?.laneCounts[line] ?? 0) - LANES_FREE;
  return more > 0 ? { lineHeight: `calc(var(--lead) + ${more * LANE_HEIGHT}px)` } : undefined;
}

/** How often each line of print stands elsewhere, by where the browser has set the marks. */
function marginOf(paragraph: HTMLElement, { others }: ReadingMarks): Picture {
  const lead = parseFloat(getComputedStyle(paragraph).lineHeight) || paragraph.clientHeight;
  const { top } = paragraph.getBoundingClientRect();
  const depths: number[] = [];
  for (const stretch of paragraph.querySelectorAll<HTMLElement>('[data-marks]')) {
    const own = (stretch.dataset['marks'] ?? '').split(' ').map((mark) => others[Number(mark)] ?? 0);
    const depth = Math.max(...own);
    for (const rect of stretch.getClientRects()) {
      const line = Math.max(0, Math.floor((rect.top + rect.height / 2 - top) / lead));
      depths[line] = Math.max(depths[line] ?? 0, depth);
    }
  }
  return depthPicture(depths, lead);
}
