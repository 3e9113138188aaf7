import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readStructure } from '../core/structure/structure.ts';
import type { StructuredDocument } from '../core/structure/speech.ts';
import { documentIdOf, type TextDocument } from '../core/text/document.ts';
import { hashOf } from '../core/text/hash.ts';
import { failed, type Imported } from '../core/text/imported.ts';
import { languages } from '../i18n/index.ts';
import { importBytes, LARGEST_FILE } from '../import/index.ts';

/** What a folder's own description is called; it is no document. */
const DESCRIPTION = 'readme.md';

/**
 * Reads each file with its structure, in order, as the page does. A file that cannot be read is left out, with what is
 * wrong on stderr.
 */
export function readDocuments(files: readonly string[]): readonly StructuredDocument[] {
  const times = new Map<string, number>();
  return files
    .filter((file) => basename(file).toLowerCase() !== DESCRIPTION)
    .flatMap((file) => {
      const document = readDocument(file, times);
      return document === null ? [] : [{ document, speeches: readStructure(document.text) }];
    });
}

/** A file's text, decoded as the page does it; null with a word on stderr when it cannot be read. */
export function readText(file: string): Extract<Imported, { kind: 'imported' }> | null {
  const imported = importFile(file);
  if (imported.kind === 'imported') return imported;
  process.stderr.write(`${file}: ${languages.en.problems[imported.problem]}\n`);
  process.exitCode = 1;
  return null;
}

function importFile(file: string): Imported {
  try {
    if (statSync(file).size > LARGEST_FILE) return failed('too-large');
    return importBytes({ name: basename(file), bytes: readFileSync(file) });
  } catch {
    return failed('unreadable');
  }
}

function readDocument(file: string, times: Map<string, number>): TextDocument | null {
  const imported = readText(file);
  if (imported === null) return null;
  const { text, encoding } = imported;
  const content = hashOf(text);
  const ordinal = (times.get(content) ?? 0) + 1;
  times.set(content, ordinal);
  const id = documentIdOf(content, ordinal);
  return { id, name: file, text, encoding, origin: 'file', byteLength: statSync(file).size };
}
