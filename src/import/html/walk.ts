import type { ParagraphKind } from '../../core/text/layout.ts';
import { Composer } from '../composer.ts';
import type { Content } from './content.ts';
import {
  headingLevelOf,
  isBeside,
  isBlock,
  isHidden,
  isMargin,
  isNoteMark,
  isNotes,
  isRunning,
} from './elements.ts';
import { Flow } from './flow.ts';
import { ListNumbers } from './lists.ts';
import {
  attributeOf,
  descendants,
  isElement,
  styleOf,
  textIn,
  type HtmlElement,
  type HtmlNode,
} from './tree.ts';

/** What is known where the walk is. */
interface Place {
  readonly kind: ParagraphKind;
  readonly level: number;
  /** The list whose items come next. */
  readonly list: ListNumbers | null;
  /** Lists without numbers around. */
  readonly bullets: number;
  /** Whether white space is shown as it stands. */
  readonly isKept: boolean;
}

/** Cells with more paragraphs than this are columns of a page and no table. */
const CELL_PARAGRAPHS_MOST = 12;
const LISTS = ['ol', 'ul', 'menu', 'dir'];

/** Reads the text of a page's content, in the order of the file. */
export function compose({ root, titles, isPage }: Content): Composer {
  const composer = new Composer();
  const flow = new Flow(composer);
  const start: Place = { kind: 'text', level: 0, list: null, bullets: 0, isKept: false };
  for (const title of titles) walkBlock(title, { ...start, level: headingLevelOf(title) || 1 });
  // The root is shown even where its page hides it until a script has run, as WeChat does.
  walkChildren(root, start);
  flow.flush();
  return composer;

  function walkChildren(element: HtmlElement, place: Place): void {
    for (const child of element.childNodes) walk(child, place);
  }

  function walk(node: HtmlNode, place: Place): void {
    const text = textIn(node);
    if (text !== null) {
      flow.kind = place.kind;
      flow.level = place.level;
      flow.put(text, place.isKept);
      return;
    }
    if (!isElement(node) || isHidden(node) || isRunning(node) || (isPage && isLeftOut(node))) return;
    if (isBlock(node)) walkBlock(node, place);
    else walkInline(node, place);
  }

  function walkInline(element: HtmlElement, place: Place): void {
    if (element.tagName === 'br') {
      if (styleOf(element, 'page-break-before') !== 'always') flow.breakLine();
    } else if (element.tagName === 'del') {
      flow.aside('deletion', plainTextOf(element), '');
    } else if (styleOf(element, 'mso-list') === 'ignore') {
      // Word's numbers stand in the text, with the space behind them.
      flow.setNumber(numberIn(plainTextOf(element)));
    } else if (styleOf(element, 'mso-tab-count') !== '') {
      flow.put('\t', true);
    } else if (isNoteMark(element)) {
      // A bare 1 would be read as a part of the word before it.
      const mark = plainTextOf(element).trim();
      flow.put(/^[\p{Nd}a-z]{1,6}$/iu.test(mark) ? `[${mark}]` : mark, true);
    } else walkChildren(element, insideOf(element, place));
  }

  function walkBlock(element: HtmlElement, outside: Place): void {
    flow.flush();
    const { tagName } = element;
    if (tagName === 'li') flow.setNumber((outside.list ?? new ListNumbers(element, 0)).numberOf(element));
    const level = headingLevelOf(element);
    const place = insideOf(element, level > 0 ? { ...outside, level } : outside);
    if (tagName === 'table' && isLayout(element)) walkChildren(element, { ...place, kind: outside.kind });
    else walkChildren(element, place);
    flow.flush();
    // An item without text keeps its number to itself.
    if (tagName === 'li') flow.setNumber('');
  }

  function insideOf(element: HtmlElement, place: Place): Place {
    const { tagName } = element;
    if (LISTS.includes(tagName)) {
      const list = new ListNumbers(element, place.bullets);
      return { ...place, list, bullets: place.bullets + (tagName === 'ol' ? 0 : 1) };
    }
    if (tagName === 'table' || tagName === 'td' || tagName === 'th') {
      const isCell = place.kind === 'cell' || (tagName === 'table' && !isLayout(element));
      return isCell ? { ...place, kind: 'cell' } : place;
    }
    if (tagName === 'pre' || tagName === 'listing' || tagName === 'xmp') return { ...place, isKept: true };
    if (isNotes(element)) return { ...place, kind: 'note' };
    const white = styleOf(element, 'white-space');
    return white === '' ? place : { ...place, isKept: white.startsWith('pre') || white === 'break-spaces' };
  }
}

/** Menus, and the head and foot of the page. */
function isLeftOut(element: HtmlElement): boolean {
  return isBeside(element) || isMargin(element);
}

/** 一、 from `一、   ` and `1.` from `1.    `, with the space that a reader needs. */
function numberIn(text: string): string {
  const number = text.replaceAll(/[\s\u00a0]+/gu, ' ').trim();
  return number === '' || /[、，．。：）〕】」』》]$/u.test(number) ? number : `${number} `;
}

/** Tables that hold a page: with a table inside, or with cells that hold many paragraphs. */
function isLayout(table: HtmlElement): boolean {
  const role = attributeOf(table, 'role');
  if (role === 'presentation' || role === 'none') return true;
  let paragraphs = 0;
  for (const { tagName } of descendants(table)) {
    if (tagName === 'table') return true;
    if (tagName === 'td' || tagName === 'th') paragraphs = 0;
    else if (tagName === 'p' || tagName === 'br') paragraphs++;
    if (paragraphs > CELL_PARAGRAPHS_MOST) return true;
  }
  return false;
}

/** The text below an element, white space as it stands. */
function plainTextOf(element: HtmlElement): string {
  let text = '';
  for (const child of element.childNodes) {
    text += textIn(child) ?? (isElement(child) && !isHidden(child) ? plainTextOf(child) : '');
  }
  return text;
}
