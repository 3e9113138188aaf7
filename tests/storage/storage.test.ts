import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDecision } from '../../src/core/review/decision.ts';
import type { Detection, Pair } from '../../src/core/reuse/pair.ts';
import type { TextDocument } from '../../src/core/text/document.ts';
import {
  dropDocument,
  putCorrections,
  putDecision,
  putDocument,
  putRestored,
  putRitualPhrases,
  putTemplate,
} from '../../src/storage/schema.ts';
import { createStorage, type StorageFault } from '../../src/storage/storage.ts';
import { openRecords, settled } from '../../src/storage/store.ts';
import { packedOf, unpackedOf } from '../core/reuse/packed.ts';

const flag = { ...emptyDecision('p'), judgement: 'flag' } as const;

function documentOf(id: string): TextDocument {
  return {
    id,
    name: `${id}.txt`,
    text: '甲',
    encoding: 'utf-8',
    layout: null,
    origin: 'file',
    byteLength: 3,
  };
}

function stored(id: string, order: number) {
  return { document: documentOf(id), bytes: new Blob(['甲']), utf8: null, order };
}

/** A storage with the faults that it told, in order. */
function opened() {
  const faults: (StorageFault | null)[] = [];
  return { faults, storage: createStorage((fault) => faults.push(fault)) };
}

const originalPut = IDBObjectStore.prototype.put;

/** Makes writing fail for the keys that begin so. */
function breakPut(prefix: string, name: string): void {
  IDBObjectStore.prototype.put = function (value, key) {
    if (String(key).startsWith(prefix)) throw new DOMException('no', name);
    return originalPut.call(this, value, key);
  };
}

async function keys(): Promise<string[]> {
  return (await openRecords().read((store) => settled(store.getAllKeys()))).map(String);
}

async function putRaw(key: string, value: unknown): Promise<void> {
  await openRecords().write('strict', async (store) => void (await settled(store.put(value, key))));
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});

afterEach(() => {
  IDBObjectStore.prototype.put = originalPut;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('what is stored', () => {
  it('is there after opening again, documents in their order', async () => {
    const { storage } = opened();
    expect((await storage.open()).isFirstVisit).toBe(true);
    const corrections = [
      { kind: 'set-speaker', at: 0, speaker: '徐伟', role: '局长' },
      { kind: 'set-heading', at: 3, level: 2 },
      { kind: 'set-running', at: 5, running: true, alike: false },
      { kind: 'start-measure', at: 7 },
    ] as const;
    await storage.write([putDocument(stored('b', 1)), putDocument(stored('a', 2))]);
    await storage.write([putCorrections('a', corrections)]);
    await storage.write([putDecision(flag)]);
    await storage.write([{ kind: 'merge', key: 'settings', change: { theme: 'dark' } }]);
    await storage.write([{ kind: 'merge', key: 'settings', change: { context: false } }]);
    await storage.writeSoon([{ kind: 'put', key: 'view', value: { screen: 'documents' } }]);

    const again = opened();
    const snapshot = await again.storage.open();
    expect(snapshot).toMatchObject({ isFirstVisit: false, damaged: 0 });
    expect(snapshot.documents.map(({ document }) => document)).toEqual([documentOf('b'), documentOf('a')]);
    expect(await snapshot.documents[0]?.bytes.text()).toBe('甲');
    expect([...snapshot.corrections]).toEqual([['a', corrections]]);
    expect([...snapshot.decisions]).toEqual([['p', flag]]);
    expect(snapshot.settings).toEqual({ theme: 'dark', context: false });
    expect(snapshot.view).toEqual({ screen: 'documents' });
    expect(again.faults).toEqual([]);
  });

  it('keeps the text beside bytes in another encoding', async () => {
    const { storage } = opened();
    const document = { ...documentOf('a'), text: '\ufeff甲\r\n𠮷'.repeat(5), encoding: 'big5' } as const;
    const bytes = new Blob([new Uint8Array([0xa5, 0xd2])]);
    await storage.write([putDocument({ document, bytes, utf8: new Blob([document.text]), order: 1 })]);
    const [read] = (await opened().storage.open()).documents;
    expect(read?.document).toEqual(document);
    expect(read?.bytes.size).toBe(2);
  });

  it('goes without a trace when it says nothing any more', async () => {
    const { storage } = opened();
    await storage.write([
      putDocument(stored('a', 1)),
      putCorrections('a', [{ kind: 'start-speech', at: 3 }]),
    ]);
    await storage.write([putDecision(flag)]);
    await storage.write([putDecision({ ...flag, judgement: null })]);
    await storage.write(dropDocument('a'));
    expect(await keys()).toEqual(['version']);
  });

  it('is gone after erasing, but the visit is remembered', async () => {
    const { storage } = opened();
    await storage.write([putDocument(stored('a', 1)), putDecision(flag)]);
    await storage.erase();
    expect(await keys()).toEqual(['version']);
    expect((await opened().storage.open()).isFirstVisit).toBe(false);
  });

  it('is written whole or not at all', async () => {
    const { storage, faults } = opened();
    await storage.write([putDocument(stored('example', 1))]);
    breakPut('document/b', 'UnknownError');
    await storage.write([
      putDocument(stored('a', 2)),
      ...dropDocument('example'),
      putDocument(stored('b', 3)),
    ]);
    expect(await keys()).toEqual(['document/example', 'version']);
    expect(faults).toEqual([null, 'failed']);
  });

  it('loses no setting and no decision to another tab', async () => {
    const one = opened().storage;
    const two = opened().storage;
    await Promise.all([
      ...Array.from({ length: 20 }, (_, i) => one.write([putDecision({ ...flag, pair: `one-${i}` })])),
      ...Array.from({ length: 20 }, (_, i) => two.write([putDecision({ ...flag, pair: `two-${i}` })])),
      one.write([{ kind: 'merge', key: 'settings', change: { theme: 'dark' } }]),
      two.write([{ kind: 'merge', key: 'settings', change: { language: 'en' } }]),
    ]);
    const snapshot = await opened().storage.open();
    expect(snapshot.decisions.size).toBe(40);
    expect(snapshot.settings).toEqual({ theme: 'dark', language: 'en' });
  });
});

describe('when storing fails', () => {
  it('tells that the disk is full, and writes what waited when there is room again', async () => {
    const { storage, faults } = opened();
    await storage.open();
    breakPut('decision/', 'QuotaExceededError');
    await storage.write([putDecision(flag)]);
    await storage.write([putDecision({ ...flag, pair: 'q' })]);
    expect(await keys()).toEqual(['version']);
    expect(faults).toEqual(['full', 'full']);
    IDBObjectStore.prototype.put = originalPut;
    await storage.write([{ kind: 'merge', key: 'settings', change: { theme: 'dark' } }]);
    expect(faults.at(-1)).toBeNull();
    expect(await keys()).toEqual(['decision/p', 'decision/q', 'settings', 'version']);
  });

  it('stores what still fits, and never writes what waited over what came later', async () => {
    const { storage, faults } = opened();
    breakPut('document/', 'QuotaExceededError');
    await storage.write([putDocument(stored('big', 1)), putDecision(flag)]);
    await storage.write([putDecision({ ...flag, judgement: 'keep-a' })]);
    expect(await keys()).toEqual(['decision/p', 'version']);
    expect(faults.at(-1)).toBe('full');
    IDBObjectStore.prototype.put = originalPut;
    await storage.write([putDecision({ ...flag, pair: 'q' })]);
    const snapshot = await opened().storage.open();
    expect(snapshot.decisions.get('p')?.judgement).toBe('keep-a');
    expect(snapshot.documents).toHaveLength(1);
  });

  it('drops what can be made again to make room', async () => {
    const { storage, faults } = opened();
    await storage.derived.writeStructure('a', 'key', [], () => true);
    let broken = true;
    IDBObjectStore.prototype.put = function (value, key) {
      if (broken && String(key).startsWith('decision/')) {
        broken = false;
        throw new DOMException('no', 'QuotaExceededError');
      }
      return originalPut.call(this, value, key);
    };
    await storage.write([putDecision(flag)]);
    expect(await keys()).toEqual(['decision/p', 'version']);
    expect(faults.at(-1)).toBeNull();
  });

  it('writes nothing that was to be erased after the erasure that waits', async () => {
    const { storage } = opened();
    await storage.write([putDecision(flag)]);
    breakPut('version', 'UnknownError');
    await storage.erase();
    await storage.write([putDecision({ ...flag, pair: 'later' })]);
    IDBObjectStore.prototype.put = originalPut;
    await storage.write([putDecision({ ...flag, pair: 'last' })]);
    expect(await keys()).toEqual(['decision/last', 'decision/later', 'version']);
  });

  it('goes on in memory when there is no IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { storage, faults } = opened();
    expect(await storage.open()).toMatchObject({ isFirstVisit: true, documents: [] });
    await storage.write([putDecision(flag)]);
    expect(await storage.derived.readDetection('key')).toBeNull();
    expect(faults).toEqual(['unavailable']);
  });

  it('goes on in memory when the database never opens', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('indexedDB', { open: () => ({}) });
    const { storage, faults } = opened();
    const snapshot = storage.open();
    await vi.advanceTimersByTimeAsync(6_000);
    expect((await snapshot).documents).toEqual([]);
    expect(faults).toEqual(['unavailable']);
  });

  it('leaves a database alone that a newer page wrote', async () => {
    await putRaw('version', 999);
    await putRaw('document/x', { of: 'the future' });
    const { storage, faults } = opened();
    expect(await storage.open()).toMatchObject({ documents: [], damaged: 0 });
    await storage.write([putDecision(flag)]);
    await storage.erase();
    await storage.derived.writeStructure('x', 'key', [], () => true);
    expect(faults).toEqual(['newer']);
    expect(await keys()).toEqual(['document/x', 'version']);
  });

  it('leaves out and counts records that make no sense, and keeps the others', async () => {
    await opened().storage.write([putDocument(stored('a', 1)), putDecision(flag)]);
    const good: unknown = await openRecords().read((store) => settled(store.get('document/a')));
    await putRaw('document/b', { ...Object(good), order: 'first' });
    await putRaw('document/c', good);
    await putRaw('document/d', null);
    await putRaw('corrections/a', [{ kind: 'start-speech', at: 'the end' }]);
    await putRaw('decision/q', { pair: 'q', judgement: 'burn', note: '' });
    await putRaw('decision/r', 7);
    await putRaw('ritual-phrases', ['努力奋斗', 7]);
    const snapshot = await opened().storage.open();
    expect(snapshot.documents.map(({ document }) => document.id)).toEqual(['a']);
    expect([...snapshot.decisions.keys()]).toEqual(['p']);
    expect(snapshot.corrections.size).toBe(0);
    expect(snapshot.ritualPhrases).toBeNull();
    expect(snapshot.damaged).toBe(7);
    expect(await keys()).toContain('document/b');
  });
});

describe('what was set for detection', () => {
  it('is there after opening again, and leaves no record once it is taken back', async () => {
    const { storage } = opened();
    await storage.write([putRitualPhrases(['努力奋斗']), putTemplate('a', true), putRestored('x', true)]);
    expect(await opened().storage.open()).toMatchObject({
      ritualPhrases: ['努力奋斗'],
      templates: new Set(['a']),
      restored: new Set(['x']),
    });
    await storage.write([putRitualPhrases(null), putRestored('x', false), ...dropDocument('a')]);
    expect(await keys()).toEqual(['version']);
    expect(await opened().storage.open()).toMatchObject({ ritualPhrases: null, damaged: 0 });
  });
});

describe('version 1', () => {
  it.each([
    [0, null],
    [0.8, 0.8],
  ])('had a threshold of %s, which becomes %s; what was derived is made anew', async (before, after) => {
    await putRaw('version', 1);
    await putRaw('view', { screen: 'compare', filter: { query: '张', similarity: before } });
    await putRaw('derived/pairs/head', { key: 'k', parts: 0 });
    const { view } = await opened().storage.open();
    expect(view).toEqual({ screen: 'compare', filter: { query: '张', similarity: after } });
    expect(await keys()).toEqual(['version', 'view']);
  });

  it('is read as it is from version 2, and is then left alone by a page of that version', async () => {
    await putRaw('version', 2);
    await putRaw('corrections/a', [{ kind: 'join-speech', at: 3 }]);
    const { corrections, damaged } = await opened().storage.open();
    expect([...corrections]).toEqual([['a', [{ kind: 'join-speech', at: 3 }]]]);
    expect(damaged).toBe(0);
    const version = await openRecords().read((store) => settled<number>(store.get('version')));
    expect(version).toBeGreaterThan(2);
  });

  it('may have had no view', async () => {
    await putRaw('version', 1);
    expect(await opened().storage.open()).toMatchObject({ view: undefined, isFirstVisit: false });
  });
});

describe('what can be made again', () => {
  const passage = {
    document: 'a',
    speech: 0,
    measure: 0,
    paragraph: null,
    unit: { start: 0, end: 2 },
    span: { start: 0, end: 2 },
  };
  const pair = { a: passage, b: passage, kind: 'identical', scope: 'within', similarity: 1 } as const;
  const pairs: Pair[] = Array.from({ length: 4_500 }, (_, i) => ({
    ...pair,
    id: `p${i}`,
    containmentA: 1,
    containmentB: 1,
    importance: i,
  }));
  const detection: Detection = {
    pairs,
    clusters: [{ members: [passage, passage] }],
    boilerplate: [
      {
        id: 'x',
        reason: 'common',
        members: pairs.map(({ a }) => a),
        speeches: 9,
        pairs: pairs.slice(0, 2_500),
      },
      { id: 'y', reason: 'ritual', members: [passage, passage], speeches: 2, pairs: [] },
    ],
    speechCount: 12,
    limits: [{ kind: 'pairs-capped', count: 3 }],
  };
  const packed = packedOf(detection);

  it('is read only under the key of what it was made from', async () => {
    const { derived } = opened().storage;
    await derived.writeDetection('one', packed, () => true);
    await derived.writeStructure('a', 'one', [], () => true);
    const read = await derived.readDetection('one');
    expect(read && unpackedOf(read)).toEqual(detection);
    expect(await derived.readDetection('two')).toBeNull();
    expect(await derived.readStructure('a', 'one')).toEqual([]);
    expect(await derived.readStructure('a', 'two')).toBeNull();
  });

  it('is none when it was not written to its end', async () => {
    const { derived } = opened().storage;
    await derived.writeDetection('one', packed, () => true);
    let asked = 0;
    await derived.writeDetection('one', packed, () => ++asked < 6);
    expect((await keys()).filter((key) => key.startsWith('derived/detection/'))).not.toEqual([]);
    expect(await derived.readDetection('one')).toBeNull();
  });

  it('is dropped where an earlier page kept a detection in lists, and nothing else is', async () => {
    const { storage } = opened();
    await storage.write([putDecision(flag)]);
    await storage.derived.writeStructure('a', 'one', [], () => true);
    await putRaw('version', 3);
    for (const list of ['summary', 'pairs', 'clusters', 'boilerplate'])
      await putRaw(`derived/${list}/head`, { key: 'one', parts: 0 });
    expect((await opened().storage.open()).decisions.get('p')).toEqual(flag);
    expect(await keys()).toEqual(['decision/p', 'derived/structure/a/head', 'version']);
  });
});
