/// <reference lib="webworker" />
import cmaps from 'virtual:cmaps';
import { pdfImporter } from '../import/pdf/index.ts';
import { importPlain } from '../import/plain.ts';
import { readBytes } from '../import/reading.ts';
import { createHandlers } from './handlers.ts';
import type { Request } from './protocol.ts';

/** A worker that reads PDF: a part of the page of its own, started with the first PDF. Half of the page's size is its. */
const pdf = pdfImporter(async (name) => {
  const table = Object.hasOwn(cmaps, name) ? cmaps[name] : undefined;
  return table === undefined ? null : Uint8Array.from(table, (character) => character.charCodeAt(0));
});
const handle = createHandlers(
  { readBytes, importBytes: (source, onProgress) => importPlain(source, onProgress, [pdf]) },
  (response) => self.postMessage(response),
);
self.addEventListener('message', (event: MessageEvent<Request>) => handle(event.data));
