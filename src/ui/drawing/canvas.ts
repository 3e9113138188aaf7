import type { Palette } from './palette.ts';
import { DASHES, TEXTURES, TILE, type Dash, type Shape } from './shape.ts';

/** Draws shapes onto a canvas, as `svg.ts` writes them. The context is scaled and moved by the caller. */
export function paint(context: CanvasRenderingContext2D, shapes: readonly Shape[], palette: Palette): void {
  const patterns = new Map<number, CanvasPattern | string>();
  const patternOf = (texture: number): CanvasPattern | string => {
    const index = texture % TEXTURES.length;
    let pattern = patterns.get(index);
    if (pattern === undefined) patterns.set(index, (pattern = tile(context, index, palette)));
    return pattern;
  };
  // Each pattern of dashes costs as much as the line itself.
  let dashed: Dash | null = null;
  const setDash = (dash: Dash) => {
    if (dash === dashed) return;
    dashed = dash;
    context.setLineDash([...DASHES[dash]]);
  };
  for (const shape of shapes) {
    if (shape.kind === 'text') {
      const { x, y, text, paint: colour, size, anchor = 'start', isBold, face, halo } = shape;
      context.font = `${isBold ? 600 : 400} ${size}px ${face === 'song' ? palette.song : palette.hei}`;
      context.textAlign = anchor === 'middle' ? 'center' : anchor;
      if (halo !== undefined) {
        setDash('solid');
        context.lineJoin = 'round';
        context.lineWidth = 3;
        context.strokeStyle = palette.paints[halo];
        context.strokeText(text, x, y);
      }
      context.fillStyle = palette.paints[colour];
      context.fillText(text, x, y);
      continue;
    }
    const { fill, stroke, strokeWidth = 1, dash = 'solid', opacity = 1 } = shape;
    context.globalAlpha = opacity;
    const path = shape.kind === 'path' ? new Path2D(shape.d) : null;
    if (fill !== undefined) {
      context.fillStyle = typeof fill === 'string' ? palette.paints[fill] : patternOf(fill.texture);
      if (path !== null) context.fill(path);
      else if (shape.kind === 'rect') context.fillRect(shape.x, shape.y, shape.width, shape.height);
    }
    if (stroke !== undefined) {
      context.strokeStyle = palette.paints[stroke];
      context.lineWidth = strokeWidth;
      context.lineCap = dash === 'dotted' ? 'round' : 'butt';
      setDash(dash);
      if (path !== null) context.stroke(path);
      else if (shape.kind === 'rect') context.strokeRect(shape.x, shape.y, shape.width, shape.height);
    }
    context.globalAlpha = 1;
  }
}

/** A texture's tile at the canvas's own resolution; its colour where the browser gives no pattern. */
function tile(context: CanvasRenderingContext2D, index: number, palette: Palette): CanvasPattern | string {
  const { d, strokeWidth } = TEXTURES[index] as (typeof TEXTURES)[number];
  const { a: scale } = context.getTransform();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.max(1, Math.round(TILE * scale));
  const own = canvas.getContext('2d');
  if (own === null) return palette.paints['lan-wash-2'];
  own.fillStyle = palette.paints['sheet'];
  own.fillRect(0, 0, canvas.width, canvas.height);
  own.scale(canvas.width / TILE, canvas.height / TILE);
  own.strokeStyle = palette.paints['lan'];
  own.lineWidth = strokeWidth;
  own.stroke(new Path2D(d));
  const pattern = context.createPattern(canvas, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(TILE / canvas.width, TILE / canvas.height));
  return pattern ?? palette.paints['lan-wash-2'];
}
