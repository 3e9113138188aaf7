import type { ComponentChildren } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { readingLinesOf, type ReadingLine } from '../../core/structure/reading-lines.ts';
import { placeOf } from '../../core/structure/place.ts';
import type { Speech, StructuredDocument } from '../../core/structure/speech.ts';
import { asidesIn } from '../../core/text/layout.ts';
import type { Span } from '../../core/text/span.ts';
import { useInterface } from '../hooks/context.ts';
import { useVirtualList } from '../hooks/use-virtual-list.ts';
import { Asides } from './asides.tsx';
import { SpeakerForm } from './speaker-form.tsx';

/** Heights in CSS pixels, to begin with: a paragraph of 90 characters takes three lines. */
const LINE_HEIGHT = 30;
const COLUMN = 34;
const PADDING = 10;

/** One document's text with its structure in it, where the structure can be corrected. */
export function Reading(props: {
  structured: StructuredDocument;
  isTemplate: boolean;
  at: number;
  /** The passages of the open pair, which are marked. */
  passages: readonly Span[];
  /** The way back to that pair, where the reader came from it. */
  onBack: (() => void) | undefined;
}) {
  const { structured, isTemplate, at, passages, onBack } = props;
  const { workspace, messages } = useInterface();
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => readingLinesOf(structured), [structured]);
  const [editing, setEditing] = useState<number | null>(null);
  const list = useVirtualList({
    count: lines.length,
    scroller,
    estimate: useCallback((index) => estimateOf(lines[index]), [lines]),
    keyOf: useCallback((index) => lines[index]?.span.start ?? index, [lines]),
    kept: editing,
  });
  useLayoutEffect(() => {
    const index = lines.findLastIndex((line) => line.span.start <= at);
    list.revealAtTop(Math.max(0, index));
    // Goes where it was asked to go; corrections of the structure leave the reader where he is.
  }, [at]);

  return (
    <main class="reading">
      <h1 class="unseen">{structured.document.name}</h1>
      <div class="hint quiet">
        {isTemplate && <b>{messages.templateHint}　</b>}
        {messages.structureHint}
        {onBack !== undefined && (
          <button type="button" class="framed back" aria-keyshortcuts="Escape" onClick={onBack}>
            {messages.backToPair} <kbd>Esc</kbd>
          </button>
        )}
      </div>
      <div ref={scroller} class="scroll" tabIndex={0} aria-label={structured.document.name}>
        <div class="rows" style={{ height: `${list.height}px` }}>
          {list.rows.map((row) => {
            const line = lines[row.index];
            return (
              line && (
                <div
                  key={row.key}
                  ref={list.measure}
                  data-index={row.index}
                  class={`line ${line.role}${line.opensSpeech ? ' opens' : ''}`}
                  data-level={line.level}
                  style={{ transform: `translateY(${row.start}px)` }}
                >
                  {contentOf(line, row.index)}
                </div>
              )
            );
          })}
        </div>
      </div>
    </main>
  );

  function contentOf(line: ReadingLine, index: number) {
    const { id, text, layout } = structured.document;
    const speech = structured.speeches[line.speech];
    if (speech === undefined) return null;
    const [first] = line.measures;
    const correct = (kind: 'start-speech' | 'join-speech') =>
      void workspace.correct(id, {
        kind,
        at: kind === 'join-speech' ? speech.span.start : line.span.start,
      });
    return (
      <>
        <div class="margin">
          {line.opensSpeech ? (
            <b>{speech.speaker || messages.unknownSpeaker}</b>
          ) : first !== undefined ? (
            <span>{messages.place(placeOf(speech, first, null))}</span>
          ) : (
            line.continues && <span>{messages.continues}</span>
          )}
        </div>
        <div>
          <p data-text={id} data-start={shownFrom(text, line)}>
            {withMarkers(text, line, speech, passages)}
          </p>
          {layout !== null && <Asides asides={asidesIn(layout, line.span)} />}
        </div>
        <div class="corrections">
          {line.opensSpeech ? (
            <>
              <button
                type="button"
                class="plain"
                onClick={() => setEditing(editing === index ? null : index)}
              >
                {messages.setSpeaker}
              </button>
              {line.speech > 0 && (
                <button type="button" class="plain" onClick={() => correct('join-speech')}>
                  {messages.joinSpeech}
                </button>
              )}
            </>
          ) : (
            <button type="button" class="plain quiet-until" onClick={() => correct('start-speech')}>
              {messages.startSpeechHere}
            </button>
          )}
        </div>
        {editing === index && (
          <SpeakerForm
            speaker={speech.speaker}
            role={speech.role}
            onCancel={() => setEditing(null)}
            onSave={(speaker, role) => {
              setEditing(null);
              void workspace.correct(id, { kind: 'set-speaker', at: speech.span.start, speaker, role });
            }}
          />
        )}
      </>
    );
  }
}

/** The line's text, `#` left out, with the ordinals of the measures that begin in it set off, and the passages marked. */
function withMarkers(
  text: string,
  line: ReadingLine,
  speech: Speech,
  passages: readonly Span[],
): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let at = shownFrom(text, line);
  for (const index of line.measures) {
    const marker = speech.measures[index]?.marker;
    if (marker === undefined || marker.start < at) continue;
    parts.push(...markedUntil(marker.start), <b>{markedUntil(marker.end)}</b>);
  }
  return [...parts, ...markedUntil(line.span.end)];

  function markedUntil(end: number): ComponentChildren[] {
    const drawn: ComponentChildren[] = [];
    while (at < end) {
      const passage = passages.find((each) => each.start <= at && at < each.end);
      const next = passages.find((each) => each.start > at && each.start < end);
      const to = Math.min(end, passage?.end ?? end, next?.start ?? end);
      const words = text.slice(at, to);
      drawn.push(passage === undefined ? words : <mark class="passage">{words}</mark>);
      at = to;
    }
    return drawn;
  }
}

/** Where the text that is shown of a line begins. */
function shownFrom(text: string, { span, role }: ReadingLine): number {
  return role === 'title' ? behindHashes(text, span) : span.start;
}

function behindHashes(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && '# \t'.includes(text.charAt(at))) at++;
  return at;
}

function estimateOf(line: ReadingLine | undefined): number {
  const length = line === undefined ? 0 : line.span.end - line.span.start;
  return Math.max(1, Math.ceil(length / COLUMN)) * LINE_HEIGHT + PADDING;
}
