/// <reference lib="webworker" />
import { compare } from '../core/diff/compare.ts';
import { synopsisOf } from '../core/diff/synopsis.ts';
import { condense } from '../core/reuse/contents/condensed.ts';
import { createDetector } from '../core/reuse/detect.ts';
import { readStructure } from '../core/structure/structure.ts';
import { importPlain } from '../import/plain.ts';
import { readBytes } from '../import/reading.ts';
import { createHandlers } from './handlers.ts';
import type { Request } from './protocol.ts';

/** Makes the worker that the page's script was started in answer requests. */
export function serve(): void {
  const { detect } = createDetector();
  const handle = createHandlers(
    { readBytes, importBytes: importPlain, compare, synopsisOf, readStructure, condense, detect },
    (response, moved = []) => self.postMessage(response, moved),
  );
  self.addEventListener('message', (event: MessageEvent<Request>) => handle(event.data));
}
