import { expect, test } from 'vitest';
import { speeches } from '../speeches.ts';
import type { Place } from './places.ts';
import { purityOf } from './purity.ts';
import { score } from './score.ts';

const made = [...speeches({ seed: 5, characters: 30_000 })];
const planted = made
  .flatMap(({ plants }) => plants)
  .map(({ copied }): [Place, Place] => [
    placeOf(copied.map(([source]) => source)),
    placeOf(copied.map(([, copy]) => copy)),
  ]);

test('the truth itself has all recall and all precision', () => {
  const { recall, reported, right } = score(made, planted);
  expect(right).toBe(reported);
  for (const { found, planted: all } of recall.values()) expect(found).toBe(all);
});

test('nothing reported finds nothing, and what is no repeat is wrong', () => {
  expect([...score(made, []).recall.values()].every(({ found }) => found === 0)).toBe(true);
  const empty = { document: 0, start: 0, end: 1 };
  expect(score(made, [[empty, empty]])).toMatchObject({ reported: 1, right: 0 });
});

test('copies of one source need not be reported each with each', () => {
  const [a, b] = planted[0] ?? [];
  if (a === undefined || b === undefined) throw new Error('nothing was planted');
  const others = planted.slice(1);
  // The pair is left out, but both of its sides are reported as like a third place that holds both.
  const all = { document: a.document, start: 0, end: made[a.document]?.text.length ?? 0 };
  const both = b.document === a.document ? [[all, all] as const] : [[all, b] as const];
  const { recall } = score(made, [...others, ...both]);
  for (const { found, planted: count } of recall.values()) expect(found).toBe(count);
});

test('a group of a source and its copy is pure, and with a stranger in it less so', () => {
  const [pair = []] = planted;
  const stranger = { document: 0, start: 0, end: 1 };
  expect(purityOf(made, [pair])).toEqual({ members: 2, belonging: 2 });
  expect(purityOf(made, [[...pair, stranger]])).toEqual({ members: 3, belonging: 2 });
});

function placeOf(clauses: readonly { document: number; start: number; text: string }[]): Place {
  const starts = clauses.map(({ start }) => start);
  const ends = clauses.map(({ start, text }) => start + text.length);
  return { document: clauses[0]?.document ?? 0, start: Math.min(...starts), end: Math.max(...ends) };
}
