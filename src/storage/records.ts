import { JUDGEMENTS, type Decision } from '../core/review/decision.ts';
import type { Correction, HeadingLevel } from '../core/structure/speech.ts';
import { COLUMN_USES, type TableReading } from '../core/table/table-reading.ts';
import type { Encoding, Origin } from '../core/text/document.ts';
import { readLayout } from './layout-record.ts';
import type { DocumentRecord } from './schema.ts';

/**
 * Reads records as what they should be. Whatever else stands in the database (written by a bug, by a hand, cut by a
 * crash) gives null and is left out.
 */

const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'];
/** The corrections that say nothing beside the place. */
const PLAIN_CORRECTIONS = [
  'start-speech',
  'join-speech',
  'start-measure',
  'join-measure',
  'join-paragraph',
  'start-paragraph',
] as const;
const HEADING_LEVELS: readonly HeadingLevel[] = [0, 1, 2, 3];
const ORIGINS: readonly Origin[] = ['file', 'paste', 'example'];

/** The record of a document, or null. */
export function readDocumentRecord(value: unknown): DocumentRecord | null {
  if (!isRecord(value)) return null;
  const header = readHeader(value['header']);
  const { bytes, utf8, order } = value;
  if (header === null || !(bytes instanceof Blob) || typeof order !== 'number') return null;
  if (utf8 !== null && !(utf8 instanceof Blob)) return null;
  return { header, bytes, utf8, order };
}

/** A list of corrections, or null when one of them is none. */
export function readCorrections(value: unknown): readonly Correction[] | null {
  if (!Array.isArray(value)) return null;
  const corrections = value.map(readCorrection);
  return corrections.every((correction) => correction !== null) ? corrections : null;
}

/** A list of phrases, or null. */
export function readPhrases(value: unknown): readonly string[] | null {
  const isList = Array.isArray(value) && value.every((phrase) => typeof phrase === 'string');
  return isList ? value : null;
}

/** A decision, or null. */
export function readDecision(value: unknown): Decision | null {
  if (!isRecord(value)) return null;
  const { pair, note } = value;
  const judgement = value['judgement'] === null ? null : oneOf(JUDGEMENTS, value['judgement']);
  if (typeof pair !== 'string' || typeof note !== 'string' || judgement === undefined) return null;
  // What a page wrote that knew neither reasons nor rewriting is whole without them.
  const { reason = '', rewriteA = null, rewriteB = null } = value;
  if (typeof reason !== 'string' || !isTextOrNull(rewriteA) || !isTextOrNull(rewriteB)) return null;
  return { pair, judgement, note, reason, rewriteA, rewriteB };
}

/** How a table is read, or null. */
export function readTableReading(value: unknown): TableReading | null {
  if (!isRecord(value)) return null;
  const { isHeaded, uses } = value;
  const per = oneOf(['row', 'cell'] as const, value['per']);
  if (typeof isHeaded !== 'boolean' || per === undefined || !Array.isArray(uses)) return null;
  const known = uses.map((use: unknown) => (use === null ? null : oneOf(COLUMN_USES, use)));
  return known.every((use) => use !== undefined) ? { isHeaded, per, uses: known } : null;
}

function readHeader(value: unknown): DocumentRecord['header'] | null {
  if (!isRecord(value)) return null;
  const { id, name, byteLength } = value;
  const encoding = oneOf(ENCODINGS, value['encoding']);
  const origin = oneOf(ORIGINS, value['origin']);
  if (typeof id !== 'string' || typeof name !== 'string' || typeof byteLength !== 'number') return null;
  if (encoding === undefined || origin === undefined) return null;
  const header = { id, name, encoding, layout: readLayout(value['layout']), origin, byteLength };
  return value['isTable'] === true ? { ...header, isTable: true } : header;
}

function readCorrection(value: unknown): Correction | null {
  if (!isRecord(value) || !Number.isSafeInteger(value['at'])) return null;
  const at = value['at'] as number;
  const { speaker, role, running, alike } = value;
  const plain = oneOf(PLAIN_CORRECTIONS, value['kind']);
  if (plain !== undefined) return { kind: plain, at };
  switch (value['kind']) {
    case 'set-speaker':
      if (typeof speaker !== 'string' || typeof role !== 'string') return null;
      return { kind: 'set-speaker', at, speaker, role };
    case 'set-heading': {
      const level = oneOf(HEADING_LEVELS, value['level']);
      return level === undefined ? null : { kind: 'set-heading', at, level };
    }
    case 'set-running':
      if (typeof running !== 'boolean' || typeof alike !== 'boolean') return null;
      return { kind: 'set-running', at, running, alike };
    default:
      return null;
  }
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function oneOf<T>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((each) => each === value);
}
