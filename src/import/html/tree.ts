import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { ImportError } from '../../core/text/imported.ts';

export type HtmlElement = Tree.Element;
export type HtmlNode = Tree.ChildNode;

/**
 * Elements inside one another, at most, as browsers have it: the parser looks at all that are open for each new one, so
 * deeper files are made to stop their reader.
 */
const DEPTH_MOST = 512;
/** Elements of a page, at most; the pages of the web have some thousand. */
const ELEMENTS_MOST = 1_000_000;
/**
 * Elements for a character, at most, beside some that are always there. `<p>` alone has three characters, but formats that are
 * never closed are made again in every paragraph, so that a page of 15 kB can have a million elements.
 */
const ELEMENTS_PER_CHARACTER = 0.5;
const ELEMENTS_ALWAYS = 10_000;

/** Parses HTML as a browser does; gives its `body`. Throws `ImportError('damaged')` for what is nested without end. */
export function bodyOf(html: string): HtmlElement {
  let depth = 0;
  let elements = 0;
  const most = Math.min(ELEMENTS_MOST, html.length * ELEMENTS_PER_CHARACTER + ELEMENTS_ALWAYS);
  const document = parse(html, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush() {
        if (++depth > DEPTH_MOST || ++elements > most) throw new ImportError('damaged');
      },
      onItemPop() {
        depth--;
      },
    },
  });
  const root = document.childNodes.find(isElement);
  const body = root?.childNodes.filter(isElement).find(({ tagName }) => tagName === 'body');
  // Of a page of frames there is no text.
  if (body === undefined) throw new ImportError('blank');
  return body;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** The text of a text node; null for everything else. */
export function textIn(node: HtmlNode): string | null {
  return node.nodeName === '#text' ? (node as Tree.TextNode).value : null;
}

/** An attribute's value; null when the element has none of this name. */
export function attributeOf({ attrs }: HtmlElement, name: string): string | null {
  for (const attribute of attrs) if (attribute.name === name) return attribute.value;
  return null;
}

/** The value of a property in the element's `style`, in lower case; empty when it is not there. */
export function styleOf(element: HtmlElement, property: string): string {
  const style = attributeOf(element, 'style')?.toLowerCase();
  if (style === undefined || !style.includes(property)) return '';
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon >= 0 && declaration.slice(0, colon).trim() === property) {
      return declaration.slice(colon + 1).trim();
    }
  }
  return '';
}

export function hasClass(element: HtmlElement, name: string): boolean {
  return attributeOf(element, 'class')?.split(/\s+/u).includes(name) ?? false;
}

/** All elements below `root`, in the order of the file. */
export function* descendants(root: HtmlElement): Generator<HtmlElement> {
  const waiting = root.childNodes.filter(isElement).reverse();
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    yield element;
    for (let at = element.childNodes.length - 1; at >= 0; at--) {
      const child = element.childNodes[at];
      if (child !== undefined && isElement(child)) waiting.push(child);
    }
  }
}
