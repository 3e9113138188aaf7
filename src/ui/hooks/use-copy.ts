import { useEffect, useRef, useState } from 'preact/hooks';

/** What goes to the clipboard: plain text, and the same as HTML where there are marks to keep. */
export interface Copied {
  readonly plain: string;
  readonly html?: string;
}

/** How long the page says that something was copied, in milliseconds. */
const SAID_FOR = 2_000;

/** Puts things on the clipboard, and says for a moment how it went; null while there is nothing to say. */
export function useCopy(): { copy: (what: Copied) => void; outcome: 'copied' | 'notCopied' | null } {
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = (isDone: boolean) => {
    clearTimeout(timer.current);
    setOutcome(isDone ? 'copied' : 'notCopied');
    timer.current = setTimeout(() => setOutcome(null), SAID_FOR);
  };
  return {
    outcome,
    copy(what) {
      if (copyByEvent(what)) say(true);
      else void copyByClipboard(what).then(say);
    },
  };
}

/**
 * The old way comes first: it needs no secure context and no permission, so it works from disk in every browser, within
 * the key press or click that asks for it.
 */
function copyByEvent({ plain, html }: Copied): boolean {
  let isSet = false;
  const onCopy = (event: ClipboardEvent) => {
    if (event.clipboardData === null) return;
    event.clipboardData.setData('text/plain', plain);
    if (html !== undefined) event.clipboardData.setData('text/html', html);
    event.preventDefault();
    event.stopImmediatePropagation();
    isSet = true;
  };
  document.addEventListener('copy', onCopy, { capture: true });
  try {
    return document.execCommand('copy') && isSet;
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
}

/** False where the browser has no clipboard for this page, or refuses. */
async function copyByClipboard({ plain, html }: Copied): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return false;
  try {
    if (html === undefined) await clipboard.writeText(plain);
    else {
      const part = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
      await clipboard.write([
        new ClipboardItem({ ...part('text/plain', plain), ...part('text/html', html) }),
      ]);
    }
    return true;
  } catch {
    return false;
  }
}
