import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Workspace } from '../../src/app/workspace.ts';
import type { TableReading } from '../../src/core/table/table-reading.ts';
import { file, until, visit } from './visit.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const HEADER = '编码,姓,汇报材料,备注说明';
const ONE = `${HEADER}\nA1,李明华,先把资金保障强化起来，统筹用于三保。,无\n`;
const TWO = `${HEADER}\nA2,王建国,先把资金保障强化起来，统筹用于三保。,已报\n`;
const TEXT_ONLY: TableReading = { isHeaded: true, per: 'row', uses: [null, null, 'text', null] };
const WITH_REMARK: TableReading = { isHeaded: true, per: 'row', uses: [null, null, 'text', 'text'] };

/** Waits for the question, looks at it, and answers every table with `reading`; null puts it away. */
async function answer(workspace: Workspace, reading: TableReading | null) {
  const { columnsQuestion: question } = await until(workspace, (state) => state.columnsQuestion !== null);
  if (question === null) throw new Error('no question');
  const readings = Object.fromEntries(question.tables.map(({ key }) => [key, reading as TableReading]));
  workspace.answerColumns(question, reading === null ? null : readings);
  return question;
}

const texts = ({ store }: Workspace) => store.get().documents.map(({ document }) => document.text);
const TEXT = '先把资金保障强化起来，统筹用于三保。';

describe('columns of tables', () => {
  it('are asked once for files with the same header, and are known after a reload', async () => {
    const workspace = visit();
    await workspace.open();
    const loading = workspace.load([file('a.csv', ONE), file('b.csv', TWO)]);
    const question = await answer(workspace, TEXT_ONLY);
    expect(question).toMatchObject({ name: 'a.csv', isAgain: false });
    expect(question.tables[0]).toMatchObject({
      heading: 0,
      rowCount: 2,
      columnCount: 4,
      reading: { isHeaded: true, per: 'row', uses: [null, 'speaker', 'text', null] },
    });
    await loading;
    expect(texts(workspace)).toEqual([TEXT, TEXT]);
    expect(workspace.store.get().documents[0]?.document.isTable).toBe(true);
    const again = visit();
    await again.open();
    await again.load([file('c.csv', TWO)]);
    expect(texts(again)).toEqual([TEXT, TEXT, TEXT]);
    expect(again.store.get().documents[0]?.document.isTable).toBe(true);
  });

  it('are read by guess when the question is put away, and not asked again in this visit', async () => {
    const workspace = visit();
    await workspace.open();
    const loading = workspace.load([file('a.csv', ONE), file('b.csv', TWO)]);
    await answer(workspace, null);
    await loading;
    expect(texts(workspace)).toEqual([`李明华\n\n${TEXT}`, `王建国\n\n${TEXT}`]);
    const speakers = workspace.store.get().documents.map(({ document }) => document.layout?.speeches);
    expect(speakers).toMatchObject([[{ speaker: '李明华' }], [{ speaker: '王建国' }]]);
  });

  it('are not read at all when loading is stopped', async () => {
    const workspace = visit();
    await workspace.open();
    const loading = workspace.load([file('a.csv', ONE)]);
    await until(workspace, (state) => state.columnsQuestion !== null);
    workspace.cancel();
    await loading;
    expect(workspace.store.get()).toMatchObject({ columnsQuestion: null, failures: [] });
    expect(workspace.store.get().documents[0]?.document.origin).toBe('example');
  });

  it('can be changed later in one step, which keeps decisions and can be undone', async () => {
    const workspace = visit();
    await workspace.open();
    await workspace.load([file('b.txt', TEXT)]);
    const loading = workspace.load([file('a.csv', ONE)]);
    await answer(workspace, TEXT_ONLY);
    await loading;
    const table = () => workspace.store.get().documents[1]?.document;
    const id = table()?.id ?? '';
    const [pair] = workspace.store.get().detection?.pairs ?? [];
    await workspace.decide(pair?.id ?? '', 'flag');
    await workspace.setTemplate(id, true);

    const asking = workspace.askColumns(id);
    const question = await answer(workspace, WITH_REMARK);
    expect(question.isAgain).toBe(true);
    expect(question.tables[0]?.reading).toEqual(TEXT_ONLY);
    await asking;
    expect(table()).toMatchObject({ name: 'a.csv', text: `${TEXT}\n无`, isTable: true });
    expect(workspace.store.get().templates).toEqual(new Set([table()?.id]));
    expect(workspace.store.get().decisions.size).toBe(1);

    const after = table()?.id;
    await workspace.undo();
    expect(table()?.id).toBe(id);
    await workspace.redo();
    expect(table()).toMatchObject({ id: after, text: `${TEXT}\n无` });
    await workspace.undo();
    expect(table()?.id).toBe(id);
    expect(workspace.store.get().templates).toEqual(new Set([id]));
    const again = visit();
    await again.open();
    expect(texts(again)).toEqual([TEXT, TEXT]);
    await again.load([file('c.csv', TWO)]);
    expect(texts(again)[2]).toBe(TEXT);
  });

  it('stay as they are when a change is put away', async () => {
    const workspace = visit();
    await workspace.open();
    const loading = workspace.load([file('a.csv', ONE)]);
    await answer(workspace, TEXT_ONLY);
    await loading;
    const { undoable } = workspace.store.get();
    const asking = workspace.askColumns(workspace.store.get().documents[0]?.document.id ?? '');
    await answer(workspace, null);
    await asking;
    expect(texts(workspace)).toEqual([TEXT]);
    expect(workspace.store.get().undoable).toBe(undoable);
  });

  it('are previewed with their structure', async () => {
    const workspace = visit();
    await workspace.open();
    const loading = workspace.load([file('a.csv', ONE)]);
    const { columnsQuestion } = await until(workspace, (state) => state.columnsQuestion !== null);
    const [sample] = columnsQuestion?.tables ?? [];
    const { signal } = new AbortController();
    const texted = await workspace.previewTable(sample!, TEXT_ONLY, signal);
    const remarked = await workspace.previewTable(sample!, WITH_REMARK, signal);
    expect([texted, remarked].map((each) => each?.speeches[0]?.paragraphs.length)).toEqual([1, 2]);
    expect(await workspace.previewTable(sample!, { ...TEXT_ONLY, uses: [] }, signal)).toBeNull();
    await answer(workspace, null);
    await loading;
  });
});
