import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Workspace } from '../../src/app/workspace.ts';
import type { MadeFile } from '../../src/core/draft/order.ts';
import { openRecords, settled } from '../../src/storage/store.ts';
import { file, seen, visit } from './visit.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** The project that was made, as a file under another name than its own: its content decides. */
function given(made: MadeFile | null, name = '收到的.zip') {
  return { name, bytes: new Blob([...(made?.parts ?? [])]) };
}

/** Everything precious that a workspace shows, to compare. */
function held({ store }: Workspace) {
  const { documents, decisions, corrections, templates, restored, ritualPhrases, opinions } = store.get();
  return {
    documents: documents.map(({ document }) => document),
    decisions: [...decisions.values()].sort((p, q) => (p.pair < q.pair ? -1 : 1)),
    corrections: [...corrections],
    templates: [...templates],
    restored: [...restored],
    ritualPhrases,
    opinions: [...opinions].sort(([p], [q]) => (p < q ? -1 : 1)),
  };
}

/** Two documents that share two lines, one decided, everything else set, too. */
async function worked(reviewer: string, judgement: 'keep-a' | 'keep-b' = 'keep-a'): Promise<Workspace> {
  const workspace = visit();
  await workspace.open();
  await workspace.load([file('甲.txt', '同一\n同二\n甲说'), file('乙.txt', '同一\n同二\n乙说')]);
  await workspace.set({ reviewer });
  const [first] = workspace.store.get().detection?.pairs ?? [];
  await workspace.decide(first?.id ?? '', judgement);
  await workspace.note(first?.id ?? '', `${reviewer}说`);
  return workspace;
}

function nextDatabase(): void {
  vi.stubGlobal('indexedDB', new IDBFactory());
}

it('opens at once on an empty page, as it was, also after a reload', async () => {
  const one = await worked('徐伟');
  const [first] = one.store.get().documents;
  const id = first?.document.id ?? '';
  await one.correct(id, { kind: 'set-speaker', at: 0, speaker: '张', role: '局长' });
  await one.setRitualPhrases(['同志们']);
  await one.setTemplate(id, true);
  const made = await one.saveProject('项目');
  expect(made?.name).toBe('项目.leitong');
  nextDatabase();
  const other = visit();
  await other.open();
  await other.load([given(made)]);
  expect(held(other)).toEqual(held(one));
  expect(seen(other)).toMatchObject({ documents: ['甲.txt', '乙.txt'], failures: [], stale: false });
  const again = visit();
  await again.open();
  expect(held(again)).toEqual(held(one));
  // Also what was opened in an earlier visit is undone, and done again.
  await again.undo();
  expect(seen(again).documents).toEqual(['example.txt']);
  await again.redo();
  expect(held(again)).toEqual(held(one));
});

it('is asked of where there is something: left out, in its place, or beside it, and undone', async () => {
  const one = await worked('徐伟');
  const made = await one.saveProject('项目');
  nextDatabase();
  const other = visit();
  await other.open();
  await other.load([file('丙.txt', '丙说'), given(made)]);
  const before = held(other);
  expect(before.documents.map(({ name }) => name)).toEqual(['丙.txt']);
  const [question] = other.store.get().questions;
  expect(question).toMatchObject({ kind: 'project', name: '收到的.zip', reviewer: '徐伟', documents: 2 });
  await other.answer(question?.id ?? '', 'cancel');
  expect(held(other)).toEqual(before);
  expect(other.store.get().questions).toEqual([]);
  await other.load([given(made)]);
  await other.answer(other.store.get().questions[0]?.id ?? '', 'replace');
  expect(held(other)).toEqual(held(one));
  await other.undo();
  expect(held(other)).toEqual(before);
  await other.load([given(made)]);
  await other.answer(other.store.get().questions[0]?.id ?? '', 'beside');
  expect(seen(other).documents).toEqual(['丙.txt', '甲.txt', '乙.txt']);
  expect(held(other).decisions).toEqual(held(one).decisions);
  await other.undo();
  expect(held(other)).toEqual(before);
});

it('of a second reviewer stands beside the own decisions, sides the right way round', async () => {
  const theirs = await worked('王敏', 'keep-b');
  const [, second] = theirs.store.get().detection?.pairs ?? [];
  await theirs.decide(second?.id ?? '', 'flag');
  const made = await theirs.saveProject('项目');
  nextDatabase();
  const own = await worked('徐伟', 'keep-a');
  const [pair, other] = own.store.get().detection?.pairs ?? [];
  await own.load([given(made)]);
  await own.answer(own.store.get().questions[0]?.id ?? '', 'beside');
  const { decisions, opinions, documents } = own.store.get();
  expect(documents).toHaveLength(2);
  expect(decisions.get(pair?.id ?? '')).toMatchObject({ judgement: 'keep-a', note: '徐伟说' });
  expect(decisions.get(other?.id ?? '')?.judgement).toBe('flag');
  const [opinion] = opinions.get(pair?.id ?? '') ?? [];
  expect(opinion).toMatchObject({ reviewer: '王敏', decision: { judgement: 'keep-b', note: '王敏说' } });
  if (opinion === undefined) return;
  await own.settle(opinion, true);
  expect(own.store.get().decisions.get(pair?.id ?? '')).toMatchObject({
    judgement: 'keep-b',
    note: '王敏说',
  });
  await own.undo();
  await own.settle(opinion, false);
  expect(own.store.get().opinions.has(pair?.id ?? '')).toBe(false);
  await own.undo();
  const again = visit();
  await again.open();
  expect(held(again)).toEqual(held(own));
  expect(again.store.get().opinions.get(pair?.id ?? '')).toEqual([opinion]);
});

it('that is damaged or newer says so and changes nothing', async () => {
  const one = await worked('徐伟');
  const made = await one.saveProject('项目');
  const before = held(one);
  const { bytes } = given(made);
  await one.load([{ name: '坏.leitong', bytes: bytes.slice(0, bytes.size - 40) }]);
  expect(held(one)).toEqual(before);
  expect(seen(one).failures).toHaveLength(1);
  expect(one.store.get().questions).toEqual([]);
});

it('what another tab decided meanwhile stays in the database', async () => {
  const one = await worked('徐伟');
  const made = await one.saveProject('项目');
  nextDatabase();
  const left = visit();
  await left.open();
  await left.load([file('丙.txt', '同\n丙'), file('丁.txt', '同\n丁')]);
  const right = visit();
  await right.open();
  const pair = right.store.get().detection?.pairs[0]?.id ?? left.store.get().detection?.pairs[0]?.id ?? '';
  await right.decide(pair, 'flag');
  await left.load([given(made)]);
  await left.answer(left.store.get().questions[0]?.id ?? '', 'beside');
  const stored = await openRecords().read((store) => settled<unknown>(store.get(`decision/${pair}`)));
  expect(stored).toMatchObject({ judgement: 'flag' });
});
