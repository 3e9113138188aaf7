import type { BoilerplateId } from '../reuse/pair.ts';
import type { Correction } from '../structure/speech.ts';
import type { DocumentHeader, DocumentId } from '../text/document.ts';
import type { Decision } from './decision.ts';
import type { Opinion } from './opinion.ts';
import type { Revision } from './revision.ts';

/** A document with its original bytes, in whatever form these cross a border: a Blob on the page, bytes in a file. */
export interface ProjectDocument<Bytes> {
  readonly header: DocumentHeader;
  readonly bytes: Bytes;
  /** The text in UTF-8; null when that is what the bytes are. */
  readonly utf8: Bytes | null;
  readonly corrections: readonly Correction[];
}

/** The version of a document that came before the one that is loaded, and what became of its decisions. */
export interface EarlierVersion<Bytes> extends ProjectDocument<Bytes> {
  readonly revision: Revision;
}

/** All of a user's work, to be handed on. Nothing in it can be made again. */
export interface Project<Bytes> {
  /** Whose decisions these are; may be empty. */
  readonly reviewer: string;
  /** In loading order. */
  readonly documents: readonly ProjectDocument<Bytes>[];
  readonly templates: readonly DocumentId[];
  readonly decisions: readonly Decision[];
  readonly opinions: readonly Opinion[];
  /** By the document that took its place. */
  readonly earlier: readonly (readonly [DocumentId, EarlierVersion<Bytes>])[];
  /** Null: the list that ships. */
  readonly ritualPhrases: readonly string[] | null;
  readonly restored: readonly BoilerplateId[];
  /** What belongs to the work of what was set; whoever knows what it should be reads it. */
  readonly settings: Readonly<Record<string, unknown>>;
}
