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

/** What reading a file gives: its text, or why there is none. */
export type Imported =
  | { readonly kind: 'imported'; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: 'failed'; readonly problem: LoadProblem };

/** The failed result; a name for what would be written often. */
export function failed(problem: LoadProblem): Imported & { kind: 'failed' } {
  return { kind: 'failed', problem };
}
