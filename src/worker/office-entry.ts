import { importBytes } from '../import/index.ts';
import { readBytes } from '../import/reading.ts';
import { serveReader } from './reader.ts';

/** A worker that reads what office programs and browsers make: a part of the page, started with the first such file. */
serveReader({ readBytes, importBytes });
