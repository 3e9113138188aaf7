import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** How far beyond the window blocks are drawn, in CSS pixels: a turn of the wheel or a page key stays within. */
const MARGIN = '1600px 0px';
/** Blocks that are drawn before it is known where the window stands. */
const FIRST = 2;

/** Which blocks of a long text stand near the window. */
export interface NearBlocks {
  isNear(index: number): boolean;
  /** The last measured height of a block in CSS pixels; undefined when it was never drawn. */
  heightOf(index: number): number | undefined;
}

/**
 * Watches the elements with `data-block` in `root`. Blocks stand in the flow of the page, so that the browser keeps the
 * reader's place when one turns out higher than was thought. With `isOn` false all are near.
 */
export function useNearBlocks(root: RefObject<HTMLElement | null>, count: number, isOn: boolean): NearBlocks {
  const [near, setNear] = useState<ReadonlySet<number>>(
    () => new Set(Array.from({ length: FIRST }, (_, i) => i)),
  );
  const heights = useRef(new Map<number, number>());
  useLayoutEffect(() => {
    if (!isOn || root.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) =>
        setNear((known) => {
          const now = new Set(known);
          for (const { target, isIntersecting, boundingClientRect } of entries) {
            const index = Number((target as HTMLElement).dataset['block']);
            if (isIntersecting) now.add(index);
            else {
              if (now.delete(index)) heights.current.set(index, boundingClientRect.height);
            }
          }
          return now;
        }),
      { root: scrollerOf(root.current), rootMargin: MARGIN },
    );
    for (const block of root.current.querySelectorAll('[data-block]')) observer.observe(block);
    return () => observer.disconnect();
  }, [root, count, isOn]);
  return { isNear: (index) => !isOn || near.has(index), heightOf: (index) => heights.current.get(index) };
}

/** What the element scrolls in; null for the page. */
export function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (overflowY === 'auto' || overflowY === 'scroll') return at;
  }
  return null;
}
