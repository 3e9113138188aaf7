import type { Corpus } from '../../corpora.ts';

/** How long a peer may take, in milliseconds. */
export const PATIENCE = 180_000;

/** What a peer did. */
export type PeerRun =
  | {
      readonly kind: 'ran';
      readonly milliseconds: number;
      readonly peakBytes: number;
      /** How many findings it reports, in its own unit. */
      readonly found: number;
    }
  | { readonly kind: 'failed'; readonly why: string };

/** A program that is measured beside us. */
export interface Peer {
  readonly name: string;
  run(corpus: Corpus, folder: string): Promise<PeerRun>;
}

/** What is said where the peers from the registry are missing. */
export const HOW_TO_INSTALL = 'not installed (npm install --prefix tests/bench)';
