import type { Comparison, SideName } from '../../core/diff/comparison.ts';
import type { Line } from '../../core/diff/lines.ts';
import type { GalleyBlock } from './galley-items.ts';

/** What a block holds of one side, drawn or not. */
export function textOfBlock(block: GalleyBlock | undefined, comparison: Comparison, side: SideName): string {
  const lines = block?.items.filter((item) => item.kind === 'row' || item.kind === 'fold') ?? [];
  return lines.map((line) => textOfLine(line, comparison, side)).join('');
}

/** What a line holds of one side; an open fold nothing, since its lines follow. */
export function textOfLine(line: Line, { texts }: Comparison, side: SideName): string {
  const span = line.kind === 'row' ? line.row[side] : line.isOpen ? null : line.fold[side];
  return span === null ? '' : texts[side].slice(span.start, span.end);
}
