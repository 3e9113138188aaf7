/** Colours of the page by the names of their tokens, without the dashes. */
export type Paint =
  | 'sheet'
  | 'lift'
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'rule'
  | 'rule-2'
  | 'lan'
  | 'lan-wash'
  | 'lan-wash-2'
  | 'zhu';

/** One of `TEXTURES`, drawn in blue: what recurs is told apart by more than its colour. */
export interface Texture {
  readonly texture: number;
}

export type Dash = 'solid' | 'dashed' | 'dotted';

interface Painted {
  readonly fill?: Paint | Texture;
  readonly stroke?: Paint;
  /** In CSS pixels; 1 unless it is said. */
  readonly strokeWidth?: number;
  readonly dash?: Dash;
  /** 0 to 1; 1 unless it is said. */
  readonly opacity?: number;
}

/** A thing that is drawn; a picture is a list of them, the lowest first. All measures in CSS pixels. */
export type Shape =
  | (Painted & {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    })
  /** `d` as in SVG. */
  | (Painted & { readonly kind: 'path'; readonly d: string })
  | {
      readonly kind: 'text';
      readonly x: number;
      /** The base line. */
      readonly y: number;
      readonly text: string;
      readonly paint: Paint;
      readonly size: number;
      readonly anchor?: 'start' | 'middle' | 'end';
      readonly isBold?: boolean;
      readonly face?: 'hei' | 'song';
      /** A rim in this colour, so that the words are read over lines. */
      readonly halo?: Paint;
    };

/** Shapes and the room that they take. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** Lengths of dashes and of the gaps between them, in CSS pixels. */
export const DASHES: Readonly<Record<Dash, readonly number[]>> = {
  solid: [],
  dashed: [5, 3],
  dotted: [1.5, 3],
};

/** The side of a texture's tile, in CSS pixels. */
export const TILE = 6;

/** Lines of a tile that is repeated: an SVG path, and how wide its lines are. */
export const TEXTURES: readonly { readonly d: string; readonly strokeWidth: number }[] = [
  { d: 'M0 0L6 6M-1.5 4.5L1.5 7.5M4.5 -1.5L7.5 1.5', strokeWidth: 1.1 },
  { d: 'M6 0L0 6M1.5 -1.5L-1.5 1.5M7.5 4.5L4.5 7.5', strokeWidth: 1.1 },
  { d: 'M0 0L6 6M6 0L0 6', strokeWidth: 0.8 },
  { d: 'M0 1.5H6M1.5 0V6', strokeWidth: 2 },
  { d: 'M0 1.5H6M0 4.5H6', strokeWidth: 1.2 },
  { d: 'M1.5 0V6M4.5 0V6', strokeWidth: 1.2 },
  { d: 'M0.4 1.5H2.6M3.4 4.5H5.6', strokeWidth: 2.2 },
  { d: 'M0 3L1.5 1.5L4.5 4.5L6 3', strokeWidth: 1.1 },
];

/** How wide a text is about, in CSS pixels: an ideograph takes its size, a letter a good half of it. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) < 0x2e80 ? 0.58 : 1;
  return width * size;
}

/** A text that fits into `room` CSS pixels, its end left out where it must be. */
export function fitted(text: string, size: number, room: number): string {
  if (widthOf(text, size) <= room) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(kept + character, size) + size > room) break;
    kept += character;
  }
  return `${kept}…`;
}
