import { formatNumber, type NumberFormat } from '../../office/number-format.ts';
import { attributeOf, styleOf, type HtmlElement } from './tree.ts';

/** Numbers as CSS names them, with their names in Office Open XML and what stands behind them. */
const STYLES: Readonly<Record<string, readonly [format: NumberFormat, suffix: string]>> = {
  decimal: ['decimal', '. '],
  'decimal-leading-zero': ['decimalZero', '. '],
  'lower-alpha': ['lowerLetter', '. '],
  'lower-latin': ['lowerLetter', '. '],
  'upper-alpha': ['upperLetter', '. '],
  'upper-latin': ['upperLetter', '. '],
  'lower-roman': ['lowerRoman', '. '],
  'upper-roman': ['upperRoman', '. '],
  'cjk-decimal': ['ideographDigital', '、'],
  'cjk-ideographic': ['chineseCountingThousand', '、'],
  'simp-chinese-informal': ['chineseCountingThousand', '、'],
  'trad-chinese-informal': ['chineseCountingThousand', '、'],
  'japanese-informal': ['japaneseCounting', '、'],
  'simp-chinese-formal': ['chineseLegalSimplified', '、'],
  'trad-chinese-formal': ['ideographLegalTraditional', '、'],
  'cjk-heavenly-stem': ['ideographTraditional', '、'],
  'cjk-earthly-branch': ['ideographZodiac', '、'],
};
const TYPES: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};
const BULLETS: Readonly<Record<string, string>> = { disc: '•', circle: '◦', square: '▪' };
/** What browsers take for lists in lists. */
const BULLETS_BY_DEPTH = ['disc', 'circle', 'square'];
/** Numbers from which on none is a list's: a value of a billion is a mistake. */
const NUMBER_MOST = 999_999;

/** Counts the items of one list and gives their numbers. */
export class ListNumbers {
  private readonly isOrdered: boolean;
  private readonly step: number;
  private readonly style: string;
  private next: number;

  /** `depth` is how many lists without numbers are around. */
  constructor(list: HtmlElement, depth: number) {
    this.isOrdered = list.tagName === 'ol';
    const isReversed = this.isOrdered && attributeOf(list, 'reversed') !== null;
    this.step = isReversed ? -1 : 1;
    this.next = wholeIn(attributeOf(list, 'start')) ?? (isReversed ? itemsIn(list) : 1);
    const usual = this.isOrdered ? 'decimal' : (BULLETS_BY_DEPTH[Math.min(depth, 2)] ?? 'disc');
    this.style = markerOf(list) ?? usual;
  }

  /** What stands in front of the list's next item; empty for nothing. */
  numberOf(item: HtmlElement): string {
    const value = wholeIn(attributeOf(item, 'value')) ?? this.next;
    this.next = value + this.step;
    const style = markerOf(item) ?? this.style;
    const known = STYLES[style];
    if (known !== undefined) return formatNumber(value, known[0]) + known[1];
    if (/^["'].*["']$/u.test(style)) return style.slice(1, -1);
    if (style === 'none') return '';
    const bullet = BULLETS[style];
    if (bullet !== undefined) return `${bullet} `;
    return this.isOrdered ? `${value}. ` : '• ';
  }
}

/** What the element itself says of its numbers; null where it is silent. */
function markerOf(element: HtmlElement): string | null {
  const told = styleOf(element, 'list-style-type');
  if (told !== '') return told;
  // The short form also names pictures and places: of its words one is a marker.
  for (const word of styleOf(element, 'list-style').split(/\s+/u)) {
    if (word === 'none' || STYLES[word] !== undefined || BULLETS[word] !== undefined) return word;
  }
  const type = attributeOf(element, 'type');
  if (type === null) return null;
  return TYPES[type] ?? (BULLETS[type.toLowerCase()] === undefined ? null : type.toLowerCase());
}

function itemsIn({ childNodes }: HtmlElement): number {
  return childNodes.filter(({ nodeName }) => nodeName === 'li').length;
}

function wholeIn(value: string | null): number | null {
  if (value === null || !/^\s*-?\d{1,6}\s*$/u.test(value)) return null;
  return Math.min(NUMBER_MOST, Number(value));
}
