import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readStructure } from '../core/structure/structure.ts';
import type { StructuredDocument } from '../core/structure/speech.ts';
import { BY_GUESS, type TableReading } from '../core/table/table-reading.ts';
import { documentIdOf, type TextDocument } from '../core/text/document.ts';
import { hashOf } from '../core/text/hash.ts';
import { failed, type Imported, type ImportedText, type LoadProblem } from '../core/text/imported.ts';
import { languages } from '../i18n/index.ts';
import { importBytes } from '../import/index.ts';
import { LARGEST_FILE } from '../import/reading.ts';
import { pdfImporter } from '../import/pdf/index.ts';
import { readCMap } from './cmaps.ts';

/** Importers that the page has as parts of their own. */
const HEAVY = [pdfImporter(readCMap)];
/** What a folder's own description is called; it is no document. */
const DESCRIPTION = 'readme.md';
/** An archive in an archive is opened; one in that is not. */
const ARCHIVES_MOST = 2;
/** Why the page does not load what is a text all the same. */
const UNLOADED: readonly LoadProblem[] = ['empty', 'blank', 'binary'];

/**
 * Reads each file with its structure, in order, as the page does; of an archive every file inside. A file that cannot be
 * read is left out, with what is wrong on stderr. Tables are read by `columns`; null for by guess.
 */
export async function readDocuments(
  files: readonly string[],
  columns: TableReading | null = null,
): Promise<readonly StructuredDocument[]> {
  const times = new Map<string, number>();
  const structured: StructuredDocument[] = [];
  for (const file of files) {
    if (basename(file).toLowerCase() === DESCRIPTION) continue;
    for (const { name, text, byteLength } of await readFile(file, columns)) {
      const document = documentOf(name, text, byteLength, times);
      structured.push({ document, speeches: readStructure(document.text, [], document.layout) });
    }
  }
  return structured;
}

/**
 * A file's text, decoded as the page does it; null with a word on stderr when it cannot be read. What the page would not load,
 * because there is nothing to compare in it (nothing, white space, control characters), is a text here as long as it is UTF-8.
 */
export async function readText(file: string): Promise<string | null> {
  const imported = await importFile(file);
  if (imported.kind === 'imported') return imported.text;
  if (imported.kind === 'failed' && UNLOADED.includes(imported.problem)) {
    const text = decodeUtf8(readFileSync(file));
    if (text !== null) return text;
  }
  complain(file, imported.kind === 'failed' ? imported.problem : 'unsupported');
  return null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A text with the name that it came under. */
interface NamedText {
  readonly name: string;
  readonly text: ImportedText;
  readonly byteLength: number;
}

async function readFile(file: string, columns: TableReading | null): Promise<readonly NamedText[]> {
  const byteLength = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return textsOf(file, await importFile(file, columns), byteLength, 0, columns);
}

async function textsOf(
  name: string,
  imported: Imported,
  byteLength: number,
  depth: number,
  columns: TableReading | null,
): Promise<readonly NamedText[]> {
  if (imported.kind === 'imported') return [{ name, text: imported, byteLength }];
  if (imported.kind !== 'archive' || depth === ARCHIVES_MOST) {
    complain(name, imported.kind === 'failed' ? imported.problem : 'unsupported');
    return [];
  }
  const texts: NamedText[] = [];
  for (const file of imported.files) {
    const inside = await importBytes({ ...file, tables: orderOf(columns) }, undefined, HEAVY);
    texts.push(...(await textsOf(`${name}/${file.name}`, inside, file.bytes.length, depth + 1, columns)));
  }
  return texts;
}

async function importFile(file: string, columns: TableReading | null = null): Promise<Imported> {
  try {
    if (statSync(file).size > LARGEST_FILE) return failed('too-large');
    const source = { name: basename(file), bytes: readFileSync(file), tables: orderOf(columns) };
    return await importBytes(source, undefined, HEAVY);
  } catch {
    return failed('unreadable');
  }
}

function orderOf(otherwise: TableReading | null) {
  return { ...BY_GUESS, otherwise };
}

function complain(file: string, problem: LoadProblem): void {
  process.stderr.write(`${file}: ${languages.en.problems[problem]}\n`);
  process.exitCode = 1;
}

function documentOf(
  name: string,
  { text, encoding, layout }: ImportedText,
  byteLength: number,
  times: Map<string, number>,
): TextDocument {
  const content = hashOf(text);
  const ordinal = (times.get(content) ?? 0) + 1;
  times.set(content, ordinal);
  return { id: documentIdOf(content, ordinal), name, text, encoding, layout, origin: 'file', byteLength };
}
