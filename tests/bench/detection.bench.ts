import { detect } from '../../src/core/reuse/detect.ts';
import type { StructuredDocument } from '../../src/core/structure/speech.ts';
import { readStructure } from '../../src/core/structure/structure.ts';
import { makeDocuments, seeded } from './speeches.ts';

/**
 * How fast detection is: `npx tsx tests/bench/detection.bench.ts`. Prints a table; the median of five runs, reading left
 * out. "longest step" is the longest that a run did not hear a cancellation.
 */
const RUNS = 5;
/** UTF-8 bytes of a Chinese character. */
const BYTES = 3;
const MEGABYTE = 1_000_000;

interface Result {
  readonly milliseconds: number;
  readonly longestStep: number;
  readonly pairs: number;
  readonly largestCluster: number;
}

function documentsOf(texts: readonly string[]): readonly StructuredDocument[] {
  return texts.map((text, index) => ({
    document: {
      id: `d${index}`,
      name: `${index}.txt`,
      text,
      encoding: 'utf-8',
      origin: 'file',
      byteLength: BYTES * text.length,
    },
    speeches: readStructure(text),
  }));
}

function run(documents: readonly StructuredDocument[]): Result {
  const begun = performance.now();
  const steps = detect(documents);
  let last = begun;
  let longestStep = 0;
  for (;;) {
    const step = steps.next();
    const now = performance.now();
    longestStep = Math.max(longestStep, now - last);
    last = now;
    if (step.done !== true) continue;
    const { pairs, clusters } = step.value;
    const largestCluster = clusters.reduce((most, { members }) => Math.max(most, members.length), 0);
    return { milliseconds: now - begun, longestStep, pairs: pairs.length, largestCluster };
  }
}

/** 5 thousand versions of one paragraph of 150 characters, each with so many characters changed. */
function versions(edits: number): readonly string[] {
  const random = seeded(9);
  const character = (): string => String.fromCharCode(0x4e00 + Math.floor(random() * 3_000));
  const original = Array.from({ length: 150 }, character);
  return Array.from({ length: 5_000 }, () => {
    const text = [...original];
    for (let i = 0; i < edits; i++) text[Math.floor(random() * text.length)] = character();
    return text.join('');
  });
}

const CASES: readonly (readonly [name: string, texts: () => readonly string[]])[] = [
  ['1 MB of speeches', () => makeDocuments(MEGABYTE / BYTES, 1)],
  ['10 MB of speeches', () => makeDocuments((10 * MEGABYTE) / BYTES, 1)],
  ['5,000 copies of a paragraph', () => versions(0)],
  ['5,000 versions of a paragraph', () => versions(2)],
];

console.log('| texts | MB | ms | longest step, ms | pairs | largest cluster |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const [name, texts] of CASES) {
  const documents = documentsOf(texts());
  const bytes = documents.reduce((total, { document }) => total + document.byteLength, 0);
  const results = Array.from({ length: RUNS }, () => run(documents));
  const [median] = [...results].sort((p, q) => p.milliseconds - q.milliseconds).slice(Math.floor(RUNS / 2));
  if (median === undefined) throw new Error(`no run of ${name}`);
  const { milliseconds, longestStep, pairs, largestCluster } = median;
  const figures = [
    (bytes / MEGABYTE).toFixed(1),
    milliseconds.toFixed(0),
    longestStep.toFixed(0),
    pairs,
    largestCluster,
  ];
  console.log(`| ${[name, ...figures].join(' | ')} |`);
}
