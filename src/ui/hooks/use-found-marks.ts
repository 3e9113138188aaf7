import { useEffect } from 'preact/hooks';
import { finderOf } from '../../core/review/finder.ts';

/** Names of the highlights, which `find.css` paints: all places, and the one that the reader stands at. */
const EVERY = 'found';
const HERE = 'found-here';
/** In UTF-16 units: line ends inside a passage are not shown, so a place stands that much off at most. */
const NEAR = 32;
/** Elements whose text may hold what is sought, each read as one: a place may run over the marks inside. */
const TEXTS = '[data-text]';

/** A place of the text that is shown: `data-text` names the text and where its element begins in it. */
export interface ShownPlace {
  readonly text: string;
  readonly start: number;
}

/**
 * Paints every place of `query` that is on the screen, by the browser's highlights: no element is changed. What a virtual
 * list brings in later is painted, too. Does nothing where the browser knows no highlights.
 */
export function useFoundMarks(query: string, here: ShownPlace | null): void {
  useEffect(() => {
    if (query === '' || !('highlights' in CSS)) return undefined;
    const finder = finderOf(query);
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(paint);
    };
    const observer = new MutationObserver(later);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    paint();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      CSS.highlights.delete(EVERY);
      CSS.highlights.delete(HERE);
    };

    function paint(): void {
      const every = new Highlight();
      let nearest: Range | null = null;
      let least = NEAR;
      for (const element of document.querySelectorAll<HTMLElement>(TEXTS)) {
        const nodes = textNodesOf(element);
        const text = nodes.map(({ data }) => data).join('');
        for (const offset of finder.offsetsIn(text)) {
          const range = rangeOf(nodes, offset, offset + query.length);
          every.add(range);
          if (here === null || element.dataset['text'] !== here.text) continue;
          const distance = Math.abs(Number(element.dataset['start']) + offset - here.start);
          if (distance >= least) continue;
          least = distance;
          nearest = range;
        }
      }
      CSS.highlights.set(EVERY, every);
      CSS.highlights.set(HERE, nearest === null ? new Highlight() : highlightAbove(nearest));
    }
  }, [query, here?.text, here?.start]);
}

/** A highlight that is painted over the one of all places. */
function highlightAbove(range: Range): Highlight {
  const highlight = new Highlight(range);
  highlight.priority = 1;
  return highlight;
}

function textNodesOf(element: HTMLElement): readonly Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
}

/** The range from one place of the joined text of `nodes` to another. */
function rangeOf(nodes: readonly Text[], start: number, end: number): Range {
  const range = document.createRange();
  let before = 0;
  for (const node of nodes) {
    const behind = before + node.data.length;
    if (before <= start && start < behind) range.setStart(node, start - before);
    if (before < end && end <= behind) range.setEnd(node, end - before);
    before = behind;
  }
  return range;
}
