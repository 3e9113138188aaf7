import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useMessages } from '../hooks/context.ts';

/** A modal dialogue on the browser's own: focus stays inside, Escape closes it, focus goes back where it was. */
export function Dialog(props: {
  title: string;
  name: string;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const { title, name, onClose, children } = props;
  const messages = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    // It belongs to what was shown before.
    const close = () => dialog.current?.close();
    addEventListener('popstate', close);
    return () => removeEventListener('popstate', close);
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog ${name}`}
      aria-labelledby={`${name}-title`}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div class="sheet">
        <header>
          <h2 id={`${name}-title`}>{title}</h2>
          <button type="button" class="plain" onClick={() => dialog.current?.close()}>
            {messages.close} <kbd>Esc</kbd>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
