import { lettersOf } from '../../../core/overview/letters.ts';
import { Drawing } from '../../drawing/drawing.tsx';
import type { Shape } from '../../drawing/shape.ts';

const WIDTH = 24;
const HEIGHT = 13;
const NONE: readonly Shape[] = [];

/** The letters of a group with its texture. */
export function Swatch({ group }: { group: number }) {
  const shapes: readonly Shape[] = [
    {
      kind: 'rect',
      x: 0.5,
      y: 0.5,
      width: WIDTH - 1,
      height: HEIGHT - 1,
      fill: { texture: group },
      stroke: 'lan',
    },
  ];
  return (
    <span class="group-swatch">
      <b>{lettersOf(group)}</b>
      <Drawing picture={{ width: WIDTH, height: HEIGHT, shapes }} over={NONE} />
    </span>
  );
}
