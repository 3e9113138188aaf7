import { existsSync } from 'node:fs';
import { runChild } from './child.ts';
import { HOW_TO_INSTALL, PATIENCE, type Peer } from './peer.ts';

const INSTALLED = 'tests/bench/node_modules/@dodona/dolos-core';
const CHILD = 'tests/bench/detection/peers/dolos-child.mjs';
/** In megabytes: a bound to its heap, so that it fails and not the machine. */
const HEAP = 4_096;

/** Dolos, on speeches, with its defaults: it compares whole files and finds nothing within one. The start of Node is left out. */
export const dolos: Peer = {
  name: 'Dolos (JavaScript), k 23, window 17, by speeches',
  async run(corpus) {
    if (!existsSync(INSTALLED)) return { kind: 'failed', why: HOW_TO_INSTALL };
    const run = await runChild(process.execPath, [`--max-old-space-size=${HEAP}`, CHILD], {
      patience: PATIENCE,
      input: corpus.files.join('\n'),
    });
    if (run.kind === 'failed') return run;
    const { milliseconds, pairs } = JSON.parse(run.output) as { milliseconds: number; pairs: number };
    return { kind: 'ran', milliseconds, peakBytes: run.peakBytes, found: pairs };
  },
};
