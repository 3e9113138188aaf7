import { memo } from 'preact/compat';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { depthSteps } from '../../../core/overview/reading-text.ts';
import { placeOf } from '../../../core/structure/place.ts';
import type { ReadingLine } from '../../../core/structure/reading-lines.ts';
import type { StructuredDocument } from '../../../core/structure/speech.ts';
import { asidesIn } from '../../../core/text/layout.ts';
import { Drawing } from '../../drawing/drawing.tsx';
import type { Shape } from '../../drawing/shape.ts';
import { useInterface } from '../../hooks/context.ts';
import { Asides } from '../asides.tsx';
import { SpeakerForm } from '../speaker-form.tsx';
import { depthPicture } from './depth-shapes.ts';
import { LineTools } from './line-tools.tsx';
import { ReadingText, segmentsOfLine, shownFrom, type ReadingLayers } from './reading-text.tsx';

/** How the text is set: characters in a line of print, and its height in CSS pixels. */
export interface Setting {
  readonly perLine: number;
  readonly lead: number;
}

/** Lines under a text that the usual lead has room for, and what each further one adds, in CSS pixels. */
const LANES_FREE = 2;
const LANE_HEIGHT = 5;
/** By level, how far measures inside others are set in, in characters. */
const INDENTS = [0, 0, 2];
const INDENT_MOST = 4;
const NOTHING: readonly Shape[] = [];

/** A line: who speaks or which measure it is, the text, how often it stands elsewhere, and what can be done to it. */
export const ReadingRow = memo(function ReadingRow(props: {
  structured: StructuredDocument;
  line: ReadingLine;
  index: number;
  layers: ReadingLayers;
  setting: Setting;
  isCurrent: boolean;
  isEditing: boolean;
  onEdit: (index: number | null) => void;
}) {
  const { structured, line, index, layers, setting, isCurrent, isEditing, onEdit } = props;
  const { workspace, messages } = useInterface();
  const { id, layout } = structured.document;
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [printed, setPrinted] = useState(0);
  const depth = layers.marks?.depths[index] ?? 0;
  const extra = LANE_HEIGHT * Math.max(0, (layers.marks?.laneCounts[index] ?? 0) - LANES_FREE);
  const lead = setting.lead + extra;
  useLayoutEffect(() => {
    // Letters and punctuation at a line's end make a text take more lines of print than its characters need.
    if (depth > 0 && paragraph.current !== null)
      setPrinted(Math.round(paragraph.current.clientHeight / lead));
  }, [depth, lead, setting.perLine]);
  const speech = structured.speeches[line.speech];
  if (speech === undefined) return null;
  const segments = segmentsOfLine(layers, line, index, speech);
  return (
    <>
      <LineMargin structured={structured} line={line} />
      <div>
        <p
          ref={paragraph}
          data-text={id}
          data-start={shownFrom(layers.text, line)}
          style={extra > 0 ? { lineHeight: `calc(var(--lead) + ${extra}px)` } : undefined}
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
        {depth > 0 && layers.marks !== null && <Drawing picture={depthOf()} over={NOTHING} />}
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

  function depthOf() {
    const length = (segments.at(-1)?.end ?? 0) - (segments[0]?.start ?? 0);
    const room = Math.max(1, setting.perLine - (INDENTS[line.level] ?? INDENT_MOST));
    const most = printed > 1 ? Math.min(room, Math.floor((length - 1) / (printed - 1))) : room;
    const perLine = Math.max(1, most, printed > 0 ? Math.ceil(length / printed) : 0);
    const steps = depthSteps(segments, layers.marks ?? { others: new Uint32Array(0) }, perLine);
    return depthPicture(steps, steps.at(-1)?.to ?? 0, lead);
  }
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
