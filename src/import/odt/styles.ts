import { bulletOf, labelOf, type Follow } from '../../office/list-label.ts';
import { LIST_LEVELS, type ListCounter } from '../../office/list-counter.ts';
import { formatNumber, type NumberFormat } from '../../office/number-format.ts';
import type { XmlHandler } from '../../office/xml.ts';

/** A level of a list style (ODF 1.3, 19.798 and 16.30). */
interface ListLevel {
  /** Null for a bullet or a picture. */
  readonly format: NumberFormat | null;
  readonly bullet: string;
  readonly start: number;
  readonly prefix: string;
  readonly suffix: string;
  /** How many levels the number shows: 2 for 1.1. */
  readonly shown: number;
  /** LibreOffice's own template, in which %1% stands for a level's number; empty for none. */
  readonly template: string;
  follow: Follow;
}

interface ParagraphStyle {
  readonly parent: string;
  /** 0 for none. */
  readonly outline: number;
  /** The list style that it names; empty where it says that there is none, null where it says nothing. */
  readonly list: string | null;
}

type Attributes = Readonly<Record<string, string>>;

/** Styles on each other, at most. */
const PARENTS_MOST = 20;
const OUTLINE = '';

/** Number formats by the first sign of the row that names them. */
const FORMATS: Readonly<Record<string, NumberFormat>> = {
  '1': 'decimal',
  '01': 'decimalZero',
  '１': 'decimalFullWidth',
  '①': 'decimalEnclosedCircle',
  '⑴': 'decimalEnclosedParen',
  '⒈': 'decimalEnclosedFullstop',
  '㊀': 'ideographEnclosedCircle',
  '㈠': 'ideographParen',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCountingThousand',
  〇: 'ideographDigital',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
  '1st': 'ordinal',
};

/** What a document's styles say of headings, lists and hidden words. Hears the XML of styles.xml and content.xml. */
export class OdtStyles implements XmlHandler {
  private readonly paragraphs = new Map<string, ParagraphStyle>();
  private readonly lists = new Map<string, ListLevel[]>();
  private readonly hidden = new Set<string>();
  private list: ListLevel[] | null = null;
  private level: ListLevel | null = null;
  private textStyle = '';

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'style:style': {
        const own = attributes['style:name'] ?? '';
        this.textStyle = attributes['style:family'] === 'text' ? own : '';
        if (attributes['style:family'] === 'paragraph') {
          this.paragraphs.set(own, {
            parent: attributes['style:parent-style-name'] ?? '',
            outline: Number(attributes['style:default-outline-level'] ?? 0) || 0,
            list: attributes['style:list-style-name'] ?? null,
          });
        }
        break;
      }
      case 'style:text-properties':
        if (this.textStyle !== '' && attributes['text:display'] === 'none') this.hidden.add(this.textStyle);
        break;
      case 'text:list-style':
      case 'text:outline-style':
        this.list = [];
        this.lists.set(name === 'text:outline-style' ? OUTLINE : (attributes['style:name'] ?? ''), this.list);
        break;
      case 'text:list-level-style-number':
      case 'text:list-level-style-bullet':
      case 'text:list-level-style-image':
      case 'text:outline-level-style': {
        const index = Number(attributes['text:level']) - 1;
        if (this.list === null || !(index >= 0 && index < LIST_LEVELS)) break;
        const isNumber = name === 'text:list-level-style-number' || name === 'text:outline-level-style';
        this.level = readLevel(attributes, isNumber);
        this.list[index] = this.level;
        break;
      }
      case 'style:list-level-label-alignment':
        if (this.level !== null) this.level.follow = followOf(attributes['text:label-followed-by'] ?? '');
        break;
      default:
    }
  }

  close(name: string): void {
    if (name === 'text:list-style' || name === 'text:outline-style') this.list = null;
    else if (name.startsWith('text:list-level-style') || name === 'text:outline-level-style')
      this.level = null;
  }

  /** Whether a style of characters hides them. */
  hides(style: string): boolean {
    return this.hidden.has(style);
  }

  /** The level that a paragraph's style makes it a heading of; 0 for none. */
  outlineOf(style: string): number {
    return this.chainOf(style).find(({ outline }) => outline > 0)?.outline ?? 0;
  }

  /** Whether a paragraph's style says that it has no number, whatever the outline says. */
  isUnnumbered(style: string): boolean {
    return this.chainOf(style).find(({ list }) => list !== null)?.list === '';
  }

  /** A style and those that it stands on. */
  private chainOf(style: string): readonly ParagraphStyle[] {
    const chain: ParagraphStyle[] = [];
    let next = this.paragraphs.get(style);
    while (next !== undefined && chain.length < PARENTS_MOST) {
      chain.push(next);
      next = this.paragraphs.get(next.parent);
    }
    return chain;
  }

  /** The first number on a level of a list style; of the outline where `list` is empty. */
  startOf(list: string, level: number): number {
    return this.lists.get(list)?.[level]?.start ?? 1;
  }

  /** The number as it is shown, with what separates it from the text; null for none. The item was counted before. */
  labelOf(list: string, level: number, counter: ListCounter): string | null {
    const levels = this.lists.get(list);
    const own = levels?.[level];
    if (levels === undefined) return null;
    // A level that its style leaves open counts as LibreOffice's own lists do; a heading's does not.
    if (own === undefined) {
      return list === OUTLINE ? null : labelOf(`${counter.valueOf(level) ?? 1}.`, 'tab');
    }
    if (own.format === null) return labelOf(bulletOf(own.bullet), own.follow);
    const numberAt = (index: number) => {
      const each = levels[index];
      if (each === undefined || each.format === null) return '';
      return formatNumber(counter.valueOf(index) ?? each.start, each.format);
    };
    if (own.template !== '') {
      const words = own.template.replaceAll(/%(\d{1,2})%/gu, (_, index: string) =>
        numberAt(Number(index) - 1),
      );
      return labelOf(
        own.format === 'none' && levelsIn(own.template) <= 1 ? own.prefix + own.suffix : words,
        own.follow,
      );
    }
    const numbers: string[] = [];
    for (let index = Math.max(0, level - own.shown + 1); index <= level; index++)
      numbers.push(numberAt(index));
    const joined = numbers.filter((each) => each !== '').join('.');
    return labelOf(own.prefix + joined + own.suffix, own.follow);
  }
}

/** The name of the style that numbers headings. */
export const OUTLINE_STYLE = OUTLINE;

function levelsIn(template: string): number {
  return template.split('%').length >> 1;
}

function readLevel(attributes: Attributes, isNumber: boolean): ListLevel {
  const sync = attributes['style:num-letter-sync'] === 'true';
  return {
    format: isNumber ? formatOf(attributes['style:num-format'] ?? '', sync) : null,
    bullet: attributes['text:bullet-char'] ?? '',
    start: Number(attributes['text:start-value'] ?? 1) || 0,
    prefix: attributes['style:num-prefix'] ?? '',
    suffix: attributes['style:num-suffix'] ?? '',
    shown: Math.max(1, Number(attributes['text:display-levels'] ?? 1) || 1),
    template: attributes['loext:num-list-format'] ?? '',
    follow: 'tab',
  };
}

/** A number format by its name in ODF: 1, a, or the beginning of a row: 一, 二, 三, ... */
export function formatOf(name: string, sync: boolean): NumberFormat {
  const [first = '', second = ''] = name.split(',').map((sign) => sign.trim());
  if (first === '') return 'none';
  if (first === 'a') return sync ? 'lowerLetter' : 'lowerLetterCounted';
  if (first === 'A') return sync ? 'upperLetter' : 'upperLetterCounted';
  if (first === '壹') return second === '贰' ? 'chineseLegalSimplified' : 'ideographLegalTraditional';
  return Object.hasOwn(FORMATS, first) ? (FORMATS[first] as NumberFormat) : 'decimal';
}

function followOf(word: string): Follow {
  return word === 'nothing' || word === 'space' ? word : 'tab';
}
