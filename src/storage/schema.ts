import type { BoilerplateId, PairId } from '../core/reuse/pair.ts';
import type { DecisionChange } from '../core/review/change.ts';
import { isEmptyDecision, type Decision } from '../core/review/decision.ts';
import type { Opinion } from '../core/review/opinion.ts';
import type { EarlierVersion } from '../core/review/project.ts';
import type { Correction } from '../core/structure/speech.ts';
import type { TableReading } from '../core/table/table-reading.ts';
import type { DocumentHeader, DocumentId, TextDocument } from '../core/text/document.ts';

/**
 * What is stored, and under which key. One database, one object store, prefixed keys: one record for each document,
 * correction list, decision and mark, so that a decision writes a few bytes and two tabs do not overwrite one another.
 */

/** Chromium shares one IndexedDB among all pages opened from disk: the name must be our own. */
export const DATABASE = 'leitong';

/** A document with what is stored beside it. */
export interface StoredDocument {
  readonly document: TextDocument;
  /** The bytes as loaded; for pasted text and the example its UTF-8. */
  readonly bytes: Blob;
  /** The text in UTF-8; null when that is what the bytes are. */
  readonly utf8: Blob | null;
  /** Documents stand in this order, smallest first; of equals by id. */
  readonly order: number;
}

/**
 * The record of a document. Its text is a Blob too: a long string would be cloned and compressed while the page waits.
 */
export interface DocumentRecord {
  readonly header: DocumentHeader;
  readonly bytes: Blob;
  readonly utf8: Blob | null;
  readonly order: number;
}

/** One change of the database. A list of them is one step: all or nothing. */
export type Operation =
  | { readonly kind: 'put'; readonly key: string; readonly value: unknown }
  /** Lays these properties over those of the record, whatever another tab has written to it. */
  | { readonly kind: 'merge'; readonly key: string; readonly change: Readonly<Record<string, unknown>> }
  /** Changes a decision as it stands on disk; `isGuarded` leaves alone what does not say what the change found. */
  | {
      readonly kind: 'amend';
      readonly key: string;
      readonly change: DecisionChange;
      readonly isGuarded: boolean;
    }
  | { readonly kind: 'delete'; readonly key: string }
  /** Deletes every record whose key begins with `key`. */
  | { readonly kind: 'delete-under'; readonly key: string }
  | { readonly kind: 'clear' };

/** Holds the version of the schema. A database that has this record was visited. */
export const VERSION_KEY = 'version';
export const SETTINGS_KEY = 'settings';
export const VIEW_KEY = 'view';
export const DOCUMENT_PREFIX = 'document/';
export const CORRECTIONS_PREFIX = 'corrections/';
export const DECISION_PREFIX = 'decision/';
/** The user's list of ritual phrases; no record while it is the one that ships. */
export const RITUAL_PHRASES_KEY = 'ritual-phrases';
/** A record for each document that is a template; its key says all. */
export const TEMPLATE_PREFIX = 'template/';
/** Where a document stood that was removed, by its id. */
export const PLACE_PREFIX = 'place/';
/** A record for each boilerplate that the user took back among the findings; its key says all. */
export const RESTORED_PREFIX = 'restored/';
/** A record for each kind of table that the user said how to read, by the key of its sample. */
export const COLUMNS_PREFIX = 'columns/';
/** What other reviewers decided: a record for each of them and each pair. */
export const OPINION_PREFIX = 'opinion/';
/** The version that a document took the place of, under that document's id. */
export const EARLIER_PREFIX = 'earlier/';
/** A record for each step of the user, so that it can be undone; the keys sort by time. */
export const HISTORY_PREFIX = 'history/';
/** A record for each step that is undone; its key says all. Below the history, so that both go together. */
export const UNDONE_PREFIX = 'history/undone/';
/** The documents that steps removed; dropped before anything is said to be full. */
export const REMOVED_PREFIX = 'removed/';
/** Everything under this prefix can be made again and is free to drop. */
export const DERIVED_PREFIX = 'derived/';
/** The columns of the detection. */
export const DETECTION_PREFIX = `${DERIVED_PREFIX}detection/`;

/** Stores a document. */
export function putDocument(stored: StoredDocument): Operation {
  return putDocumentRecord(documentRecordOf(stored));
}

/** Stores a document's record. */
export function putDocumentRecord(record: DocumentRecord): Operation {
  return { kind: 'put', key: DOCUMENT_PREFIX + record.header.id, value: record };
}

/** Keeps a document that the step of this key removed. */
export function putRemoved(key: string, stored: StoredDocument): Operation {
  return { kind: 'put', key: REMOVED_PREFIX + key, value: documentRecordOf(stored) };
}

/** The record of a document. */
export function documentRecordOf({ document, bytes, utf8, order }: StoredDocument): DocumentRecord {
  const { text: _text, ...header } = document;
  return { header, bytes, utf8, order };
}

/** Removes a document with its corrections, its mark as a template, and what was derived from it; `order` remembers its place. */
export function dropDocument(id: DocumentId, order?: number): readonly Operation[] {
  return [
    ...(order === undefined ? [] : [{ kind: 'put', key: PLACE_PREFIX + id, value: order } as const]),
    { kind: 'delete', key: DOCUMENT_PREFIX + id },
    { kind: 'delete', key: CORRECTIONS_PREFIX + id },
    putTemplate(id, false),
    { kind: 'delete-under', key: structurePrefix(id) },
  ];
}

/** Where the parts of a document's structure are cached. */
export function structurePrefix(id: DocumentId): string {
  return `${DERIVED_PREFIX}structure/${id}/`;
}

/** Stores the corrections of a document; an empty list leaves no record. */
export function putCorrections(id: DocumentId, corrections: readonly Correction[]): Operation {
  const key = CORRECTIONS_PREFIX + id;
  return corrections.length === 0 ? { kind: 'delete', key } : { kind: 'put', key, value: corrections };
}

/** Stores the list of ritual phrases; null, the list that ships, leaves no record. */
export function putRitualPhrases(phrases: readonly string[] | null): Operation {
  const key = RITUAL_PHRASES_KEY;
  return phrases === null ? { kind: 'delete', key } : { kind: 'put', key, value: phrases };
}

/** Stores whether a document is a template. */
export function putTemplate(id: DocumentId, isTemplate: boolean): Operation {
  return putMark(TEMPLATE_PREFIX + id, isTemplate);
}

/** Stores whether boilerplate was taken back among the findings. */
export function putRestored(id: BoilerplateId, isRestored: boolean): Operation {
  return putMark(RESTORED_PREFIX + id, isRestored);
}

/** Stores how tables of this key are read; null leaves no record. */
export function putColumns(table: string, reading: TableReading | null): Operation {
  const key = COLUMNS_PREFIX + table;
  return reading === null ? { kind: 'delete', key } : { kind: 'put', key, value: reading };
}

function putMark(key: string, isThere: boolean): Operation {
  return isThere ? { kind: 'put', key, value: true } : { kind: 'delete', key };
}

/** Stores a decision; one that says nothing leaves no record. */
export function putDecision(decision: Decision): Operation {
  return isEmptyDecision(decision)
    ? dropDecision(decision.pair)
    : { kind: 'put', key: DECISION_PREFIX + decision.pair, value: decision };
}

/** Changes a decision. */
export function amendDecision(change: DecisionChange, isGuarded: boolean): Operation {
  return { kind: 'amend', key: DECISION_PREFIX + change.pair, change, isGuarded };
}

/** Stores a step of the history. */
export function putHistory(key: string, entry: unknown): Operation {
  return { kind: 'put', key: HISTORY_PREFIX + key, value: entry };
}

/** Stores whether a step is undone. */
export function putUndone(key: string, isUndone: boolean): Operation {
  return putMark(UNDONE_PREFIX + key, isUndone);
}

/** Forgets a step of the history. */
export function dropHistory(key: string): readonly Operation[] {
  return [
    { kind: 'delete', key: HISTORY_PREFIX + key },
    { kind: 'delete', key: REMOVED_PREFIX + key },
    putUndone(key, false),
  ];
}

/** Removes a decision. */
export function dropDecision(pair: PairId): Operation {
  return { kind: 'delete', key: DECISION_PREFIX + pair };
}

/** Stores what another reviewer decided. */
export function putOpinion(opinion: Opinion): Operation {
  return { kind: 'put', key: opinionKey(opinion), value: opinion };
}

/** Removes what another reviewer decided. */
export function dropOpinion(opinion: Opinion): Operation {
  return { kind: 'delete', key: opinionKey(opinion) };
}

function opinionKey({ reviewer, decision }: Opinion): string {
  return `${OPINION_PREFIX}${encodeURIComponent(reviewer)}/${decision.pair}`;
}

/** Stores the version that the document `id` took the place of; null leaves no record. */
export function putEarlier(id: DocumentId, earlier: EarlierVersion<Blob> | null): Operation {
  const key = EARLIER_PREFIX + id;
  return earlier === null ? { kind: 'delete', key } : { kind: 'put', key, value: earlier };
}
