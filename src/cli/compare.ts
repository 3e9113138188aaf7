/**
 * Compares two files: `npx tsx src/cli/compare.ts [--json] FILE_A FILE_B`. With `--json` prints the segments that the view
 * is made of, otherwise the rows, a person's reading: `[-left out-]`, `{+put in+}`, `<moved>`, `~form~`.
 */
import { compare } from '../core/diff/compare.ts';
import type { Comparison, Row, SideName } from '../core/diff/comparison.ts';
import { type Piece, piecesOfRow } from '../core/diff/pieces.ts';
import { slice } from '../core/text/span.ts';
import { readText } from './documents.ts';

const GUTTER = { equal: '＝', changed: '≈', 'only-a': '－', 'only-b': '＋' } as const;

async function main(args: readonly string[]): Promise<number> {
  const files = args.filter((arg) => arg !== '--json');
  const [fileA, fileB] = files;
  if (fileA === undefined || fileB === undefined || files.length > 2) {
    console.error('usage: compare [--json] FILE_A FILE_B');
    return 2;
  }
  const [a, b] = [await readText(fileA), await readText(fileB)];
  if (a === null || b === null) return 1;
  const comparison = compare(a, b);
  const { segments, coarse } = comparison;
  if (args.includes('--json')) console.log(JSON.stringify({ segments, coarse }));
  else console.log(readable(comparison));
  return 0;
}

function readable(comparison: Comparison): string {
  const lines = comparison.rows.map((row) => {
    const [a, b] = [sideOf(comparison, row, 'a'), sideOf(comparison, row, 'b')];
    return row.kind === 'equal' && a === b ? `${GUTTER.equal} ${a}` : `${GUTTER[row.kind]} ${a}\n   ${b}`;
  });
  return [
    ...lines,
    ...(comparison.coarse ? ['(coarse: a limit made this less fine than it could be)'] : []),
  ].join('\n');
}

function sideOf(comparison: Comparison, row: Row, side: SideName): string {
  const shown = (piece: Piece): string => {
    const text = slice(comparison.texts[side], piece.span).replaceAll('\n', '⏎');
    switch (piece.mark) {
      case 'replaced':
      case 'only':
        return side === 'a' ? `[-${text}-]` : `{+${text}+}`;
      case 'moved':
        return `<${text}>`;
      case 'form':
        return `~${text}~`;
      default:
        return text;
    }
  };
  return piecesOfRow(comparison, row, side).map(shown).join('');
}

process.exitCode = await main(process.argv.slice(2));
