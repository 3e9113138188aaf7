import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Workspace } from '../../src/app/workspace.ts';
import { file, seen, visit } from './visit.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function loaded(...names: readonly string[]): Promise<Workspace> {
  const workspace = visit();
  await workspace.open();
  await workspace.load(names.map((name) => file(name, `同\n${name}说`)));
  return workspace;
}

/** The id of the document of this name; empty for none. */
function idOf({ store }: Workspace, name: string): string {
  return store.get().documents.find(({ document }) => document.name === name)?.document.id ?? '';
}

it('a document that is removed and loaded again stands where it stood: what was decided keeps its side', async () => {
  const one = await loaded('甲', '乙');
  const [pair] = one.store.get().detection?.pairs ?? [];
  await one.decide(pair?.id ?? '', 'keep-a');
  await one.removeDocument(idOf(one, '甲'));
  const two = visit();
  await two.open();
  await two.load([file('丙', '丙说'), file('甲', '同\n甲说')]);
  expect(seen(two).documents).toEqual(['甲', '乙', '丙']);
  const again = two.store.get().detection?.pairs.find(({ id }) => id === pair?.id);
  expect(again?.a.document).toBe(idOf(two, '甲'));
  expect(two.store.get().decisions.get(pair?.id ?? '')?.judgement).toBe('keep-a');
});

it('no other takes the place of one that is removed, so that undoing is the same after a reload', async () => {
  const one = await loaded('甲', '乙');
  await one.removeDocument(idOf(one, '乙'));
  await one.load([file('丙', '丙说'), file('丁', '丁说')]);
  await one.undo();
  const shown = seen(one).documents;
  expect(shown).toEqual(['甲', '乙', '丙', '丁']);
  const again = visit();
  await again.open();
  expect(seen(again).documents).toEqual(shown);
});
