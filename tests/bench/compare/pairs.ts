import { readFileSync, readdirSync } from 'node:fs';
import type { Pair } from './stretch.ts';

const GOLDEN = new URL('../../fixtures/diff/', import.meta.url);
const SEED = new URL('../../fixtures/reuse/seed-truth.json', import.meta.url);
const SEEDS = new URL('../../../seeds/', import.meta.url);

/** The pairs of tests/fixtures/diff, by the names of their files. */
export function goldenPairs(): readonly Pair[] {
  const read = (file: string) => readFileSync(new URL(file, GOLDEN), 'utf8');
  return readdirSync(GOLDEN)
    .filter((file) => file.endsWith('.a.txt'))
    .map((file) => file.slice(0, -'.a.txt'.length))
    .map((name) => ({ name, a: read(`${name}.a.txt`), b: read(`${name}.b.txt`) }));
}

/** What is known to recur in the seed. */
export function seedPairs(): readonly Pair[] {
  const { pairs } = JSON.parse(readFileSync(SEED, 'utf8')) as {
    readonly pairs: readonly Record<'id' | 'a' | 'b' | 'textA' | 'textB', string>[];
  };
  return pairs.map(({ id, textA, textB }) => ({ name: `seed ${id}`, a: textA, b: textB }));
}

/** A text of `length` units, put together from the seed's clauses in any order. */
export function longText(length: number, random: () => number): string {
  const clauses = readdirSync(SEEDS)
    .filter((name) => /^\d.*\.txt$/u.test(name))
    .flatMap((name) => readFileSync(new URL(name, SEEDS), 'utf8').split(/(?<=[，。；\n])/u));
  const parts: string[] = [];
  for (let made = 0; made < length; made += parts.at(-1)?.length ?? 0) {
    parts.push(clauses[Math.floor(random() * clauses.length)] ?? '');
  }
  return parts.join('').slice(0, length);
}

/** The text with about a `share` of its characters left out, put in or replaced, two at a time. */
export function edited(text: string, share: number, random: () => number): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const kind = random() < share / 2 ? Math.floor(random() * 3) : null;
    if (kind === null || kind === 1) parts.push(text.charAt(at));
    if (kind === 1 || kind === 2) parts.push('改写');
    if (kind === 0 || kind === 2) at++;
  }
  return parts.join('');
}
