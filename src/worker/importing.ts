import { hashOf } from '../core/text/hash.ts';
import { letGo } from '../core/reuse/let-go.ts';
import type { Project } from '../core/review/project.ts';
import type { TableOrder } from '../core/table/table-reading.ts';
import type { Imported, ImportFailure, ReadBytes } from '../core/text/imported.ts';
import { utf8LengthOf } from '../core/text/utf8.ts';
import { textToMove } from './moved-text.ts';
import type { ImportedFile, Request, Response } from './protocol.ts';

/** What reads files. */
export interface ImportEngine {
  readBytes(file: Blob): Promise<ReadBytes>;
  importBytes(
    source: { readonly name: string; readonly bytes: Uint8Array; readonly tables?: TableOrder },
    onProgress: (done: number) => void,
  ): Promise<Imported>;
  /** Reads a project; null when the bytes are none. */
  readProject?(
    bytes: Uint8Array,
  ): { readonly kind: 'project'; readonly project: Project<Blob> } | ImportFailure | null;
}

type ImportRequest = Extract<Request, { kind: 'import' }>;

/** Gives the function that reads a file and posts what came of it. It gives the file, too; null when it holds no text. */
export function createImporting(
  engine: ImportEngine,
  post: (response: Response, moved?: Transferable[]) => void,
): (request: ImportRequest, signal: AbortSignal) => Promise<ImportedFile | null> {
  return async ({ request, name, file, tables }, signal) => {
    const source = await engine.readBytes(file);
    if (signal.aborted) {
      post({ kind: 'cancelled', request });
      return null;
    }
    if (source.kind === 'failed') {
      post({ kind: 'not-imported', request, problem: source.problem });
      return null;
    }
    const project = engine.readProject?.(source.bytes) ?? null;
    if (project !== null) {
      if (project.kind === 'project') post({ ...project, request });
      else post({ kind: 'not-imported', request, problem: project.problem });
      return null;
    }
    const imported = await engine.importBytes({ name, bytes: source.bytes, tables }, (done) =>
      post({ kind: 'progress', request, done }),
    );
    if (signal.aborted) {
      post({ kind: 'cancelled', request });
      return null;
    }
    if (imported.kind === 'archive') {
      const files = imported.files.map((each) => ({ name: each.name, bytes: new Blob([each.bytes]) }));
      post({ kind: 'unpacked', request, files });
      return null;
    }
    if (imported.kind === 'tables') {
      post({ kind: 'columns-wanted', request, tables: imported.tables });
      return null;
    }
    if (imported.kind === 'failed') {
      post({ kind: 'not-imported', request, problem: imported.problem });
      return null;
    }
    // A copy: the file on the user's disk may change or go before the page has stored it.
    const bytes = new Blob([source.bytes]);
    letGo(source.bytes);
    // UTF-8 of which nothing was replaced (U+FFFD), and no byte order mark or cut character left out.
    const isSame =
      imported.encoding === 'utf-8' &&
      utf8LengthOf(imported.text) === bytes.size &&
      !imported.text.includes('\ufffd');
    const utf8 = isSame ? null : new Blob([imported.text]);
    const read = { ...imported, content: hashOf(imported.text), bytes, utf8 };
    const text = textToMove(imported.text);
    post({ kind: 'imported', request, file: { ...read, text } }, [text.buffer]);
    return read;
  };
}
