import type { SideName } from '../../core/diff/comparison.ts';
import type { Witness } from '../../core/review/witness.ts';
import { useInterface } from '../hooks/context.ts';

/** Who says it and where: name, role, item, title; the way into the document, and the text to take along. */
export function WitnessHeader(props: {
  witness: Witness;
  side: SideName;
  isSameSpeech: boolean;
  onOpen: () => void;
  onCopy: () => void;
}) {
  const { witness, side, isSameSpeech } = props;
  const { messages } = useInterface();
  const { speech, structured } = witness;
  return (
    <header class="witness">
      <span class="sign" aria-hidden="true">
        {side === 'a' ? messages.left : messages.right}
      </span>
      <span class="who">
        <b>{speech.speaker || messages.unknownSpeaker}</b> {isSameSpeech ? messages.sameSpeech : speech.role}
      </span>
      <span class="place">
        {witness.page !== null && <i>{messages.onPage(witness.page)}</i>} {messages.place(witness.place)}
      </span>
      <span class="title" title={`${structured.document.name}　${speech.title}`}>
        {speech.title || structured.document.name}
      </span>
      <span class="take">
        <button type="button" class="plain source" onClick={props.onOpen}>
          {messages.openInDocument}
        </button>
        <button type="button" class="plain" aria-label={messages.copySide[side]} onClick={props.onCopy}>
          {messages.copy}
        </button>
      </span>
    </header>
  );
}
