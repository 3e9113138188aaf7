import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { useStable } from './use-stable.ts';

/** How long scrolling must rest before its place is reported, in milliseconds: once a gesture, not once a frame. */
const REST = 150;

/** Reports where a scroller comes to rest. */
export function useScrollRest(scroller: RefObject<HTMLElement | null>, onRest: (top: number) => void): void {
  const report = useStable(onRest);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(() => report(element.scrollTop), REST);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, report]);
}

/**
 * Brings a scroller to `top` when it appears and whenever `key` changes, and reports where it comes to rest.
 */
export function useScrollMemory(
  scroller: RefObject<HTMLElement | null>,
  key: string,
  top: number,
  onRest: (top: number) => void,
): void {
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = top;
    // `top` counts when the key changes; afterwards the reader scrolls.
  }, [key]);
  useScrollRest(scroller, onRest);
}
