import type { Imported } from '../../core/text/imported.ts';
import { failed } from '../../core/text/imported.ts';
import { extensionOf, type Importer, type SourceBytes } from '../importer.ts';
import { composeAgain, composeDocument, composeWithPlaces, type ReadInside } from './compose.ts';
import { isWordFile, partsOf } from '../../office/word-parts.ts';
import type { WordOriginal } from '../../office/word-places.ts';
import { isZip, openZip } from '../../office/zip.ts';

const EXTENSIONS = ['docx', 'docm', 'dotx', 'dotm'];
/** Word files inside one another, at most: one can be made that holds itself. */
const DEPTH_MOST = 3;

/**
 * Word files (.docx, .docm, .dotx; transitional and strict). `readInside` reads the files of other formats that one takes in
 * (`altChunk`): web pages, mostly.
 */
export function docxImporter(readInside: ReadInside): Importer {
  return {
    accepts: ({ name, bytes }) => isZip(bytes) && (EXTENSIONS.includes(extensionOf(name)) || isWord(bytes)),
    read: ({ bytes }) => read(bytes, readInside, 0),
  };
}

/**
 * A Word file as it is needed to change it: its text with the place of each character. Null for what is no Word file or holds
 * no text; throws `ImportError` for a damaged one.
 */
export async function readWordOriginal(
  bytes: Uint8Array,
  readInside: ReadInside,
): Promise<WordOriginal | null> {
  if (!isZip(bytes) || !isWord(bytes)) return null;
  const parts = partsOf(openZip(bytes));
  const { places, insides } = await composeWithPlaces(parts, (source) => readWithin(source, readInside, 0));
  if (places === null) return null;
  return {
    bytes,
    places,
    reread(changed) {
      const imported = composeAgain(partsOf(openZip(changed)), insides);
      return imported.kind === 'imported' ? imported.text : null;
    },
  };
}

async function read(bytes: Uint8Array, readInside: ReadInside, depth: number): Promise<Imported> {
  return composeDocument(partsOf(openZip(bytes)), (source) => readWithin(source, readInside, depth));
}

async function readWithin(source: SourceBytes, readInside: ReadInside, depth: number): Promise<Imported> {
  if (!isZip(source.bytes) || !isWord(source.bytes)) return readInside(source);
  return depth < DEPTH_MOST ? read(source.bytes, readInside, depth + 1) : failed('unsupported');
}

/** Whether it is a Word file; an archive that cannot be opened is none by its content. */
function isWord(bytes: Uint8Array): boolean {
  try {
    return isWordFile(openZip(bytes));
  } catch {
    return false;
  }
}
