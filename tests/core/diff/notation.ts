import { compare } from '../../../src/core/diff/compare.ts';
import type { Comparison, SideName } from '../../../src/core/diff/comparison.ts';
import { type Piece, piecesOf } from '../../../src/core/diff/pieces.ts';
import { slice } from '../../../src/core/text/span.ts';

/** Marks as brackets: `[changed]`, `(form)`, `<moved>`, `^` a caret. Only what really differs, since words vary by engine. */
export function marked(a: string, b: string): readonly [a: string, b: string] {
  const comparison = compare(a, b);
  return [sideOf(comparison, 'a'), sideOf(comparison, 'b')];
}

function sideOf(comparison: Comparison, side: SideName): string {
  const text = comparison.texts[side];
  const pieces = piecesOf(comparison, side, { start: 0, end: text.length });
  return pieces.map((piece) => bracketed(slice(text, piece.span), piece)).join('');
}

function bracketed(text: string, { mark, strong }: Piece): string {
  if (mark === 'caret') return '^';
  if (mark === 'moved') return `<${text}>`;
  if (mark === 'none' || !strong) return text;
  return mark === 'form' ? `(${text})` : `[${text}]`;
}
