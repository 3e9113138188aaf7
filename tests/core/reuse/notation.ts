import type { Detection, Passage } from '../../../src/core/reuse/pair.ts';
import type { StructuredDocument } from '../../../src/core/structure/speech.ts';

/** Characters of a passage that are written down at either end. */
const SHOWN = 10;

/**
 * A detection in a few lines, in order of the text: `kind scope similarity | passage | passage`, where a passage is its
 * beginning, its end and its length in UTF-16 units; then `cluster` and the number of members of each cluster.
 */
export function notate(detection: Detection, documents: readonly StructuredDocument[]): string {
  const texts = new Map(documents.map(({ document }) => [document.id, document.text]));
  const order = new Map(documents.map(({ document }, index) => [document.id, index]));
  const place = ({ document, span }: Passage): number => (order.get(document) ?? 0) * 1e9 + span.start;
  const shown = ({ document, span }: Passage): string => {
    const text = (texts.get(document) ?? '').slice(span.start, span.end).replaceAll(/\s+/g, '');
    return `${text.slice(0, SHOWN)}…${text.slice(-SHOWN)} (${span.end - span.start})`;
  };
  const pairs = [...detection.pairs]
    .sort((p, q) => place(p.a) - place(q.a) || place(p.b) - place(q.b))
    .map(({ kind, scope, similarity, a, b }) =>
      [`${kind} ${scope} ${similarity.toFixed(2)}`, shown(a), shown(b)].join(' | '),
    );
  const clusters = detection.clusters
    .map(({ members }) => members.length)
    .sort((p, q) => q - p)
    .map((size) => `cluster ${size}`);
  return [...pairs, ...clusters, ''].join('\n');
}
