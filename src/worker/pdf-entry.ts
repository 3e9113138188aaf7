/// <reference lib="webworker" />
import cmaps from 'virtual:cmaps';
import { importBytes, readBytes } from '../import/index.ts';
import { pdfImporter } from '../import/pdf/index.ts';
import { createImporting } from './importing.ts';
import type { Request, Response } from './protocol.ts';

/**
 * A worker that reads PDF and nothing else. It is a part of the page of its own, and started with the first PDF: most of
 * the page's size is its.
 */
const pdf = pdfImporter(async (name) => {
  const table = Object.hasOwn(cmaps, name) ? cmaps[name] : undefined;
  return table === undefined ? null : Uint8Array.from(table, (character) => character.charCodeAt(0));
});
const post = (response: Response) => self.postMessage(response);
const importing = createImporting(
  { readBytes, importBytes: (source, onProgress) => importBytes(source, onProgress, [pdf]) },
  post,
);
const running = new Map<number, AbortController>();

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'import') void answer(data);
  else if (data.kind === 'cancel') cancel(data.request);
});

async function answer(request: Extract<Request, { kind: 'import' }>): Promise<void> {
  const controller = new AbortController();
  running.set(request.request, controller);
  try {
    await importing(request, controller.signal);
  } catch (error) {
    post({ kind: 'broken', request: request.request, message: String(error) });
  } finally {
    running.delete(request.request);
  }
}

function cancel(request: number): void {
  const controller = running.get(request);
  if (controller === undefined) post({ kind: 'cancelled', request });
  else controller.abort();
}
