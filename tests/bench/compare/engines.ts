import { createRequire } from 'node:module';
import { compare } from '../../../src/core/diff/compare.ts';
import { type Engine, type Stretch, stretchesOf } from './stretch.ts';

/** Our own; `mark` gives the differences of text. */
export const OWN: Engine = {
  name: 'Leitong',
  most: Number.POSITIVE_INFINITY,
  mark: (a, b) =>
    compare(a, b).segments.flatMap(({ kind, class: of, a: inA, b: inB }): readonly Stretch[] => {
      if (kind === 'equal' || of !== 'text') return [];
      return [
        ...(inA === null ? [] : [{ side: 'a' as const, ...inA }]),
        ...(inB === null ? [] : [{ side: 'b' as const, ...inB }]),
      ];
    }),
};

/** The tables call one that is not installed by its name alone. */
export type Peer = Engine | { readonly name: string; readonly mark: null };

const require = createRequire(import.meta.url);

interface DiffMatchPatch {
  Diff_Timeout: number;
  diff_main(a: string, b: string, lines: boolean): Iterable<readonly [-1 | 0 | 1, string]>;
}
interface JsDiff {
  diffWordsWithSpace(
    a: string,
    b: string,
    options: { readonly intlSegmenter: Intl.Segmenter },
  ): Iterable<{ readonly added?: boolean; readonly removed?: boolean; readonly value: string }>;
}
interface CodeMirrorMerge {
  presentableDiff(
    a: string,
    b: string,
    options: { readonly scanLimit: number },
  ): Iterable<{ readonly fromA: number; readonly toA: number; readonly fromB: number; readonly toB: number }>;
}

/** The peers, each as it is meant to be used, without a time-out. */
export const PEERS: readonly Peer[] = [
  peer('diff-match-patch', 100_000, (module) => {
    const engine = new (module as new () => DiffMatchPatch)();
    engine.Diff_Timeout = 0;
    return (a, b) => stretchesOf(lengths(engine.diff_main(a, b, false)));
  }),
  peer('fast-diff', 100_000, (module) => {
    const diff = module as (a: string, b: string) => Iterable<readonly [-1 | 0 | 1, string]>;
    return (a, b) => stretchesOf(lengths(diff(a, b)));
  }),
  peer('diff', 10_000, (module) => {
    const intlSegmenter = new Intl.Segmenter('zh', { granularity: 'word' });
    return (a, b) =>
      stretchesOf(
        Array.from(
          (module as JsDiff).diffWordsWithSpace(a, b, { intlSegmenter }),
          ({ added, removed, value }) => [added === true ? 1 : removed === true ? -1 : 0, value.length],
        ),
      );
  }),
  peer(
    '@codemirror/merge',
    1_000_000,
    (module) => (a, b) =>
      // The limit that its own view has for texts of one chunk.
      Array.from((module as CodeMirrorMerge).presentableDiff(a, b, { scanLimit: 500 })).flatMap(
        ({ fromA, toA, fromB, toB }) => [
          ...(fromA < toA ? [{ side: 'a' as const, start: fromA, end: toA }] : []),
          ...(fromB < toB ? [{ side: 'b' as const, start: fromB, end: toB }] : []),
        ],
      ),
  ),
];

function* lengths(script: Iterable<readonly [-1 | 0 | 1, string]>): Iterable<readonly [-1 | 0 | 1, number]> {
  for (const [kind, { length }] of script) yield [kind, length];
}

function peer(name: string, most: number, markOf: (module: unknown) => Engine['mark']): Peer {
  try {
    return { name, most, mark: markOf(require(name)) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    return { name, mark: null };
  }
}
