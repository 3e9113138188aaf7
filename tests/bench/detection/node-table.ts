import { textsOf, type Corpus } from '../corpora.ts';
import { figure, median, printMarkdown, tell } from '../table.ts';
import { detectInNode, largestGroup, type NodeRun } from './in-node.ts';

/** Prints how fast detection is in Node; gives the median of the milliseconds by corpus. */
export function measureInNode(corpora: readonly Corpus[], runs: number): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const rows = corpora.map((corpus) => {
    tell(`${corpus.name} in Node`);
    const texts = textsOf(corpus);
    const all = Array.from({ length: runs }, () => detectInNode(texts));
    const time = (of: (run: NodeRun) => number): number => median(all.map(of));
    times.set(
      corpus.name,
      time(({ detecting }) => detecting),
    );
    const [{ detection } = { detection: null }] = all;
    return [
      corpus.name,
      figure(corpus.bytes / 1e6),
      figure(time(({ detecting }) => detecting)),
      figure(time(({ longestStep }) => longestStep)),
      figure(time(({ structuring }) => structuring)),
      String(detection?.pairs.length),
      String(detection?.clusters.length),
      String(detection && largestGroup(detection)),
    ];
  });
  printMarkdown(`Detection in Node ${process.version}, the median of ${runs}`, [
    ['texts', 'MB', 'ms', 'longest step, ms', 'structure, ms', 'pairs', 'clusters', 'largest group'],
    ...rows,
  ]);
  return times;
}
