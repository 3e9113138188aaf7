import type { Comparison } from '../core/diff/comparison.ts';
import type { Synopsis } from '../core/diff/synopsis.ts';
import type { Project } from '../core/review/project.ts';
import type { Carried, RevisionQuestion } from '../core/review/revision.ts';
import type { DraftOrder, MadeFile, NotMade } from '../core/draft/order.ts';
import type { ReportMaterial, ReportOrder } from '../core/report/order.ts';
import type { PackedDetection } from '../core/reuse/packed-detection.ts';
import type { DetectionSettings, Pair } from '../core/reuse/pair.ts';
import type { PackedSpeeches } from '../core/structure/packed-speeches.ts';
import type { Correction, StructuredDocument } from '../core/structure/speech.ts';
import type { TableOrder, TableReading, TableSample } from '../core/table/table-reading.ts';
import type { DocumentHeader, DocumentId } from '../core/text/document.ts';
import type { Imported, ImportedText, LoadProblem } from '../core/text/imported.ts';

/** What the page asks of the worker. `request` numbers the question; its answers carry the same number. */
export type Request =
  /** Reads a file. The worker keeps its text until a document is made of it. */
  | {
      readonly kind: 'import';
      readonly request: number;
      readonly name: string;
      readonly file: Blob;
      readonly tables: TableOrder;
    }
  /** Reads the rows of a sample. */
  | {
      readonly kind: 'preview';
      readonly request: number;
      readonly sample: TableSample;
      readonly reading: TableReading;
    }
  /** Reads a document's structure and keeps both. `text` is null when the worker has it. */
  | {
      readonly kind: 'structure';
      readonly request: number;
      readonly header: DocumentHeader;
      readonly text: string | null;
      readonly corrections: readonly Correction[];
    }
  /** Gives the worker a document whose structure is known. Has no answer. */
  | { readonly kind: 'keep'; readonly structured: StructuredDocument }
  /** The worker forgets every text that is not one of these documents. Has no answer. */
  | { readonly kind: 'retain'; readonly documents: readonly DocumentId[] }
  /** Detects in these documents, all of which the worker has. */
  | {
      readonly kind: 'detect';
      readonly request: number;
      readonly documents: readonly DocumentId[];
      readonly settings: DetectionSettings;
    }
  /** Compares two texts. */
  | { readonly kind: 'compare'; readonly request: number; readonly a: string; readonly b: string }
  /** Sets several texts against one of them, named by its index. */
  | {
      readonly kind: 'collate';
      readonly request: number;
      readonly texts: readonly string[];
      readonly base: number;
    }
  /** Makes a file of drafts; the worker has every document that the order speaks of, which are `documents`. */
  | {
      readonly kind: 'export';
      readonly request: number;
      readonly order: DraftOrder;
      readonly documents: readonly DocumentId[];
      /** The Word files that are to be revised, as loaded. */
      readonly originals: readonly { readonly document: DocumentId; readonly bytes: Blob }[];
    }
  /** Gives the worker a part of what the report of this number is made of. Has no answer. */
  | { readonly kind: 'report-part'; readonly request: number; readonly part: Partial<ReportMaterial> }
  /** Makes a report of these documents, all of which the worker has, and of the parts that it was given before. */
  | {
      readonly kind: 'report';
      readonly request: number;
      readonly order: ReportOrder;
      readonly documents: readonly DocumentId[];
    }
  /** Packs a project into a file of this name, without an ending. Answered by `exported`. */
  | {
      readonly kind: 'pack';
      readonly request: number;
      readonly project: Project<Blob>;
      readonly name: string;
    }
  /** Finds what the pairs of replaced documents have become. */
  | { readonly kind: 'carry'; readonly request: number; readonly question: RevisionQuestion }
  /** Lets the worker run what it will be asked for, so that it is fast when it is. Has no answer. */
  | { readonly kind: 'warm-up' }
  /** Gives the worker a way to another one that aligns beside it. Has no answer. */
  | { readonly kind: 'assisted'; readonly port: MessagePort }
  /** Makes the worker the one that aligns beside another. Has no answer. */
  | { readonly kind: 'assist'; readonly port: MessagePort }
  /** Stops the request of this number, which is answered with `cancelled` unless its last answer is on the way. */
  | { readonly kind: 'cancel'; readonly request: number };

/** A file that was read. */
export interface ImportedFile extends ImportedText {
  /** The hash of the text. */
  readonly content: string;
  /** The bytes as they were read. */
  readonly bytes: Blob;
  /** The text in UTF-8; null when that is what the bytes are. */
  readonly utf8: Blob | null;
}

/** A text on its way as numbers, which are moved: `moved-text.ts`. */
export type MovedText = Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** A file that was read, on its way. */
export type MovedFile = Omit<ImportedFile, 'text'> & { readonly text: MovedText };

/** What the worker answers. All but `progress`, `early` and `speeches` end their request. */
export type Response =
  | { readonly kind: 'imported'; readonly request: number; readonly file: MovedFile }
  /** The file holds files, each to be imported by itself. */
  | {
      readonly kind: 'unpacked';
      readonly request: number;
      readonly files: readonly { readonly name: string; readonly bytes: Blob }[];
    }
  /** The file holds tables, and how to read them is to be said first. */
  | { readonly kind: 'columns-wanted'; readonly request: number; readonly tables: readonly TableSample[] }
  | { readonly kind: 'previewed'; readonly request: number; readonly imported: Imported }
  /** The file is a project. */
  | { readonly kind: 'project'; readonly request: number; readonly project: Project<Blob> }
  | { readonly kind: 'carried'; readonly request: number; readonly carried: Carried }
  | { readonly kind: 'not-imported'; readonly request: number; readonly problem: LoadProblem }
  | { readonly kind: 'structured'; readonly request: number }
  /** 0 to 1. */
  | { readonly kind: 'progress'; readonly request: number; readonly done: number }
  /** What a detection has found so far, the most important first; takes the place of what came before. */
  | { readonly kind: 'early'; readonly request: number; readonly pairs: readonly Pair[] }
  /** Parts of the result, in order, small enough that the page takes each in without a pause. */
  | { readonly kind: 'speeches'; readonly request: number; readonly speeches: PackedSpeeches }
  /** The buffers of the columns are moved. */
  | { readonly kind: 'detected'; readonly request: number; readonly detection: PackedDetection }
  | { readonly kind: 'compared'; readonly request: number; readonly comparison: Comparison }
  | { readonly kind: 'collated'; readonly request: number; readonly synopsis: Synopsis }
  | { readonly kind: 'exported'; readonly request: number; readonly file: MadeFile | NotMade }
  | { readonly kind: 'cancelled'; readonly request: number }
  /** The handler threw: a bug, told with its message. */
  | { readonly kind: 'broken'; readonly request: number; readonly message: string };
