import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.ts';
import { HOW_TO_INSTALL, PATIENCE, type Peer } from './peer.ts';

const COMMAND = 'tests/bench/node_modules/jscpd/run-jscpd.js';
/** In tokens, as for sim_text. */
const SHORTEST_RUN = 13;

/** jscpd 5 (Rust), which knows words and not Chinese: characters are spaced, paragraphs are lines. */
export const jscpd: Peer = {
  name: `jscpd 5 (Rust), runs of ${SHORTEST_RUN}`,
  async run(corpus, folder) {
    if (!existsSync(COMMAND)) return { kind: 'failed', why: HOW_TO_INSTALL };
    const own = mkdtempSync(join(folder, 'jscpd-'));
    const texts = join(own, 'texts');
    mkdirSync(texts);
    for (const [index, file] of corpus.files.entries()) {
      const spaced = readFileSync(file, 'utf8').replaceAll(/\p{L}/gu, '$& ');
      writeFileSync(join(texts, `${index}.txt`), spaced);
    }
    const run = await runChild(
      process.execPath,
      [
        COMMAND,
        ...['--min-tokens', String(SHORTEST_RUN), '--min-lines', '1', '--max-lines', '1000000'],
        ...['--max-size', '100mb', '--reporters', 'json', '--output', own, '--format', 'txt', texts],
      ],
      { patience: PATIENCE, fine: [0, 1] },
    );
    if (run.kind === 'failed') return run;
    const { milliseconds, peakBytes } = run;
    return { kind: 'ran', milliseconds, peakBytes, found: duplicatesIn(join(own, 'jscpd-report.json')) };
  },
};

/** NaN when it wrote no report. */
function duplicatesIn(report: string): number {
  if (!existsSync(report)) return Number.NaN;
  const { duplicates } = JSON.parse(readFileSync(report, 'utf8')) as { duplicates: readonly unknown[] };
  return duplicates.length;
}
