import { useEffect, useRef } from 'preact/hooks';

/** What a key does; every command of the page that has a key. */
export type Command =
  | 'previous-pair'
  | 'next-pair'
  | 'previous-difference'
  | 'next-difference'
  | 'keep-a'
  | 'keep-b'
  | 'keep-all'
  | 'flag'
  | 'judge-boilerplate'
  | 'only-a'
  | 'only-b'
  | 'keep-group'
  | 'rewrite-a'
  | 'rewrite-b'
  | 'note'
  | 'undo'
  | 'redo'
  | 'history'
  | 'many'
  | 'search'
  | 'find'
  | 'layout'
  | 'previous-layout'
  | 'context'
  | 'more-context'
  | 'folds'
  | 'versions'
  | 'copy-a'
  | 'copy-b'
  | 'copy-comparison'
  | 'document-a'
  | 'document-b'
  | 'back'
  | 'screens'
  | 'boilerplate'
  | 'overview'
  | 'draft'
  | 'report'
  | 'help'
  | LineCommand
  | 'files';

/** What a key does to the current line of a document; the digits of decisions say there which heading it is. */
export type LineCommand =
  | 'line-speech'
  | 'line-speaker'
  | 'line-measure'
  | 'line-paragraph'
  | 'line-running'
  | 'line-running-alone'
  | 'line-taken-back';

/**
 * By physical key (`KeyboardEvent.code`): an active Chinese input method swallows the letters, not the keys.
 * With Shift a key is written with `+` before it. Of several commands a screen has one at most.
 */
const KEYS: Readonly<Record<string, Command | readonly Command[]>> = {
  ArrowUp: 'previous-pair',
  KeyK: 'previous-pair',
  ArrowDown: 'next-pair',
  KeyJ: 'next-pair',
  ArrowLeft: 'previous-difference',
  KeyP: 'previous-difference',
  ArrowRight: 'next-difference',
  KeyN: 'next-difference',
  Digit1: 'keep-a',
  Numpad1: 'keep-a',
  Digit2: 'keep-b',
  Numpad2: 'keep-b',
  Digit3: 'keep-all',
  Numpad3: 'keep-all',
  Digit4: 'flag',
  Numpad4: 'flag',
  Digit5: 'judge-boilerplate',
  Numpad5: 'judge-boilerplate',
  Digit6: 'only-a',
  Numpad6: 'only-a',
  Digit7: 'only-b',
  Numpad7: 'only-b',
  Digit8: 'keep-group',
  Numpad8: 'keep-group',
  KeyE: ['line-paragraph', 'rewrite-a'],
  '+KeyE': 'rewrite-b',
  Digit0: 'note',
  Numpad0: 'note',
  KeyZ: 'undo',
  '+KeyZ': 'redo',
  KeyH: ['line-running', 'history'],
  KeyM: ['line-measure', 'many'],
  Slash: 'search',
  '+Slash': 'help',
  KeyL: 'layout',
  '+KeyL': 'previous-layout',
  KeyC: 'context',
  '+KeyC': 'more-context',
  KeyF: 'folds',
  KeyG: 'versions',
  '+Digit1': 'copy-a',
  '+Digit2': 'copy-b',
  '+Digit3': 'copy-comparison',
  BracketLeft: 'document-a',
  BracketRight: 'document-b',
  Escape: 'back',
  KeyV: 'screens',
  KeyB: 'boilerplate',
  KeyO: 'overview',
  KeyD: 'draft',
  KeyS: 'line-speech',
  KeyW: 'line-speaker',
  '+KeyH': 'line-running-alone',
  KeyX: 'line-taken-back',
  KeyR: 'report',
};

/**
 * Calls `run` with the command of each key that is pressed outside of a field and a dialog. `run` says whether it did
 * something; what a view leaves alone reaches the views around it.
 */
export function useShortcuts(run: (command: Command) => boolean): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (commandsOf(event).some((command) => latest.current(command))) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

const NONE: readonly Command[] = [];

function commandsOf(event: KeyboardEvent): readonly Command[] {
  const { code, target } = event;
  if (event.defaultPrevented || event.altKey) return NONE;
  const isInField = target instanceof HTMLElement && takesKeys(target, code);
  if (event.ctrlKey || event.metaKey) {
    if (code === 'KeyO' && !event.shiftKey) return ['files'];
    if (code === 'KeyF' && !event.shiftKey) return ['find'];
    if (isInField) return NONE;
    if (code === 'KeyY' && !event.shiftKey) return ['redo'];
    return code === 'KeyZ' ? [event.shiftKey ? 'redo' : 'undo'] : NONE;
  }
  if (isInField || document.querySelector('dialog[open]') !== null) {
    if (code === 'Escape' && isInField) (target as HTMLElement).blur();
    return NONE;
  }
  return [KEYS[(event.shiftKey ? '+' : '') + code] ?? NONE].flat();
}

/** Fields take all keys; a slider, a select and a radio need the arrows; everything else leaves them to the page. */
function takesKeys(element: HTMLElement, code: string): boolean {
  if (element instanceof HTMLInputElement) {
    const { type } = element;
    if (type === 'checkbox') return code === 'Space';
    if (type === 'range' || type === 'radio')
      return code.startsWith('Arrow') || code === 'Home' || code === 'End';
    return true;
  }
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}
