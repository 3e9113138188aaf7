import type { Witness } from '../../core/review/witness.ts';
import { useInterface } from '../hooks/context.ts';

/** Who says it and where: name, role, item, title, and the way into the document. */
export function WitnessHeader(props: { witness: Witness; sign: string; isSameSpeech: boolean }) {
  const { witness, sign, isSameSpeech } = props;
  const { workspace, messages } = useInterface();
  const { speech, structured, passage } = witness;
  return (
    <header class="witness">
      <span class="sign" aria-hidden="true">
        {sign}
      </span>
      <span class="who">
        <b>{speech.speaker || messages.unknownSpeaker}</b> {isSameSpeech ? messages.sameSpeech : speech.role}
      </span>
      <span class="place">{messages.place(witness.place)}</span>
      <span class="title" title={`${structured.document.name}　${speech.title}`}>
        {speech.title || structured.document.name}
      </span>
      <button
        type="button"
        class="plain source"
        onClick={() =>
          workspace.look({ screen: 'documents', document: passage.document, documentAt: passage.span.start })
        }
      >
        {messages.openInDocument}
      </button>
    </header>
  );
}
