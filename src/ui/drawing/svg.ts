import type { Palette } from './palette.ts';
import { DASHES, TEXTURES, TILE, type Picture, type Shape } from './shape.ts';

/** An element of SVG as data: what is drawn in the page and what is written to a file are the same. */
export interface SvgElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly content: string | readonly SvgElement[];
}

/** Around a picture that is taken along, in CSS pixels. */
export const MARGIN = 16;

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** The element of a shape. Textures are those of `textureElements` with the same `prefix`. */
export function elementOf(shape: Shape, palette: Palette, prefix: string): SvgElement {
  if (shape.kind === 'text') {
    const { x, y, text, paint, size, anchor, isBold, face, halo } = shape;
    return {
      tag: 'text',
      attributes: {
        x: round(x),
        y: round(y),
        fill: palette.paints[paint],
        'font-size': size,
        'font-family': face === 'song' ? palette.song : palette.hei,
        ...(anchor !== undefined && anchor !== 'start' && { 'text-anchor': anchor }),
        ...(isBold && { 'font-weight': 600 }),
        ...(halo !== undefined && {
          stroke: palette.paints[halo],
          'stroke-width': 3,
          'stroke-linejoin': 'round',
          'paint-order': 'stroke',
        }),
      },
      content: text,
    };
  }
  const { fill, stroke, strokeWidth, dash, opacity } = shape;
  const painted = {
    fill:
      fill === undefined
        ? 'none'
        : typeof fill === 'string'
          ? palette.paints[fill]
          : `url(#${prefix}${fill.texture % TEXTURES.length})`,
    ...(stroke !== undefined && { stroke: palette.paints[stroke], 'stroke-width': strokeWidth ?? 1 }),
    ...(dash !== undefined && dash !== 'solid' && { 'stroke-dasharray': DASHES[dash].join(' ') }),
    ...(dash === 'dotted' && { 'stroke-linecap': 'round' }),
    ...(opacity !== undefined && { opacity: Math.round(opacity * 1000) / 1000 }),
  };
  if (shape.kind === 'path') return { tag: 'path', attributes: { d: shape.d, ...painted }, content: [] };
  const { x, y, width, height } = shape;
  return {
    tag: 'rect',
    attributes: { x: round(x), y: round(y), width: round(width), height: round(height), ...painted },
    content: [],
  };
}

/** The patterns that shapes refer to. */
export function textureElements(palette: Palette, prefix: string): SvgElement {
  return {
    tag: 'defs',
    attributes: {},
    content: TEXTURES.map(({ d, strokeWidth }, index) => ({
      tag: 'pattern',
      attributes: { id: `${prefix}${index}`, width: TILE, height: TILE, patternUnits: 'userSpaceOnUse' },
      content: [
        {
          tag: 'rect',
          attributes: { width: TILE, height: TILE, fill: palette.paints['sheet'] },
          content: [],
        },
        {
          tag: 'path',
          attributes: { d, fill: 'none', stroke: palette.paints['lan'], 'stroke-width': strokeWidth },
          content: [],
        },
      ],
    })),
  };
}

/** A picture as an SVG file on paper, with its name. */
export function svgText(picture: Picture, name: string, palette: Palette): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgMarkup(picture, name, palette)}\n`;
}

/**
 * A picture as an element of SVG; what stands above `top` is cut off. `prefix` tells its textures from those of other pictures in
 * the same file. All text in it is escaped, so that it can stand in HTML, too.
 */
export function svgMarkup(
  { width, height, shapes }: Picture,
  name: string,
  palette: Palette,
  { prefix = 't', top = 0, margin = MARGIN } = {},
): string {
  const root: SvgElement = {
    tag: 'svg',
    attributes: {
      xmlns: NAMESPACE,
      width: width + 2 * margin,
      height: height + 2 * margin,
      viewBox: `${-margin} ${top - margin} ${width + 2 * margin} ${height + 2 * margin}`,
      role: 'img',
    },
    content: [
      { tag: 'title', attributes: {}, content: name },
      textureElements(palette, prefix),
      {
        tag: 'rect',
        attributes: {
          x: -margin,
          y: top - margin,
          width: width + 2 * margin,
          height: height + 2 * margin,
          fill: palette.paints['sheet'],
        },
        content: [],
      },
      ...shapes.map((shape) => elementOf(shape, palette, prefix)),
    ],
  };
  return written(root);
}

function written({ tag, attributes, content }: SvgElement): string {
  const all = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const inner = typeof content === 'string' ? escaped(content) : content.map(written).join('');
  return `<${tag}${all.join('')}>${inner}</${tag}>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML; characters that XML does not have (most control characters, halves of pairs) are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{Cf}\p{Co}]/gu, '')
    .replace(/[&<>"]/g, (character) => ESCAPES[character] as string);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
