import type { Opinion } from '../core/review/opinion.ts';
import type { EarlierVersion, Project, ProjectDocument } from '../core/review/project.ts';
import { hashOf } from '../core/text/hash.ts';
import { contentOf } from '../core/text/document.ts';
import { failed, ImportError, type ImportFailure } from '../core/text/imported.ts';
import { isZip, openZip, zipHolds } from '../office/zip.ts';
import { readCorrections, readDecision, readHeader, readPhrases, readRevision } from '../storage/records.ts';
import { MANIFEST, PROJECT_FORMAT } from './format.ts';
import { hashOfBytes } from './hash.ts';
import { migrated } from './migrations.ts';

/** A reviewer's name is cut behind so many characters. */
const REVIEWER_MOST = 60;

/** What came of reading a project: all of it or nothing. */
export type ProjectRead = { readonly kind: 'project'; readonly project: Project<Blob> } | ImportFailure;

/** Whether bytes are an archive that holds a project's manifest. Never throws. */
export function isProject(bytes: Uint8Array): boolean {
  return isZip(bytes) && zipHolds(bytes, MANIFEST);
}

/**
 * Reads a project. Never throws: one from a newer version is `project-newer`, and one in which anything at all is not what it
 * should be (a size, a hash, a type, a record that is missing) is `project-damaged`, for half of somebody's work looks like all
 * of it.
 */
export function readProject(bytes: Uint8Array): ProjectRead {
  try {
    const files = openZip(bytes).readAll(() => true);
    const value: unknown = JSON.parse(textOf(files.get(MANIFEST)));
    if (!isRecord(value) || value['format'] !== PROJECT_FORMAT) throw new Damage();
    const manifest = migrated(value);
    if (manifest === 'newer') return failed('project-newer');
    if (manifest === null) throw new Damage();
    return { kind: 'project', project: projectOf(manifest, files) };
  } catch (error) {
    const isTooMuch = error instanceof ImportError && error.problem === 'overfull';
    return failed(isTooMuch ? 'overfull' : 'project-damaged');
  }
}

/** Thrown by what finds that something is not what it should be. */
class Damage extends Error {}

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

function projectOf(manifest: Readonly<Record<string, unknown>>, files: Files): Project<Blob> {
  const entries = listOf(manifest['documents'], recordOf);
  const documents = entries.map((entry) => documentOf(entry, files));
  const ids = new Set(documents.map(({ header }) => header.id));
  if (ids.size !== documents.length) throw new Damage();
  const earlier = listOf(manifest['earlier'], (value) => earlierOf(recordOf(value), files));
  const isReplaced = earlier.every(([by]) => ids.has(by));
  if (!isReplaced || new Set(earlier.map(([by]) => by)).size !== earlier.length) throw new Damage();
  const decisions = listOf(manifest['decisions'], (value) => there(readDecision(value)));
  const phrases = manifest['ritualPhrases'];
  return {
    reviewer: reviewerOf(manifest['reviewer']),
    documents,
    templates: entries.flatMap(({ template }, i) =>
      template === true ? [documents[i]?.header.id ?? ''] : [],
    ),
    decisions,
    opinions: listOf(manifest['opinions'], opinionOf),
    earlier,
    ritualPhrases: phrases === null ? null : there(readPhrases(phrases)),
    restored: there(readPhrases(manifest['restored'])),
    settings: recordOf(manifest['settings']),
  };
}

function documentOf(entry: Readonly<Record<string, unknown>>, files: Files): ProjectDocument<Blob> {
  const header = there(readHeader(entry['header']));
  const original = there(files.get(stringOf(entry['file'])));
  if (original.length !== header.byteLength || hashOfBytes(original) !== entry['hash']) throw new Damage();
  const written = entry['text'] === null ? null : there(files.get(stringOf(entry['text'])));
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(written ?? original);
  // Half a surrogate pair has no place in UTF-8: a text that held one is not what its document is named by.
  if (hashOf(text) !== contentOf(header.id) && !text.includes('\ufffd')) throw new Damage();
  return {
    header,
    bytes: new Blob([original]),
    utf8: written && new Blob([written]),
    corrections: there(readCorrections(entry['corrections'])),
  };
}

function earlierOf(
  entry: Readonly<Record<string, unknown>>,
  files: Files,
): readonly [string, EarlierVersion<Blob>] {
  return [
    stringOf(entry['replacedBy']),
    { ...documentOf(entry, files), revision: there(readRevision(entry)) },
  ];
}

function opinionOf(value: unknown): Opinion {
  const entry = recordOf(value);
  const reviewer = reviewerOf(entry['reviewer']);
  if (reviewer === '') throw new Damage();
  return { reviewer, decision: there(readDecision(entry['decision'])) };
}

function reviewerOf(value: unknown): string {
  return stringOf(value).trim().slice(0, REVIEWER_MOST);
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(there(bytes));
}

function stringOf(value: unknown): string {
  if (typeof value !== 'string') throw new Damage();
  return value;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new Damage();
  return value;
}

function listOf<T>(value: unknown, read: (item: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw new Damage();
  return value.map(read);
}

function there<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Damage();
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
