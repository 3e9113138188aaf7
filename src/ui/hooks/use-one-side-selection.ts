import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Keeps a selection in the column in which it begins, and copies from it that column's text alone: no signs, no numbers,
 * clauses of a paragraph joined as they are written. Columns are `[data-side]`, lines `.line` in them; one with
 * `data-starts` begins and one with `data-ends` ends a paragraph. `hiddenText` gives the text of a line or an empty
 * `[data-block]` that is not what stands there; null where it is.
 */
export function useOneSideSelection(
  root: RefObject<HTMLElement | null>,
  hiddenText: (element: HTMLElement, side: string) => string | null,
): void {
  const latest = useRef(hiddenText);
  latest.current = hiddenText;
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const stop = new AbortController();
    element.addEventListener(
      'pointerdown',
      ({ target }) => {
        element.dataset['selecting'] = target instanceof Element ? (sideOf(target) ?? '') : '';
      },
      { signal: stop.signal },
    );
    document.addEventListener(
      'keydown',
      ({ code, ctrlKey, metaKey }) => {
        // Everything is more than a column.
        if (code === 'KeyA' && (ctrlKey || metaKey)) element.dataset['selecting'] = '';
      },
      { signal: stop.signal },
    );
    element.addEventListener(
      'copy',
      (event) => {
        const text = selectedText(element, latest.current);
        if (text === null || event.clipboardData === null) return;
        event.clipboardData.setData('text/plain', text);
        event.preventDefault();
      },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, [root]);
}

/** The selected text of the column in which the selection begins; null when it begins outside of all. */
function selectedText(
  root: HTMLElement,
  hiddenText: (element: HTMLElement, side: string) => string | null,
): string | null {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  // Firefox makes a range of each part that can be selected.
  const range = selection.getRangeAt(0).cloneRange();
  const last = selection.getRangeAt(selection.rangeCount - 1);
  range.setEnd(last.endContainer, last.endOffset);
  const anchor = selection.anchorNode;
  const element = anchor instanceof Element ? anchor : anchor?.parentElement;
  const side = (element && sideOf(element)) ?? root.dataset['selecting'];
  // Both in one are copied as the browser does it, with the marks that tell them apart.
  if (!side || side === 'both') return null;
  let text = '';
  for (const line of root.querySelectorAll<HTMLElement>(`[data-side="${side}"] .line, [data-block]:empty`)) {
    if (!range.intersectsNode(line)) continue;
    const { starts, ends } = line.dataset;
    if (starts !== undefined && text !== '' && !text.endsWith('\n')) text += '\n';
    text += hiddenText(line, side) ?? partOf(range, line);
    if (ends !== undefined) text += '\n';
  }
  return text.trimEnd();
}

/** The text of the line that lies in the range. */
function partOf(range: Range, line: HTMLElement): string {
  const part = document.createRange();
  part.selectNodeContents(line);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
    part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0)
    part.setEnd(range.endContainer, range.endOffset);
  return part.toString();
}

function sideOf(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-side]')?.dataset['side'];
}
