import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** What a virtual list is made of. */
export interface VirtualListOptions {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Estimated height of a row in CSS pixels; the real one is measured. Must stay the same function while the rows do. */
  readonly estimate: (index: number) => number;
  /** Must stay the same function while the rows do: a new one makes all rows be laid out anew. */
  readonly keyOf: (index: number) => string | number;
  /** A row that stays mounted wherever the list is scrolled to, so that focus is never lost; null for none. */
  readonly kept: number | null;
}

/** The rows to render and how to place them. */
export interface VirtualList {
  readonly rows: readonly VirtualItem[];
  /** Height of all rows in CSS pixels. */
  readonly height: number;
  /** How far it is scrolled, and how much of it is seen at once, in CSS pixels. */
  readonly top: number;
  readonly room: number;
  /** The `ref` of every row, so that its height is measured. */
  readonly measure: (element: HTMLElement | null) => void;
  /** Scrolls as little as needed to show a row. */
  readonly reveal: (index: number) => void;
  /** Scrolls so that a row stands in the middle, with what is around it. */
  readonly revealInMiddle: (index: number) => void;
  /** Scrolls so that a row stands at the top. */
  readonly revealAtTop: (index: number) => void;
  /** Scrolls so that a point of a row, 0 its top and 1 its bottom, stands in the middle. */
  readonly revealPoint: (index: number, share: number) => void;
}

/** Rows rendered beyond the visible ones, on either side. */
const OVERSCAN = 8;

/**
 * A virtual list on TanStack's headless core, for which there is no Preact adapter.
 * When the scroller changes its width, rows are measured anew and the first visible one keeps its place.
 */
export function useVirtualList(options: VirtualListOptions): VirtualList {
  const [, render] = useReducer((n: number, _: undefined) => n + 1, 0);
  const all = {
    count: options.count,
    getScrollElement: () => options.scroller.current,
    estimateSize: options.estimate,
    getItemKey: options.keyOf,
    overscan: OVERSCAN,
    rangeExtractor: ({
      startIndex,
      endIndex,
      count,
    }: {
      startIndex: number;
      endIndex: number;
      count: number;
    }) => visibleAndKept(startIndex, endIndex, count, options.kept),
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => render(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(all));
  virtualizer.setOptions(all);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => keepPlaceOnResize(virtualizer, options.scroller.current), [virtualizer]);
  return {
    rows: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    top: virtualizer.scrollOffset ?? 0,
    room: virtualizer.scrollRect?.height ?? 0,
    measure: virtualizer.measureElement,
    reveal: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    revealInMiddle: (index) => virtualizer.scrollToIndex(index, { align: 'center' }),
    revealAtTop: (index) => virtualizer.scrollToIndex(index, { align: 'start' }),
    revealPoint: (index, share) => {
      const row = virtualizer.measurementsCache[index];
      const room = virtualizer.scrollRect?.height ?? 0;
      if (row !== undefined) virtualizer.scrollToOffset(row.start + row.size * share - room / 2);
    },
  };
}

function visibleAndKept(first: number, last: number, count: number, kept: number | null): number[] {
  const from = Math.max(0, first - OVERSCAN);
  const to = Math.min(count - 1, last + OVERSCAN);
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  if (kept === null || kept < 0 || kept >= count || (kept >= from && kept <= to)) return rows;
  return kept < from ? [kept, ...rows] : [...rows, kept];
}

function keepPlaceOnResize(
  virtualizer: Virtualizer<HTMLElement, HTMLElement>,
  scroller: HTMLElement | null,
): (() => void) | undefined {
  if (scroller === null) return undefined;
  let width = scroller.clientWidth;
  const observer = new ResizeObserver(() => {
    if (scroller.clientWidth === width) return;
    width = scroller.clientWidth;
    const anchor = virtualizer.getVirtualItems().find((row) => row.end > scroller.scrollTop);
    virtualizer.measure();
    if (anchor !== undefined && scroller.scrollTop > 0)
      virtualizer.scrollToIndex(anchor.index, { align: 'start' });
  });
  observer.observe(scroller);
  return () => observer.disconnect();
}
