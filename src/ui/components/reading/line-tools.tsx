import type { ReadingLine } from '../../../core/structure/reading-lines.ts';
import type { Correction, StructuredDocument } from '../../../core/structure/speech.ts';
import { useInterface } from '../../hooks/context.ts';

/** What can be done to the structure at a line; beside the current line, and where the pointer is. */
export function LineTools(props: {
  structured: StructuredDocument;
  line: ReadingLine;
  isCurrent: boolean;
  /** Opens the form of who speaks, or closes it. */
  onSpeaker: () => void;
}) {
  const { structured, line, isCurrent, onSpeaker } = props;
  const { workspace, messages } = useInterface();
  const speech = structured.speeches[line.speech];
  if (speech === undefined) return null;
  const correct = (correction: Correction) => void workspace.correct(structured.document.id, correction);
  const tab = isCurrent ? 0 : -1;
  if (!line.opensSpeech) {
    return (
      <button
        type="button"
        class="plain quiet-until"
        tabIndex={tab}
        onClick={() => correct({ kind: 'start-speech', at: line.span.start })}
      >
        {messages.startSpeechHere}
      </button>
    );
  }
  return (
    <>
      <button type="button" class="plain" tabIndex={tab} onClick={onSpeaker}>
        {messages.setSpeaker}
      </button>
      {line.speech > 0 && (
        <button
          type="button"
          class="plain"
          tabIndex={tab}
          onClick={() => correct({ kind: 'join-speech', at: speech.span.start })}
        >
          {messages.joinSpeech}
        </button>
      )}
    </>
  );
}
