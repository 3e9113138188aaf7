import { useState } from 'preact/hooks';
import { useInterface } from '../hooks/context.ts';
import { Dialog } from './dialog.tsx';

/** A field for text that is pasted or typed. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const { workspace, messages } = useInterface();
  const [text, setText] = useState('');
  return (
    <Dialog title={messages.pasteTitle} name="paste" onClose={onClose}>
      <form
        method="dialog"
        onSubmit={() => {
          if (text.trim() !== '') void workspace.paste(text);
        }}
      >
        <textarea
          rows={14}
          value={text}
          autoFocus
          aria-label={messages.pasteLabel}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="quiet">{messages.pasteHint}</p>
        <div class="actions">
          <button type="submit" class="framed primary" disabled={text.trim() === ''}>
            {messages.pasteLoad}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
