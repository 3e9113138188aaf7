import { isPageNumber } from '../../core/structure/pages.ts';
import type { Page } from './document.ts';
import type { Run } from './page.ts';

/** A line of a page, in millimetres. */
export interface PageLine {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** In sizes: runs whose baselines are nearer stand in one line. */
const SAME_LINE = 0.5;
/** In sizes: a gap between two runs that is wider is shown as a space; between Latin words a narrower one is one. */
const GAP = 1.2;
const LATIN_GAP = 0.15;
/** The part of a page's height at its top and bottom where running heads and page numbers stand. */
const MARGIN = 0.12;
/** Pages on which the same words must stand at the same height to be a running head. */
const REPEATED_LEAST = 3;

/** The lines of all pages from top to bottom, without page numbers and what is repeated at their edges. */
export function linesOf(pages: readonly Page[]): readonly PageLine[] {
  const lines = pages.flatMap(({ runs, height }, index) =>
    linesOfPage(runs, index + 1).map((line) => ({ line, isAtEdge: isAtEdge(line.y, height) })),
  );
  const counts = new Map<string, number>();
  for (const { line, isAtEdge: edge } of lines) {
    if (edge) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  }
  return lines.flatMap(({ line, isAtEdge: edge }) => {
    const isRepeated = edge && (counts.get(keyOf(line)) ?? 0) >= REPEATED_LEAST;
    return isRepeated || (edge && isPageNumber(line.text, 0, line.text.length)) ? [] : [line];
  });
}

function isAtEdge(y: number, height: number): boolean {
  return y < height * MARGIN || y > height * (1 - MARGIN);
}

/** Running heads differ by the page's number alone. */
function keyOf({ text, y }: PageLine): string {
  return `${Math.round(y)} ${text.replaceAll(/\d+/gu, '#')}`;
}

function linesOfPage(runs: readonly Run[], page: number): readonly PageLine[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y);
  const lines: PageLine[] = [];
  let line: Run[] = [];
  for (const run of sorted) {
    const first = line[0];
    if (first !== undefined && run.y - first.y > SAME_LINE * Math.max(first.size, run.size)) {
      lines.push(joined(line, page));
      line = [];
    }
    line.push(run);
  }
  if (line.length > 0) lines.push(joined(line, page));
  return lines;
}

function joined(runs: Run[], page: number): PageLine {
  runs.sort((a, b) => a.left - b.left);
  let text = '';
  let right = -Infinity;
  let size = 0;
  let longest = 0;
  for (const run of runs) {
    const gap = run.left - right;
    const isLatin = /[\x21-\x7e]$/u.test(text) && /^[\x21-\x7e]/u.test(run.text);
    if (text !== '' && gap > (isLatin ? LATIN_GAP : GAP) * run.size) text += ' ';
    text += run.text;
    right = Math.max(right, run.right);
    if (run.text.length > longest) {
      longest = run.text.length;
      size = run.size;
    }
  }
  const first = runs[0] as Run;
  return { text, page, left: first.left, right, y: first.y, size };
}
