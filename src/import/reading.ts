import { failed, ImportError, type Imported, type ReadBytes } from '../core/text/imported.ts';
import type { Importer, SourceBytes } from './importer.ts';

/** In bytes. Larger files are refused unread: their text and what is derived from it would not fit into a tab. */
export const LARGEST_FILE = 100 * 1024 * 1024;

/** Lines of a text that hold something. A hundred megabytes of speeches have half as many; each costs memory of its own. */
const LINES_MOST = 1_000_000;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

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
    const imported = await importer.read(source, onProgress);
    const isEndless = imported.kind === 'imported' && holdsTooManyLines(imported.text);
    return isEndless ? failed('too-many-lines') : imported;
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

function holdsTooManyLines(text: string): boolean {
  if (text.length <= LINES_MOST) return false;
  let lines = 0;
  let isEmpty = true;
  for (let at = 0; at < text.length && lines <= LINES_MOST; at++) {
    const unit = text.charCodeAt(at);
    const isEnd = unit === LINE_FEED || unit === CARRIAGE_RETURN;
    if (isEmpty && !isEnd) lines++;
    isEmpty = isEnd;
  }
  return lines > LINES_MOST;
}
