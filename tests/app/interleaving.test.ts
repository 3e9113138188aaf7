import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDetector } from '../../src/core/reuse/detect.ts';
import { emptyDecision } from '../../src/core/review/decision.ts';
import { structureSteps } from '../../src/core/structure/structure.ts';
import { lineEngine } from '../worker/in-process.ts';
import { heldEngine } from './engines.ts';
import { file, seen, until, visit } from './visit.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('a decision and a removal at the same time are two steps of the history', async () => {
  const workspace = visit();
  await workspace.open();
  await workspace.load([file('甲.txt', '同\n甲'), file('乙.txt', '同\n乙')]);
  const { store } = workspace;
  const id = store.get().documents[0]?.document.id ?? '';
  await Promise.all([workspace.decide('p', 'flag'), workspace.removeDocument(id), workspace.note('p', '注')]);
  const { history } = store.get();
  expect(history).toMatchObject({ done: 3 });
  expect(new Set(history.keys).size).toBe(3);
  const again = visit();
  await again.open();
  expect(again.store.get().history).toEqual(history);
  await again.undo(3);
  expect(seen(again).documents).toEqual(['甲.txt', '乙.txt']);
  expect(again.store.get().decisions.size).toBe(0);
});

it('what is taken over from another reviewer leaves a running detection alone', async () => {
  const { engine, control } = heldEngine();
  const workspace = visit({ engine });
  void workspace.open();
  await until(workspace, ({ documents }) => documents.length > 0 && control.begun === 1);
  await workspace.settle({ reviewer: '王', decision: { ...emptyDecision('p'), judgement: 'flag' } }, true);
  expect(workspace.store.get().decisions.get('p')?.judgement).toBe('flag');
  control.isHeld = false;
  await until(workspace, ({ detection, busy }) => detection !== null || !busy);
  expect(seen(workspace)).toMatchObject({ pairs: 1, stale: false });
});

it('what is decided while a new version is written goes with it', async () => {
  const lines = [
    '建立重点项目周调度机制，逐项明确责任单位和完成时限，对进展滞后的项目挂牌督办',
    '清理妨碍统一市场的地方保护文件，公开清单接受社会监督，年底前全部废止',
  ];
  const speech = (title: string, last = '') =>
    [title, '下一步，重点做好以下工作：', `一是${lines[0]}。`, `二是${lines[1]}。${last}`].join('\n');
  let read = () => {};
  const engine = {
    ...lineEngine(),
    ...createDetector(),
    structureSteps(...given: Parameters<typeof structureSteps>) {
      read();
      return structureSteps(...given);
    },
  };
  const workspace = visit({ engine });
  await workspace.open();
  await workspace.load([file('甲.txt', speech('甲局发言')), file('乙.txt', speech('乙局发言'))]);
  const { store } = workspace;
  const pair = store.get().detection?.pairs[0]?.id ?? '';
  const said: Promise<void>[] = [];
  let reads = 0;
  // Before, as the file came and to be compared; this time to be shown.
  read = () => {
    if (++reads === 3) said.push(workspace.decide(pair, 'keep-b'));
  };
  const id = store.get().documents[1]?.document.id ?? '';
  await workspace.revise(id, file('乙二.txt', speech('乙局发言', '以上请审阅。')));
  await Promise.all(said);
  expect(reads).toBe(3);
  const open = store.get().detection?.pairs.map((each) => store.get().decisions.get(each.id)?.judgement);
  expect(open).toContain('keep-b');
});
