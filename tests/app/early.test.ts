import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Pair } from '../../src/core/reuse/pair.ts';
import { openRecords, settled } from '../../src/storage/store.ts';
import { inProcess, lineEngine, tellingEarly } from '../worker/in-process.ts';
import { heldEngine } from './engines.ts';
import { file, seen, until, visit } from './visit.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A workspace whose detections are held, telling early what `early` holds by then. */
function visitEarly() {
  const { engine, control } = heldEngine();
  const early: Pair[] = [];
  const workspace = visit({ startWorker: tellingEarly(inProcess(engine), () => early) });
  return { workspace, control, early };
}

/** All that will be found in the documents of the state. */
function foundIn({ store }: ReturnType<typeof visit>): readonly Pair[] {
  const steps = lineEngine().detect(store.get().documents, { ritualPhrases: [], templates: [] }, null);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value.pairs;
  }
}

describe('what is found early', () => {
  it('is shown while nothing else is, is not cached, and makes way for all', async () => {
    const { workspace, control, early } = visitEarly();
    const opening = workspace.open();
    await until(workspace, ({ documents }) => documents.length > 0);
    early.push(...foundIn(workspace));
    const state = await until(workspace, (now) => now.early && now.detection?.pairs.length === 1);
    expect(state.stale).toBe(true);
    workspace.look({ pair: early[0]?.id ?? null });
    expect(await openRecords().read((store) => settled(store.count('derived/detection/head')))).toBe(0);
    control.isHeld = false;
    await opening;
    expect(seen(workspace)).toMatchObject({ pairs: 1, stale: false });
    expect(workspace.store.get()).toMatchObject({ early: false, view: { pair: early[0]?.id } });
  });

  it('leaves the pair open that was opened, though its passages have become longer', async () => {
    const { workspace, control, early } = visitEarly();
    const opening = workspace.open();
    await until(workspace, ({ documents }) => documents.length > 0);
    const [pair] = foundIn(workspace) as [Pair];
    const { start } = pair.a.span;
    early.push({ ...pair, id: 'shorter', a: { ...pair.a, span: { start, end: start + 1 } } });
    await until(workspace, ({ early: isEarly, opened }) => isEarly && opened);
    workspace.look({ pair: 'shorter' });
    control.isHeld = false;
    await opening;
    await until(workspace, ({ stale }) => !stale);
    expect(workspace.store.get().view.pair).toBe(pair.id);
  });

  it('does not take the place of a whole list', async () => {
    const { workspace, control, early } = visitEarly();
    control.isHeld = false;
    await workspace.open();
    await workspace.load([file('a.txt', '同\n同')]);
    const whole = workspace.store.get().detection;
    control.isHeld = true;
    const loading = workspace.load([file('b.txt', '同')]);
    await until(workspace, ({ work }) => work?.kind === 'detecting');
    early.push(...foundIn(workspace));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(workspace.store.get()).toMatchObject({ detection: whole, early: false });
    control.isHeld = false;
    await loading;
    expect(seen(workspace)).toMatchObject({ pairs: 3, stale: false });
  });

  it('stays, and is known to be a part, when the detection is cancelled', async () => {
    const { workspace, early } = visitEarly();
    const opening = workspace.open();
    await until(workspace, ({ documents }) => documents.length > 0);
    early.push(...foundIn(workspace));
    await until(workspace, (state) => state.early && state.work !== null);
    workspace.cancel();
    await opening;
    expect(seen(workspace)).toMatchObject({ pairs: 1, stale: true });
    expect(workspace.store.get().early).toBe(true);
  });
});
