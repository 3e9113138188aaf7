import { paint } from './canvas.ts';
import { paperPalette } from './palette.ts';
import type { Picture } from './shape.ts';
import { MARGIN, svgText } from './svg.ts';

/** PNG has so many pixels a CSS pixel, unless that would be more than browsers draw. */
const SHARPNESS = 2;
const SIDE_MOST = 16_000;
const AREA_MOST = 100_000_000;
/** How long a browser may take to begin a download, in milliseconds, before its address is given up. */
const BEGUN = 60_000;

/** Gives the user a picture as an SVG file. */
export function takeSvg(picture: Picture, name: string): void {
  download(new Blob([svgText(picture, name, paperPalette())], { type: 'image/svg+xml' }), `${name}.svg`);
}

/** Gives the user a picture as a PNG file; a very high one with fewer pixels. False when the browser cannot. */
export async function takePng(picture: Picture, name: string): Promise<boolean> {
  const width = picture.width + 2 * MARGIN;
  const height = picture.height + 2 * MARGIN;
  const scale = Math.min(
    SHARPNESS,
    SIDE_MOST / Math.max(width, height),
    Math.sqrt(AREA_MOST / (width * height)),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return false;
  const palette = paperPalette();
  context.fillStyle = palette.paints['sheet'];
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.translate(MARGIN, MARGIN);
  paint(context, picture.shapes, palette);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) return false;
  download(blob, `${name}.png`);
  return true;
}

/** Gives the user a table as a CSV file. */
export function takeCsv(csv: string, name: string): void {
  download(new Blob([csv], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), BEGUN);
}
