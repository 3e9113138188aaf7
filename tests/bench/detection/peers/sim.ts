import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Corpus } from '../../corpora.ts';
import type { Place } from '../places.ts';
import { runChild } from './child.ts';
import { PATIENCE, type Peer, type PeerRun } from './peer.ts';

/** In tokens: the shortest run it reports, the length that finds most without drowning it. */
const SHORTEST_RUN = 13;

type SimRun =
  | (PeerRun & { readonly kind: 'ran'; readonly pairs: readonly (readonly [Place, Place])[] })
  | { readonly kind: 'failed'; readonly why: string };

/**
 * sim_text of Dick Grune's similarity tester (Debian: similarity-tester). It knows words and not Chinese, so each character
 * gets a line of its own, whose number then says where the character stands.
 */
export const sim: Peer = { name: `sim_text (C), runs of ${SHORTEST_RUN}`, run: runSim };

/** Runs sim_text and gives the places that it reports as well. */
export async function runSim(corpus: Corpus, folder: string): Promise<SimRun> {
  const spaced = mkdtempSync(join(folder, 'sim-'));
  const files = corpus.files.map((file, index) => {
    const path = join(spaced, `${index}.txt`);
    const characters = readFileSync(file, 'utf8').replaceAll(/\s/g, ' ').split('');
    writeFileSync(path, `${characters.join('\n')}\n`);
    return path;
  });
  const run = await runChild('sim_text', ['-r', String(SHORTEST_RUN), '-n', '-T', '-i'], {
    patience: PATIENCE,
    input: `${files.join('\n')}\n`,
  });
  if (run.kind === 'failed') {
    return {
      ...run,
      why: run.why.includes('ENOENT') ? 'not installed (apt install similarity-tester)' : run.why,
    };
  }
  const pairs = [...placesIn(run.output)];
  const { milliseconds, peakBytes } = run;
  return { kind: 'ran', milliseconds, peakBytes, pairs, found: pairs.length };
}

/** Reads lines like `…/3.txt: line 11-40 |…/7.txt: line 21-50 [30]`. */
function* placesIn(output: string): Generator<readonly [Place, Place]> {
  const side = String.raw`([^\s|]+): line (\d+)-(\d+)\s*`;
  for (const match of output.matchAll(new RegExp(String.raw`^${side}\|${side}\[`, 'gm'))) {
    const [, a = '', startA, endA, b = '', startB, endB] = match;
    yield [placeOf(a, startA, endA), placeOf(b, startB, endB)];
  }
}

function placeOf(file: string, start: string | undefined, end: string | undefined): Place {
  return { document: Number(basename(file, '.txt')), start: Number(start) - 1, end: Number(end) };
}
