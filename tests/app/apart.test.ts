import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Workspace } from '../../src/app/workspace.ts';
import { RITUAL_PHRASES } from '../../src/core/reuse/ritual.ts';
import { findingsOf } from '../../src/core/review/findings.ts';
import { openRecords, settled } from '../../src/storage/store.ts';
import { apartEngine } from './engines.ts';
import { file, visit } from './visit.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What is found, and what is set apart with its reason. */
function told({ store }: Workspace) {
  const { detection, restored, stale } = store.get();
  if (detection === null || stale) return null;
  return {
    found: findingsOf(detection, restored).length,
    apart: detection.boilerplate.map(({ id, reason }) => `${id}: ${reason}`),
  };
}

async function isCached(): Promise<boolean> {
  const head = 'derived/detection/head';
  return (await openRecords().read((store) => settled(store.count(head)))) === 1;
}

/** Two documents that share two lines, over an engine that sets apart. */
async function visitTwo() {
  const { engine, asked } = apartEngine();
  const workspace = visit({ engine });
  await workspace.open();
  await workspace.load([file('a.txt', '同\n努力奋斗'), file('b.txt', '同\n努力奋斗')]);
  const [a, b] = workspace.store.get().documents.map(({ document }) => document.id);
  return { workspace, engine, asked, a: a ?? '', b: b ?? '' };
}

describe('the ritual phrases', () => {
  it('are those that ship until the user writes others, which are detected with at once', async () => {
    const { workspace, asked } = await visitTwo();
    expect(asked.at(-1)?.ritualPhrases).toEqual(RITUAL_PHRASES);
    expect(told(workspace)).toEqual({ found: 1, apart: ['努力奋斗: ritual'] });
    await workspace.setRitualPhrases(['同']);
    expect(told(workspace)).toEqual({ found: 1, apart: ['同: ritual'] });
    await workspace.setRitualPhrases([]);
    expect(told(workspace)).toEqual({ found: 2, apart: [] });
  });

  it('are there after a reload, and found with from the cache', async () => {
    const { workspace, engine, asked } = await visitTwo();
    await workspace.setRitualPhrases(['同']);
    await vi.waitFor(async () => expect(await isCached()).toBe(true));
    const times = asked.length;
    const again = visit({ engine });
    await again.open();
    expect(again.store.get().ritualPhrases).toEqual(['同']);
    expect(told(again)).toEqual({ found: 1, apart: ['同: ritual'] });
    expect(asked.length).toBe(times);
  });

  it('are undone step by step, and leave no record when they are those that ship', async () => {
    const { workspace, asked } = await visitTwo();
    await workspace.setRitualPhrases(['同']);
    await workspace.setRitualPhrases(['同']);
    await workspace.setRitualPhrases([...RITUAL_PHRASES]);
    expect(workspace.store.get().ritualPhrases).toBeNull();
    expect(workspace.store.get().undoable).toBe(2);
    await workspace.undo();
    expect(workspace.store.get().ritualPhrases).toEqual(['同']);
    await workspace.undo();
    await vi.waitFor(() => expect(told(workspace)).toEqual({ found: 1, apart: ['努力奋斗: ritual'] }));
    expect(asked.at(-1)?.ritualPhrases).toEqual(RITUAL_PHRASES);
    expect(await openRecords().read((store) => settled(store.count('ritual-phrases')))).toBe(0);
  });
});

describe('a template', () => {
  it('sets its text apart, also after a reload, until it is none any more', async () => {
    const { workspace, engine, asked, b } = await visitTwo();
    await workspace.setTemplate(b, true);
    await workspace.setTemplate('gone', true);
    expect(asked.at(-1)?.templates).toEqual([b]);
    expect(told(workspace)).toEqual({ found: 0, apart: ['同: template', '努力奋斗: template'] });
    const again = visit({ engine });
    await again.open();
    expect(again.store.get().templates).toEqual(new Set([b]));
    await again.setTemplate(b, false);
    expect(told(again)).toMatchObject({ found: 1 });
    await again.undo();
    expect(again.store.get().templates).toEqual(new Set([b]));
  });

  it('is forgotten with its document, and comes back with it', async () => {
    const { workspace, engine, b } = await visitTwo();
    await workspace.setTemplate(b, true);
    await workspace.removeDocument(b);
    expect(workspace.store.get().templates.size).toBe(0);
    const later = visit({ engine });
    await later.open();
    expect(later.store.get().templates.size).toBe(0);
    await workspace.undo();
    expect(workspace.store.get().templates).toEqual(new Set([b]));
    const again = visit({ engine });
    await again.open();
    expect(again.store.get().templates).toEqual(new Set([b]));
  });
});

describe('boilerplate', () => {
  it('is taken back and set apart again without a new detection, and stays so over visits', async () => {
    const { workspace, engine, asked } = await visitTwo();
    const times = asked.length;
    await workspace.setRestored('努力奋斗', true);
    expect(told(workspace)).toMatchObject({ found: 2 });
    expect(asked.length).toBe(times);
    const again = visit({ engine });
    await again.open();
    expect(told(again)).toMatchObject({ found: 2 });
    await again.load([file('c.txt', '努力奋斗')]);
    expect(told(again)).toMatchObject({ found: 4 });
    await again.setRestored('努力奋斗', false);
    expect(told(again)).toMatchObject({ found: 1 });
    await again.undo();
    expect(told(again)).toMatchObject({ found: 4 });
  });

  it('of the example is forgotten with it', async () => {
    const { engine } = apartEngine();
    const workspace = visit({ engine });
    await workspace.open();
    await workspace.setRitualPhrases(['同']);
    await workspace.setRestored('同', true);
    await workspace.setRestored('elsewhere', true);
    await workspace.load([file('a.txt', '同\n同')]);
    expect(workspace.store.get().restored).toEqual(new Set(['elsewhere']));
    const again = visit({ engine });
    await again.open();
    expect(again.store.get().restored).toEqual(new Set(['elsewhere']));
    expect(told(again)).toEqual({ found: 0, apart: ['同: ritual'] });
  });
});
