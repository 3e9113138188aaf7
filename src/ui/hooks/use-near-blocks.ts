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
 * Watches the elements with `data-block` in `root`. Blocks stand in the flow of the page; when one turns out higher than
 * was thought, what the reader sees keeps its place. With `isOn` false all are near.
 */
export function useNearBlocks(root: RefObject<HTMLElement | null>, count: number, isOn: boolean): NearBlocks {
  const [near, setNear] = useState<ReadonlySet<number>>(
    () => new Set(Array.from({ length: FIRST }, (_, i) => i)),
  );
  const heights = useRef(new Map<number, number>());
  const anchor = useRef<{ element: HTMLElement; top: number } | null>(null);
  useLayoutEffect(() => {
    if (!isOn || root.current === null) return undefined;
    const scroller = scrollerOf(root.current);
    const blocks = [...root.current.querySelectorAll<HTMLElement>('[data-block]')];
    const observer = new IntersectionObserver(
      (entries) => {
        anchor.current = anchorIn(blocks, scroller);
        setNear((known) => {
          const now = new Set(known);
          for (const { target, isIntersecting, boundingClientRect } of entries) {
            const index = Number((target as HTMLElement).dataset['block']);
            if (isIntersecting) now.add(index);
            else if (!holdsReader(target) && now.delete(index))
              heights.current.set(index, boundingClientRect.height);
          }
          return now;
        });
      },
      { root: scroller, rootMargin: MARGIN },
    );
    for (const block of blocks) observer.observe(block);
    return () => observer.disconnect();
  }, [root, count, isOn]);
  useLayoutEffect(() => {
    if (root.current === null || anchor.current === null) return;
    const { element, top } = anchor.current;
    anchor.current = null;
    const shift = element.getBoundingClientRect().top - top;
    if (element.isConnected && shift !== 0)
      (scrollerOf(root.current) ?? document.scrollingElement)?.scrollBy({ top: shift, behavior: 'instant' });
  }, [near]);
  return { isNear: (index) => !isOn || near.has(index), heightOf: (index) => heights.current.get(index) };
}

/** Whether the focus or an end of the selection is inside: what is no longer drawn would take them along. */
function holdsReader(block: Element): boolean {
  const selection = getSelection();
  return [document.activeElement, selection?.anchorNode, selection?.focusNode].some(
    (node) => node !== null && node !== undefined && block.contains(node),
  );
}

/** The first line that the reader sees, or the first block where no line is drawn; null when the window shows none of them. */
function anchorIn(
  blocks: readonly HTMLElement[],
  scroller: HTMLElement | null,
): { element: HTMLElement; top: number } | null {
  const view = scroller?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
  const isSeen = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > view.top && top < view.bottom;
  };
  const seen = blocks.filter(isSeen);
  // A block that is not drawn yet keeps its top and not its height: what stands behind it would go.
  for (const block of seen) {
    const line = [...block.querySelectorAll<HTMLElement>('.line')].find(isSeen);
    if (line !== undefined) return { element: line, top: line.getBoundingClientRect().top };
  }
  const [first] = seen;
  return first === undefined ? null : { element: first, top: first.getBoundingClientRect().top };
}

/** What the element scrolls in; null for the page. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (overflowY === 'auto' || overflowY === 'scroll') return at;
  }
  return null;
}
