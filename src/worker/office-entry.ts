/// <reference lib="webworker" />
import { exportDrafts } from '../export/index.ts';
import { exportReport } from '../export/report/index.ts';
import { importBytes, originalOf } from '../import/index.ts';
import { readBytes } from '../import/reading.ts';
import { createHandlers } from './handlers.ts';
import type { Request } from './protocol.ts';

/**
 * A worker that reads what office programs and browsers make, and makes the files of drafts and reports: a part of the page, started
 * with the first such file.
 */
const handle = createHandlers(
  { readBytes, importBytes, originalOf, exportDrafts, exportReport },
  (response) => self.postMessage(response),
);
self.addEventListener('message', (event: MessageEvent<Request>) => handle(event.data));
