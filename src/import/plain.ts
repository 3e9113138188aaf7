import type { Imported } from '../core/text/imported.ts';
import { csv } from './csv.ts';
import { foreign } from './foreign.ts';
import type { Importer, SourceBytes } from './importer.ts';
import { json } from './json.ts';
import { importWith } from './reading.ts';
import { text } from './text.ts';

/** What is text as it is: the page reads it without unpacking anything. `text` takes what nobody else does. */
export const PLAIN: readonly Importer[] = [foreign, csv, json, text];

/** Reads a file's bytes as text. Never rejects for what the bytes hold. */
export function importPlain(
  source: SourceBytes,
  onProgress: (done: number) => void = () => {},
  first: readonly Importer[] = [],
): Promise<Imported> {
  return importWith([...first, ...PLAIN], source, onProgress);
}
