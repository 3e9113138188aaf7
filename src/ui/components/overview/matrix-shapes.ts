import { darkness, type Grid } from '../../../core/overview/matrix.ts';
import { fitted, type Shape } from '../../drawing/shape.ts';

/** How a grid is laid out, in CSS pixels. */
export interface MatrixPlan {
  /** Room for the first names, left of the cells. */
  readonly left: number;
  readonly cell: number;
  readonly side: number;
}

/** Cells at most in a row: smaller ones cannot be pointed at. */
export const CELLS_MOST = 64;
const NAMES_FROM = 17;
const COUNTS_FROM = 24;
const LENGTHS_FROM = 42;
const SMALL = 12;
const LEFT = 62;
const CELL_HIGHEST = 54;
/** A higher matrix would push the plot off the screen of a laptop. */
const HEIGHT_MOST = 256;

/** Lays a grid of `side` cells out in a picture of this width. */
export function planMatrix(width: number, side: number): MatrixPlan {
  const isNamed = (width - LEFT) / Math.max(1, side) >= NAMES_FROM;
  const left = isNamed ? LEFT : 1;
  return {
    left,
    side,
    cell: Math.min(CELL_HIGHEST, (width - left - 1) / Math.max(1, side), HEIGHT_MOST / Math.max(1, side)),
  };
}

/** The upper triangle of a grid; names stand where the lower one is empty. `isSquare`: rows and columns are the same. */
export function matrixShapes(
  { side, counts, shared }: Grid,
  { left, cell }: MatrixPlan,
  isSquare: boolean,
  nameOf: (row: number) => string,
): readonly Shape[] {
  const shapes: Shape[] = [];
  const most = shared.reduce((all, each) => Math.max(all, each), 0);
  const isNamed = left > 1;
  for (let row = 0; row < side; row++) {
    for (let column = isSquare ? row : 0; column < side; column++) {
      const index = row * side + column;
      const count = counts[index] as number;
      const box = { x: left + column * cell, y: 1 + row * cell, width: cell, height: cell };
      if (count > 0) {
        const opacity = 0.1 + 0.55 * darkness(shared[index] as number, most);
        shapes.push({
          kind: 'rect',
          ...box,
          fill: 'lan',
          opacity: cell < COUNTS_FROM ? opacity * 1.4 : opacity * 0.7,
        });
      }
      if (isNamed) shapes.push({ kind: 'rect', ...box, stroke: 'rule' });
      if (count === 0 || cell < COUNTS_FROM) continue;
      const hasLength = cell >= LENGTHS_FROM;
      const [x, middle] = [box.x + cell / 2, box.y + cell / 2];
      const base = hasLength ? middle - 1 : middle + 5;
      shapes.push({
        kind: 'text',
        x,
        y: base,
        text: String(count),
        paint: 'ink',
        size: 14,
        anchor: 'middle',
        isBold: true,
      });
      if (!hasLength) continue;
      const text = fitted(String(shared[index]), SMALL, cell - 2);
      shapes.push({ kind: 'text', x, y: middle + 14, text, paint: 'ink', size: SMALL, anchor: 'middle' });
    }
  }
  if (isSquare) shapes.push(...diagonal(side, left, cell, isNamed));
  if (!isNamed) {
    shapes.push({ kind: 'rect', x: left, y: 1, width: side * cell, height: side * cell, stroke: 'rule-2' });
    return shapes;
  }
  for (let row = 0; row < side; row++) {
    const end = isSquare ? left + row * cell - 6 : left - 6;
    const text = fitted(nameOf(row), SMALL, isSquare ? end : left - 6);
    const y = 1 + (row + 0.5) * cell + 4;
    shapes.push({ kind: 'text', x: end, y, text, paint: 'ink-2', size: SMALL, anchor: 'end' });
  }
  return shapes;
}

/** The cells of something with itself have a strong frame; where they are small, a line runs along them. */
function diagonal(side: number, left: number, cell: number, isNamed: boolean): readonly Shape[] {
  if (!isNamed) {
    const end = side * cell;
    return [{ kind: 'path', d: `M${left} 1L${left + end} ${1 + end}`, stroke: 'rule-2' }];
  }
  return Array.from({ length: side }, (_, row) => ({
    kind: 'rect',
    x: left + row * cell,
    y: 1 + row * cell,
    width: cell,
    height: cell,
    stroke: 'ink-2',
    strokeWidth: 1.4,
  }));
}

/** The cell at a point, or null. */
export function cellAt(
  { left, cell, side }: MatrixPlan,
  x: number,
  y: number,
): { readonly row: number; readonly column: number } | null {
  const column = Math.floor((x - left) / cell);
  const row = Math.floor((y - 1) / cell);
  return row >= 0 && column >= 0 && row < side && column < side ? { row, column } : null;
}
