import { useState } from 'preact/hooks';
import { RITUAL_PHRASES } from '../../core/reuse/ritual.ts';
import { phrasesIn } from '../../core/review/phrases.ts';
import { useInterface } from '../hooks/context.ts';
import { Dialog } from './dialog.tsx';

/** The ritual phrases, one a line; null is the list that ships. */
export function PhrasesDialog(props: { phrases: readonly string[] | null; onClose: () => void }) {
  const { workspace, messages } = useInterface();
  const [text, setText] = useState(() => textOf(props.phrases ?? RITUAL_PHRASES));
  const phrases = phrasesIn(text);
  return (
    <Dialog title={messages.ritualPhrases} name="phrases" onClose={props.onClose}>
      <form method="dialog" onSubmit={() => void workspace.setRitualPhrases(phrases)}>
        <p class="quiet">{messages.ritualPhrasesHint}</p>
        <textarea
          rows={14}
          value={text}
          autoFocus
          aria-label={messages.ritualPhrases}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <div class="actions">
          <span class="quiet">{messages.phraseCount(phrases.length)}</span>
          <button type="button" class="framed" onClick={() => setText(textOf(RITUAL_PHRASES))}>
            {messages.shippedPhrases}
          </button>
          <button type="submit" class="framed primary">
            {messages.savePhrases}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function textOf(phrases: readonly string[]): string {
  return phrases.map((phrase) => `${phrase}\n`).join('');
}
