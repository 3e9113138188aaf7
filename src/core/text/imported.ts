import type { Encoding } from './document.ts';

/** Why a file was not loaded; the words are in `i18n`. */
export type LoadProblem =
  | 'empty'
  | 'blank' // nothing but white space
  | 'binary'
  | 'unknown-encoding'
  | 'unsupported' // a format that is not read (yet)
  | 'too-large'
  | 'folder'
  | 'duplicate' // a document of this name and text is loaded already
  | 'unreadable'; // the browser could not read it (moved, or no permission), or reading it broke the worker

/** The text of a file that was read. */
export interface ImportedText {
  readonly kind: 'imported';
  readonly text: string;
  readonly encoding: Encoding;
}

/** A file that could not be read, and why. */
export interface ImportFailure {
  readonly kind: 'failed';
  readonly problem: LoadProblem;
}

/** What reading a file gives. */
export type Imported = ImportedText | ImportFailure;

/** A file's bytes, or why they could not be had. */
export type ReadBytes = { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> } | ImportFailure;

/** The failed result; a name for what is written often. */
export function failed(problem: LoadProblem): ImportFailure {
  return { kind: 'failed', problem };
}
