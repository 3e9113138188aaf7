import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Workspace } from '../../src/app/workspace.ts';
import { structureSteps } from '../../src/core/structure/structure.ts';
import { createDetector } from '../../src/core/reuse/detect.ts';
import { lineEngine } from '../worker/in-process.ts';
import { file, seen, until, visit } from './visit.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const MEASURES = [
  '建立重点项目周调度机制，逐项明确责任单位和完成时限，对进展滞后的项目挂牌督办',
  '组织企业服务专员走访规上企业，收集用工、融资、用地三类问题并限时办结',
  '清理妨碍统一市场的地方保护文件，公开清单接受社会监督，年底前全部废止',
  '推动惠企资金直达快享，实行免申即享名单制，资金到账时间压缩到五个工作日',
];
const ORDINALS = ['一', '二', '三', '四', '五', '六'];

/** A speech with these measures, each in a line. */
function speech(title: string, measures: readonly string[]): string {
  const items = measures.map((measure, i) => `${ORDINALS[i]}是${measure}。`);
  return [`${title}`, '下一步，重点做好以下工作：', ...items].join('\n');
}

function opened(): Workspace {
  return visit({ engine: { ...lineEngine(), structureSteps, ...createDetector() } });
}

/** Two speeches with all measures in common; each pair is judged, and its note is its measure's number. */
async function decided(): Promise<Workspace> {
  const workspace = opened();
  await workspace.open();
  await workspace.load([
    file('甲.txt', speech('甲局发言', MEASURES)),
    file('乙.txt', speech('乙局发言', MEASURES)),
  ]);
  for (const [pair, number] of pairs(workspace)) {
    await workspace.decide(pair, number % 2 === 0 ? 'keep-a' : 'keep-b');
    await workspace.note(pair, `第${number}条`);
  }
  return workspace;
}

/** The pairs with the number of the measure that they share; -1 for none. */
function pairs({ store }: Workspace): readonly (readonly [string, number])[] {
  const { detection, documents } = store.get();
  const texts = new Map(documents.map(({ document }) => [document.id, document.text]));
  return (detection?.pairs ?? []).map(({ id, a }) => {
    const text = (texts.get(a.document) ?? '').slice(a.span.start, a.span.end);
    return [id, MEASURES.findIndex((measure) => text.includes(measure.slice(0, 6)))] as const;
  });
}

/** Note and judgement of each measure that has a decision. */
function judged(workspace: Workspace) {
  const { decisions } = workspace.store.get();
  return pairs(workspace)
    .flatMap(([id, number]) => {
      const decision = decisions.get(id);
      return decision === undefined ? [] : [`${number}: ${decision.judgement} ${decision.note}`];
    })
    .sort();
}

const ALL = ['0: keep-a 第0条', '1: keep-b 第1条', '2: keep-a 第2条', '3: keep-b 第3条'];
/** The second measure is gone, the third slightly changed, and there is a new one. */
const REVISED = speech('乙局发言', [
  MEASURES[0] ?? '',
  (MEASURES[2] ?? '').replace('年底前', '今年底前'),
  MEASURES[3] ?? '',
  '把安全生产责任落实到每个班组，开展拉网式排查',
]);

it('what is unchanged or slightly changed keeps its decision, what is gone is listed, and all is one step', async () => {
  const workspace = await decided();
  expect(judged(workspace)).toEqual(ALL);
  const before = workspace.store.get();
  await workspace.load([file('乙.txt', REVISED)]);
  expect(seen(workspace).documents).toEqual(['甲.txt', '乙.txt']);
  const [question] = workspace.store.get().questions;
  expect(question).toMatchObject({ kind: 'versions', names: [{ name: '乙.txt', decided: 4 }] });
  await workspace.answer(question?.id ?? '', 'replace');
  expect(seen(workspace)).toMatchObject({ documents: ['甲.txt', '乙.txt'], failures: [], stale: false });
  expect(judged(workspace)).toEqual([ALL[0], ALL[2], ALL[3]]);
  const [, now] = workspace.store.get().documents;
  const version = workspace.store.get().earlier.get(now?.document.id ?? '');
  expect(version?.header.name).toBe('乙.txt');
  expect(version?.revision).toMatchObject({ carried: 3, fresh: [] });
  expect(version?.revision.gone.map(({ decision, a }) => [decision.note, a.text])).toEqual([
    ['第1条', `二是${MEASURES[1]}。`],
  ]);
  const again = opened();
  await again.open();
  expect(judged(again)).toEqual([ALL[0], ALL[2], ALL[3]]);
  expect(await again.recallFormer(now?.document.id ?? '')).toBe(true);
  expect(again.store.get().former.map(({ document }) => document.text)).toEqual([
    speech('乙局发言', MEASURES),
  ]);
  await workspace.undo();
  await until(workspace, ({ stale, detection }) => !stale && detection !== null);
  expect(judged(workspace)).toEqual(ALL);
  expect(workspace.store.get().documents.map(({ document }) => document)).toEqual(
    before.documents.map(({ document }) => document),
  );
  expect(workspace.store.get().earlier.size).toBe(0);
});

it('a new version may have another name; the old one may stay beside it', async () => {
  const workspace = await decided();
  const id = workspace.store.get().documents[0]?.document.id ?? '';
  await workspace.revise(id, file('甲（改）.txt', speech('甲局发言', [...MEASURES].reverse())));
  expect(seen(workspace).documents).toEqual(['甲（改）.txt', '乙.txt']);
  expect(judged(workspace)).toEqual(ALL);
  await workspace.load([file('乙.txt', REVISED)]);
  await workspace.answer(workspace.store.get().questions[0]?.id ?? '', 'beside');
  expect(seen(workspace).documents).toEqual(['甲（改）.txt', '乙.txt', '乙.txt']);
});

it('corrections stay where their place did, and a template stays one', async () => {
  const workspace = await decided();
  const [first] = workspace.store.get().documents;
  const { id = '', text = '' } = first?.document ?? {};
  const at = text.indexOf('三是');
  await workspace.correct(id, { kind: 'start-speech', at });
  await workspace.setTemplate(id, true);
  await workspace.revise(id, file('甲.txt', `按语。\n${text.replace('督办', '盯办')}`));
  const { documents, corrections, templates } = workspace.store.get();
  const now = documents[0]?.document.id ?? '';
  expect(now).not.toBe(id);
  expect(corrections.get(now)).toEqual([{ kind: 'start-speech', at: at + 4 }]);
  expect([...templates]).toEqual([now]);
});

it('changes nothing when the new version is the old one or cannot be read', async () => {
  const workspace = await decided();
  const [first] = workspace.store.get().documents;
  const { id = '', text = '' } = first?.document ?? {};
  await workspace.revise(id, file('甲（改）.txt', text));
  await workspace.revise(id, file('空.txt', ''));
  expect(seen(workspace)).toMatchObject({
    documents: ['甲.txt', '乙.txt'],
    failures: ['甲（改）.txt: duplicate', '空.txt: empty'],
  });
  expect(judged(workspace)).toEqual(ALL);
});
