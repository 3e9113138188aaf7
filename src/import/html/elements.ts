import { attributeOf, hasClass, styleOf, type HtmlElement } from './tree.ts';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What a browser does not show, or shows as something else than text. */
const NO_TEXT = names(
  'script style noscript template svg math iframe frame object embed audio video canvas map head title link meta ' +
    'select option optgroup datalist button input textarea progress meter rt rp rtc dialog',
);
/** Elements that begin and end a paragraph. */
const BLOCKS = names(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul caption xmp',
);
/** Parts of a page that are not its article, wherever they stand. */
const BESIDE = names('nav aside');
const BESIDE_ROLES = names('navigation complementary search menu menubar toolbar banner contentinfo');

/** Whether nothing inside the element is read. */
export function isHidden(element: HtmlElement): boolean {
  if (NO_TEXT.has(element.tagName) || attributeOf(element, 'hidden') !== null) return true;
  // Word's anchors of comments, which stand in the text like [周1].
  if (hasClass(element, 'msocomanchor') || hasClass(element, 'MsoCommentReference')) return true;
  // The arrow behind a note that leads back to its mark.
  if (attributeOf(element, 'role') === 'doc-backlink') return true;
  if (attributeOf(element, 'style') === null) return false;
  return (
    styleOf(element, 'display') === 'none' ||
    styleOf(element, 'visibility') === 'hidden' ||
    styleOf(element, 'mso-hide') === 'all' ||
    styleOf(element, 'mso-element') === 'comment-list'
  );
}

export function isBlock(element: HtmlElement): boolean {
  if (BLOCKS.has(element.tagName)) return styleOf(element, 'display') !== 'inline';
  return styleOf(element, 'display') === 'block';
}

/** Whether the element is a menu or the like by its own word. */
export function isBeside(element: HtmlElement): boolean {
  return BESIDE.has(element.tagName) || BESIDE_ROLES.has(attributeOf(element, 'role') ?? '');
}

/** Whether it is the mark of a note in the text, as LibreOffice, pandoc and publishers write it. */
export function isNoteMark(element: HtmlElement): boolean {
  if (element.tagName !== 'a' || attributeOf(element, 'href') === null) return false;
  return (
    attributeOf(element, 'role') === 'doc-noteref' ||
    ['sdfootnoteanc', 'sdendnoteanc', 'sdfootnotesym', 'sdendnotesym'].some((name) => hasClass(element, name))
  );
}

/** Whether it holds notes: at the end of a page of Word, LibreOffice or pandoc. */
export function isNotes(element: HtmlElement): boolean {
  const role = attributeOf(element, 'role');
  return (
    styleOf(element, 'mso-element').endsWith('note-list') ||
    (element.tagName === 'div' && /^sd(?:foot|end)note\d/u.test(attributeOf(element, 'id') ?? '')) ||
    role === 'doc-endnotes' ||
    role === 'doc-footnote'
  );
}

/** Whether it is the head or foot of a page (and not of an article, nor a document's title as pandoc sets it). */
export function isMargin(element: HtmlElement): boolean {
  const { tagName } = element;
  if (tagName === 'footer') return true;
  return tagName === 'header' && attributeOf(element, 'id') !== 'title-block-header';
}

/** Whether it is what stands at the head or foot of every printed page, as LibreOffice writes it. */
export function isRunning(element: HtmlElement): boolean {
  return element.tagName === 'div' && ['header', 'footer'].includes(attributeOf(element, 'title') ?? '');
}

/** 1 to 9 for headings, also for Word's that are none for HTML; 0 for everything else. */
export function headingLevelOf(element: HtmlElement): number {
  const { tagName } = element;
  if (tagName.length === 2 && tagName.startsWith('h') && tagName >= 'h1' && tagName <= 'h6') {
    return Number(tagName.charAt(1));
  }
  const told = styleOf(element, 'mso-outline-level') || roleLevelOf(element);
  if (/^[1-9]$/u.test(told)) return Number(told);
  return hasClass(element, 'MsoTitle') ? 1 : 0;
}

function roleLevelOf(element: HtmlElement): string {
  return attributeOf(element, 'role') === 'heading' ? (attributeOf(element, 'aria-level') ?? '2') : '';
}
