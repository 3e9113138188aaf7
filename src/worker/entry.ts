/// <reference lib="webworker" />
import { compare } from '../core/diff/compare.ts';
import { synopsisOf } from '../core/diff/synopsis.ts';
import { createDetector } from '../core/reuse/detect.ts';
import { readStructure } from '../core/structure/structure.ts';
import { importBytes, readBytes } from '../import/index.ts';
import { createHandlers } from './handlers.ts';
import type { Request } from './protocol.ts';

const { detect } = createDetector();
const handle = createHandlers(
  { readBytes, importBytes, compare, synopsisOf, readStructure, detect },
  (response) => self.postMessage(response),
);
self.addEventListener('message', (event: MessageEvent<Request>) => handle(event.data));
