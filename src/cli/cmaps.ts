import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');

/** A table of character codes of the package on this machine; null when there is none of this name. */
export async function readCMap(name: string): Promise<Uint8Array | null> {
  if (!/^[\w-]+$/.test(name)) return null;
  try {
    return new Uint8Array(await readFile(join(FOLDER, `${name}.bcmap`)));
  } catch {
    return null;
  }
}
