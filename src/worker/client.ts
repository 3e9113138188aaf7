import type { Comparison } from '../core/diff/comparison.ts';
import type { Synopsis } from '../core/diff/synopsis.ts';
import type { Project } from '../core/review/project.ts';
import type { Carried, RevisionQuestion } from '../core/review/revision.ts';
import type { DraftOrder, MadeFile, NotMade } from '../core/draft/order.ts';
import type { ReportMaterial, ReportOrder } from '../core/report/order.ts';
import { type PackedDetection, unpackDetection } from '../core/reuse/packed-detection.ts';
import type { Detection, DetectionSettings, Pair } from '../core/reuse/pair.ts';
import { OBJECTS_IN_PAIR, objectsInBoilerplate, partsOf, piecesOf } from '../core/reuse/parts.ts';
import { unpackSpeeches } from '../core/structure/packed-speeches.ts';
import type { Correction, Speech, StructuredDocument } from '../core/structure/speech.ts';
import {
  BY_GUESS,
  type TableOrder,
  type TableReading,
  type TableSample,
} from '../core/table/table-reading.ts';
import { contentOf, type DocumentId, type TextDocument } from '../core/text/document.ts';
import { failed, type Imported, type ImportedTables, type ImportFailure } from '../core/text/imported.ts';
import { readerOf, SIGNATURE_WITHIN, type Reader } from '../import/signature.ts';
import { startBrowserWorker, startPartWorker } from './browser.ts';
import { createConnection, type Outcome, type StartWorker } from './connection.ts';
import { movedText } from './moved-text.ts';
import type { ImportedFile, Request } from './protocol.ts';
import { inSlices, nextTurn } from './turns.ts';

export type { Outcome } from './connection.ts';

/** Who hears how a detection goes on. */
export interface DetectionListener {
  /** Values from 0 to 1. */
  onProgress(done: number): void;
  /** What has been found so far, the most important first; takes the place of what came before. */
  onFindings(pairs: readonly Pair[]): void;
}

/** A detection, and the columns that it came in: what is stored of it. */
export interface MadeDetection {
  readonly detection: Detection;
  readonly packed: PackedDetection;
}

/** The files that a file holds. */
export interface UnpackedFiles {
  readonly kind: 'unpacked';
  readonly files: readonly { readonly name: string; readonly bytes: Blob }[];
}

/** What reading a file gives. */
export type FileOutcome = ImportedFile | UnpackedFiles | ImportedTables | ProjectFile | ImportFailure;

/** A file that is a project. */
export interface ProjectFile {
  readonly kind: 'project';
  readonly project: Project<Blob>;
}

/** The heavy work, as the page sees it. Every call can be aborted; none throws. */
export interface WorkerClient {
  /** Starts the worker before it is needed. */
  start(): void;
  /** Lets the worker that runs, and the one that will assist it, get ready to be fast. To be called when the page rests. */
  warmUp(): void;
  /**
   * Reads a file's bytes as text, or as the files that it holds; gives samples of its tables where it is to be asked first how
   * to read them. `onProgress` hears values from 0 to 1.
   */
  importFile(
    name: string,
    file: Blob,
    signal: AbortSignal,
    onProgress: (done: number) => void,
    tables?: TableOrder,
  ): Promise<Outcome<FileOutcome>>;
  /** Reads the beginning of a table. */
  previewTable(sample: TableSample, reading: TableReading, signal: AbortSignal): Promise<Outcome<Imported>>;
  /** Reads a document's speeches. */
  structure(
    document: TextDocument,
    corrections: readonly Correction[],
    signal: AbortSignal,
  ): Promise<Outcome<readonly Speech[]>>;
  /**
   * Detects in `documents`, which stand in loading order. The newest call wins: an earlier one that still runs is
   * cancelled.
   */
  detect(
    documents: readonly StructuredDocument[],
    settings: DetectionSettings,
    signal: AbortSignal,
    listener: DetectionListener,
  ): Promise<Outcome<MadeDetection>>;
  /**
   * Compares two texts, however long, in a worker of its own: a detection that runs is not in its way. The newest call
   * wins.
   */
  compare(a: string, b: string, signal: AbortSignal): Promise<Outcome<Comparison>>;
  /** Sets several texts against one of them, in the same worker as `compare`. The newest call wins. */
  collate(texts: readonly string[], base: number, signal: AbortSignal): Promise<Outcome<Synopsis>>;
  /**
   * Makes a file of drafts; `documents` are all that the order speaks of, `originals` the Word files that it wants revised, and
   * `onProgress` hears values from 0 to 1. The newest call wins.
   */
  exportDrafts(
    order: DraftOrder,
    documents: readonly StructuredDocument[],
    originals: readonly { readonly document: DocumentId; readonly bytes: Blob }[],
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<Outcome<MadeFile | NotMade>>;
  /** Makes a report of documents in loading order; as `exportDrafts`, and the newest call of both wins. */
  exportReport(
    order: ReportOrder,
    material: ReportMaterial,
    documents: readonly StructuredDocument[],
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<Outcome<MadeFile>>;
  /** Packs a project into a file of this name, without an ending; `onProgress` hears values from 0 to 1. */
  packProject(
    project: Project<Blob>,
    name: string,
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<Outcome<MadeFile>>;
  /** Finds what the pairs of replaced documents have become. */
  carryPairs(question: RevisionQuestion, signal: AbortSignal): Promise<Outcome<Carried>>;
  /** Lets the worker forget every text but those of these documents. */
  retain(documents: readonly DocumentId[]): void;
}

/** A reader whose worker is a part of the page. */
export type PartReader = Exclude<Reader, 'plain'>;

/**
 * The client of the page, with the browser's workers: `script` is the page's own, and `part` gives the code of those that
 * read what is no plain text.
 */
export function createPageClient(script: string, part: (reader: PartReader) => Promise<Blob>): WorkerClient {
  return createClient(startBrowserWorker(script), {
    office: startPartWorker(() => part('office')),
    pdf: startPartWorker(() => part('pdf')),
  });
}

/** A client that talks to the workers that `startWorker` starts, one at a time; `starts` start those that read other files. */
export function createClient(
  startWorker: StartWorker,
  starts: Readonly<Record<PartReader, StartWorker>> = { office: startWorker, pdf: startWorker },
): WorkerClient {
  /** The structure that the worker has of each document; compared by identity. */
  const known = new Map<DocumentId, readonly Speech[]>();
  /** Contents of files that the worker has read and that are no documents yet. */
  const unclaimed = new Set<string>();
  const connection = createConnection(startWorker, () => {
    known.clear();
    unclaimed.clear();
  });
  const comparing = createConnection(startWorker, () => {});
  const readers = {
    plain: connection,
    office: createConnection(starts.office, () => {}),
    pdf: createConnection(starts.pdf, () => {}),
  };
  let newest = new AbortController();
  let newestComparison = new AbortController();
  let newestCollation = new AbortController();
  let newestExport = new AbortController();

  return {
    start: connection.start,
    warmUp: () => connection.tell({ kind: 'warm-up' }),

    async importFile(name, file, signal, onProgress, tables = BY_GUESS) {
      const reader = readers[await readerOfFile(name, file)];
      return reader.ask<FileOutcome>(signal, {
        send: (request, post) => void post({ kind: 'import', request, name, file, tables }),
        hear(response) {
          if (response.kind === 'progress') onProgress(response.done);
          if (response.kind === 'unpacked') return { kind: 'unpacked', files: response.files };
          if (response.kind === 'columns-wanted') return { kind: 'tables', tables: response.tables };
          if (response.kind === 'project') return { kind: 'project', project: response.project };
          if (response.kind === 'not-imported') return failed(response.problem);
          if (response.kind !== 'imported') return undefined;
          if (reader === connection) unclaimed.add(response.file.content);
          return { ...response.file, text: movedText(response.file.text) };
        },
      });
    },

    previewTable(sample, reading, signal) {
      return readers.office.ask<Imported>(signal, {
        send: (request, post) => void post({ kind: 'preview', request, sample, reading }),
        hear: (response) => (response.kind === 'previewed' ? response.imported : undefined),
      });
    },

    structure(document, corrections, signal) {
      const { text, ...header } = document;
      const speeches: Speech[] = [];
      return connection.ask<readonly Speech[]>(signal, {
        send(request, post) {
          speeches.length = 0;
          const isThere = known.has(document.id) || unclaimed.has(contentOf(document.id));
          // What the worker has is uncertain until it answers.
          known.delete(document.id);
          unclaimed.delete(contentOf(document.id));
          post({ kind: 'structure', request, header, text: isThere ? null : text, corrections });
        },
        hear(response) {
          if (response.kind === 'speeches') speeches.push(...unpackSpeeches(response.speeches));
          if (response.kind !== 'structured') return undefined;
          known.set(document.id, speeches);
          return speeches;
        },
      });
    },

    async detect(documents, settings, given, listener) {
      newest.abort();
      newest = new AbortController();
      const signal = AbortSignal.any([given, newest.signal]);
      const outcome = await connection.ask<PackedDetection>(signal, {
        async send(request, post) {
          if (!(await give(documents, post))) return;
          post({
            kind: 'detect',
            request,
            documents: documents.map(({ document }) => document.id),
            settings,
          });
        },
        hear(response) {
          if (response.kind === 'progress') listener.onProgress(response.done);
          if (response.kind === 'early') listener.onFindings(response.pairs);
          return response.kind === 'detected' ? response.detection : undefined;
        },
      });
      if (outcome.kind !== 'done') return outcome;
      const detection = await unpacked(outcome.value, signal);
      return detection === null
        ? { kind: 'cancelled' }
        : { kind: 'done', value: { detection, packed: outcome.value } };
    },

    compare(a, b, signal) {
      newestComparison.abort();
      newestComparison = new AbortController();
      return comparing.ask<Comparison>(AbortSignal.any([signal, newestComparison.signal]), {
        send: (request, post) => void post({ kind: 'compare', request, a, b }),
        hear: (response) => (response.kind === 'compared' ? response.comparison : undefined),
      });
    },

    collate(texts, base, signal) {
      newestCollation.abort();
      newestCollation = new AbortController();
      return comparing.ask<Synopsis>(AbortSignal.any([signal, newestCollation.signal]), {
        send: (request, post) => void post({ kind: 'collate', request, texts, base }),
        hear: (response) => (response.kind === 'collated' ? response.synopsis : undefined),
      });
    },

    exportDrafts(order, documents, originals, signal, onProgress) {
      return makeFile<MadeFile | NotMade>(documents, signal, onProgress, (request, ids) => [
        { kind: 'export', request, order, documents: ids, originals },
      ]);
    },

    exportReport(order, material, documents, signal, onProgress) {
      return makeFile<MadeFile>(documents, signal, onProgress, function* (request, ids) {
        for (const part of materialParts(material)) yield { kind: 'report-part', request, part };
        yield { kind: 'report', request, order, documents: ids };
      });
    },

    packProject: (project, name, signal, onProgress) =>
      readers.office.ask<MadeFile>(signal, {
        send: (request, post) => void post({ kind: 'pack', request, project, name }),
        hear(response) {
          if (response.kind === 'progress') onProgress(response.done);
          return response.kind === 'exported' && 'parts' in response.file ? response.file : undefined;
        },
      }),

    carryPairs: (question, signal) =>
      readers.office.ask<Carried>(signal, {
        send: (request, post) => void post({ kind: 'carry', request, question }),
        hear: (response) => (response.kind === 'carried' ? response.carried : undefined),
      }),

    retain(documents) {
      const retained = new Set(documents);
      for (const id of known.keys()) if (!retained.has(id)) known.delete(id);
      unclaimed.clear();
      connection.tell({ kind: 'retain', documents });
      // What was read is stored by now: its reader would only hold memory.
      readers.office.rest();
      readers.pdf.rest();
    },
  };

  /** Lets the office worker make a file: gives it the documents and says `requests`, one in a turn. The newest call wins. */
  function makeFile<T extends MadeFile | NotMade>(
    documents: readonly StructuredDocument[],
    signal: AbortSignal,
    onProgress: (done: number) => void,
    requests: (request: number, ids: readonly DocumentId[]) => Iterable<Request>,
  ): Promise<Outcome<T>> {
    newestExport.abort();
    newestExport = new AbortController();
    // Where files are read, they are made, too: what packs them is a part of the page that is not always there.
    return readers.office.ask<T>(AbortSignal.any([signal, newestExport.signal]), {
      async send(request, post) {
        for (const structured of documents) {
          if (!post({ kind: 'keep', structured })) return;
          await nextTurn();
        }
        for (const each of requests(
          request,
          documents.map(({ document }) => document.id),
        )) {
          if (!post(each)) return;
          await nextTurn();
        }
      },
      hear(response) {
        if (response.kind === 'progress') onProgress(response.done);
        return response.kind === 'exported' ? (response.file as T) : undefined;
      },
    });
  }

  /** Gives the worker the documents that it has not; false when what they are for is no longer wanted. */
  async function give(
    documents: readonly StructuredDocument[],
    post: (message: Request) => boolean,
  ): Promise<boolean> {
    for (const structured of documents) {
      const { id } = structured.document;
      if (known.get(id) === structured.speeches) continue;
      if (!post({ kind: 'keep', structured })) return false;
      known.set(id, structured.speeches);
      // A long text takes a while to clone; the page stays awake between two.
      await nextTurn();
    }
    return true;
  }
}

/** What a report is made of, in parts that are cloned without a pause. */
function* materialParts({
  findings,
  decisions,
  boilerplate,
}: ReportMaterial): Generator<Partial<ReportMaterial>> {
  for (const part of partsOf(findings, () => OBJECTS_IN_PAIR)) yield { findings: part };
  for (const part of partsOf(decisions, () => 1)) yield { decisions: part };
  for (const part of partsOf([...piecesOf(boilerplate)], objectsInBoilerplate)) yield { boilerplate: part };
}

/** Unpacks a detection while the page stays awake; null when `signal` was aborted on the way. */
export async function unpacked(packed: PackedDetection, signal: AbortSignal): Promise<Detection | null> {
  const detection = await inSlices(unpackDetection(packed), signal, () => false);
  // What is made of it is a task of its own, behind the last slice.
  await nextTurn();
  return signal.aborted ? null : detection;
}

/** Who reads a file, by its beginning; of one that cannot be read, whoever will say why. */
async function readerOfFile(name: string, file: Blob): Promise<Reader> {
  try {
    return readerOf(name, new Uint8Array(await file.slice(0, SIGNATURE_WITHIN).arrayBuffer()));
  } catch {
    return 'plain';
  }
}
