/// <reference types="vite/client" />
import type { StartWorker } from './connection.ts';
// Inlined and classic: a module worker from a blob does not start on a page opened from disk.
import Entry from './entry.ts?worker&inline';
import type { Response } from './protocol.ts';

/** Starts the browser's worker. */
export const startBrowserWorker: StartWorker = (heard, died) => {
  const worker = new Entry();
  worker.onmessage = (event: MessageEvent<Response>) => heard(event.data);
  worker.onmessageerror = died;
  worker.onerror = died;
  return {
    post: (request) => worker.postMessage(request),
    end: () => worker.terminate(),
  };
};
