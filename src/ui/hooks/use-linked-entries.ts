import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Pointing at a difference or giving it the focus lights up what else has its number (`data-lit`): its places in the
 * texts, its entry of the apparatus.
 */
export function useLinkedEntries(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const stop = new AbortController();
    const on = (type: 'pointerover' | 'pointerleave' | 'focusin' | 'focusout', run: (event: Event) => void) =>
      element.addEventListener(type, run, { signal: stop.signal });
    const follow = ({ target }: Event) =>
      lightUp(
        element,
        target instanceof Element
          ? (target.closest<HTMLElement>('[data-difference]')?.dataset['difference'] ?? null)
          : null,
      );
    on('pointerover', follow);
    on('focusin', follow);
    on('pointerleave', () => lightUp(element, null));
    on('focusout', () => lightUp(element, null));
    return () => stop.abort();
  }, [root]);
}

function lightUp(root: HTMLElement, number: string | null): void {
  for (const lit of root.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit');
  if (number === null) return;
  for (const each of root.querySelectorAll(`[data-difference="${number}"]`))
    each.setAttribute('data-lit', '');
}
