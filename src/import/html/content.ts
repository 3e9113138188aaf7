import { isBeside, isHidden, isMargin } from './elements.ts';
import { attributeOf, descendants, hasClass, isElement, textIn, type HtmlElement } from './tree.ts';

/** What of a page is read. */
export interface Content {
  readonly root: HtmlElement;
  /** Headlines that stand outside of it, in order. */
  readonly titles: readonly HtmlElement[];
  /** Whether menus, page heads and page feet inside are left out. */
  readonly isPage: boolean;
}

/** How much text an element holds, in characters without white space. */
interface Measure {
  /** In links. */
  linked: number;
  /** In sentences: outside of links, in pieces that are long or have a sentence's marks. */
  prose: number;
  all: number;
}

/** Names that the articles of common systems go by: WeChat, government sites, newspapers. */
const ARTICLE_IDS = [
  'js_content',
  'UCAP-CONTENT',
  'zoom',
  'Zoom',
  'artibody',
  'ArticleContent',
  'articleContent',
];
const ARTICLE_CLASSES = [
  'TRS_Editor',
  'trs_editor_view',
  'pages_content',
  'rm_txt_con',
  'article-content',
  'entry-content',
];
/** WeChat's headline. */
const WECHAT_TITLE = 'activity-name';

/** A piece of text from this length is a sentence, whatever its marks. */
const SENTENCE = 25;
const SENTENCE_MARKS = /[。！？；：，!?;]/u;
/** Pages with less of their text in links are documents: nothing of them is left out. */
const LINKED_MOST = 0.2;
/** The part of a page's sentences that its article has at least. */
const ARTICLE_LEAST = 0.5;
/** As above, for an element that is taken only because its sentences are there. */
const DENSE_LEAST = 0.8;

/**
 * Finds a page's article: by a name that articles have, as `<article>` or `<main>`, else the smallest element that has
 * nearly all sentences. A page without menus is read whole, and so is one that `isWhole`: what Word has written, or a selection.
 */
export function contentOf(body: HtmlElement, isWhole: boolean): Content {
  const whole = { root: body, titles: [], isPage: false };
  if (isWhole) return whole;
  const measures = new Map<HtmlElement, Measure>();
  const page = measure(body, false, measures);
  const named = byName(body, measures, page);
  const parts = [...descendants(body)].some((element) => isBeside(element) || isMargin(element));
  if (named === null && !parts && page.linked <= page.all * LINKED_MOST) return whole;
  const root = named ?? marked(body, measures, page) ?? dense(body, measures, page);
  return { root, titles: titlesOf(body, root), isPage: true };
}

function measure(element: HtmlElement, isLinked: boolean, measures: Map<HtmlElement, Measure>): Measure {
  const sum: Measure = { linked: 0, prose: 0, all: 0 };
  measures.set(element, sum);
  if (isHidden(element) && attributeOf(element, 'id') !== ARTICLE_IDS[0]) return sum;
  const isIn = isLinked || element.tagName === 'a';
  for (const child of element.childNodes) {
    const text = textIn(child);
    if (text !== null) {
      const length = text.replaceAll(/\s/gu, '').length;
      sum.all += length;
      if (isIn) sum.linked += length;
      else if (length >= SENTENCE || SENTENCE_MARKS.test(text)) sum.prose += length;
    } else if (isElement(child)) {
      const inside = measure(child, isIn, measures);
      sum.all += inside.all;
      sum.linked += inside.linked;
      if (!isBeside(child)) sum.prose += inside.prose;
    }
  }
  return sum;
}

/** An element that goes by the name of an article and has most sentences of the page; WeChat's in any case. */
function byName(body: HtmlElement, measures: Map<HtmlElement, Measure>, page: Measure): HtmlElement | null {
  for (const element of descendants(body)) {
    const id = attributeOf(element, 'id');
    if (id === ARTICLE_IDS[0] && (measures.get(element)?.all ?? 0) > 0) return element;
    const isNamed =
      (id !== null && ARTICLE_IDS.includes(id)) ||
      attributeOf(element, 'itemprop') === 'articleBody' ||
      ARTICLE_CLASSES.some((name) => hasClass(element, name));
    if (isNamed && (measures.get(element)?.prose ?? 0) > page.prose * ARTICLE_LEAST) return element;
  }
  return null;
}

/** The `<article>` or `<main>` with most sentences. */
function marked(body: HtmlElement, measures: Map<HtmlElement, Measure>, page: Measure): HtmlElement | null {
  for (const element of descendants(body)) {
    const { tagName } = element;
    const isMarked = tagName === 'article' || tagName === 'main' || attributeOf(element, 'role') === 'main';
    if (isMarked && (measures.get(element)?.prose ?? 0) > page.prose * ARTICLE_LEAST) {
      return marked(element, measures, page) ?? element;
    }
  }
  return null;
}

/** Goes down as long as one child has nearly all sentences of the page. */
function dense(body: HtmlElement, measures: Map<HtmlElement, Measure>, page: Measure): HtmlElement {
  let root = body;
  for (;;) {
    const next = root.childNodes
      .filter(isElement)
      .find((child) => (measures.get(child)?.prose ?? 0) >= Math.max(1, page.prose * DENSE_LEAST));
    // A paragraph alone is no article: what stands beside it belongs to it.
    if (next === undefined || next.tagName === 'p' || next.tagName === 'td') return root;
    root = next;
  }
}

/** The headline before an article that has none itself. */
function titlesOf(body: HtmlElement, root: HtmlElement): readonly HtmlElement[] {
  if (root === body) return [];
  for (const { tagName } of descendants(root)) if (tagName === 'h1') return [];
  let title: HtmlElement | null = null;
  for (const element of descendants(body)) {
    if (element === root) break;
    if (attributeOf(element, 'id') === WECHAT_TITLE) return [element];
    if (element.tagName === 'h1') title = element;
  }
  return title === null ? [] : [title];
}
