import { useState } from 'preact/hooks';
import { phrasesIn } from '../../core/review/phrases.ts';
import { useInterface } from '../hooks/context.ts';
import { Dialog } from './dialog.tsx';

/** The reasons that a flag can be given, one a line; null is the list that ships. */
export function ReasonsDialog(props: { reasons: readonly string[] | null; onClose: () => void }) {
  const { workspace, messages } = useInterface();
  const words = messages.decideWords;
  const [text, setText] = useState(() => (props.reasons ?? words.reasons).join('\n'));
  const reasons = phrasesIn(text);
  const isShipped = reasons.join('\n') === words.reasons.join('\n');
  return (
    <Dialog title={words.editReasons} name="phrases" onClose={props.onClose}>
      <form method="dialog" onSubmit={() => void workspace.set({ reasons: isShipped ? null : reasons })}>
        <p class="quiet">{words.reasonsHint}</p>
        <textarea
          rows={8}
          value={text}
          autoFocus
          aria-label={words.editReasons}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <div class="actions">
          <span class="quiet">{messages.phraseCount(reasons.length)}</span>
          <button type="button" class="framed" onClick={() => setText(words.reasons.join('\n'))}>
            {words.shippedReasons}
          </button>
          <button type="submit" class="framed primary">
            {messages.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
