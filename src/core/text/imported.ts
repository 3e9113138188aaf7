import type { TableSample } from '../table/table-reading.ts';
import type { Encoding } from './document.ts';
import type { Layout } from './layout.ts';

/** Why a file was not loaded; the words are in `i18n`. */
export type LoadProblem =
  | 'empty'
  | 'blank' // nothing but white space
  | 'binary'
  | 'unknown-encoding'
  | 'unsupported' // a format that is not read (yet)
  | 'encrypted' // a password is needed
  | 'damaged' // cut off, or not what its beginning says
  | 'scan' // pages that are pictures, without text
  | 'vertical' // text that is set from top to bottom
  | 'overfull' // unpacked it would be larger than what is read
  | 'too-large'
  | 'too-many-lines' // more than any draft has
  | 'too-many' // more files at once than are loaded; said of the first that was left out
  | 'folder'
  | 'project-newer' // a project that a newer version of this page saved
  | 'project-damaged' // a project in which something is not what it should be
  | 'duplicate' // a document of this name and text is loaded already
  | 'unreadable'; // the browser could not read it (moved, or no permission), or reading it broke the worker

/** The text of a file that was read. */
export interface ImportedText {
  readonly kind: 'imported';
  readonly text: string;
  /** Of text files the encoding found; of all others `utf-8`. */
  readonly encoding: Encoding;
  readonly layout: Layout | null;
  /** Present where the text was made of tables, which can be read otherwise. */
  readonly isTable?: true;
}

/** A file that holds files, each to be read by itself. */
export interface ImportedArchive {
  readonly kind: 'archive';
  /** Names are paths inside the archive, with `/`, none of which climbs out. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
}

/** A file of tables, of which it was asked, or is unsure, how they are to be read. */
export interface ImportedTables {
  readonly kind: 'tables';
  readonly tables: readonly TableSample[];
}

/** A file that could not be read, and why. */
export interface ImportFailure {
  readonly kind: 'failed';
  readonly problem: LoadProblem;
}

/** What reading a file gives. */
export type Imported = ImportedText | ImportedArchive | ImportedTables | ImportFailure;

/** A file's bytes, or why they could not be had. */
export type ReadBytes = { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> } | ImportFailure;

/** The failed result; a name for what is written often. */
export function failed(problem: LoadProblem): ImportFailure {
  return { kind: 'failed', problem };
}

/** Thrown inside an importer by what finds out that a file cannot be read, and said to the user as its problem. */
export class ImportError extends Error {
  readonly problem: LoadProblem;

  constructor(problem: LoadProblem) {
    super(problem);
    this.problem = problem;
  }
}
