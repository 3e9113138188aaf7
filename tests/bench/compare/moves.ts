import { compare } from '../../../src/core/diff/compare.ts';
import { figure, printMarkdown } from '../table.ts';
import { type Edit, type Planted, plant, sentencesOfSeed } from './planted.ts';

/** A planted passage is found when so much of what came from a is shown as coming from just there. */
const FOUND_LEAST = 0.8;
/** Passages of each kind, half of them short. */
const SEEDS = 60;
const LENGTHS = [4, 9];
const KINDS: Readonly<Record<string, readonly Edit[]>> = {
  'a clause': ['move-clause'],
  'a sentence': ['move-sentence'],
  'a clause, changed': ['move-clause-changed'],
  'a sentence, changed': ['move-sentence-changed'],
  'two clauses': ['move-clause', 'move-clause'],
  'two sentences, a clause, other changes': [
    'move-sentence',
    'move-sentence',
    'move-clause-changed',
    'insert-word',
  ],
  'a sentence among much else': [
    'move-sentence-changed',
    'insert-clause',
    'delete-clause',
    'replace-word',
    'replace-word',
  ],
  'nothing, but much else': ['replace-word', 'insert-word', 'delete-word', 'delete-clause', 'insert-clause'],
};

/** Plants moves in passages of the seed and counts those that are found, and those that are none. */
export function measureMoves(): void {
  const pool = sentencesOfSeed();
  const rows = Object.entries(KINDS).map(([name, edits]) => {
    const all = Array.from({ length: SEEDS }, (_, seed) =>
      LENGTHS.map((length) => judged(plant(pool, length, edits, seed * 10 + length))),
    ).flat();
    const sum = (key: keyof Judged) => all.reduce((total, each) => total + each[key], 0);
    return [name, figure(sum('planted')), figure(sum('found')), figure(sum('none'))];
  });
  printMarkdown('Moves planted in passages of the seed', [['', 'planted', 'found', 'false'], ...rows]);
}

interface Judged {
  readonly planted: number;
  readonly found: number;
  readonly none: number;
}

function judged({ a, b, origin, moved }: Planted): Judged {
  const shown = new Int32Array(b.length).fill(-1);
  const region = new Int32Array(b.length);
  for (const segment of compare(a, b).segments) {
    if (segment.b === null) continue;
    for (let at = segment.b.start; at < segment.b.end; at++) {
      region[at] = segment.move ?? 0;
      if (segment.a !== null) shown[at] = segment.a.start + at - segment.b.start;
    }
  }
  const places = Array.from(origin, (_, at) => at);
  const comesFrom = (at: number) => shown[at] === origin[at];
  const found = moved.filter(({ start, end }) => {
    const own = places.slice(start, end).filter((at) => (origin[at] ?? -1) >= 0);
    return own.filter(comesFrom).length >= FOUND_LEAST * own.length;
  });
  const regions = [...new Set(region)].filter((each) => each > 0);
  const none = regions.filter((each) => {
    const own = places.filter((at) => region[at] === each && (shown[at] ?? -1) >= 0);
    return moved.length === 0 || own.filter(comesFrom).length < FOUND_LEAST * own.length;
  });
  return { planted: moved.length, found: found.length, none: none.length };
}
