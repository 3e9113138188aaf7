import type { BoilerplateId, PairId } from '../core/reuse/pair.ts';
import type { Decision } from '../core/review/decision.ts';
import type { Opinion, Opinions } from '../core/review/opinion.ts';
import type { EarlierVersion } from '../core/review/project.ts';
import type { Correction } from '../core/structure/speech.ts';
import type { TableReading } from '../core/table/table-reading.ts';
import type { DocumentId } from '../core/text/document.ts';
import {
  readCorrections,
  readDecision,
  readDocumentRecord,
  readEarlier,
  readOpinion,
  readPhrases,
  readTableReading,
} from './records.ts';
import {
  COLUMNS_PREFIX,
  CORRECTIONS_PREFIX,
  DECISION_PREFIX,
  DOCUMENT_PREFIX,
  EARLIER_PREFIX,
  OPINION_PREFIX,
  HISTORY_PREFIX,
  PLACE_PREFIX,
  RESTORED_PREFIX,
  RITUAL_PHRASES_KEY,
  SETTINGS_KEY,
  TEMPLATE_PREFIX,
  UNDONE_PREFIX,
  VIEW_KEY,
  type DocumentRecord,
  type StoredDocument,
} from './schema.ts';
import { keysUnder, settled, type Records } from './store.ts';

/** Everything precious that is stored. */
export interface Snapshot {
  /** True when the database was empty: nobody was here before. */
  readonly isFirstVisit: boolean;
  readonly documents: readonly StoredDocument[];
  readonly corrections: ReadonlyMap<DocumentId, readonly Correction[]>;
  readonly decisions: ReadonlyMap<PairId, Decision>;
  readonly opinions: Opinions;
  /** By the document that took its place. */
  readonly earlier: ReadonlyMap<DocumentId, EarlierVersion<Blob>>;
  /** Null: the list that ships. */
  readonly ritualPhrases: readonly string[] | null;
  readonly templates: ReadonlySet<DocumentId>;
  readonly restored: ReadonlySet<BoilerplateId>;
  /** How the user said that tables are read, by their keys. */
  readonly columns: ReadonlyMap<string, TableReading>;
  /** Where documents stood that were removed. */
  readonly places: ReadonlyMap<DocumentId, number>;
  /** The keys of the steps of the history, the oldest first, and those of them that are undone. */
  readonly history: readonly string[];
  readonly undone: ReadonlySet<string>;
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
  opinions: new Map(),
  earlier: new Map(),
  ritualPhrases: null,
  templates: new Set(),
  restored: new Set(),
  columns: new Map(),
  places: new Map(),
  history: [],
  undone: new Set(),
  settings: undefined,
  view: undefined,
  damaged: 0,
};

/** In bytes: as much text is decoded in one turn. */
const SLICE = 4 * 1024 * 1024;

/** Reads everything precious. Never more than one record is cloned in one turn. */
export async function readSnapshot(records: Records): Promise<Snapshot> {
  const { documents: read, ...rest } = await records.read(readRecords);
  const documents: StoredDocument[] = [];
  for (const record of read) {
    const stored = await withText(record);
    if (stored !== null) documents.push(stored);
  }
  return { ...rest, documents, damaged: rest.damaged + read.length - documents.length };
}

/** A document with its text; null when the browser has lost it. */
export async function withText({
  header,
  bytes,
  utf8,
  order,
}: DocumentRecord): Promise<StoredDocument | null> {
  const text = await readText(utf8 ?? bytes);
  return text === null ? null : { document: { ...header, text }, bytes, utf8, order };
}

/** The text that `utf8` holds, or null when the browser has lost it. */
export async function readText(utf8: Blob): Promise<string | null> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  try {
    for (let start = 0; start < utf8.size; start += SLICE) {
      const bytes = await utf8.slice(start, start + SLICE).arrayBuffer();
      parts.push(decoder.decode(bytes, { stream: true }));
    }
  } catch {
    return null;
  }
  return parts.join('') + decoder.decode();
}

/** A snapshot whose texts have not been read. */
type StoredRecords = Omit<Snapshot, 'documents'> & { readonly documents: readonly DocumentRecord[] };

async function readRecords(store: IDBObjectStore): Promise<StoredRecords> {
  const isFirstVisit = (await settled(store.count())) === 0;
  let damaged = 0;

  const documents: DocumentRecord[] = [];
  for (const key of await settled(store.getAllKeys(keysUnder(DOCUMENT_PREFIX)))) {
    const record = readDocumentRecord(await settled<unknown>(store.get(key)));
    if (record !== null && key === DOCUMENT_PREFIX + record.header.id) documents.push(record);
    else damaged++;
  }
  documents.sort((s, t) => s.order - t.order || (s.header.id < t.header.id ? -1 : 1));

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

  const columns = new Map<string, TableReading>();
  for (const key of await settled(store.getAllKeys(keysUnder(COLUMNS_PREFIX)))) {
    const reading = readTableReading(await settled<unknown>(store.get(key)));
    if (reading === null) damaged++;
    else columns.set(String(key).slice(COLUMNS_PREFIX.length), reading);
  }

  const places = new Map<DocumentId, number>();
  for (const key of await settled(store.getAllKeys(keysUnder(PLACE_PREFIX)))) {
    const order = await settled<unknown>(store.get(key));
    if (typeof order !== 'number') damaged++;
    else places.set(String(key).slice(PLACE_PREFIX.length), order);
  }

  const opinions = new Map<PairId, readonly Opinion[]>();
  for (const value of await settled<unknown[]>(store.getAll(keysUnder(OPINION_PREFIX)))) {
    const opinion = readOpinion(value);
    if (opinion === null) damaged++;
    else opinions.set(opinion.decision.pair, [...(opinions.get(opinion.decision.pair) ?? []), opinion]);
  }

  const earlier = new Map<DocumentId, EarlierVersion<Blob>>();
  for (const key of await settled(store.getAllKeys(keysUnder(EARLIER_PREFIX)))) {
    const version = readEarlier(await settled<unknown>(store.get(key)));
    if (version === null) damaged++;
    else earlier.set(String(key).slice(EARLIER_PREFIX.length), version);
  }

  const phrases = await settled<unknown>(store.get(RITUAL_PHRASES_KEY));
  const ritualPhrases = phrases === undefined ? null : readPhrases(phrases);
  if (phrases !== undefined && ritualPhrases === null) damaged++;

  const undone = await marksUnder(store, UNDONE_PREFIX);
  const steps = await marksUnder(store, HISTORY_PREFIX, UNDONE_PREFIX);
  return {
    isFirstVisit,
    documents,
    history: [...steps],
    undone,
    corrections,
    decisions,
    opinions,
    earlier,
    ritualPhrases,
    templates: await marksUnder(store, TEMPLATE_PREFIX),
    restored: await marksUnder(store, RESTORED_PREFIX),
    columns,
    places,
    settings: await settled<unknown>(store.get(SETTINGS_KEY)),
    view: await settled<unknown>(store.get(VIEW_KEY)),
    damaged,
  };
}

/** What the keys of records say below a prefix and not below another, in their order. */
async function marksUnder(
  store: IDBObjectStore,
  prefix: string,
  without = '\uffff',
): Promise<ReadonlySet<string>> {
  const keys = (await settled(store.getAllKeys(keysUnder(prefix)))).map(String);
  return new Set(keys.filter((key) => !key.startsWith(without)).map((key) => key.slice(prefix.length)));
}
