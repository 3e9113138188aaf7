import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { planDrafts } from '../../src/core/draft/draft.ts';
import { orderOf, type DraftFormat, type DraftOrder } from '../../src/core/draft/order.ts';
import { groupsOf } from '../../src/core/review/groups.ts';
import type { Detection } from '../../src/core/reuse/pair.ts';
import type { Workspace } from '../../src/app/workspace.ts';
import { openRecords, settled } from '../../src/storage/store.ts';
import type { Request } from '../../src/worker/protocol.ts';
import { inProcess, lineEngine } from '../worker/in-process.ts';
import { file, until, visit } from './visit.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** The order of all drafts as the state has them. */
function orderFor({ store }: Workspace, format: DraftFormat): DraftOrder {
  const { documents, decisions, detection } = store.get();
  const { pairs } = detection as Detection;
  const groups = groupsOf(detection as Detection, new Set());
  const plans = planDrafts({ documents, pairs, groups, decisions });
  return orderOf(format, format === 'zip' ? plans : plans.slice(1, 2), { pairs, decisions }, 'zh-CN');
}

/** Two documents that share a line, which goes from the second. */
async function decided(workspace: Workspace): Promise<void> {
  await workspace.open();
  await workspace.load([file('甲.txt', '同样的话\n甲说的'), file('乙.txt', '同样的话\n乙说的')]);
  const pair = workspace.store.get().detection?.pairs[0];
  await workspace.decide(pair?.id ?? '', 'keep-a');
}

async function textOf(made: Awaited<ReturnType<Workspace['exportDrafts']>>): Promise<string> {
  return new Blob(made !== null && 'parts' in made ? [...made.parts] : []).text();
}

it('gives out what was decided, and again after a reload, when the worker has no text', async () => {
  const workspace = visit();
  await decided(workspace);
  const made = await workspace.exportDrafts(orderFor(workspace, 'txt'));
  expect(made).toMatchObject({ name: '乙（定稿）.txt' });
  expect(await textOf(made)).toBe('乙说的');
  const count = () => openRecords().read((store) => settled(store.count('derived/detection/head')));
  await vi.waitFor(async () => expect(await count()).toBe(1));
  const log: Request[] = [];
  const again = visit({ startWorker: inProcess(lineEngine(), log) });
  await again.open();
  expect(await textOf(await again.exportDrafts(orderFor(again, 'txt')))).toBe('乙说的');
  // Only what the order speaks of goes to the worker.
  expect(log.map(({ kind }) => kind)).toEqual(['keep', 'keep', 'export']);
  expect(again.store.get().busy).toBe(false);
});

it('can be stopped, and a newer one wins', async () => {
  const engine = lineEngine();
  const control = { isHeld: true };
  const held = {
    ...engine,
    *exportDrafts(...given: Parameters<typeof engine.exportDrafts>) {
      while (control.isHeld) yield 0.5;
      return yield* engine.exportDrafts(...given);
    },
  };
  const workspace = visit({ startWorker: inProcess(held) });
  await decided(workspace);
  const stopped = workspace.exportDrafts(orderFor(workspace, 'zip'));
  await until(workspace, ({ work }) => work?.kind === 'exporting');
  workspace.cancel();
  expect(await stopped).toBeNull();
  const older = workspace.exportDrafts(orderFor(workspace, 'zip'));
  const newer = workspace.exportDrafts(orderFor(workspace, 'txt'));
  control.isHeld = false;
  expect(await older).toBeNull();
  expect(await textOf(await newer)).toBe('乙说的');
  expect(workspace.store.get().fault).toBeNull();
});

it('says when it failed, until one succeeds', async () => {
  const engine = lineEngine();
  const control = { isBroken: true };
  const broken = {
    ...engine,
    exportDrafts(...given: Parameters<typeof engine.exportDrafts>) {
      if (control.isBroken) throw new Error('broken');
      return engine.exportDrafts(...given);
    },
  };
  const workspace = visit({ startWorker: inProcess(broken) });
  await decided(workspace);
  expect(await workspace.exportDrafts(orderFor(workspace, 'txt'))).toBeNull();
  expect(workspace.store.get().fault).toBe('export-failed');
  control.isBroken = false;
  expect(await textOf(await workspace.exportDrafts(orderFor(workspace, 'txt')))).toBe('乙说的');
  expect(workspace.store.get().fault).toBeNull();
});

/** A report of everything that a workspace has. */
function reportOf(workspace: Workspace, format: 'csv' | 'json'): ReturnType<Workspace['exportReport']> {
  const { detection, decisions, restored } = workspace.store.get();
  const { pairs, limits } = detection as Detection;
  const order = {
    format,
    language: 'zh-CN' as const,
    isMasked: false,
    isFiltered: false,
    isDecidedOnly: false,
    listed: null,
    restored: [],
    limits,
    isPartial: false,
    pictures: [],
    madeAt: '2026-11-25 09:30',
    version: '0',
  };
  const source = { detection: detection as Detection, findings: pairs, filtered: pairs, decisions, restored };
  return workspace.exportReport(order, source);
}

it('makes a report of all documents in loading order, what was found and decided in parts before it', async () => {
  const log: Request[] = [];
  const workspace = visit({ startWorker: inProcess(lineEngine(), log) });
  await decided(workspace);
  log.length = 0;
  const made = await reportOf(workspace, 'json');
  const report = JSON.parse(await textOf(made)) as {
    documents: { name: string }[];
    findings: { decision: { judgement: string }; a: { text: string } }[];
  };
  expect(report.documents.map(({ name }) => name)).toEqual(['甲.txt', '乙.txt']);
  expect(report.findings.map(({ decision, a }) => [decision.judgement, a.text])).toEqual([
    ['keep-a', '同样的话'],
  ]);
  expect(log.map(({ kind }) => kind)).toEqual(['keep', 'keep', 'report-part', 'report-part', 'report']);
});

it('stops a report, forgets its parts, and makes the next', async () => {
  const engine = lineEngine();
  const control = { isHeld: true };
  const held = {
    ...engine,
    *exportReport(...given: Parameters<typeof engine.exportReport>) {
      while (control.isHeld) yield 0.5;
      return yield* engine.exportReport(...given);
    },
  };
  const workspace = visit({ startWorker: inProcess(held) });
  await decided(workspace);
  const stopped = reportOf(workspace, 'csv');
  await until(workspace, ({ work }) => work?.kind === 'exporting' && work.done === 0.5);
  workspace.cancel();
  expect(await stopped).toBeNull();
  control.isHeld = false;
  const text = await textOf(await reportOf(workspace, 'csv'));
  expect(text.split('雷同清单,1,').length).toBe(2);
  expect(workspace.store.get().fault).toBeNull();
});
