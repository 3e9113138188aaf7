import type { Tree } from './tree.ts';

/** Whether changes are written as revisions that can be accepted and refused, or made. */
export type Manner = 'tracked' | 'applied';

/** Who the revisions and comments are by. */
export const AUTHOR = '雷同';

/** Writes the elements of revisions, with the file's own prefix and with ids that nobody else has. */
export interface Pen {
  readonly manner: Manner;
  /** The attributes of a revision: id, author, time. */
  attributes(): string;
  id(): number;
  /** The start of an element: `tag('ins', …)` gives `<w:ins …>`; `/` at the end of the attributes makes it empty. */
  tag(name: string, attributes?: string): string;
  end(name: string): string;
  /** An attribute with a space before it. */
  attribute(name: string, value: string | number): string;
  /** A run's insides that say `text`: tabs and line ends as elements. */
  words(text: string): string;
  /** One element of text, `t` or `delText`. */
  text(name: string, text: string): string;
}

/** A pen for one part. `nextId` gives ids that are used once; `date` is as the schema has it: 2024-01-01T09:00:00Z. */
export function penFor({ prefix }: Tree, manner: Manner, nextId: () => number, date: string): Pen {
  const attribute = (name: string, value: string | number) => ` ${prefix}${name}="${value}"`;
  const tag = (name: string, attributes = '') => `<${prefix}${name}${attributes}>`;
  const end = (name: string) => `</${prefix}${name}>`;
  const text = (name: string, words: string) =>
    `${tag(name, ' xml:space="preserve"')}${escaped(words)}${end(name)}`;
  return {
    manner,
    attributes: () => attribute('id', nextId()) + attribute('author', AUTHOR) + attribute('date', date),
    id: nextId,
    tag,
    end,
    attribute,
    text,
    words: (words) =>
      words
        .split('\n')
        .map((line) =>
          line
            .split('\t')
            .map((piece) => (piece === '' ? '' : text('t', piece)))
            .join(tag('tab', '/')),
        )
        .join(tag('br', '/')),
  };
}

/** What XML 1.0 cannot hold, escaped or not. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Text as it stands between tags. */
export function escaped(text: string): string {
  return text.replace(NOT_XML, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
