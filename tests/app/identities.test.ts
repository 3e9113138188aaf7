import { expect, it } from 'vitest';
import { createIdentities } from '../../src/app/identities.ts';
import { contentOf } from '../../src/core/text/document.ts';
import { hashOf } from '../../src/core/text/hash.ts';

const SAME = hashOf('同一篇');

it('documents of one content have ids of their own, beside those that are there', () => {
  const ids = createIdentities([]);
  const first = ids.give(SAME, '甲');
  const there = { id: first, name: '甲' } as Parameters<typeof createIdentities>[0][number];
  const again = createIdentities([there]);
  const more = Array.from({ length: 1_000 }, (_, index) => again.give(SAME, `${index}`));
  expect(new Set([first, ...more]).size).toBe(1_001);
  expect(more.every((id) => contentOf(id) === SAME)).toBe(true);
});

it('a document is there by its content and its name', () => {
  const ids = createIdentities([]);
  ids.give(SAME, '甲');
  expect([ids.isThere(SAME, '甲'), ids.isThere(SAME, '乙'), ids.isThere(hashOf('另一篇'), '甲')]).toEqual([
    true,
    false,
    false,
  ]);
});
