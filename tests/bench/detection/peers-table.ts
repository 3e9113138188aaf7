import type { Corpora, Corpus } from '../corpora.ts';
import { figure, printMarkdown, tell } from '../table.ts';
import { dolos } from './peers/dolos.ts';
import { jscpd } from './peers/jscpd.ts';
import type { PeerRun } from './peers/peer.ts';
import { sim } from './peers/sim.ts';

/** Milliseconds by peer on 10 MB; NaN where it did not run. */
export interface PeerTimes {
  readonly sim: number;
  readonly dolos: number;
}

const PEERS = { sim, jscpd, dolos };
/** In megabytes: the texts they are given. More takes some of them hours. */
const SIZES = [1, 10];

/**
 * Prints how long the peers take for the texts that we are given, beside our own times (milliseconds by corpus). The times of
 * sim_text and jscpd are of whole processes, which read their files; those of Dolos and ours are without reading.
 */
export async function measurePeers(
  corpora: Corpora,
  most: number,
  own: readonly (readonly [name: string, times: ReadonlyMap<string, number>])[],
): Promise<PeerTimes> {
  const rows: string[][] = [];
  const times = { sim: Number.NaN, dolos: Number.NaN };
  for (const size of SIZES.filter((megabytes) => megabytes <= most)) {
    const corpus = corpora.speeches(size, 1);
    const reference = own.find(([, each]) => each.has(corpus.name))?.[1].get(corpus.name) ?? Number.NaN;
    for (const [name, each] of own) {
      const time = each.get(corpus.name);
      if (time !== undefined) rows.push([corpus.name, name, figure(time), ratio(time, reference), '', '']);
    }
    for (const [name, peer] of Object.entries(PEERS)) {
      tell(`${peer.name} on ${corpus.name}`);
      const run = await peer.run(corpus, corpora.folder);
      rows.push(rowOf(corpus, peer.name, run, reference));
      if (size === 10 && run.kind === 'ran' && name in times)
        times[name as keyof PeerTimes] = run.milliseconds;
    }
  }
  printMarkdown('Beside others, in the same run on the same texts', [
    ['texts', 'program', 'ms', 'times ours', 'peak, MB', 'findings (its own unit)'],
    ...rows,
  ]);
  return times;
}

function rowOf({ name }: Corpus, peer: string, run: PeerRun, reference: number): string[] {
  if (run.kind === 'failed') return [name, peer, run.why, '', '', ''];
  const { milliseconds, peakBytes, found } = run;
  return [
    name,
    peer,
    figure(milliseconds),
    ratio(milliseconds, reference),
    figure(peakBytes / 1e6),
    String(found),
  ];
}

function ratio(time: number, reference: number): string {
  return Number.isNaN(reference) ? '–' : `${figure(time / reference)} ×`;
}
