import type { Imported } from '../core/text/imported.ts';
import { foreign } from './foreign.ts';
import type { Importer, SourceBytes } from './importer.ts';
import { importWith } from './reading.ts';
import { text } from './text.ts';

/** What is text as it is: the page reads it without unpacking anything. `text` takes what nobody else does. */
export const PLAIN: readonly Importer[] = [foreign, text];

/** Reads a file's bytes as text. Never rejects for what the bytes hold. */
export function importPlain(
  source: SourceBytes,
  onProgress: (done: number) => void = () => {},
  first: readonly Importer[] = [],
): Promise<Imported> {
  return importWith([...first, ...PLAIN], source, onProgress);
}
