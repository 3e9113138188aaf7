import type { Layout } from '../core/text/layout.ts';

/** The part of the plain text that a richer form must hold: less, and something was not read. */
const HELD_LEAST = 0.5;

/**
 * What was copied with its form, as a file: RTF as it is, all else as a page. The mark that clipboards put before the selection says that the whole of it was
 * chosen: no menus are to be left out. A byte order mark settles the encoding, whatever the copied page says of its own.
 */
export function richFile(rich: string): Blob {
  if (rich.startsWith('{\\rtf')) return new Blob([rich]);
  return new Blob(['\ufeff<!DOCTYPE html><!--StartFragment-->', rich.replaceAll('\ufeff', '')], {
    type: 'text/html',
  });
}

/**
 * Whether the rich form says more than the plain text: headings, numbers, cells, or other words. Editors of code copy their
 * colours as HTML, which says the same.
 */
export function isRicher(
  rich: { readonly text: string; readonly layout: Layout | null },
  plain: string,
): boolean {
  const words = withoutSpace(rich.text);
  const plainWords = withoutSpace(plain);
  if (words.length < plainWords.length * HELD_LEAST) return false;
  const isFormed = rich.layout?.paragraphs.some(({ kind, number }) => kind !== 'text' || number !== null);
  return isFormed === true || words !== plainWords;
}

function withoutSpace(text: string): string {
  return text.replaceAll(/[\s\ufeff]/gu, '');
}
