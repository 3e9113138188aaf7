import type { Detection, Pair } from '../core/reuse/pair.ts';
import type { StructuredDocument } from '../core/structure/speech.ts';
import { expandPaths, readArguments } from './arguments.ts';
import { readDocuments } from './documents.ts';
import { reportOf } from './json.ts';
import { drawTable } from './table.ts';

const { json, paths } = readArguments(process.argv.slice(2));
if (paths.length === 0) {
  process.stderr.write('usage: detect [--json] FILE|FOLDER…\n');
  process.exitCode = 2;
} else {
  const documents = readDocuments(expandPaths(paths));
  const detection: Detection = { pairs: [], clusters: [], limits: [] };
  const output = json
    ? JSON.stringify(reportOf(documents, detection))
    : drawTable(
        ['kind', 'scope', 'similarity', 'a', 'b', 'text'],
        detection.pairs.map((pair) => row(pair, documents)),
      );
  process.stdout.write(`${output}\n`);
}

/** A pair as a line of the table: who says it on both sides, and how it begins. */
function row({ a, b, kind, scope, similarity }: Pair, documents: readonly StructuredDocument[]): string[] {
  return [kind, scope, similarity.toFixed(2), nameOf(a), nameOf(b), beginningOf(a)];

  function nameOf(side: Pair['a']): string {
    const speech = documents.find(({ document }) => document.id === side.document)?.speeches[side.speech];
    const measure = side.measure === null ? undefined : speech?.measures[side.measure];
    return `${speech?.speaker || speech?.title || '?'} ${measure?.ordinal ?? '·'}`;
  }

  function beginningOf(side: Pair['a']): string {
    const text = documents.find(({ document }) => document.id === side.document)?.document.text ?? '';
    return text.slice(side.span.start, Math.min(side.span.end, side.span.start + 30)).replaceAll(/\s/gu, '');
  }
}
