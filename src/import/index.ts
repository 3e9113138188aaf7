import { failed, ImportError, type Imported, type ReadBytes } from '../core/text/imported.ts';
import { archive } from './archive.ts';
import { csv } from './csv.ts';
import { doc } from './doc/index.ts';
import { docxImporter } from './docx/index.ts';
import { epub } from './epub/index.ts';
import { foreign } from './foreign.ts';
import { html } from './html/index.ts';
import type { Importer, SourceBytes } from './importer.ts';
import { json } from './json.ts';
import { mht } from './mht.ts';
import { odt } from './odt/index.ts';
import { ofd } from './ofd/index.ts';
import { rtf } from './rtf/index.ts';
import { text } from './text.ts';
import { xlsx } from './xlsx/index.ts';

/** The only list of what can be read; the first that accepts a file reads it. */
const IMPORTERS: readonly Importer[] = [
  docxImporter((source) => importBytes(source)),
  doc,
  rtf,
  odt,
  ofd,
  epub,
  xlsx,
  archive,
  mht,
  html,
  foreign,
  csv,
  json,
  text,
];

/** In bytes. Larger files are refused unread: their text and what is derived from it would not fit into a tab. */
export const LARGEST_FILE = 100 * 1024 * 1024;

/** Reads a file's bytes. Never rejects for what the bytes hold; `onProgress` is told values from 0 to 1. */
export async function importBytes(
  source: SourceBytes,
  onProgress: (done: number) => void = () => {},
): Promise<Imported> {
  if (source.bytes.length === 0) return failed('empty');
  if (source.bytes.length > LARGEST_FILE) return failed('too-large');
  const importer = IMPORTERS.find((candidate) => candidate.accepts(source));
  if (importer === undefined) return failed('unsupported');
  try {
    return await importer.read(source, onProgress);
  } catch (error) {
    return failed(error instanceof ImportError ? error.problem : 'damaged');
  }
}

/** The bytes of a file as the browser hands it over. One that is too large is refused before a byte of it is read. */
export async function readBytes(file: Blob): Promise<ReadBytes> {
  if (file.size > LARGEST_FILE) return failed('too-large');
  try {
    return { kind: 'bytes', bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return failed('unreadable');
  }
}
