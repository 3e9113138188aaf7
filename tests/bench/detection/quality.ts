import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { REPEATS, type Repeat } from '../repeats.ts';
import { speeches } from '../speeches.ts';
import { printMarkdown } from '../table.ts';
import { MEGABYTE_OF_SPEECHES, type Corpora } from '../corpora.ts';
import { detectInNode } from './in-node.ts';
import { runSim } from './peers/sim.ts';
import { score, type Place, type Score } from './score.ts';

/** In characters: documents of some twenty speeches, as of one meeting. */
const DOCUMENT_CHARACTERS = 20_000;

/** Prints what is found of what was planted in a megabyte, by us and by sim_text. */
export async function measureQuality(corpora: Corpora): Promise<void> {
  const made = [
    ...speeches({ seed: 2, characters: MEGABYTE_OF_SPEECHES, documentCharacters: DOCUMENT_CHARACTERS }),
  ];
  const { detection } = detectInNode(made.map(({ text }) => text));
  const placeOf = ({
    document,
    span,
  }: {
    document: string;
    span: { start: number; end: number };
  }): Place => ({
    document: Number(document.slice(1)),
    ...span,
  });
  const pairs = detection.pairs.map(({ a, b }) => [placeOf(a), placeOf(b)] as const);
  const files = made.map(({ text }, index) => {
    const file = join(corpora.folder, `quality-${index}.txt`);
    writeFileSync(file, text);
    return file;
  });
  const sim = await runSim({ name: 'quality', files, bytes: 0 }, corpora.folder);
  const scores: readonly (readonly [string, Score | string])[] = [
    ['Leitong', score(made, pairs)],
    ['sim_text', sim.kind === 'ran' ? score(made, sim.pairs) : sim.why],
  ];
  printMarkdown('Found of what was planted in 1 MB', [
    ['kind', 'planted', ...scores.map(([name]) => name)],
    ...(Object.keys(REPEATS) as Repeat[]).map((kind) => [
      kind,
      String(made.flatMap(({ plants }) => plants).filter((plant) => plant.kind === kind).length),
      ...scores.map(([, result]) => recallOf(result, kind)),
    ]),
    ['right of the pairs reported', '', ...scores.map(([, result]) => precisionOf(result))],
  ]);
}

function recallOf(result: Score | string, kind: Repeat): string {
  if (typeof result === 'string') return result;
  const { found = 0, planted = 0 } = result.recall.get(kind) ?? {};
  return planted === 0 ? '–' : (found / planted).toFixed(2);
}

function precisionOf(result: Score | string): string {
  if (typeof result === 'string') return result;
  return `${(result.right / Math.max(1, result.reported)).toFixed(3)} of ${result.reported}`;
}
