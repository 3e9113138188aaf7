import { Binary } from './binary.ts';
import { readModifiers, SPRM } from './properties.ts';

/** What matters of a paragraph. */
export interface ParagraphProperties {
  /** 1 to 9 for headings, 0 for none. */
  readonly level: number;
  /** Number of the list, from 1; 0 for none. */
  readonly list: number;
  readonly listLevel: number;
  readonly inTable: boolean;
  /** Whether its mark ends a row and holds no text. */
  readonly rowEnd: boolean;
}

const PLAIN: ParagraphProperties = { level: 0, list: 0, listLevel: 0, inTable: false, rowEnd: false };
/** Styles that stand on each other, at most. */
const BASES_MOST = 12;
const NO_STYLE = 0xfff;
const PARAGRAPH_STYLE = 1;
/** List numbers above this mean that a list was taken away. */
const LISTS_MOST = 0x7fe;

interface Style {
  readonly base: number;
  /** Of a heading the level, else 0. */
  readonly heading: number;
  readonly modifiers: Binary;
}

/** The styles of a document's paragraphs ([MS-DOC] 2.9.271 STSH). */
export class Styles {
  private readonly styles: (Style | null)[] = [];
  private readonly resolved = new Map<number, ParagraphProperties>();

  constructor(table: Binary) {
    const headLength = table.u16(0);
    const count = table.u16(2);
    const baseLength = table.u16(4);
    let at = 2 + headLength;
    for (let i = 0; i < count && at < table.length; i++) {
      const length = table.u16(at);
      this.styles.push(length === 0 ? null : readStyle(table.part(at + 2, length), baseLength));
      at += 2 + length + (length & 1);
    }
  }

  /** The properties of paragraphs in a style. */
  of(style: number): ParagraphProperties {
    const known = this.resolved.get(style);
    if (known !== undefined) return known;
    const chain: Style[] = [];
    for (let next = style; chain.length < BASES_MOST;) {
      const each = this.styles[next];
      if (each === undefined || each === null) break;
      chain.unshift(each);
      if (each.base === NO_STYLE) break;
      next = each.base;
    }
    let properties = PLAIN;
    for (const { heading, modifiers } of chain) {
      if (heading > 0) properties = { ...properties, level: heading };
      properties = modify(properties, modifiers);
    }
    this.resolved.set(style, properties);
    return properties;
  }

  /** The properties of a paragraph by its own list of modifiers, which begins with the number of its style. */
  ofParagraph(list: Binary | null, data: Binary): ParagraphProperties {
    if (list === null) return this.of(0);
    const own = list.part(2, list.length);
    let style = list.u16(0);
    readModifiers(own, (modifier, at) => {
      if (modifier === SPRM.style) style = own.u16(at);
    });
    let properties = modify(this.of(style), own);
    readModifiers(own, (modifier, at) => {
      if (modifier !== SPRM.huge && modifier !== SPRM.hugeOld) return;
      const place = own.u32(at);
      properties = modify(properties, data.part(place + 2, data.u16(place)));
    });
    return properties;
  }
}

function readStyle(entry: Binary, baseLength: number): Style {
  const kind = entry.u16(2) & 0xf;
  const base = entry.u16(2) >> 4;
  const identifier = entry.u16(0) & 0xfff;
  const nameLength = entry.u16(baseLength);
  const name = entry.utf16(baseLength + 2, Math.min(nameLength, 255));
  let modifiers = entry.part(0, 0);
  if (kind === PARAGRAPH_STYLE) {
    let at = baseLength + 2 + nameLength * 2 + 2;
    at += at & 1;
    modifiers = entry.part(at + 4, entry.u16(at) - 2);
  }
  return { base, heading: headingOf(identifier, name), modifiers };
}

/** Word's own headings have the numbers 1 to 9; other programs make styles of their names. */
function headingOf(identifier: number, name: string): number {
  if (identifier >= 1 && identifier <= 9) return identifier;
  return Number(/^(?:heading|标题|標題) ?([1-9])$/iu.exec(name)?.[1] ?? 0);
}

function modify(before: ParagraphProperties, list: Binary): ParagraphProperties {
  let properties = before;
  readModifiers(list, (modifier, at) => {
    const value = list.u8(at);
    if (modifier === SPRM.outlineLevel) properties = { ...properties, level: value < 9 ? value + 1 : 0 };
    else if (modifier === SPRM.listLevel) properties = { ...properties, listLevel: Math.min(value, 8) };
    else if (modifier === SPRM.list) {
      const number = list.u16(at);
      properties = { ...properties, list: number > LISTS_MOST ? 0 : number };
    } else if (modifier === SPRM.inTable) properties = { ...properties, inTable: value === 1 };
    else if (modifier === SPRM.rowEnd || modifier === SPRM.innerRowEnd) {
      properties = { ...properties, rowEnd: value === 1 };
    }
  });
  return properties;
}
