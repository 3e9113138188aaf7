import { readFileSync } from 'node:fs';
import { readStructure } from '../core/structure/structure.ts';
import type { StructuredDocument } from '../core/structure/speech.ts';
import { hashOf } from '../core/text/hash.ts';
import type { TextDocument } from '../core/text/document.ts';

/** Files that are read as text; others in a folder are left out. */
const TEXT_FILES = ['.txt', '.md'];

/** Reads each file with its structure, in order; files of other kinds are left out with a word on stderr. */
export function readDocuments(files: readonly string[]): readonly StructuredDocument[] {
  const times = new Map<string, number>();
  return files.filter(isTextFile).map((file) => {
    const document = readDocument(file, times);
    return { document, speeches: readStructure(document.text) };
  });
}

function isTextFile(file: string): boolean {
  const known = TEXT_FILES.some((ending) => file.toLowerCase().endsWith(ending));
  if (!known) process.stderr.write(`left out, no text file: ${file}\n`);
  return known;
}

function readDocument(file: string, times: Map<string, number>): TextDocument {
  const bytes = readFileSync(file);
  const text = new TextDecoder('utf-8').decode(bytes);
  const hash = hashOf(text);
  const nth = times.get(hash) ?? 0;
  times.set(hash, nth + 1);
  return {
    id: `${hash}-${nth}`,
    name: file,
    text,
    encoding: 'utf-8',
    origin: 'file',
    byteLength: bytes.byteLength,
  };
}
