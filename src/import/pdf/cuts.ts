import type { Fragment } from './fragments.ts';
import { GAP, isWide } from './characters.ts';
import { segmentOf, type Segment } from './lines.ts';

// In squares of a letter.
/** A gap, and a letter of Latin text. */
const GAP_WIDTH = 0.5;
/** How far a gap may seem to be from the column that begins behind it. */
const CUT_WITHIN = 1;

/** Runs that stand further apart are words, or more, and may be parted. */
const APART = 0.15;

/**
 * A segment cut in two at the gap that stands nearest to `x`; null where there is none near. Where runs end is known; a gap
 * inside of one is where the letters before it tell.
 */
export function cutAt(segment: Segment, x: number): readonly [Segment, Segment] | null {
  return betweenRuns(segment, x) ?? insideRun(segment, x);
}

function betweenRuns({ runs, size }: Segment, x: number): readonly [Segment, Segment] | null {
  let best = 0;
  for (let i = 1; i < runs.length; i++) {
    const [before, run] = [runs[i - 1] as Fragment, runs[i] as Fragment];
    const isGap = run.x - before.x - before.width > APART * size || before.text.endsWith(' ');
    if (!isGap || Math.abs(run.x - x) > CUT_WITHIN * size) continue;
    if (best === 0 || Math.abs(run.x - x) < Math.abs((runs[best] as Fragment).x - x)) best = i;
  }
  return best === 0 ? null : [segmentOf(runs.slice(0, best), false), segmentOf(runs.slice(best), false)];
}

function insideRun(segment: Segment, x: number): readonly [Segment, Segment] | null {
  const { text, size } = segment;
  const all = widthOf(text);
  for (let gap = 0; gap < text.length; gap++) {
    if (text[gap] !== GAP && text[gap] !== ' ') continue;
    const at = segment.x + (widthOf(text.slice(0, gap + 1)) / all) * (segment.end - segment.x);
    if (Math.abs(at - x) > CUT_WITHIN * size) continue;
    const end = segment.x + (widthOf(text.slice(0, gap)) / all) * (segment.end - segment.x);
    return [
      { ...segment, text: text.slice(0, gap), end },
      { ...segment, text: text.slice(gap + 1), x: Math.max(at, x) },
    ];
  }
  return null;
}

/** In squares of a letter, roughly. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 1 : GAP_WIDTH;
  return width;
}
