import type { BoilerplateId, PairId } from '../core/reuse/pair.ts';
import type { Speech } from '../core/structure/speech.ts';
import { contentOf, type DocumentId, type TextDocument } from '../core/text/document.ts';
import { hashOf } from '../core/text/hash.ts';
import type { LoadProblem } from '../core/text/imported.ts';
import {
  dropDecision,
  dropDocument,
  putDocument,
  putRestored,
  type StoredDocument,
} from '../storage/schema.ts';
import type { Columns } from './columns.ts';
import type { Project } from '../core/review/project.ts';
import type { History } from './history.ts';
import type { Context } from './context.ts';
import type { Detecting } from './detecting.ts';
import type { ExampleText } from './example.ts';
import { createIdentities, type Identities } from './identities.ts';
import { inPlace, placesFor, takeOut } from './places.ts';
import { isRicher, richFile } from './rich-text.ts';
import type { NewVersion } from './revising.ts';
import type { FailedLoad } from './state.ts';
import type { Job } from './work.ts';

/** A file to load as the browser hands it over. */
export interface FileSource {
  readonly name: string;
  readonly bytes: Blob;
}

/** A folder to load, which is walked when its turn comes. */
export interface FolderSource {
  readonly name: string;
  /** The files inside, with paths as names; null when it cannot be read or holds too many or none. Never rejects. */
  list(signal: AbortSignal): Promise<readonly FileSource[] | null>;
}

/** What can be dropped on the page. */
export type LoadSource = FileSource | FolderSource;

/** New documents. Calls must not overlap. */
export interface Loading {
  /** Loads files one by one; what cannot be loaded goes to the state's failures and stops nothing. All or, when `job` is cancelled, nothing. */
  load(sources: readonly LoadSource[], job: Job): Promise<Aside>;
  /** Reads the one document that a file holds, as a new version of another; null when it holds none, which the failures say. */
  readVersion(source: FileSource, of: DocumentId, job: Job): Promise<NewVersion | null>;
  /** Adds documents that were read before, as they are. */
  addBeside(versions: readonly NewVersion[], job: Job): Promise<void>;
  /** Adds copied text; `rich` is its rich form (HTML or RTF), empty for none, and is taken where it says more. */
  paste(text: string, rich: string, job: Job): Promise<void>;
  /** Adds the example. */
  openExample(example: readonly ExampleText[], job: Job): Promise<void>;
}

/** What was read and waits for the user to say what is to become of it. */
export interface Aside {
  readonly projects: readonly { readonly name: string; readonly project: Project<Blob> }[];
  /** Files that have the name of a document, and another text. */
  readonly versions: readonly NewVersion[];
}

/** Looking up a size takes a third of a millisecond. */
const SIZED_MOST = 50;
/** Files that are read at once, those in archives and folders counted: reading and storing one more takes milliseconds. */
const FILES_MOST = 10_000;
/** An archive in an archive is opened; one in that is not. */
const ARCHIVES_MOST = 2;
/** In characters: how much of a pasted text makes its name. */
const NAME_LENGTH = 20;

interface Loaded {
  readonly stored: StoredDocument;
  readonly speeches: readonly Speech[];
}

/** What one call brings in. */
interface Batch {
  readonly loaded: Loaded[];
  readonly failures: FailedLoad[];
  readonly projects: { readonly name: string; readonly project: Project<Blob> }[];
  readonly identities: Identities;
  /** Files that were read, or refused. */
  files: number;
  readonly placeOf: (id: DocumentId, index: number) => number;
}

/** The part of the workspace that loads. */
export function createLoading(
  context: Context,
  detecting: Detecting,
  columns: Columns,
  history: History,
): Loading {
  const { store, client, storage, patch, stored: archive } = context;
  let failureCount = 0;

  return {
    async load(sources, job) {
      const batch = newBatch();
      const files = await filesOf(sources, batch, job.signal);
      await loadAll(files, batch, job.signal, 0, job.progress);
      const { projects } = batch;
      const versions = versionsIn(batch);
      const taken = new Set(versions.map(({ stored }) => stored));
      await commit({ ...batch, loaded: batch.loaded.filter(({ stored }) => !taken.has(stored)) }, job);
      return job.signal.aborted ? { projects: [], versions: [] } : { projects, versions };
    },

    async readVersion(source, of, job) {
      const batch = newBatch();
      await loadAll([source], batch, job.signal, 0, job.progress);
      const [read, ...others] = batch.loaded;
      const isOne = others.length + batch.projects.length === 0;
      if (!isOne || (read === undefined && batch.failures.length === 0))
        fail(batch, source.name, 'unsupported');
      const isNew = read !== undefined && contentOf(read.stored.document.id) !== contentOf(of);
      if (read !== undefined && isOne && !isNew) fail(batch, source.name, 'duplicate');
      if (!job.signal.aborted) patch({ failures: [...store.get().failures, ...batch.failures] });
      return isOne && isNew && !job.signal.aborted ? { replaces: of, stored: read.stored } : null;
    },

    async addBeside(versions, job) {
      const batch = newBatch();
      for (const { stored } of versions) {
        const { id, ...document } = stored.document;
        const { bytes, utf8 } = stored;
        await add(batch, { document, content: contentOf(id), bytes, utf8 }, job.signal);
      }
      await commit(batch, job);
    },

    async paste(text, rich, job) {
      const batch = newBatch();
      const formed = rich.trim() === '' ? null : await readRich(text, rich, job);
      if (formed !== null) await add(batch, formed, job.signal);
      else if (text.trim() === '') fail(batch, '', text === '' ? 'empty' : 'blank');
      else await add(batch, await pasted(nameOf(text), text, 'paste'), job.signal);
      await commit(batch, job);
    },

    async openExample(example, job) {
      const batch = newBatch();
      for (const { name, text } of example) await add(batch, await pasted(name, text, 'example'), job.signal);
      await commit(batch, job);
    },
  };

  /** All files of what was dropped: folders are walked first, so that the whole work is known. */
  async function filesOf(
    sources: readonly LoadSource[],
    batch: Batch,
    signal: AbortSignal,
  ): Promise<readonly FileSource[]> {
    const files: FileSource[] = [];
    for (const source of sources) {
      if (signal.aborted) break;
      if ('bytes' in source) {
        files.push(source);
        continue;
      }
      const inside = await source.list(signal);
      if (inside === null) fail(batch, source.name, 'folder');
      else for (const file of inside) files.push(file);
    }
    return files;
  }

  /** Loads files one by one; `depth` counts the archives around them, and `onProgress` hears values from 0 to 1. */
  async function loadAll(
    sources: readonly FileSource[],
    batch: Batch,
    signal: AbortSignal,
    depth: number,
    onProgress: (done: number) => void,
  ): Promise<void> {
    const weights = weightsOf(sources);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    let done = 0;
    for (const [index, source] of sources.entries()) {
      if (batch.files === FILES_MOST) {
        fail(batch, `${source.name} … +${sources.length - index - 1}`, 'too-many');
        return;
      }
      batch.files++;
      const weight = all === 0 ? 1 / sources.length : (weights[index] ?? 0) / all;
      const before = done;
      await loadFile(source, batch, signal, depth, (part) => onProgress(before + weight * part));
      if (signal.aborted) return;
      done += weight;
      onProgress(Math.min(1, done));
    }
  }

  async function loadFile(
    { name, bytes }: FileSource,
    batch: Batch,
    signal: AbortSignal,
    depth: number,
    onProgress: (done: number) => void,
  ): Promise<void> {
    const outcome = await columns.importFile(name, bytes, signal, onProgress);
    if (outcome.kind === 'cancelled') return;
    if (outcome.kind === 'worker-failed') {
      fail(batch, name, 'unreadable');
      return;
    }
    const file = outcome.value;
    if (file.kind === 'failed') {
      fail(batch, name, file.problem);
      return;
    }
    if (file.kind === 'project') {
      batch.projects.push({ name, project: file.project });
      return;
    }
    if (file.kind === 'unpacked') {
      if (depth === ARCHIVES_MOST) fail(batch, name, 'unsupported');
      else {
        const inside = file.files.map((each) => ({ name: `${name}/${each.name}`, bytes: each.bytes }));
        await loadAll(inside, batch, signal, depth + 1, onProgress);
      }
      return;
    }
    // Tables were asked about by now; a worker that asks twice is broken.
    if (file.kind === 'tables') {
      fail(batch, name, 'unreadable');
      return;
    }
    const { text, encoding, layout, content, bytes: read, utf8 } = file;
    const plain = { name, text, encoding, layout, origin: 'file', byteLength: read.size } as const;
    const document = file.isTable === true ? ({ ...plain, isTable: true } as const) : plain;
    await add(batch, { document, content, bytes: read, utf8 }, signal);
  }

  /** The rich form of a copied text; null where it says no more than the text, or cannot be read. */
  async function readRich(text: string, rich: string, job: Job): Promise<NewText | null> {
    const outcome = await client.importFile(nameOf(text), richFile(rich), job.signal, job.progress);
    if (outcome.kind !== 'done' || outcome.value.kind !== 'imported' || !isRicher(outcome.value, text))
      return null;
    const { text: read, encoding, layout, content, bytes, utf8 } = outcome.value;
    const name = nameOf(read);
    const document = { name, text: read, encoding, layout, origin: 'paste', byteLength: bytes.size } as const;
    return { document, content, bytes, utf8 };
  }

  async function pasted(name: string, written: string, origin: 'paste' | 'example'): Promise<NewText> {
    // A byte order mark is no text, wherever it was copied from.
    const bytes = new Blob([written.replaceAll('\ufeff', '')]);
    // Half a surrogate pair has no place in UTF-8: the text is what will be there after a reload.
    const text = await bytes.text();
    const document = { name, text, encoding: 'utf-8', layout: null, origin, byteLength: bytes.size } as const;
    return { document, content: hashOf(text), bytes, utf8: null };
  }

  /** Gives a text its id and structure. A second file of the same name and text is one file dropped twice. */
  async function add(
    batch: Batch,
    { document, content, bytes, utf8 }: NewText,
    signal: AbortSignal,
  ): Promise<void> {
    if (document.origin === 'file' && batch.identities.isThere(content, document.name)) {
      fail(batch, document.name, 'duplicate');
      return;
    }
    const identified: TextDocument = { id: batch.identities.give(content, document.name), ...document };
    const speeches = await detecting.structure(identified, [], signal);
    const order = batch.placeOf(identified.id, batch.loaded.length);
    batch.loaded.push({ stored: { document: identified, bytes, utf8, order }, speeches });
  }

  /** Of what was read, the files that have the name of a document that stays. */
  function versionsIn({ loaded }: Batch): readonly NewVersion[] {
    const byName = new Map(remaining().map(({ name, id, origin }) => [`${origin} ${name}`, id]));
    return loaded.flatMap(({ stored }) => {
      const { name, origin } = stored.document;
      const replaces = byName.get(`${origin} ${name}`);
      // Of two that came at once only one can be the new version.
      byName.delete(`${origin} ${name}`);
      return origin !== 'file' || replaces === undefined ? [] : [{ replaces, stored }];
    });
  }

  function newBatch(): Batch {
    return {
      loaded: [],
      failures: [],
      projects: [],
      identities: createIdentities(remaining()),
      files: 0,
      placeOf: placesFor(context),
    };
  }

  function fail(batch: Batch, name: string, problem: LoadProblem): void {
    batch.failures.push({ id: `failure-${++failureCount}`, name, problem });
  }

  /** The documents that stay when a text of the user comes: the example makes way. */
  function remaining(): readonly TextDocument[] {
    return store
      .get()
      .documents.map(({ document }) => document)
      .filter(({ origin }) => origin !== 'example');
  }

  /** Writes a batch in one step, shows it, and ends the job. */
  async function commit({ loaded, failures }: Pick<Batch, 'loaded' | 'failures'>, job: Job): Promise<void> {
    if (job.signal.aborted) {
      job.end();
      client.retain(store.get().documents.map(({ document }) => document.id));
      return;
    }
    const replaced = loaded.length > 0 ? exampleIds() : new Set<DocumentId>();
    const orphaned = decidedAmong(replaced);
    const unrestored = replaced.size > 0 ? restoredHere() : [];
    const step = [
      ...[...replaced].flatMap((id) => dropDocument(id)),
      ...[...orphaned].map(dropDecision),
      ...unrestored.map((id) => putRestored(id, false)),
      ...(replaced.size > 0 ? history.clearing() : []),
      ...loaded.map(({ stored }) => putDocument(stored)),
    ];
    if (step.length > 0) await storage.write(step);
    for (const id of replaced) takeOut(context, id);
    for (const { stored } of loaded) archive.set(stored.document.id, stored);
    const state = store.get();
    const makesWay = replaced.size > 0;
    if (makesWay) history.clear();
    patch({
      documents: inPlace(
        [
          ...state.documents.filter(({ document }) => !replaced.has(document.id)),
          ...loaded.map(({ stored, speeches }) => ({ document: stored.document, speeches })),
        ],
        archive,
      ),
      corrections: new Map([...state.corrections].filter(([id]) => !replaced.has(id))),
      decisions: new Map([...state.decisions].filter(([pair]) => !orphaned.has(pair))),
      templates: new Set([...state.templates].filter((id) => !replaced.has(id))),
      restored: new Set([...state.restored].filter((id) => !unrestored.includes(id))),
      failures: [...state.failures, ...failures],
      // The example is never there together with other documents: what was found is about it alone.
      detection: makesWay ? null : state.detection,
      early: makesWay ? false : state.early,
      stale: state.stale || loaded.length > 0,
      ...(makesWay && { view: { ...state.view, pair: null, difference: 0, document: null } }),
    });
    client.retain(store.get().documents.map(({ document }) => document.id));
    job.end();
  }

  function exampleIds(): ReadonlySet<DocumentId> {
    const { documents } = store.get();
    return new Set(documents.flatMap(({ document: { id, origin } }) => (origin === 'example' ? [id] : [])));
  }

  function decidedAmong(replaced: ReadonlySet<DocumentId>): ReadonlySet<PairId> {
    const { detection, decisions } = store.get();
    const found = detection === null ? [] : [detection, ...detection.boilerplate];
    const pairs = found.flatMap((each) => each.pairs).filter(({ a }) => replaced.has(a.document));
    return new Set(pairs.flatMap(({ id }) => (decisions.has(id) ? [id] : [])));
  }

  /** Boilerplate of the documents as they are that was taken back. */
  function restoredHere(): readonly BoilerplateId[] {
    const { detection, restored } = store.get();
    return (detection?.boilerplate ?? []).flatMap(({ id }) => (restored.has(id) ? [id] : []));
  }
}

/** A text that has no id yet. */
interface NewText {
  readonly document: Omit<TextDocument, 'id'>;
  readonly content: string;
  readonly bytes: Blob;
  readonly utf8: Blob | null;
}

/**
 * What each source is of the whole work: its bytes. Of more files than `SIZED_MOST` all are the same: the size of a file
 * that was not read yet stops the page until the system has looked it up.
 */
function weightsOf(sources: readonly FileSource[]): readonly number[] {
  return sources.map(({ bytes }) => (sources.length > SIZED_MOST ? 1 : bytes.size));
}

/** A name for pasted text: the beginning of its first line that is not blank, without the marks of a heading. */
function nameOf(text: string): string {
  const start = text.replace(/^[\s#]+/, '') || text.trimStart();
  const end = start.search(/[\r\n]/);
  const line = [...start.slice(0, end < 0 ? NAME_LENGTH * 4 : Math.min(end, NAME_LENGTH * 4))];
  return line.length > NAME_LENGTH ? `${line.slice(0, NAME_LENGTH).join('')}…` : line.join('').trim();
}
