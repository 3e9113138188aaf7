/// <reference lib="webworker" />
import { carryPairs } from '../core/review/revision.ts';
import { exportDrafts } from '../export/index.ts';
import { exportReport } from '../export/report/index.ts';
import { importBytes, originalOf } from '../import/index.ts';
import { readBytes } from '../import/reading.ts';
import { previewTable } from '../import/table/preview.ts';
import { isProject, readProject } from '../project/read.ts';
import { packProject } from '../project/write.ts';
import { createHandlers } from './handlers.ts';
import type { Request } from './protocol.ts';

/**
 * A worker that reads what office programs and browsers make, makes the files of drafts and reports, and packs and reads
 * projects: a part of the page, started with the first such file.
 */
const handle = createHandlers(
  {
    readBytes,
    importBytes,
    originalOf,
    previewTable,
    exportDrafts,
    exportReport,
    packProject,
    readProject: (bytes) => (isProject(bytes) ? readProject(bytes) : null),
    carryPairs,
  },
  (response) => self.postMessage(response),
);
self.addEventListener('message', (event: MessageEvent<Request>) => handle(event.data));
