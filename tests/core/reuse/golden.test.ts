import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectAll } from '../../../src/core/reuse/detect.ts';
import { loadFixture } from './load.ts';
import { notate } from './notation.ts';

const FOLDER = new URL('../../fixtures/reuse/', import.meta.url);

/** A case is two files: `name.txt`, the documents, and `name.pairs`, what is found in them. */
const cases = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));

describe('golden cases', () => {
  it.each(cases)('%s', (file) => {
    const documents = loadFixture(readFileSync(new URL(file, FOLDER), 'utf8'));
    const expected = readFileSync(new URL(file.replace(/\.txt$/, '.pairs'), FOLDER), 'utf8');
    expect(notate(detectAll(documents), documents)).toBe(expected);
  });
});
