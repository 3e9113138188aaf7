import { expect, test } from 'vitest';
import { REPEATS } from './repeats.ts';
import { speeches } from './speeches.ts';
import { versions } from './versions.ts';

const ORDER = { seed: 3, characters: 60_000, documentCharacters: 10_000 };
const made = [...speeches(ORDER)];

test('the same seed makes the same texts, another seed others', () => {
  expect([...speeches(ORDER)]).toEqual(made);
  expect([...speeches({ ...ORDER, seed: 4 })][0]?.text).not.toBe(made[0]?.text);
});

test('documents have the length that was asked for', () => {
  expect(made).toHaveLength(6);
  for (const { text } of made) expect(text.length).toBeLessThan(ORDER.documentCharacters * 1.3);
});

test('clauses stand where they are said to stand', () => {
  for (const [index, { text, clauses }] of made.entries()) {
    for (const clause of clauses) {
      expect(clause.document).toBe(index);
      expect(text.startsWith(clause.text, clause.start)).toBe(true);
    }
  }
});

test('every kind of repeat is planted, behind its source, with the ids and at the distance that it says', () => {
  const plants = made.flatMap((document) => document.plants);
  expect(new Set(plants.map(({ kind }) => kind))).toEqual(new Set(Object.keys(REPEATS)));
  for (const { kind, copied } of plants) {
    for (const [source, copy] of copied) {
      expect(copy.id).toBe(source.id);
      expect(copy.document > source.document || copy.start > source.start).toBe(true);
      if (!kind.startsWith('edited')) expect(copy.text).toBe(source.text);
    }
  }
});

test('versions of a paragraph differ in no more than their edits', () => {
  const paragraphs = versions(250, 2).flatMap((text) =>
    text.split('\n\n').filter((line) => line.endsWith('。')),
  );
  expect(paragraphs).toHaveLength(250);
  const [first = ''] = paragraphs;
  for (const other of paragraphs) {
    expect([...other].filter((character, at) => character !== first[at]).length).toBeLessThanOrEqual(4);
  }
  expect(new Set(versions(250, 0)).size).toBe(3);
});
