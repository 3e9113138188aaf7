import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { SideName } from '../../core/diff/comparison.ts';

/**
 * Links what moved: pointing at one end or giving it the focus lights up the other (`data-lit`); a click on it calls
 * `onJump` with where it leads. Ends are `[data-move]` within `[data-end]`, the side that they stand on.
 */
export function useLinkedMoves(
  root: RefObject<HTMLElement | null>,
  onJump: (move: number, to: SideName) => void,
): void {
  const latest = useRef(onJump);
  latest.current = onJump;
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const stop = new AbortController();
    const on = (
      type: 'pointerover' | 'pointerleave' | 'focusin' | 'focusout' | 'click',
      run: (event: Event) => void,
    ) => element.addEventListener(type, run, { signal: stop.signal });
    const follow = ({ target }: Event) => lightUp(element, endAt(target)?.dataset['move'] ?? null);
    on('pointerover', follow);
    on('focusin', follow);
    on('pointerleave', () => lightUp(element, null));
    on('focusout', () => lightUp(element, null));
    on('click', ({ target }) => {
      const end = endAt(target);
      if (end === null || getSelection()?.isCollapsed === false) return;
      const from = end.dataset['end'] ?? end.closest<HTMLElement>('[data-side]')?.dataset['side'];
      latest.current(Number(end.dataset['move']), from === 'a' ? 'b' : 'a');
    });
    return () => stop.abort();
  }, [root]);
}

function endAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-move]') : null;
}

function lightUp(root: HTMLElement, move: string | null): void {
  for (const lit of root.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit');
  if (move === null) return;
  for (const end of root.querySelectorAll(`[data-move="${move}"]`)) end.setAttribute('data-lit', '');
}
