import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Passage } from '../../../src/core/reuse/pair.ts';
import { MEGABYTE_OF_SPEECHES, type Corpora, type Corpus } from '../corpora.ts';
import { REPEATS, type Repeat } from '../repeats.ts';
import { speeches, type MadeDocument } from '../speeches.ts';
import { printMarkdown, tell } from '../table.ts';
import { detectInNode } from './in-node.ts';
import { runSim } from './peers/sim.ts';
import type { Place } from './places.ts';
import { purityOf } from './purity.ts';
import { score, type Score } from './score.ts';

/** In characters: documents of some twenty speeches, as of one meeting. */
const DOCUMENT_CHARACTERS = 20_000;

/** In megabytes: what is judged. The larger a text, the more often stock phrases tie together what has nothing in common. */
const SIZES = [1, 10];

/** Prints what is found of what was planted in texts up to so many megabytes, by us and by sim_text. */
export async function measureQuality(corpora: Corpora, most: number): Promise<void> {
  for (const size of SIZES.filter((megabytes) => megabytes <= most)) await judge(corpora, size);
}

/** Two places that share nothing but stock clauses or ritual count as wrong: what everybody says is no finding. */
async function judge(corpora: Corpora, megabytes: number): Promise<void> {
  tell(`what is found in ${megabytes} MB`);
  const characters = megabytes * MEGABYTE_OF_SPEECHES;
  const made = [...speeches({ seed: 2, characters, documentCharacters: DOCUMENT_CHARACTERS })];
  const { pairs, clusters } = detectInNode(made.map(({ text }) => text)).detection;
  const sim = await runSim(written(corpora, made), corpora.folder);
  const own = score(
    made,
    pairs.map(({ a, b }) => [placeOf(a), placeOf(b)] as const),
  );
  const other = sim.kind === 'ran' ? score(made, sim.pairs) : sim.why;
  const { members, belonging } = purityOf(
    made,
    clusters.map((cluster) => cluster.members.map(placeOf)),
  );
  printMarkdown(`Found of what was planted in ${megabytes} MB`, [
    ['kind', 'planted', 'Leitong', 'sim_text'],
    ...(Object.keys(REPEATS) as Repeat[]).map((kind) => [
      kind,
      String(own.recall.get(kind)?.planted ?? 0),
      recallOf(own, kind),
      recallOf(other, kind),
    ]),
    ['right of the pairs reported', '', precisionOf(own), precisionOf(other)],
    ['right of the passages in clusters', '', shareOf(belonging, members), ''],
  ]);
}

function placeOf({ document, span }: Pick<Passage, 'document' | 'span'>): Place {
  return { document: Number(document.slice(1)), ...span };
}

/** The documents as files, for a program that reads them. */
function written({ folder }: Corpora, made: readonly MadeDocument[]): Corpus {
  const files = made.map(({ text }, index) => {
    const file = join(folder, `quality-${index}.txt`);
    writeFileSync(file, text);
    return file;
  });
  return { name: 'quality', files, bytes: 0 };
}

function recallOf(result: Score | string, kind: Repeat): string {
  if (typeof result === 'string') return result;
  const { found = 0, planted = 0 } = result.recall.get(kind) ?? {};
  return planted === 0 ? '–' : (found / planted).toFixed(2);
}

function precisionOf(result: Score | string): string {
  if (typeof result === 'string') return result;
  return shareOf(result.right, result.reported);
}

function shareOf(part: number, whole: number): string {
  return `${(part / Math.max(1, whole)).toFixed(3)} of ${whole}`;
}
