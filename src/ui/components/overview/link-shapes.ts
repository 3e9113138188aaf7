import { bandPath, linePath, type Link } from '../../../core/overview/links.ts';
import type { Density, RibbonPlan } from '../../../core/overview/ribbons.ts';
import type { PairKind } from '../../../core/reuse/pair.ts';
import type { Dash, Shape } from '../../drawing/shape.ts';

/** Over the bars, where arcs begin: above the letters where there are any; and how high they rise. */
const ARC_ABOVE: Readonly<Record<Density, number>> = { roomy: 20, compact: 20, dense: 1 };
const ARC_RISE: Readonly<Record<Density, number>> = { roomy: 22, compact: 10, dense: 5 };
/** More links than this are drawn faintly. */
const LINKS_STRONG = 60;
const LINE_FAINT = 0.4;
/** More bands than this lie on one another. */
const BANDS_MOST = 24;
const LINE_OPACITY: Readonly<Record<Density, number>> = { roomy: 1, compact: 0.55, dense: 0.4 };

const DASH: Readonly<Record<PairKind, Dash>> = {
  identical: 'solid',
  'near-identical': 'solid',
  partial: 'dashed',
  paraphrase: 'dotted',
};

/** A link among `count`: its line, and a band where that is seen. */
export function linkShapes(
  { density }: RibbonPlan,
  link: Link,
  isLit: boolean,
  count: number,
): readonly Shape[] {
  const dash = DASH[link.kind];
  const isArc = link.form === 'arc';
  const line: Shape = {
    kind: 'path',
    d: linePath(link, ARC_ABOVE[density], ARC_RISE[density]),
    stroke: isArc && !isLit ? 'ink-3' : 'lan',
    strokeWidth: isLit ? 2 : density === 'roomy' ? 1.3 : 1,
    dash,
    opacity: isLit ? 1 : count > LINKS_STRONG ? LINE_FAINT : LINE_OPACITY[density],
  };
  // Where ribbons lie close, only the bands that are pointed at are filled: many together would be a stain.
  const isFilled =
    !isArc && dash === 'solid' && (isLit ? density !== 'dense' : density === 'roomy' && count <= BANDS_MOST);
  if (!isFilled) return [line];
  return [{ kind: 'path', d: bandPath(link), fill: isLit ? 'lan-wash-2' : 'lan-wash' }, line];
}
