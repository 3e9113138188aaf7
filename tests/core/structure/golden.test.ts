import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStructure } from '../../../src/core/structure/structure.ts';
import { goldenOf } from './outline-of.ts';

/**
 * Each NAME.txt is read and held against NAME.json. For a new case write the text, run once with UPDATE_GOLDEN=1, and
 * read what was written.
 */
const FOLDER = join(import.meta.dirname, '../../fixtures/structure');

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))) {
  test(file, () => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const golden = join(FOLDER, file.replace('.txt', '.json'));
    const read = goldenOf(text, readStructure(text));
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, `${JSON.stringify(read, null, 2)}\n`);
    expect(read).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });
}
