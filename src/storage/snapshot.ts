import type { PairId } from '../core/reuse/pair.ts';
import type { Decision } from '../core/review/decision.ts';
import type { Correction } from '../core/structure/speech.ts';
import type { DocumentId } from '../core/text/document.ts';
import { readCorrections, readDecision, readStoredDocument } from './records.ts';
import {
  CORRECTIONS_PREFIX,
  DECISION_PREFIX,
  DOCUMENT_PREFIX,
  SETTINGS_KEY,
  VIEW_KEY,
  type StoredDocument,
} from './schema.ts';
import { keysUnder, settled } from './store.ts';

/** Everything precious that is stored. */
export interface Snapshot {
  /** True when the database was empty: nobody was here before. */
  readonly isFirstVisit: boolean;
  readonly documents: readonly StoredDocument[];
  readonly corrections: ReadonlyMap<DocumentId, readonly Correction[]>;
  readonly decisions: ReadonlyMap<PairId, Decision>;
  /** As stored; whoever knows what they should be reads them. */
  readonly settings: unknown;
  readonly view: unknown;
  /** How many records could not be understood and were left out. */
  readonly damaged: number;
}

/** What there is when nothing can be read. */
export const NOTHING_STORED: Snapshot = {
  isFirstVisit: true,
  documents: [],
  corrections: new Map(),
  decisions: new Map(),
  settings: undefined,
  view: undefined,
  damaged: 0,
};

/** Reads everything precious, inside the transaction of `store`. Documents come one by one: each is cloned whole. */
export async function readSnapshot(store: IDBObjectStore): Promise<Snapshot> {
  const isFirstVisit = (await settled(store.count())) === 0;
  let damaged = 0;

  const documents: StoredDocument[] = [];
  for (const key of await settled(store.getAllKeys(keysUnder(DOCUMENT_PREFIX)))) {
    const stored = readStoredDocument(await settled<unknown>(store.get(key)));
    if (stored !== null && key === DOCUMENT_PREFIX + stored.document.id) documents.push(stored);
    else damaged++;
  }
  documents.sort((s, t) => s.order - t.order || (s.document.id < t.document.id ? -1 : 1));

  const corrections = new Map<DocumentId, readonly Correction[]>();
  for (const key of await settled(store.getAllKeys(keysUnder(CORRECTIONS_PREFIX)))) {
    const list = readCorrections(await settled<unknown>(store.get(key)));
    if (list === null) damaged++;
    else corrections.set(String(key).slice(CORRECTIONS_PREFIX.length), list);
  }

  const decisions = new Map<PairId, Decision>();
  for (const value of await settled<unknown[]>(store.getAll(keysUnder(DECISION_PREFIX)))) {
    const decision = readDecision(value);
    if (decision === null) damaged++;
    else decisions.set(decision.pair, decision);
  }

  const settings = await settled<unknown>(store.get(SETTINGS_KEY));
  const view = await settled<unknown>(store.get(VIEW_KEY));
  return { isFirstVisit, documents, corrections, decisions, settings, view, damaged };
}
