import { GAP, isWide } from './characters.ts';
import type { Segment } from './lines.ts';

// In squares of a letter.
/** A gap, and a letter of Latin text. */
const GAP_WIDTH = 0.5;
/** How far a gap may seem to be from the column that begins behind it. */
const CUT_WITHIN = 1;

/** A segment cut in two at the gap that stands nearest before `x`; null where there is none. Where a gap is is told by the letters before it. */
export function cutAt(segment: Segment, x: number): readonly [Segment, Segment] | null {
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
