import { depthSteps } from '../../../core/overview/reading-text.ts';
import type { Picture, Shape } from '../../drawing/shape.ts';

/** Of the margin that tells how often a line stands elsewhere, in CSS pixels. */
export const DEPTH_WIDTH = 40;
/** Rules side by side at most; the number says the rest. */
const RULES_MOST = 4;
const RULE_GAP = 3;
const SIZE = 11;

/**
 * The margin of a text whose lines of print are `lead` CSS pixels high and stand elsewhere as often as `depths` says: as
 * many rules as other places, and their number.
 */
export function depthPicture(depths: readonly number[], lead: number): Picture {
  const shapes = depthSteps(depths).flatMap(({ from, to, depth }): Shape[] => {
    const [top, bottom] = [from * lead + 4, to * lead - 4];
    const rules = Math.min(depth, RULES_MOST);
    let d = '';
    for (let rule = 0; rule < rules; rule++) d += `M${1 + rule * RULE_GAP} ${top}V${bottom}`;
    return [
      { kind: 'path', d, stroke: 'lan', strokeWidth: 1 },
      {
        kind: 'text',
        x: 4 + rules * RULE_GAP,
        y: from * lead + lead / 2 + SIZE * 0.36,
        text: `${depth}`,
        paint: 'ink-2',
        size: SIZE,
      },
    ];
  });
  return { width: DEPTH_WIDTH, height: depths.length * lead, shapes };
}
