import type { TableOrder } from '../core/table/table-reading.ts';
import type { Imported } from '../core/text/imported.ts';

/** A file's bytes with the name it came under, which is untrusted. */
export interface SourceBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How to go about tables; without it all are read by guess. */
  readonly tables?: TableOrder;
}

/**
 * Reads one family of formats. To add a format: a file beside this one that gives an importer, and a line in
 * `index.ts` before `text`; one that brings much code with it is not listed there but given to `importBytes` by who has it
 * on board, as `pdf/README.md` tells. Importers run in a worker and in Node, without a DOM. What they throw for bad input is
 * taken for `damaged`.
 */
export interface Importer {
  /** Whether this importer is the one for the file: by its content where that tells, by its name where not. */
  accepts(source: SourceBytes): boolean;
  /** `onProgress` is told values from 0 to 1 by what takes long. */
  read(source: SourceBytes, onProgress: (done: number) => void): Imported | Promise<Imported>;
}

/** The part of a name behind its last dot, in lower case; empty when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}
