import { failed, ImportError, type Imported, type ReadBytes } from '../core/text/imported.ts';
import type { Importer, SourceBytes } from './importer.ts';

/** In bytes. Larger files are refused unread: their text and what is derived from it would not fit into a tab. */
export const LARGEST_FILE = 100 * 1024 * 1024;

/**
 * Reads a file's bytes by the first of these importers that accepts it. Never rejects for what the bytes hold; `onProgress` is
 * told values from 0 to 1.
 */
export async function importWith(
  importers: readonly Importer[],
  source: SourceBytes,
  onProgress: (done: number) => void,
): Promise<Imported> {
  if (source.bytes.length === 0) return failed('empty');
  if (source.bytes.length > LARGEST_FILE) return failed('too-large');
  const importer = importers.find((candidate) => candidate.accepts(source));
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
