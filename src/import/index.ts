import type { Imported } from '../core/text/imported.ts';
import { archive } from './archive.ts';
import { doc } from './doc/index.ts';
import { docxImporter, readWordOriginal } from './docx/index.ts';
import type { WordOriginal } from '../office/word-places.ts';
import { epub } from './epub/index.ts';
import { html } from './html/index.ts';
import type { Importer, SourceBytes } from './importer.ts';
import { mht } from './mht.ts';
import { odt } from './odt/index.ts';
import { ofd } from './ofd/index.ts';
import { PLAIN } from './plain.ts';
import { importWith } from './reading.ts';
import { rtf } from './rtf/index.ts';
import { xlsx } from './xlsx/index.ts';

export type { WordOriginal } from '../office/word-places.ts';

/** The list of what can be read beside PDF; the first that accepts a file reads it. */
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
  ...PLAIN,
];

/** A Word file as it is needed to change it; null for what is none, or cannot be read. */
export async function originalOf(bytes: Uint8Array): Promise<WordOriginal | null> {
  try {
    return await readWordOriginal(bytes, (source) => importBytes(source));
  } catch {
    return null;
  }
}

/**
 * Reads a file's bytes. Never rejects for what the bytes hold; `onProgress` is told values from 0 to 1. `first` are
 * importers that are not on board everywhere (PDF), asked before all others.
 */
export function importBytes(
  source: SourceBytes,
  onProgress: (done: number) => void = () => {},
  first: readonly Importer[] = [],
): Promise<Imported> {
  return importWith([...first, ...IMPORTERS], source, onProgress);
}
