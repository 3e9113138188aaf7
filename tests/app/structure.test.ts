import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { structureSteps } from '../../src/core/structure/structure.ts';
import { lineEngine } from '../worker/in-process.ts';
import { file, visit } from './visit.ts';

const TEXT = '同志们：\n\n一是抓学习。\n\n抓服务\n\n共同的一行在这里。\n';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Reads structure as the page does; counts what is read. */
function reading() {
  const read: string[] = [];
  const engine: ReturnType<typeof lineEngine> = {
    ...lineEngine(),
    structureSteps(text, corrections, layout) {
      read.push(text);
      return structureSteps(text, corrections, layout);
    },
  };
  return { read, engine };
}

async function loaded() {
  const { read, engine } = reading();
  const workspace = visit({ engine });
  await workspace.open();
  await workspace.load([file('a.txt', TEXT), file('b.txt', '各位代表：\n\n共同的一行在这里。\n')]);
  const id = workspace.store.get().documents[0]?.document.id ?? '';
  const measures = () =>
    workspace.store
      .get()
      .documents[0]?.speeches.flatMap((speech) =>
        speech.measures.map(({ span, ordinal }) => ordinal + TEXT.slice(span.start, span.end)),
      );
  return { workspace, id, measures, read, engine };
}

const at = (words: string) => TEXT.indexOf(words);
const guessed = ['1一是抓学习。'];
const corrected = ['1一是抓学习。', '2抓服务\n\n共同的一行在这里。'];

test('a line that the user made a measure is one after a reload, and none once that is undone', async () => {
  const { workspace, id, measures, engine } = await loaded();
  expect(measures()).toEqual(guessed);
  expect(await workspace.correct(id, { kind: 'start-measure', at: at('抓服务') })).toBe('done');
  expect(measures()).toEqual(corrected);
  const again = visit({ engine });
  await again.open();
  expect(again.store.get().documents[0]?.speeches).toEqual(workspace.store.get().documents[0]?.speeches);
  expect(again.store.get().corrections.get(id)).toEqual([{ kind: 'start-measure', at: at('抓服务') }]);
  await workspace.undo();
  expect(measures()).toEqual(guessed);
  expect(workspace.store.get().corrections.size).toBe(0);
});

test('findings follow, and only the document that was corrected is read again', async () => {
  const { workspace, id, read } = await loaded();
  expect(workspace.store.get().detection?.pairs).toHaveLength(1);
  const before = workspace.store.get().documents[1];
  read.length = 0;
  await workspace.correct(id, { kind: 'set-running', at: at('共同'), running: true, alike: true });
  expect(workspace.store.get()).toMatchObject({ stale: false, detection: { pairs: [] } });
  expect(read).toEqual([TEXT]);
  expect(workspace.store.get().documents[1]).toBe(before);
});

test('a correction that changes nothing is not kept, and said', async () => {
  const { workspace, id } = await loaded();
  for (const place of [at('一是'), TEXT.length + 5])
    expect(await workspace.correct(id, { kind: 'start-measure', at: place })).toBe('idle');
  expect(workspace.store.get()).toMatchObject({ undoable: 0, corrections: new Map() });
});

test('one of several corrections is taken back by itself', async () => {
  const { workspace, id, measures } = await loaded();
  await workspace.correct(id, { kind: 'start-measure', at: at('抓服务') });
  await workspace.correct(id, { kind: 'set-heading', at: at('一是'), level: 1 });
  await workspace.uncorrect(id, new Set([1]));
  expect(measures()).toEqual(corrected);
  await workspace.undo();
  expect(workspace.store.get().corrections.get(id)).toHaveLength(2);
  await workspace.resetCorrections(id);
  expect(measures()).toEqual(guessed);
});
