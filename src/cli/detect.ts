import { detectAll } from '../core/reuse/detect.ts';
import type { Pair, Passage } from '../core/reuse/pair.ts';
import type { StructuredDocument } from '../core/structure/speech.ts';
import { expandPaths, readArguments } from './arguments.ts';
import { readDocuments } from './documents.ts';
import { reportOf } from './json.ts';
import { drawTable } from './table.ts';

/** Characters of a passage's beginning that the table shows. */
const SHOWN = 30;

const { json, paths } = readArguments(process.argv.slice(2));
if (paths.length === 0) {
  process.stderr.write('usage: detect [--json] FILE|FOLDER…\n');
  process.exitCode = 2;
} else {
  const documents = await readDocuments(expandPaths(paths));
  const detection = detectAll(documents);
  if (json) process.stdout.write(`${JSON.stringify(reportOf(documents, detection))}\n`);
  else process.stdout.write(`${drawPairs(detection.pairs, documents)}\n`);
}

/** A line for each pair: how alike, who says it on both sides, and how it begins. */
function drawPairs(pairs: readonly Pair[], documents: readonly StructuredDocument[]): string {
  const byId = new Map(documents.map((structured) => [structured.document.id, structured]));
  const nameOf = (side: Passage) => {
    const speech = byId.get(side.document)?.speeches[side.speech];
    const measure = side.measure === null ? undefined : speech?.measures[side.measure];
    return `${speech?.speaker || speech?.title || '?'} ${measure?.ordinal ?? '·'}`;
  };
  const beginningOf = ({ document, span }: Passage) => {
    const text = byId.get(document)?.document.text ?? '';
    return text.slice(span.start, Math.min(span.end, span.start + SHOWN)).replaceAll(/\s/gu, '');
  };
  return drawTable(
    ['kind', 'scope', 'similarity', 'a', 'b', 'text'],
    pairs.map(({ kind, scope, similarity, a, b }) => [
      kind,
      scope,
      similarity.toFixed(2),
      nameOf(a),
      nameOf(b),
      beginningOf(a),
    ]),
  );
}
