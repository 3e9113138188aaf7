/// <reference lib="webworker" />
import { compare } from '../core/diff/compare.ts';
import { synopsisOf } from '../core/diff/synopsis.ts';
import { condense } from '../core/reuse/contents/condensed.ts';
import { createDetector } from '../core/reuse/detect.ts';
import { structureSteps } from '../core/structure/structure.ts';
import { importPlain } from '../import/plain.ts';
import { readBytes } from '../import/reading.ts';
import { createHandlers } from './handlers.ts';
import type { Request } from './protocol.ts';
import { rehearse } from './rehearsal.ts';

/** Makes the worker that the page's script was started in answer requests; it warms up with `text`. */
export function serve(text: string): void {
  const { detect } = createDetector();
  const handle = createHandlers(
    {
      readBytes,
      importBytes: importPlain,
      compare,
      synopsisOf,
      structureSteps,
      condense,
      detect,
      rehearse: () => rehearse(text, createDetector),
    },
    (response, moved = []) => self.postMessage(response, moved),
  );
  self.addEventListener('message', (event: MessageEvent<Request>) => handle(event.data));
}
