import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { speeches, type MadeDocument } from './speeches.ts';
import { versions } from './versions.ts';

/** In characters: what a megabyte of these texts is in UTF-8; line ends and digits are shorter than ideographs. */
export const MEGABYTE_OF_SPEECHES = 340_500;

/** Texts on disk. */
export interface Corpus {
  readonly name: string;
  readonly files: readonly string[];
  /** In UTF-8. */
  readonly bytes: number;
}

/** Makes texts in a folder of its own, which is gone with `clear`. One file at a time is held in memory. */
export interface Corpora {
  readonly folder: string;
  /** So many files of so many megabytes of speeches; `seed` tells texts of one size apart. */
  speeches(files: number, megabytes: number, seed?: number): Corpus;
  /** 5,000 versions of one paragraph. */
  versions(edits: number): Corpus;
  clear(): void;
}

/** Corpora in the system's folder for temporary files. */
export function createCorpora(): Corpora {
  const folder = mkdtempSync(join(tmpdir(), 'leitong-bench-'));
  const made = new Map<string, Corpus>();
  return {
    folder,
    speeches(files, megabytes, seed = 1) {
      const documentCharacters = megabytes * MEGABYTE_OF_SPEECHES;
      const name = files === 1 ? size(megabytes) : `${size(files * megabytes)} in ${files} files`;
      // What a document is longer than asked must not cost the last one.
      const characters = (files - 1 / 2) * documentCharacters;
      return keep(name, seed, () => texts(speeches({ seed, characters, documentCharacters })));
    },
    versions(edits) {
      const name = `5,000 ${edits === 0 ? 'copies of' : `versions, ${edits} edits each, of`} a paragraph`;
      return keep(name, edits, () => versions(5_000, edits));
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };

  function keep(name: string, seed: number, make: () => Iterable<string>): Corpus {
    const key = `${name}, ${seed}`;
    const corpus = made.get(key) ?? write(name, `${made.size}`, make());
    made.set(key, corpus);
    return corpus;
  }

  function write(name: string, prefix: string, all: Iterable<string>): Corpus {
    const files: string[] = [];
    let bytes = 0;
    for (const text of all) {
      const file = join(folder, `${prefix}-${String(files.length).padStart(4, '0')}.txt`);
      writeFileSync(file, text);
      bytes += Buffer.byteLength(text);
      files.push(file);
    }
    return { name, files, bytes };
  }
}

/** The texts of a corpus, in order. */
export function textsOf({ files }: Corpus): readonly string[] {
  return files.map((file) => readFileSync(file, 'utf8'));
}

function* texts(documents: Iterable<MadeDocument>): Generator<string> {
  for (const { text } of documents) yield text;
}

function size(megabytes: number): string {
  return megabytes < 1 ? `${megabytes * 1_000} kB` : `${megabytes} MB`;
}
