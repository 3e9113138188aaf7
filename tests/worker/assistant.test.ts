import { expect, it } from 'vitest';
import { compare } from '../../src/core/diff/compare.ts';
import { synopsisOf } from '../../src/core/diff/synopsis.ts';
import { createDetector, detectAll } from '../../src/core/reuse/detect.ts';
import { DEFAULT_DETECTION_SETTINGS } from '../../src/core/reuse/ritual.ts';
import type { Passage } from '../../src/core/reuse/pair.ts';
import type { StructuredDocument } from '../../src/core/structure/speech.ts';
import { structureSteps } from '../../src/core/structure/structure.ts';
import { importBytes, originalOf } from '../../src/import/index.ts';
import { readBytes } from '../../src/import/reading.ts';
import { previewTable } from '../../src/import/table/preview.ts';
import { exportDrafts } from '../../src/export/index.ts';
import { exportReport } from '../../src/export/report/index.ts';
import { type Abilities, createHandlers } from '../../src/worker/handlers.ts';
import type { Response } from '../../src/worker/protocol.ts';
import { makeDocuments } from '../bench/speeches.ts';
import { load } from '../core/reuse/load.ts';
import { unpackedOf } from '../core/reuse/packed.ts';

/** Characters of text that is worth an assistant. */
const CHARACTERS = 500_000;

function engine(): Abilities {
  return {
    readBytes,
    importBytes,
    previewTable,
    originalOf,
    compare,
    synopsisOf,
    structureSteps,
    exportDrafts,
    exportReport,
    ...createDetector(),
  };
}

/** A worker that holds `documents`, with another one at its side; `heard` is called with what it answers. */
function startAssisted(documents: readonly StructuredDocument[], heard: (response: Response) => void) {
  const { port1, port2 } = new MessageChannel();
  const handle = createHandlers(engine(), heard);
  const assistant = createHandlers(engine(), () => {
    throw new Error('an assistant answers over its port alone');
  });
  handle({ kind: 'assisted', port: port1 });
  assistant({ kind: 'assist', port: port2 });
  for (const structured of documents) handle({ kind: 'keep', structured });
  const ids = documents.map(({ document }) => document.id);
  return {
    detect: (request: number) =>
      handle({ kind: 'detect', request, documents: ids, settings: DEFAULT_DETECTION_SETTINGS }),
    cancel: (request: number) => handle({ kind: 'cancel', request }),
    end: () => port1.close(),
  };
}

/** What a worker tells of a detection in `documents`, with another one at its side. */
function detectAssisted(documents: readonly StructuredDocument[]): Promise<readonly Response[]> {
  return new Promise((resolve) => {
    const heard: Response[] = [];
    const worker = startAssisted(documents, (response) => {
      heard.push(response);
      if (response.kind !== 'detected' && response.kind !== 'broken') return;
      worker.end();
      resolve(heard);
    });
    worker.detect(1);
  });
}

it('aligns beside another worker and tells what one alone tells, the most important early', async () => {
  const documents = makeDocuments(CHARACTERS, 3).map((text, index) => load(`text ${index}`, text));
  const heard = await detectAssisted(documents);
  const last = heard.at(-1);
  if (last?.kind !== 'detected') throw new Error(last?.kind);
  const alone = detectAll(documents);
  expect(JSON.stringify(unpackedOf(last.detection))).toBe(JSON.stringify(alone));
  const early = heard.flatMap((response) => (response.kind === 'early' ? [response.pairs] : []));
  expect(early.length).toBeGreaterThan(0);
  // What is told early is found in the end, too, and near the top.
  const placeOf = ({ document, span }: Passage): string => `${document} ${span.start}`;
  const top = new Set(alone.pairs.slice(0, 300).flatMap(({ a, b }) => [placeOf(a), placeOf(b)]));
  for (const { a, b } of early[0]?.slice(0, 10) ?? []) {
    expect(top).toContain(placeOf(a));
    expect(top).toContain(placeOf(b));
  }
});

it('takes no answer to a detection that was cancelled for one to the next', async () => {
  const documents = makeDocuments(CHARACTERS, 3).map((text, index) => load(`text ${index}`, text));
  const last = await new Promise<Response>((resolve) => {
    const worker = startAssisted(documents, (response) => {
      // Half of the tasks are given away when the first findings are told.
      if (response.kind === 'early' && response.request === 1) {
        worker.cancel(1);
        worker.detect(2);
      }
      if (response.kind !== 'detected' && response.kind !== 'broken') return;
      worker.end();
      resolve(response);
    });
    worker.detect(1);
  });
  if (last.kind !== 'detected') throw new Error(last.kind);
  expect(last.request).toBe(2);
  expect(JSON.stringify(unpackedOf(last.detection))).toBe(JSON.stringify(detectAll(documents)));
});
