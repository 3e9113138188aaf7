import fc from 'fast-check';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Channel } from '../../src/app/neighbours.ts';
import type { Workspace } from '../../src/app/workspace.ts';
import { changed } from '../../src/core/review/change.ts';
import { JUDGEMENTS, type Decision } from '../../src/core/review/decision.ts';
import { openRecords, settled } from '../../src/storage/store.ts';
import { file, visit } from './visit.ts';

const SEED = 20_261_125;
const originalPut = IDBObjectStore.prototype.put;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});

afterEach(() => {
  IDBObjectStore.prototype.put = originalPut;
  vi.unstubAllGlobals();
});

async function opened(options: Parameters<typeof visit>[0] = {}): Promise<Workspace> {
  const workspace = visit(options);
  await workspace.open();
  return workspace;
}

function decisionsOf({ store }: Workspace): Record<string, Decision> {
  return Object.fromEntries(store.get().decisions);
}

/** What is on disk of the decisions, by pair. */
async function onDisk(): Promise<Record<string, Decision>> {
  const range = IDBKeyRange.bound('decision/', 'decision/\uffff');
  const all = await openRecords().read((store) => settled<Decision[]>(store.getAll(range)));
  return Object.fromEntries(all.map((decision) => [decision.pair, decision]));
}

async function historyKeys(): Promise<readonly string[]> {
  const keys = await openRecords().read((store) => settled(store.getAllKeys()));
  return keys.map(String).filter((key) => key.startsWith('history/'));
}

/** Pages that hear one another, each what is told after this turn. */
function pages(): () => Channel {
  const hearers: ((message: unknown) => void)[] = [];
  return () => {
    let own: ((message: unknown) => void) | null = null;
    return {
      tell: (message) => {
        for (const hear of hearers) if (hear !== own) hear(structuredClone(message));
      },
      listen: (hear) => void hearers.push((own = hear)),
    };
  };
}

describe('the history', () => {
  it('is there after a reload: undone and done again to its ends', async () => {
    const first = await opened();
    await first.decide('p', 'keep-a');
    await first.note('p', '注');
    await first.decide('q', 'flag');
    await first.undo();
    const again = await opened();
    expect(again.store.get()).toMatchObject({ undoable: 2, history: { done: 2 } });
    await again.redo();
    expect(Object.keys(decisionsOf(again))).toEqual(['p', 'q']);
    await again.undo(9);
    expect(decisionsOf(again)).toEqual({});
    const third = await opened();
    await third.redo(9);
    expect(decisionsOf(third)).toEqual(await onDisk());
    expect(decisionsOf(third)).toMatchObject({
      p: { judgement: 'keep-a', note: '注' },
      q: { judgement: 'flag' },
    });
  });

  it('forgets what was undone once something else is done', async () => {
    const workspace = await opened();
    await workspace.decide('p', 'keep-a');
    await workspace.decide('p', 'keep-b');
    await workspace.undo(2);
    await workspace.decide('q', 'flag');
    await workspace.redo();
    expect(Object.keys(decisionsOf(workspace))).toEqual(['q']);
    expect(await historyKeys()).toHaveLength(1);
  });

  it('knows who and when', async () => {
    let now = 5;
    const workspace = await opened({ clock: { now: () => now, page: 'x' } });
    await workspace.set({ reviewer: '张三' });
    await workspace.decide('p', 'keep-a');
    now = 9;
    await workspace.say([{ pair: 'p', fields: { judgement: 'flag', reason: '核实' } }], 'many');
    const [first, second] = await Promise.all(workspace.store.get().history.keys.map(workspace.readStep));
    expect(first).toMatchObject({ at: 5, who: '张三', command: { kind: 'decide', reach: 'pair' } });
    expect(second).toMatchObject({
      at: 9,
      command: {
        reach: 'many',
        changes: [{ pair: 'p', from: { judgement: 'keep-a', reason: '' }, to: { judgement: 'flag' } }],
      },
    });
  });

  it('takes a stretch of typing as one step, unless something came between', async () => {
    const workspace = await opened();
    await workspace.note('p', '一', 'v1');
    await workspace.note('p', '一二', 'v1');
    await workspace.note('p', '一二三', 'v2');
    await workspace.decide('p', 'flag');
    await workspace.note('p', '四', 'v2');
    expect(workspace.store.get().undoable).toBe(4);
    await workspace.undo(3);
    expect(decisionsOf(workspace)).toMatchObject({ p: { note: '一二', judgement: null } });
    await workspace.undo();
    expect(await onDisk()).toEqual({});
  });

  it('puts a removed document back, and away again, also after a reload', async () => {
    const first = await opened();
    await first.load([file('a.txt', '同\n同'), file('b.txt', '异')]);
    const id = first.store.get().documents[0]?.document.id ?? '';
    await first.setTemplate(id, true);
    await first.setRitualPhrases(['同']);
    await first.correct(id, { kind: 'set-speaker', at: 0, speaker: '甲', role: '' });
    await first.removeDocument(id);
    const names = ({ store }: Workspace) => store.get().documents.map(({ document }) => document.name);
    const again = await opened();
    expect(names(again)).toEqual(['b.txt']);
    await again.undo();
    expect(names(again)).toEqual(['a.txt', 'b.txt']);
    expect(again.store.get().documents[0]?.speeches[0]?.speaker).toBe('甲');
    await again.undo(3);
    expect(again.store.get()).toMatchObject({ ritualPhrases: null, templates: new Set(), undoable: 0 });
    const third = await opened();
    await third.redo(4);
    expect(names(third)).toEqual(['b.txt']);
    expect(third.store.get()).toMatchObject({ ritualPhrases: ['同'], undoable: 4 });
  });

  it('goes when the example makes way, and when everything is erased', async () => {
    const workspace = await opened();
    await workspace.decide('p', 'flag');
    await workspace.load([file('a.txt', '同\n同')]);
    expect(workspace.store.get().history).toEqual({ keys: [], done: 0 });
    expect(await historyKeys()).toEqual([]);
  });

  it.each([
    [{ kind: 'decide', reach: 'pair', changes: [null] }],
    [{ kind: 'decide', reach: 'pair', changes: [{ pair: 'p', from: { judgement: 'x' }, to: { note: '' } }] }],
    [{ kind: 'correct', document: 'd', name: 'n', before: [{ kind: 'none', at: 0 }], after: [] }],
    [{ kind: 'swap', what: 'added', name: '', before: { decisions: new Map() }, after: null }],
    [{ kind: 'toString' }],
  ])('steps over a record that a bug wrote: %j', async (command) => {
    const first = await opened();
    await first.decide('p', 'flag');
    await first.decide('q', 'flag');
    const [, key = ''] = await historyKeys();
    await openRecords().write('strict', async (store) => {
      await settled(store.put({ at: 0, who: '', command }, key));
    });
    const again = await opened();
    await again.undo(2);
    expect(Object.keys(decisionsOf(again))).toEqual(['q']);
    expect(await onDisk()).toEqual(decisionsOf(again));
  });

  it('is written with what it remembers, or neither is', async () => {
    const workspace = await opened();
    IDBObjectStore.prototype.put = function (value, key) {
      if (String(key).startsWith('history/')) throw new DOMException('no', 'AbortError');
      return originalPut.call(this, value, key);
    };
    await workspace.decide('p', 'flag');
    expect(workspace.store.get().storageProblem).toBe('failed');
    expect(await onDisk()).toEqual({});
    IDBObjectStore.prototype.put = originalPut;
    await workspace.undo();
    await workspace.decide('q', 'flag');
    expect(Object.keys(await onDisk())).toEqual(['q']);
    expect(await historyKeys()).toHaveLength(1);
  });
});

/** What may be done, as data. */
const action = fc.oneof(
  fc.record({
    pair: fc.constantFrom('p', 'q', 'r'),
    judgement: fc.constantFrom(null, ...JUDGEMENTS),
  }),
  fc.record({ pair: fc.constantFrom('p', 'q'), note: fc.constantFrom('', '甲', '乙') }),
  fc.record({ pair: fc.constantFrom('p', 'q'), rewriteA: fc.constantFrom(null, '', '丙') }),
  fc.record({ undo: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ redo: fc.integer({ min: 1, max: 4 }) }),
  fc.constant('reload' as const),
);

it('any order of decisions, undos and redos ends as replaying what stands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 16 }), async (actions) => {
      vi.stubGlobal('indexedDB', new IDBFactory());
      let workspace = await opened();
      for (const each of actions) {
        if (each === 'reload') workspace = await opened();
        else if ('undo' in each) await workspace.undo(each.undo);
        else if ('redo' in each) await workspace.redo(each.redo);
        else {
          const { pair, ...fields } = each;
          await workspace.say([{ pair, fields }], 'pair');
        }
      }
      const { keys, done } = workspace.store.get().history;
      const replayed = new Map<string, Decision>();
      for (const key of keys.slice(0, done)) {
        const command = (await workspace.readStep(key))?.command;
        for (const change of command?.kind === 'decide' ? command.changes : []) {
          const after = changed(replayed.get(change.pair), change, false);
          if (after === null) replayed.delete(change.pair);
          else replayed.set(change.pair, after);
        }
      }
      expect(decisionsOf(workspace)).toEqual(Object.fromEntries(replayed));
      expect(await onDisk()).toEqual(decisionsOf(workspace));
    }),
    { seed: SEED, numRuns: 60 },
  );
});

describe('two open pages', () => {
  it('that cannot hear one another lose no decision', async () => {
    const [one, other] = [await opened(), await opened()];
    await one.decide('p', 'keep-a');
    await other.note('p', '注');
    await other.decide('q', 'flag');
    await one.undo();
    expect(await onDisk()).toMatchObject({ p: { judgement: null, note: '注' }, q: { judgement: 'flag' } });
    await one.redo();
    await other.decide('p', 'keep-b');
    await one.undo();
    expect(await onDisk()).toMatchObject({ p: { judgement: 'keep-b', note: '注' } });
    expect((await opened()).store.get().history).toMatchObject({ done: 3 });
  });

  it('show what the other decides, and undo it', async () => {
    const join = pages();
    const [one, other] = [await opened({ channel: join() }), await opened({ channel: join() })];
    await one.decide('p', 'keep-a');
    expect(decisionsOf(other)).toMatchObject({ p: { judgement: 'keep-a' } });
    await other.decide('p', 'keep-b');
    await one.undo();
    expect(decisionsOf(other)).toMatchObject({ p: { judgement: 'keep-a' } });
    expect(other.store.get().history).toEqual(one.store.get().history);
    await Promise.all([one.decide('q', 'flag'), other.decide('r', 'flag')]);
    expect(Object.keys(await onDisk()).sort()).toEqual(['p', 'q', 'r']);
    expect(decisionsOf(one)).toEqual(decisionsOf(other));
    await one.undo(9);
    await other.undo(9);
    expect(await onDisk()).toEqual({});
  });
});

describe('ten thousand decisions', () => {
  const MANY = Array.from({ length: 10_000 }, (_, index) => ({
    pair: `p${index}`,
    fields: { judgement: 'flag' as const },
  }));

  it('are one step in one transaction, on disk before the page says so', async () => {
    const workspace = await opened();
    let written = 0;
    const transactions = new Set<IDBTransaction>();
    IDBObjectStore.prototype.put = function (value, key) {
      if (String(key).startsWith('decision/')) {
        transactions.add(this.transaction as unknown as IDBTransaction);
        this.transaction.addEventListener('complete', () => (written = 10_000));
      }
      return originalPut.call(this, value, key);
    };
    let atShown = -1;
    workspace.store.subscribe(() => {
      if (workspace.store.get().decisions.size > 0 && atShown < 0) atShown = written;
    });
    await workspace.say(MANY, 'many');
    expect(atShown).toBe(10_000);
    expect(transactions.size).toBe(1);
    expect(workspace.store.get()).toMatchObject({ undoable: 1 });
    expect(Object.keys(await onDisk())).toHaveLength(10_000);
  });

  it('do not make undoing one dear', async () => {
    const workspace = await opened();
    await workspace.say(MANY, 'many');
    const timeOf = async (rounds: number, run: () => unknown) => {
      const from = performance.now();
      for (let round = 0; round < rounds; round++) await run();
      return (performance.now() - from) / rounds;
    };
    const undo = () => workspace.decide('x', 'keep-a').then(() => workspace.undo());
    await timeOf(5, undo);
    const undoing = await timeOf(20, undo);
    // Deciding and undoing one copies a map; whoever read or copied every decision would take as long as this.
    const reading = await timeOf(3, onDisk);
    expect(undoing).toBeLessThan(reading / 2);
  });
});
