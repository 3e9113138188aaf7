import { compare } from '../../src/core/diff/compare.ts';
import { synopsisOf } from '../../src/core/diff/synopsis.ts';
import { carryPairs } from '../../src/core/review/revision.ts';
import { isProject, readProject } from '../../src/project/read.ts';
import { packProject } from '../../src/project/write.ts';
import { importBytes, originalOf } from '../../src/import/index.ts';
import { readBytes } from '../../src/import/reading.ts';
import { previewTable } from '../../src/import/table/preview.ts';
import { exportDrafts } from '../../src/export/index.ts';
import { exportReport } from '../../src/export/report/index.ts';
import type { Detection, Pair } from '../../src/core/reuse/pair.ts';
import type { Speech, StructuredDocument } from '../../src/core/structure/speech.ts';
import { contentOf } from '../../src/core/text/document.ts';
import type { StartWorker } from '../../src/worker/connection.ts';
import { createHandlers, type Engine } from '../../src/worker/handlers.ts';
import type { Request, Response } from '../../src/worker/protocol.ts';

/** A worker without a thread: the same handlers behind a message channel, so that everything is cloned as it would be. */
export function inProcess(engine: Engine, log: Request[] = []): StartWorker {
  return (heard, died) => {
    const { port1, port2 } = new MessageChannel();
    const handle = createHandlers(engine, (response, moved = []) => port2.postMessage(response, moved));
    port2.onmessage = (event: MessageEvent<Request>) => {
      log.push(event.data);
      try {
        handle(event.data);
      } catch {
        died();
      }
    };
    port1.onmessage = (event: MessageEvent<Response>) => heard(event.data);
    return {
      post: (request) => port1.postMessage(request),
      end() {
        port1.close();
        port2.close();
      },
    };
  };
}

/** A worker that tells what `early` gives, too, whenever a detection makes progress. */
export function tellingEarly(start: StartWorker, early: () => readonly Pair[]): StartWorker {
  return (heard, died) =>
    start((response) => {
      if (response.kind === 'progress')
        heard({ kind: 'early', request: response.request, pairs: structuredClone(early()) });
      heard(response);
    }, died);
}

/**
 * An engine whose results are easy to foresee: each line is a paragraph of the only speech, and equal lines of
 * different documents are identical pairs. Detection takes `steps` steps, and `onStep` is called before each.
 */
export function lineEngine(options: { steps?: number; onStep?: () => void } = {}): Engine {
  return {
    readBytes,
    previewTable,
    importBytes,
    originalOf,
    compare,
    synopsisOf,
    exportDrafts,
    exportReport,
    packProject,
    readProject: (bytes) => (isProject(bytes) ? readProject(bytes) : null),
    carryPairs,
    // eslint-disable-next-line require-yield
    *structureSteps(text, corrections) {
      const named = corrections.findLast((correction) => correction.kind === 'set-speaker');
      return [speechOf(text, named?.kind === 'set-speaker' ? named.speaker : '')];
    },
    *detect(documents): Generator<{ done: number }, Detection> {
      const steps = options.steps ?? 3;
      for (let step = 0; step < steps; step++) {
        options.onStep?.();
        yield { done: step / steps };
      }
      const lines = (documents as readonly StructuredDocument[]).flatMap(({ document, speeches }) =>
        (speeches[0] as Speech).paragraphs.map((unit, paragraph) => ({
          text: document.text.slice(unit.start, unit.end),
          passage: { document: document.id, speech: 0, measure: null, paragraph, unit, span: unit },
        })),
      );
      const pairs = lines.flatMap((a, i) =>
        lines
          .slice(i + 1)
          .filter((b) => a.text === b.text)
          .map((b, nth) => ({
            id: `${a.text}-${contentOf(a.passage.document)}-${contentOf(b.passage.document)}-${nth}`,
            a: a.passage,
            b: b.passage,
            kind: 'identical' as const,
            scope: 'across' as const,
            similarity: 1,
            containmentA: 1,
            containmentB: 1,
            importance: a.text.length,
          })),
      );
      const clusters = pairs.map(({ a, b }) => ({ members: [a, b] }));
      return { pairs, clusters, boilerplate: [], speechCount: documents.length, limits: [] };
    },
  };
}

function speechOf(text: string, speaker: string): Speech {
  const paragraphs = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line !== '') paragraphs.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return {
    title: '',
    speaker,
    role: '',
    span: { start: 0, end: text.length },
    titleSpan: null,
    bylineSpan: null,
    lists: [],
    measures: [],
    paragraphs,
    breaks: [],
  };
}
