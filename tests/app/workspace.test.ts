import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDecision } from '../../src/core/review/decision.ts';
import { INITIAL_STATE } from '../../src/app/state.ts';
import { hashOf } from '../../src/core/text/hash.ts';
import { apply, openRecords, settled } from '../../src/storage/store.ts';
import { lineEngine } from '../worker/in-process.ts';
import { heldEngine } from './engines.ts';
import { file, seen, until, visit } from './visit.ts';

const originalPut = IDBObjectStore.prototype.put;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});

afterEach(() => {
  IDBObjectStore.prototype.put = originalPut;
  vi.unstubAllGlobals();
});

async function isStored(key: string): Promise<boolean> {
  return (await openRecords().read((store) => settled(store.count(key)))) === 1;
}

const ready = { documents: ['a.txt'], pairs: 1, failures: [], stale: false };

describe('the example', () => {
  it('is open on the first visit, with its findings', async () => {
    const workspace = visit();
    await workspace.open();
    expect(seen(workspace)).toEqual({ documents: ['example.txt'], pairs: 1, failures: [], stale: false });
    expect(workspace.store.get().documents[0]?.document).toMatchObject({
      id: hashOf('例\n同\n同'),
      origin: 'example',
      byteLength: 11,
    });
    expect(workspace.store.get().opened).toBe(true);
  });

  it('makes way for the first text of the user, with what was decided about it', async () => {
    const workspace = visit();
    await workspace.open();
    const [pair] = workspace.store.get().detection?.pairs ?? [];
    await workspace.decide(pair?.id ?? '', 'flag');
    await workspace.load([file('a.txt', '同\n同')]);
    expect(seen(workspace)).toEqual(ready);
    expect(workspace.store.get().decisions.size).toBe(0);
    expect(workspace.store.get().undoable).toBe(0);
    const again = visit();
    await again.open();
    expect(seen(again)).toEqual(ready);
    expect(again.store.get().decisions.size).toBe(0);
  });

  it('makes way for itself, loaded by the user', async () => {
    const workspace = visit();
    await workspace.open();
    await workspace.load([file('example.txt', '例\n同\n同')]);
    expect(workspace.store.get().documents.map(({ document }) => document.origin)).toEqual(['file']);
    const again = visit();
    await again.open();
    expect(again.store.get().documents.map(({ document }) => document.origin)).toEqual(['file']);
  });

  it('stays when nothing could be loaded', async () => {
    const workspace = visit();
    await workspace.open();
    await workspace.load([file('a.txt', '')]);
    expect(seen(workspace)).toMatchObject({
      documents: ['example.txt'],
      pairs: 1,
      failures: ['a.txt: empty'],
    });
  });

  it('does not come back by itself, but when it is asked for', async () => {
    const workspace = visit();
    await workspace.open();
    await workspace.removeDocument(workspace.store.get().documents[0]?.document.id ?? '');
    expect(seen(workspace)).toMatchObject({ documents: [], pairs: null, stale: false });
    const again = visit();
    await again.open();
    expect(seen(again).documents).toEqual([]);
    await again.openExample();
    expect(seen(again)).toMatchObject({ documents: ['example.txt'], pairs: 1 });
  });
});

describe('loading', () => {
  it('brings in what can be loaded, and says of each other file what is wrong', async () => {
    const workspace = visit();
    await workspace.open();
    await workspace.load([
      file('a.txt', '甲\n同'),
      { name: 'folder', list: async () => null },
      { name: 'drafts', list: async () => [file('drafts/d.txt', '丁')] },
      file('blank.txt', ' \n'),
      file('<script>.caj', 'x'),
      file('b.txt', '乙\n同'),
      file('a.txt', '甲\n同'),
      file('copy of a.txt', '甲\n同'),
    ]);
    expect(seen(workspace)).toEqual({
      documents: ['a.txt', 'drafts/d.txt', 'b.txt', 'copy of a.txt'],
      pairs: 4,
      failures: ['folder: folder', 'blank.txt: blank', '<script>.caj: unsupported', 'a.txt: duplicate'],
      stale: false,
    });
    const ids = workspace.store.get().documents.map(({ document }) => document.id);
    expect(ids[3]).toBe(`${ids[0]}-2`);
    workspace.dismissFailure(workspace.store.get().failures[1]?.id ?? '');
    expect(seen(workspace).failures).toHaveLength(3);
  });

  it('keeps the order in which files were loaded, over visits and removals', async () => {
    const workspace = visit();
    await workspace.open();
    await workspace.load([file('c.txt', '丙'), file('a.txt', '甲')]);
    await workspace.load([file('b.txt', '乙')]);
    await workspace.removeDocument(workspace.store.get().documents[1]?.document.id ?? '');
    await workspace.undo();
    expect(seen(workspace).documents).toEqual(['c.txt', 'a.txt', 'b.txt']);
    const again = visit();
    await again.open();
    expect(seen(again).documents).toEqual(['c.txt', 'a.txt', 'b.txt']);
  });

  it('takes pasted text, named by its beginning', async () => {
    const workspace = visit();
    await workspace.open();
    await workspace.paste('\n  区工业和信息化局党组书记、局长曹立忠同志的讲话\n同');
    await workspace.paste(' ');
    expect(seen(workspace)).toMatchObject({
      documents: ['区工业和信息化局党组书记、局长曹立忠同志…'],
      failures: [': blank'],
    });
    expect(workspace.store.get().documents[0]?.document.origin).toBe('paste');
  });

  it.each([
    [
      'a list',
      '抓项目\n抓作风',
      '<ol style="list-style-type:cjk-ideographic"><li>抓项目<li>抓作风</ol>',
      '一、抓项目\n二、抓作风',
    ],
    ['a picture', '', '<img src="a.png">', null],
    [
      'a selection with a menu in it',
      '甲。乙',
      '<nav>甲。</nav><p>乙</p><footer>丙</footer>',
      '甲。\n乙\n丙',
    ],
    [
      'the colours of an editor',
      'if (a) {\n  b\n}',
      '<pre style="white-space:pre"><div>if (a) {</div><div>  <b>b</b></div><div>}</div></pre>',
      'if (a) {\n  b\n}',
    ],
    [
      'a rich form that lacks the text',
      '一是抓项目，二是抓作风。',
      '<h1>题</h1>',
      '一是抓项目，二是抓作风。',
    ],
  ])('takes what the rich form of a pasted text says more: %s', async (_name, text, html, expected) => {
    const workspace = visit();
    await workspace.open();
    await workspace.paste(text, html);
    const { documents } = workspace.store.get();
    const pasted = documents.filter(({ document }) => document.origin === 'paste');
    expect(pasted.map(({ document }) => document.text)).toEqual(expected === null ? [] : [expected]);
    const again = visit();
    await again.open();
    const stored = again.store.get().documents.filter(({ document }) => document.origin === 'paste');
    expect(stored.map(({ document }) => [document.text, document.layout])).toEqual(
      pasted.map(({ document }) => [document.text, document.layout]),
    );
  });

  it('leaves everything as it was when it is cancelled', async () => {
    let release = () => {};
    const engine = lineEngine();
    const workspace = visit({
      engine: {
        ...engine,
        async readBytes(bytes) {
          if (bytes.size === 3) await new Promise<void>((resolve) => (release = resolve));
          return engine.readBytes(bytes);
        },
      },
    });
    await workspace.open();
    const loading = workspace.load([file('a.txt', '甲\n同'), file('slow.txt', '慢')]);
    const shown = await until(workspace, ({ work }) => work !== null);
    expect(shown.work?.kind).toBe('importing');
    expect(shown.work?.done).toBeCloseTo(7 / 10);
    workspace.cancel();
    release();
    await loading;
    expect(seen(workspace)).toEqual({ documents: ['example.txt'], pairs: 1, failures: [], stale: false });
    expect(workspace.store.get().work).toBeNull();
  });

  it('starts a running detection anew, with the new documents', async () => {
    const { engine, control } = heldEngine();
    const workspace = visit({ engine });
    const opening = workspace.open();
    await until(workspace, ({ stale }) => stale);
    const loading = workspace.load([file('a.txt', '同\n同')]);
    await until(workspace, ({ documents }) => documents[0]?.document.name === 'a.txt');
    control.isHeld = false;
    await Promise.all([opening, loading]);
    expect(seen(workspace)).toEqual(ready);
  });

  it('goes on with the other files when one kills the worker', async () => {
    const engine = lineEngine();
    const workspace = visit({
      engine: {
        ...engine,
        importBytes(source, onProgress) {
          if (source.name === 'killer.txt') throw new Error('out of memory');
          return engine.importBytes(source, onProgress);
        },
      },
    });
    await workspace.open();
    await workspace.load([file('killer.txt', 'x'), file('a.txt', '同\n同')]);
    expect(seen(workspace)).toEqual({ ...ready, failures: ['killer.txt: unreadable'] });
  });
});

describe('detecting', () => {
  it('is not done again when nothing has changed since the last visit', async () => {
    const first = visit();
    await first.open();
    await first.load([file('a.txt', '同\n同')]);
    // The cache is written behind the result; its last record is this one.
    await vi.waitFor(async () => expect(await isStored('derived/detection/head')).toBe(true));
    const { engine, control } = heldEngine();
    const again = visit({ engine });
    await again.open();
    expect(seen(again)).toEqual(ready);
    expect(control.begun).toBe(0);
    expect(again.store.get().documents[0]?.speeches).toHaveLength(1);
  });

  it('is done again by a newer version', async () => {
    const first = visit();
    await first.open();
    await first.load([file('a.txt', '同\n同')]);
    const { engine, control } = heldEngine();
    control.isHeld = false;
    const newer = visit({ engine, version: '2' });
    await newer.open();
    expect(control.begun).toBe(1);
    expect(seen(newer)).toEqual(ready);
  });

  it('does not use stored findings whose structure is not to be had', async () => {
    const first = visit();
    await first.open();
    await vi.waitFor(async () => expect(await isStored('derived/detection/head')).toBe(true));
    const id = first.store.get().documents[0]?.document.id ?? '';
    const drop = { kind: 'delete-under', key: `derived/structure/${id}/` } as const;
    await openRecords().write('strict', (records) => apply(records, [drop]));
    const engine = lineEngine();
    const broken = visit({
      engine: {
        ...engine,
        structureSteps() {
          throw new Error('a bug');
        },
      },
    });
    await broken.open();
    expect(seen(broken)).toMatchObject({ documents: ['example.txt'], stale: true });
    expect(broken.store.get().fault).toBe('worker-failed');
    const again = visit();
    await again.open();
    expect(seen(again)).toMatchObject({ pairs: 1, stale: false });
  });

  it('leaves the old findings when it is cancelled, says so, and starts again when asked', async () => {
    const { engine, control } = heldEngine();
    control.isHeld = false;
    const workspace = visit({ engine });
    await workspace.open();
    await workspace.load([file('a.txt', '同\n同')]);
    control.isHeld = true;
    const loading = workspace.load([file('b.txt', '乙\n同')]);
    await until(workspace, ({ work }) => work?.kind === 'detecting');
    workspace.cancel();
    await loading;
    expect(seen(workspace)).toEqual({ documents: ['a.txt', 'b.txt'], pairs: 1, failures: [], stale: true });
    control.isHeld = false;
    await workspace.detectAgain();
    expect(seen(workspace)).toMatchObject({ pairs: 3, stale: false });
  });

  it('can be tried again after the worker has died', async () => {
    const engine = lineEngine();
    let broken = true;
    const workspace = visit({
      engine: {
        ...engine,
        structureSteps(text, corrections, layout) {
          if (broken) throw new Error('a bug');
          return engine.structureSteps(text, corrections, layout);
        },
      },
    });
    await workspace.open();
    expect(workspace.store.get()).toMatchObject({ fault: 'worker-failed', stale: true });
    broken = false;
    await workspace.detectAgain();
    expect(seen(workspace)).toEqual({ documents: ['example.txt'], pairs: 1, failures: [], stale: false });
    expect(workspace.store.get().fault).toBeNull();
  });
});

describe('what the user does', () => {
  it('is there after a reload', async () => {
    const workspace = visit();
    await workspace.open();
    await workspace.load([file('a.txt', '同\n同')]);
    const id = workspace.store.get().documents[0]?.document.id ?? '';
    const pair = workspace.store.get().detection?.pairs[0]?.id ?? '';
    await workspace.decide(pair, 'keep-a');
    await workspace.note(pair, '重复');
    await workspace.correct(id, { kind: 'set-speaker', at: 0, speaker: '徐伟', role: '' });
    await workspace.set({ theme: 'dark' });
    workspace.look({ screen: 'documents', listTop: 40, document: id });
    workspace.flush();
    const again = visit();
    await again.open();
    const { decisions, corrections, documents, settings, view } = again.store.get();
    expect([...decisions.values()]).toEqual([{ ...emptyDecision(pair), judgement: 'keep-a', note: '重复' }]);
    expect(corrections.get(id)).toHaveLength(1);
    expect(documents[0]?.speeches[0]?.speaker).toBe('徐伟');
    expect(settings).toEqual({ ...INITIAL_STATE.settings, theme: 'dark' });
    expect(view).toEqual({ ...INITIAL_STATE.view, screen: 'documents', listTop: 40, document: id });
  });

  it('is undone step by step', async () => {
    const workspace = visit();
    await workspace.open();
    await workspace.load([file('a.txt', '同\n同')]);
    const id = workspace.store.get().documents[0]?.document.id ?? '';
    await workspace.decide('p', 'keep-a');
    await workspace.decide('p', 'keep-a');
    await workspace.note('p', '注');
    await workspace.correct(id, { kind: 'set-speaker', at: 0, speaker: '甲', role: '' });
    await workspace.resetCorrections(id);
    await workspace.removeDocument(id);
    expect(workspace.store.get().undoable).toBe(5);
    const steps = [];
    for (let left = 5; left > 0; left--) {
      await workspace.undo();
      const { documents, decisions } = workspace.store.get();
      const decision = decisions.get('p');
      steps.push([documents[0]?.speeches[0]?.speaker, decision?.judgement, decision?.note]);
    }
    expect(steps).toEqual([
      ['', 'keep-a', '注'],
      ['甲', 'keep-a', '注'],
      ['', 'keep-a', '注'],
      ['', 'keep-a', ''],
      ['', undefined, undefined],
    ]);
    await workspace.undo();
    expect(workspace.store.get().undoable).toBe(0);
    const again = visit();
    await again.open();
    expect(again.store.get().decisions.size).toBe(0);
    expect(again.store.get().corrections.size).toBe(0);
  });

  it('is shown as decided only when it is on disk', async () => {
    const workspace = visit();
    await workspace.open();
    let onDisk = false;
    IDBObjectStore.prototype.put = function (value, key) {
      if (String(key).startsWith('decision/')) {
        this.transaction.addEventListener('complete', () => (onDisk = true));
      }
      return originalPut.call(this, value, key);
    };
    const shown = until(workspace, ({ decisions }) => decisions.has('p')).then(() => onDisk);
    await workspace.decide('p', 'flag');
    expect(await shown).toBe(true);
  });

  it('keeps judgement and note of one pair when both come at once', async () => {
    const workspace = visit();
    await workspace.open();
    await Promise.all([
      workspace.decide('p', 'flag'),
      workspace.note('p', '注'),
      workspace.decide('q', 'keep-b'),
    ]);
    expect([...workspace.store.get().decisions.values()]).toEqual([
      { ...emptyDecision('p'), judgement: 'flag', note: '注' },
      { ...emptyDecision('q'), judgement: 'keep-b' },
    ]);
  });

  it('is all gone after erasing, also after a reload', async () => {
    const workspace = visit();
    await workspace.open();
    await workspace.load([file('a.txt', '同\n同')]);
    await workspace.set({ theme: 'dark' });
    workspace.look({ listTop: 5 });
    void workspace.decide('p', 'flag');
    await workspace.eraseAll();
    expect(workspace.store.get()).toEqual({ ...INITIAL_STATE, opened: true });
    await workspace.undo();
    const again = visit();
    await again.open();
    expect(again.store.get()).toEqual({ ...INITIAL_STATE, opened: true });
  });
});

describe('trouble with storage', () => {
  it('is told, and loses nothing for the visit', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const workspace = visit();
    await workspace.open();
    await workspace.load([file('a.txt', '同\n同')]);
    await workspace.decide('p', 'flag');
    expect(seen(workspace)).toEqual(ready);
    expect(workspace.store.get()).toMatchObject({ storageProblem: 'unavailable' });
    expect(workspace.store.get().decisions.size).toBe(1);
  });

  it('passes when there is room again', async () => {
    const workspace = visit();
    await workspace.open();
    IDBObjectStore.prototype.put = function (value, key) {
      if (String(key).startsWith('document/')) throw new DOMException('no', 'QuotaExceededError');
      return originalPut.call(this, value, key);
    };
    await workspace.load([file('a.txt', '同\n同')]);
    expect(seen(workspace)).toEqual(ready);
    expect(workspace.store.get().storageProblem).toBe('full');
    IDBObjectStore.prototype.put = originalPut;
    await workspace.decide('p', 'flag');
    expect(workspace.store.get().storageProblem).toBeNull();
    const again = visit();
    await again.open();
    expect(seen(again)).toEqual(ready);
  });

  it('leaves what is damaged out, and keeps saying so', async () => {
    const workspace = visit();
    await workspace.open();
    IDBObjectStore.prototype.put = function (value, key) {
      return originalPut.call(this, String(key).startsWith('decision/') ? 'noise' : value, key);
    };
    await workspace.decide('p', 'flag');
    IDBObjectStore.prototype.put = originalPut;
    const again = visit();
    await again.open();
    expect(seen(again).documents).toEqual(['example.txt']);
    expect(again.store.get().storageProblem).toBe('damaged');
    await again.decide('q', 'flag');
    expect(again.store.get().storageProblem).toBe('damaged');
  });
});

describe('more files than are loaded at once', () => {
  it('are told of by the first of those that were left out', async () => {
    const workspace = visit();
    await workspace.open();
    // The same file again and again: refusing it takes no time.
    const files = Array.from({ length: 10_003 }, () => file('同.txt', '同'));
    await workspace.load(files);
    const { failures } = workspace.store.get();
    expect(failures.filter(({ problem }) => problem === 'duplicate')).toHaveLength(9_999);
    expect(failures.at(-1)).toMatchObject({ name: '同.txt … +2', problem: 'too-many' });
  });
});
