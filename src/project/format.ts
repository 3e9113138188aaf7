import type { Decision } from '../core/review/decision.ts';
import type { GonePair } from '../core/review/revision.ts';
import type { Correction } from '../core/structure/speech.ts';
import type { DocumentHeader } from '../core/text/document.ts';

/** The file in the archive by which a project is known. */
export const MANIFEST = 'leitong-project.json';
export const PROJECT_FORMAT = 'leitong-project';
/** What a project's name ends with; the content decides all the same. */
export const EXTENSION = 'leitong';

/** What the manifest says of a document. */
export interface DocumentEntry {
  readonly header: DocumentHeader;
  /** The path of its original bytes in the archive, and a hash of them (`hashOfBytes`). */
  readonly file: string;
  readonly hash: string;
  /** The path of its text in UTF-8; null when that is what the bytes are. */
  readonly text: string | null;
  readonly corrections: readonly Correction[];
  readonly template: boolean;
}

/** The version before a loaded one. */
export interface EarlierEntry extends Omit<DocumentEntry, 'template'> {
  /** The document that took its place. */
  readonly replacedBy: string;
  readonly carried: number;
  readonly gone: readonly GonePair[];
  readonly fresh: readonly string[];
}

/** What the manifest holds; the README beside this file says it in words. */
export interface Manifest {
  readonly format: typeof PROJECT_FORMAT;
  readonly version: number;
  readonly reviewer: string;
  readonly documents: readonly DocumentEntry[];
  readonly earlier: readonly EarlierEntry[];
  /** In order of their pairs' names. */
  readonly decisions: readonly Decision[];
  readonly opinions: readonly { readonly reviewer: string; readonly decision: Decision }[];
  readonly ritualPhrases: readonly string[] | null;
  readonly restored: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
}
