/**
 * Measures the comparison beside raw diff-match-patch in the same run: `npx tsx tests/bench/compare.bench.ts`. For the pairs in
 * tests/fixtures/diff: places marked, characters marked (form left out), edges inside words. Then times for long texts; with `--million` also for a million characters.
 */
import { readFileSync, readdirSync } from 'node:fs';
import DiffMatchPatch from 'diff-match-patch';
import { compare } from '../../src/core/diff/compare.ts';

const FIXTURES = new URL('../fixtures/diff/', import.meta.url);
const SEEDS = new URL('../../seeds/', import.meta.url);
const RUNS = 3;

interface Quality {
  places: number;
  marked: number;
  edges: number;
  inWords: number;
}

/** A stretch that is marked on one side. */
interface Stretch {
  readonly side: 0 | 1;
  readonly start: number;
  readonly end: number;
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

function wordEdges(text: string): ReadonlySet<number> {
  return new Set([...words.segment(text)].map(({ index }) => index).concat(text.length));
}

function qualityOf(texts: readonly [string, string], stretches: readonly Stretch[]): Quality {
  const edges = texts.map(wordEdges);
  const cut = (side: 0 | 1, at: number) => (edges[side]?.has(at) === true ? 0 : 1);
  return {
    places: stretches.length,
    marked: stretches.reduce((sum, { start, end }) => sum + end - start, 0),
    edges: 2 * stretches.length,
    inWords: stretches.reduce((sum, { side, start, end }) => sum + cut(side, start) + cut(side, end), 0),
  };
}

function ours(a: string, b: string): readonly Stretch[] {
  return compare(a, b).segments.flatMap((segment): readonly Stretch[] => {
    if (segment.kind === 'equal' || segment.class !== 'text') return [];
    return segment.a !== null
      ? [{ side: 0, ...segment.a }]
      : segment.b !== null
        ? [{ side: 1, ...segment.b }]
        : [];
  });
}

function raw(a: string, b: string): readonly Stretch[] {
  const engine = new DiffMatchPatch();
  engine.Diff_Timeout = 0;
  const stretches: Stretch[] = [];
  let [atA, atB] = [0, 0];
  for (const [operation, { length }] of engine.diff_main(a, b, false)) {
    if (operation === -1) stretches.push({ side: 0, start: atA, end: atA + length });
    if (operation === 1) stretches.push({ side: 1, start: atB, end: atB + length });
    if (operation !== 1) atA += length;
    if (operation !== -1) atB += length;
  }
  return stretches;
}

/** Milliseconds of processor time, the median of some runs: other work on the machine counts less than by the clock. */
function medianTime(work: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const begun = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  });
  return times.sort((one, other) => one - other)[RUNS >> 1] ?? 0;
}

/** Pseudo-random numbers from 0 to 1, the same on every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
}

/** A text of `length` units whose sentences are put together from the seed's clauses, no two the same. */
function longText(length: number, next: () => number): string {
  const seed = readdirSync(SEEDS).filter((name) => name.endsWith('.txt'));
  const clauses = seed.flatMap((name) =>
    readFileSync(new URL(name, SEEDS), 'utf8').split(/(?<=[，。；\n])/u),
  );
  let text = '';
  while (text.length < length) text += clauses[Math.floor(next() * clauses.length)] ?? '';
  return text.slice(0, length);
}

/** The text with about a `share` of its characters left out, put in or replaced, two at a time. */
function edited(text: string, share: number, next: () => number): string {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    if (next() >= share / 2) {
      result += text.charAt(at);
      continue;
    }
    const kind = Math.floor(next() * 3);
    if (kind > 0) result += '改写';
    if (kind !== 1) at++;
    else result += text.charAt(at);
  }
  return result;
}

const names = readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.a.txt'))
  .map((name) => name.slice(0, -'.a.txt'.length));
const totals = new Map<string, Quality>();
for (const name of names) {
  const texts = ['a', 'b'].map((side) => readFileSync(new URL(`${name}.${side}.txt`, FIXTURES), 'utf8')) as [
    string,
    string,
  ];
  for (const [peer, stretchesOf] of [
    ['leitong', ours],
    ['diff-match-patch', raw],
  ] as const) {
    const quality = qualityOf(texts, stretchesOf(...texts));
    const sum = totals.get(peer) ?? { places: 0, marked: 0, edges: 0, inWords: 0 };
    for (const key of ['places', 'marked', 'edges', 'inWords'] as const) sum[key] += quality[key];
    totals.set(peer, sum);
  }
}
console.log(`${names.length} pairs of tests/fixtures/diff`);
console.table(Object.fromEntries(totals));

const times: Record<string, Record<string, string>> = {};
for (const length of [1_000, 10_000, 100_000, ...(process.argv.includes('--million') ? [1_000_000] : [])]) {
  for (const share of [0.05, 0.1, 0.25]) {
    const next = random(length + share * 100);
    const a = longText(length, next);
    const b = edited(a, share, next);
    let coarse = false;
    const own = medianTime(() => {
      coarse = compare(a, b).coarse;
    });
    const peer = length > 10_000 ? '–' : medianTime(() => raw(a, b)).toFixed(1);
    times[`${length} characters, ${share * 100} % edited`] = {
      'leitong, CPU ms': own.toFixed(1),
      coarse: String(coarse),
      'diff-match-patch, CPU ms': peer,
    };
  }
}
console.table(times);
