import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/core/diff/compare.ts';
import { verdictOf } from '../../../src/core/diff/verdict.ts';
import { marked } from './notation.ts';

/** Pairs as `name.a.txt` and `name.b.txt`, and what is expected of them as `name.expected.txt`: a new case is three files. */
const FIXTURES = new URL('../../fixtures/diff/', import.meta.url);

const names = readdirSync(FIXTURES)
  .filter((file) => file.endsWith('.a.txt'))
  .map((file) => file.slice(0, -'.a.txt'.length));

/** Both sides with what really differs in brackets, then the verdict's kind and the counts. */
function reading(a: string, b: string): string {
  const comparison = compare(a, b);
  const { replaced, onlyA, onlyB, moved, form } = comparison.summary;
  const counts = Object.entries({ replaced, onlyA, onlyB, moved, ...form }).filter(([, count]) => count > 0);
  return (
    [...marked(a, b), verdictOf(comparison).kind, counts.map((entry) => entry.join(' ')).join(', ')].join(
      '\n\n',
    ) + '\n'
  );
}

describe('pairs of files', () => {
  test('there are some', () => {
    expect(names.length).toBeGreaterThan(10);
  });

  test.each(names)('%s', async (name) => {
    const [a, b] = ['a', 'b'].map((side) => readFileSync(new URL(`${name}.${side}.txt`, FIXTURES), 'utf8'));
    await expect(reading(a ?? '', b ?? '')).toMatchFileSnapshot(`../../fixtures/diff/${name}.expected.txt`);
  });
});
