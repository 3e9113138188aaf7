import { decodedXml } from '../../office/xml.ts';
import { AUTHOR, escaped, type Pen } from './pen.ts';
import { Splices } from './splices.ts';
import { treeOf, type Tree } from './tree.ts';

/** A comment on `[start, end)` of the text. */
export interface Remarked {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** A comment with the id by which the text refers to it. */
export interface NumberedComment {
  readonly id: number;
  readonly words: string;
}

/** The ends of a comment's range, and the sign that belongs to the second. */
export function rangeOf(id: number, pen: Pen): { readonly start: string; readonly end: string } {
  const attributes = `${pen.attribute('id', id)}/`;
  return {
    start: pen.tag('commentRangeStart', attributes),
    end:
      pen.tag('commentRangeEnd', attributes) +
      pen.tag('r') +
      pen.tag('commentReference', attributes) +
      pen.end('r'),
  };
}

/** The part of comments with new ones; `known` is what the file has, null for none. */
export function commentsXml(
  known: Uint8Array | null,
  comments: readonly NumberedComment[],
  penOf: (tree: Pick<Tree, 'prefix'>) => Pen,
  { namespace, date }: { readonly namespace: string; readonly date: string },
): string {
  if (known === null) {
    const pen = penOf({ prefix: 'w:' });
    const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
    return `${head}<w:comments xmlns:w="${namespace}">${commentElements(comments, pen, date)}</w:comments>`;
  }
  const tree = treeOf(known);
  const { root, xml } = tree;
  const elements = commentElements(comments, penOf(tree), date);
  const splices = new Splices();
  declare(tree, splices);
  if (root.end > root.inner) splices.put(root.close, elements);
  else {
    const opening = xml.slice(root.start, root.inner);
    const name = /^<([^\s/>]+)/u.exec(opening)?.[1] ?? '';
    splices.replace(root.inner - 2, root.inner, `>${elements}</${name}>`);
  }
  return inUtf8(splices.applyTo(decodedXml(known)));
}

function commentElements(comments: readonly NumberedComment[], pen: Pen, date: string): string {
  return comments
    .map(({ id, words }) => {
      const by =
        pen.attribute('author', AUTHOR) + pen.attribute('date', date) + pen.attribute('initials', AUTHOR);
      const paragraphs = words
        .split('\n')
        .map((line) => pen.tag('p') + pen.tag('r') + pen.words(line) + pen.end('r') + pen.end('p'))
        .join('');
      return pen.tag('comment', pen.attribute('id', id) + by) + paragraphs + pen.end('comment');
    })
    .join('');
}

/** Declares the prefix of new elements where a file has the namespace as its default alone. */
export function declare({ isDeclared, namespace, prefix, root, xml }: Tree, splices: Splices): void {
  if (isDeclared) return;
  const name = /^<[^\s/>]+/u.exec(xml.slice(root.start, root.inner))?.[0].length ?? 0;
  splices.put(root.start + name, ` xmlns:${prefix.slice(0, -1)}="${escaped(namespace)}"`);
}

/** Says in the XML's first line that it is UTF-8, as it is written. */
export function inUtf8(xml: string): string {
  return xml.replace(/^(<\?xml[^>]{0,200}?encoding=)(?:"[^"]*"|'[^']*')/u, '$1"UTF-8"');
}
