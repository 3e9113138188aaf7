import { expect, it } from 'vitest';
import { EXAMPLE } from '../../src/app/example.ts';
import { createDetector } from '../../src/core/reuse/detect.ts';
import type { Detection } from '../../src/core/reuse/pair.ts';
import { createHandlers } from '../../src/worker/handlers.ts';
import { rehearse } from '../../src/worker/rehearsal.ts';
import { nextTurn } from '../../src/worker/turns.ts';
import { lineEngine } from './in-process.ts';

it('finds work for every stage in the example', () => {
  const found: Detection[] = [];
  const rehearsal = rehearse(EXAMPLE.map(({ text }) => text).join('\n'), () => ({
    *detect(documents, settings) {
      const detection = yield* createDetector().detect(documents, settings);
      found.push(detection);
      return detection;
    },
  }));
  for (const step of rehearsal) expect(step).toBeUndefined();
  const { pairs = [], clusters = [], boilerplate = [] } = found.at(-1) ?? {};
  expect(new Set(pairs.map(({ kind }) => kind)).size).toBeGreaterThan(2);
  expect(clusters.some(({ members }) => members.length > 2)).toBe(true);
  expect(boilerplate.length).toBeGreaterThan(0);
});

/** A worker whose rehearsal never ends, and how many steps it has done. */
function startRehearsing() {
  const done = { steps: 0 };
  const engine = {
    ...lineEngine(),
    *rehearse(): Generator<void, void> {
      for (;;) {
        done.steps++;
        yield;
      }
    },
  };
  return { done, handle: createHandlers(engine, () => {}) };
}

it('rehearses when asked to, until there is work', async () => {
  const { done, handle } = startRehearsing();
  // The page has opened its documents before.
  handle({ kind: 'structure', request: 1, header: HEADER, text: '甲', corrections: [] });
  handle({ kind: 'warm-up' });
  while (done.steps === 0) await nextTurn();
  handle({ kind: 'structure', request: 2, header: HEADER, text: '乙', corrections: [] });
  const { steps } = done;
  for (let turn = 0; turn < 10; turn++) await nextTurn();
  expect(done.steps).toBe(steps);
});

it('does not begin when there is work before it could', async () => {
  const { done, handle } = startRehearsing();
  handle({ kind: 'warm-up' });
  handle({ kind: 'structure', request: 1, header: HEADER, text: '甲', corrections: [] });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(done.steps).toBe(0);
});

const HEADER = {
  id: 'a',
  name: 'a.txt',
  encoding: 'utf-8',
  layout: null,
  origin: 'file',
  byteLength: 3,
} as const;
