import { readXml } from '../../office/xml.ts';

/** Words that are set at one place of a page, in millimetres from its left upper corner. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly isVertical: boolean;
}

/** What a page's file says. */
export interface PageContent {
  readonly runs: readonly Run[];
  /** Templates that lie under the page, by their identifiers. */
  readonly templates: readonly string[];
  /** Null where the page has the document's height. */
  readonly height: number | null;
}

type Numbers = readonly number[];

/** In sizes: what a character of the Latin alphabet is wide, about; all others take the whole. */
const LATIN_WIDTH = 0.5;

/** Reads a page's text objects (GB/T 33190, 8.2.3 and 11). */
export function readPage(bytes: Uint8Array): PageContent {
  const runs: Run[] = [];
  const templates: string[] = [];
  let height: number | null = null;
  let box: Numbers = [];
  let matrix: Numbers = [];
  let size = 0;
  let isTurned = false;
  let start: Numbers = [0, 0];
  let deltas = { x: '', y: '' };
  let words: string | null = null;
  let measured = '';
  readXml(bytes, {
    open(name, attributes) {
      switch (localName(name)) {
        case 'Template':
          templates.push(attributes['TemplateID'] ?? '');
          break;
        case 'PhysicalBox':
          measured = '';
          break;
        case 'TextObject':
          box = numbersIn(attributes['Boundary'] ?? '');
          matrix = numbersIn(attributes['CTM'] ?? '');
          size = Number(attributes['Size'] ?? 0) || 0;
          isTurned = Number(attributes['ReadDirection'] ?? 0) % 180 !== 0;
          start = [0, 0];
          break;
        case 'TextCode':
          // A code without a place stands where the one before it does.
          start = [Number(attributes['X'] ?? start[0]) || 0, Number(attributes['Y'] ?? start[1]) || 0];
          deltas = { x: attributes['DeltaX'] ?? '', y: attributes['DeltaY'] ?? '' };
          words = '';
          break;
        default:
      }
    },
    text(text) {
      if (words !== null) words += text;
      measured += text.slice(0, 200);
    },
    close(name) {
      const local = localName(name);
      if (local === 'PhysicalBox') height = numbersIn(measured)[3] ?? null;
      if (local !== 'TextCode' || words === null) return;
      const run = placed(words, start, deltas, { box, matrix, size, isTurned });
      if (run !== null) runs.push(run);
      words = null;
    },
  });
  return { runs, templates, height };
}

function placed(
  words: string,
  [x = 0, y = 0]: Numbers,
  deltas: { readonly x: string; readonly y: string },
  { box, matrix, size, isTurned }: { box: Numbers; matrix: Numbers; size: number; isTurned: boolean },
): Run | null {
  const text = words.trim();
  if (text === '') return null;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix.length === 6 ? matrix : [];
  const scale = Math.sqrt(Math.abs(a * d - b * c)) || 1;
  const left = (box[0] ?? 0) + a * x + c * y + e;
  const baseline = (box[1] ?? 0) + b * x + d * y + f;
  const across = sumOf(deltas.x);
  const down = sumOf(deltas.y);
  const last = text.charCodeAt(text.length - 1) < 0x80 ? LATIN_WIDTH : 1;
  const advance = deltas.x === '' ? widthOf(text) * size : across + last * size;
  return {
    text,
    left,
    right: left + Math.max(0, advance) * scale,
    y: baseline,
    size: size * scale,
    isVertical: isTurned || (Math.abs(down) > Math.abs(across) && Math.abs(down) > size),
  };
}

function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) < 0x80 ? LATIN_WIDTH : 1;
  return width;
}

/** The sum of distances, in which `g 3 5.2` is 5.2 three times. */
function sumOf(deltas: string): number {
  const parts = deltas.trim().split(/\s+/u);
  let sum = 0;
  for (let i = 0; i < parts.length; i++) {
    if (parts[i] === 'g') {
      sum += (Number(parts[i + 1]) || 0) * (Number(parts[i + 2]) || 0);
      i += 2;
    } else sum += Number(parts[i]) || 0;
  }
  return sum;
}

/** The numbers in a list that white space divides. */
export function numbersIn(list: string): Numbers {
  return list
    .trim()
    .split(/\s+/u)
    .map(Number)
    .filter((number) => Number.isFinite(number));
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
